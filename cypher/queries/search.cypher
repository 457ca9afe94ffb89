// Who or what is called so, best first, by the full-text index. In quotation marks the characters stand together; two characters or more.
// :param name => '材料论坛'
CALL db.index.fulltext.queryNodes('entity_names', '"' + $name + '"') YIELD node, score
RETURN node, score
ORDER BY score DESC
LIMIT 25
