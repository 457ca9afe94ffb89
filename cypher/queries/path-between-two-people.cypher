// How two people are connected: the shortest ways over facts that occurred. Look at the result as a graph.
// :param from => '孟怀瑾'
// :param to => '唐屿'
MATCH (a:Person {name: $from}), (b:Person {name: $to})
MATCH path = allShortestPaths((a)-[:ATTENDED|SIGNED_WITH|INVESTED_IN|LOCATED_IN|HOLDS_POSITION|MET|VISITED|ORGANIZED|PART_OF|COOPERATES_WITH*..6]-(b))
WHERE all(r IN relationships(path) WHERE r.status = 'Occurred')
RETURN path
LIMIT 10
