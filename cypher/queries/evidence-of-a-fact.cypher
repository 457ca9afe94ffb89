// Every passage that states what is known between two, with article and paper.
// :param from => '孟怀瑾'
// :param to => '唐屿'
MATCH (:Entity {name: $from})-[r]-(:Entity {name: $to})
MATCH (v:Evidence {relationId: r.id})-[:IN]->(article:Article)<-[:HAS]-(:Document)-[:FROM]->(source:Source)
RETURN type(r) AS relation, v.sentence AS sentence, v.confidence AS confidence, v.rule AS rule, article.headline AS headline, article.date AS date, source.address AS source
ORDER BY confidence DESC
