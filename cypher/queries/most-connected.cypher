// Who is connected best: the number of facts, and of different people, companies, events around.
MATCH (e:Entity)
WHERE e.relationCount > 0
RETURN e.name AS name, e.type AS type, e.relationCount AS facts, COUNT { MATCH (e)--(other:Entity) RETURN DISTINCT other } AS around, e.articleCount AS articles
ORDER BY facts DESC, name
LIMIT 50
