// What is known of somebody or something, in order of time.
// :param name => '孟怀瑾'
MATCH (e:Entity {name: $name})-[r]-(other:Entity)
WHERE r.sortDate <> ''
RETURN r.sortDate AS date, type(r) AS relation, other.name AS other, r.title AS title, r.status AS status, r.sentence AS sentence
ORDER BY date, relation, other
