// Who put money into a project or a company, how much and when, the newest first.
// :param name => '产业园'
MATCH (investor)-[r:INVESTED_IN]->(target)
WHERE target.name CONTAINS $name
RETURN target.name AS target, investor.name AS investor, r.amountText AS amount, r.sortDate AS date, r.status AS status, r.sentence AS sentence
ORDER BY date DESC
