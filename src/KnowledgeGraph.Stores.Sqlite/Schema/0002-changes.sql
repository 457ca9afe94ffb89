-- What the last writes changed, numbered without a gap; older rows go.
CREATE TABLE change (
    number    INTEGER PRIMARY KEY,
    entities  TEXT NOT NULL,
    relations TEXT NOT NULL
);

CREATE INDEX relation_newest ON relation (sort_date DESC, id);
CREATE INDEX entity_type_date ON entity (type, coalesce(date, '') DESC, id);
