// Who turns up at the same events again and again.
MATCH (a:Person)-[:ATTENDED]->(e:Event)<-[:ATTENDED]-(b:Person)
WHERE a.id < b.id
WITH a, b, collect(DISTINCT e.name) AS events
WHERE size(events) > 1
RETURN a.name AS one, b.name AS other, size(events) AS times, events
ORDER BY times DESC, one, other
LIMIT 100
