// The facts whose sentence says so, best first, by the full-text index.
// :param text => '战略合作'
CALL db.index.fulltext.queryNodes('evidence_sentences', '"' + $text + '"') YIELD node AS evidence, score
WITH evidence, score LIMIT 25
MATCH (head:Entity {id: evidence.headId}), (tail:Entity {id: evidence.tailId})
RETURN head.name, evidence.type, tail.name, evidence.sentence, score
ORDER BY score DESC
