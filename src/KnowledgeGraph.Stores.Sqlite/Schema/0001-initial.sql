-- What documents say. Everything below "gathered" is made from these tables and can be made again.

CREATE TABLE document (
    id          TEXT PRIMARY KEY,
    format      TEXT NOT NULL,
    text        TEXT NOT NULL,
    place       TEXT,
    published   TEXT,
    read_at     TEXT,
    fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
    source      TEXT PRIMARY KEY,
    document_id TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX source_document ON source (document_id);

CREATE TABLE article (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    "order"     INTEGER NOT NULL,
    headline    TEXT,
    spans       TEXT NOT NULL,
    date        TEXT,
    printed     INTEGER,
    place       TEXT,
    fingerprint TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX article_document ON article (document_id, "order");

-- What one document contributes to an entity.
CREATE TABLE contribution (
    document_id TEXT NOT NULL,
    entity_id   TEXT NOT NULL,
    type        TEXT NOT NULL,
    name        TEXT NOT NULL,
    scope       TEXT NOT NULL,
    aliases     TEXT NOT NULL,
    date        TEXT,
    printed     INTEGER,
    PRIMARY KEY (document_id, entity_id)
) WITHOUT ROWID;

CREATE INDEX contribution_entity ON contribution (entity_id);

CREATE TABLE mention (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    article_id  TEXT NOT NULL,
    entity_id   TEXT NOT NULL,
    start       INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    text        TEXT NOT NULL,
    rule        TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX mention_document ON mention (document_id);
CREATE INDEX mention_entity ON mention (entity_id, article_id, start);

-- A sentence that states something, once however much it states.
CREATE TABLE passage (
    id          INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL,
    start       INTEGER NOT NULL,
    length      INTEGER NOT NULL,
    text        TEXT NOT NULL,
    UNIQUE (document_id, start, length)
);

CREATE TABLE evidence (
    id              TEXT PRIMARY KEY,
    relation_id     TEXT NOT NULL,
    document_id     TEXT NOT NULL,
    article_id      TEXT NOT NULL,
    passage_id      INTEGER NOT NULL,
    type            TEXT NOT NULL,
    head_id         TEXT NOT NULL,
    tail_id         TEXT NOT NULL,
    rule            TEXT NOT NULL,
    confidence      REAL NOT NULL,
    status          TEXT NOT NULL,
    title           TEXT,
    role            TEXT,
    amount          TEXT,
    currency        TEXT,
    amount_text     TEXT,
    date            TEXT,
    printed         INTEGER,
    reported        TEXT,
    fingerprint     TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX evidence_relation ON evidence (relation_id, confidence);
CREATE INDEX evidence_document ON evidence (document_id);
CREATE INDEX evidence_passage ON evidence (passage_id);

-- Gathered.

CREATE TABLE entity (
    id             TEXT PRIMARY KEY,
    type           TEXT NOT NULL,
    name           TEXT NOT NULL,
    scope          TEXT NOT NULL,
    aliases        TEXT NOT NULL,
    date           TEXT,
    printed        INTEGER,
    article_count  INTEGER NOT NULL,
    relation_count INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX entity_name ON entity (name, id);
CREATE INDEX entity_type_name ON entity (type, name, id);
CREATE INDEX entity_connected ON entity (relation_count DESC, id);
CREATE INDEX entity_type_connected ON entity (type, relation_count DESC, id);

CREATE TABLE relation (
    id             TEXT PRIMARY KEY,
    type           TEXT NOT NULL,
    head_id        TEXT NOT NULL,
    tail_id        TEXT NOT NULL,
    status         TEXT NOT NULL,
    confidence     REAL NOT NULL,
    sentence       TEXT NOT NULL,
    evidence_count INTEGER NOT NULL,
    source_count   INTEGER NOT NULL,
    first_reported TEXT,
    last_reported  TEXT,
    title          TEXT,
    role           TEXT,
    amount         TEXT,
    currency       TEXT,
    amount_text    TEXT,
    date           TEXT,
    printed        INTEGER,
    -- The fact's date, else its last report; empty where there is neither. With the days that it can mean.
    sort_date      TEXT NOT NULL,
    first_day      TEXT,
    last_day       TEXT
) WITHOUT ROWID;

CREATE INDEX relation_head ON relation (head_id, sort_date DESC, id);
CREATE INDEX relation_tail ON relation (tail_id, sort_date DESC, id);

-- What can be searched: names and aliases (owner: entity), headlines (owner: article), sentences (owner: passage).
CREATE TABLE searchable (
    id     INTEGER PRIMARY KEY,
    kind   INTEGER NOT NULL,
    owner  TEXT NOT NULL,
    text   TEXT,
    folded TEXT
);

CREATE INDEX searchable_owner ON searchable (owner, kind);

-- One token a character, so that a phrase is a substring of any length (unicode61 takes a run of Chinese for one word).
CREATE VIRTUAL TABLE search_index USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'ascii');
