// The compiler on the schema and a few documents, then its artifacts in the runtime.
import assert from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import relay from 'relay-runtime';

const url = process.argv[2];
const require = createRequire(import.meta.url);
const documents = {
  Hello: 'graphql`query HelloQuery($name: String) { hello(name: $name) node(id: "p1") { __typename id ... on Person { name } } }`',
  Rename: 'graphql`mutation RenameMutation($id: ID!, $name: String!) { rename(id: $id, name: $name) { id name } }`',
  People: `graphql\`query PeopleQuery($first: Int, $after: String, $last: Int, $before: String) {
    people(first: $first, after: $after, last: $last, before: $before) { edges { cursor node { id name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
  }\``,
};
rmSync('relay', { recursive: true, force: true });
mkdirSync('relay/src', { recursive: true });
for (const [name, text] of Object.entries(documents)) writeFileSync(`relay/src/${name}.js`, `const { graphql } = require('relay-runtime');\nmodule.exports = ${text};\n`);
writeFileSync('relay/package.json', '{"type":"commonjs"}');
writeFileSync('relay/relay.config.json', JSON.stringify({ src: './src', schema: '../schema.graphql', language: 'javascript', artifactDirectory: './artifacts', eagerEsModules: false }));
mkdirSync('relay/artifacts', { recursive: true });
execFileSync('node', ['../node_modules/relay-compiler/cli.js', 'relay.config.json'], { cwd: 'relay', stdio: ['ignore', 'ignore', 'inherit'] });

const { Environment, Network, RecordSource, Store, fetchQuery, commitMutation } = relay;
const network = Network.create(async ({ text: query }, variables) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
});
const environment = new Environment({ network, store: new Store(new RecordSource()) });
const artifact = (name) => require(`./relay/artifacts/${name}.graphql.js`);

const hello = await fetchQuery(environment, artifact('HelloQuery'), { name: 'Relay' }).toPromise();
assert.equal(hello.hello, 'hello Relay');
assert.deepEqual({ ...hello.node }, { __typename: 'Person', id: 'p1', name: 'Person 1' });

const renamed = await new Promise((resolve, reject) => commitMutation(environment, {
  mutation: artifact('RenameMutation'), variables: { id: 'p5', name: 'Fifth' }, onCompleted: resolve, onError: reject }));
assert.equal(renamed.rename.name, 'Fifth');

const walk = async (step) => {
  const ids = [];
  for (let variables = step({}); variables; ) {
    const { people } = await fetchQuery(environment, artifact('PeopleQuery'), variables, { networkCacheConfig: { force: true } }).toPromise();
    ids.push(people.edges.map(({ node }) => node.id));
    variables = step(people.pageInfo);
  }
  return ids;
};
const forward = await walk(({ hasNextPage = true, endCursor }) => (hasNextPage ? { first: 2, after: endCursor } : null));
const backward = await walk(({ hasPreviousPage = true, startCursor }) => (hasPreviousPage ? { last: 2, before: startCursor } : null));
assert.deepEqual(forward, [['p1', 'p2'], ['p3', 'p4'], ['p5']]);
assert.deepEqual(backward, [['p4', 'p5'], ['p2', 'p3'], ['p1']]);

console.log('ok');
