// Who met whom: stated meetings and shared events, the most encounters first.
// For one person: :param name => '孟怀瑾'
MATCH (a:Person)-[r:MET]-(b:Person)
WHERE r.status = 'Occurred' AND ($name IS NULL OR a.name = $name) AND a.id < b.id
RETURN a.name AS person, b.name AS met, 'meeting' AS how, count(*) AS times, max(r.sortDate) AS latest, collect(r.sentence)[0] AS sentence
UNION ALL
MATCH (a:Person)-[x:ATTENDED]->(e:Event)<-[y:ATTENDED]-(b:Person)
WHERE x.status = 'Occurred' AND y.status = 'Occurred' AND ($name IS NULL OR a.name = $name) AND ($name IS NOT NULL OR a.id < b.id)
RETURN a.name AS person, b.name AS met, 'event' AS how, count(DISTINCT e) AS times, max(x.sortDate) AS latest, collect(x.sentence)[0] AS sentence
ORDER BY times DESC, latest DESC
LIMIT 100
