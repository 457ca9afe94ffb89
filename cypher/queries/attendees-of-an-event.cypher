// Who was at an event, with what each did there and the sentence that says so.
// :param name => '江畔论坛'
MATCH (who)-[r:ATTENDED]->(event:Event)
WHERE event.name CONTAINS $name AND r.status = 'Occurred'
RETURN event.name AS event, event.date AS date, who.name AS attendee, labels(who) AS kind, r.role AS role, r.sentence AS sentence
ORDER BY event, attendee
