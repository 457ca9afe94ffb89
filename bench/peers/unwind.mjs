// usage: node unwind.mjs BOLT-ADDRESS, with NEO4J_USER and NEO4J_PASSWORD
// Reads all of a graph and says so; told to, writes the same rows with plain UNWIND into the database, which was emptied meanwhile, and says what that took.
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import neo4j from 'neo4j-driver';

const ROWS = 5000;
const driver = neo4j.driver(process.argv[2], neo4j.auth.basic(process.env.NEO4J_USER, process.env.NEO4J_PASSWORD), { disableLosslessIntegers: true });
const session = driver.session();
const read = async (statement) => (await session.run(statement)).records.map((record) => record.toObject());
const spans = 'SET n.spans = [x IN r.p.spans | toInteger(x)]';

const work = [];
const node = async (label, key, set = '') =>
  work.push([await read(`MATCH (n:${label}) RETURN properties(n) AS p`), `UNWIND $rows AS r MERGE (n:${label} {${key}: r.p.${key}}) SET n = r.p ${set}`]);
const entity = async (label) =>
  work.push([await read(`MATCH (n:${label}) RETURN properties(n) AS p`), `UNWIND $rows AS r MERGE (n:Entity {id: r.p.id}) SET n:${label}, n = r.p`]);
const link = async (type, from, fromKey, to, toKey) => work.push([
  await read(`MATCH (a:${from})-[r:${type}]->(b:${to}) RETURN a.${fromKey} AS a, b.${toKey} AS b, properties(r) AS p`),
  `UNWIND $rows AS r MATCH (a:${from} {${fromKey}: r.a}) MATCH (b:${to} {${toKey}: r.b}) CREATE (a)-[x:${type}]->(b) SET x = r.p`]);
const fact = async (type) => work.push([
  await read(`MATCH (a:Entity)-[r:${type}]->(b:Entity) RETURN a.id AS a, b.id AS b, properties(r) AS p`),
  `UNWIND $rows AS r MATCH (a:Entity {id: r.a}) MATCH (b:Entity {id: r.b}) MERGE (a)-[x:${type} {id: r.p.id}]->(b) SET x = r.p`]);

await node('Source', 'address');
await node('Document', 'id');
await node('Article', 'id', spans);
await node('Evidence', 'id');
for (const label of ['Person', 'Organization', 'Project', 'Event', 'Place']) await entity(label);
await link('FROM', 'Document', 'id', 'Source', 'address');
await link('HAS', 'Document', 'id', 'Article', 'id');
await link('IN', 'Evidence', 'id', 'Article', 'id');
await link('STATES', 'Document', 'id', 'Entity', 'id');
await link('MENTIONED_IN', 'Entity', 'id', 'Article', 'id');
const types = await read('MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT type(r) AS type');
for (const { type } of types) await fact(type);

console.log('read');
await once(process.stdin, 'data');
const before = process.cpuUsage();
const began = performance.now();
for (const [rows, statement] of work) {
  for (let start = 0; start < rows.length; start += ROWS)
    await session.executeWrite((transaction) => transaction.run(statement, { rows: rows.slice(start, start + ROWS) }));
}
const seconds = (performance.now() - began) / 1000;
const used = process.cpuUsage(before);
console.log(JSON.stringify({ seconds, processor: (used.user + used.system) / 1e6 }));
await driver.close();
process.exit(0);
