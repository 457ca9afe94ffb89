// For people who search in Neo4j Browser: see cypher/queries/search.cypher. The analyzer cjk finds Chinese by pairs of characters.
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Person|Organization|Project|Event|Place) ON EACH [n.name, n.aliases] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
CREATE FULLTEXT INDEX evidence_sentences IF NOT EXISTS FOR (n:Evidence) ON EACH [n.sentence] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}};
