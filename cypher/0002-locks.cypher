// Writers lock the nodes that they touch, by removing a property that no node has; a server locks nothing for a property that it never heard of.
CALL db.createProperty('lock');

// Before, one writer wrote at a time.
MATCH (n:WriteLock) DELETE n;
DROP CONSTRAINT write_lock IF EXISTS;
