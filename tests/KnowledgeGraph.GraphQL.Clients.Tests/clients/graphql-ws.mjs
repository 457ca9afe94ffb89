import assert from 'node:assert';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2].replace('http', 'ws');
const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });

const all = (payload) => new Promise((resolve, reject) => {
  const results = [];
  client.subscribe(payload, { next: (result) => results.push(result), error: reject, complete: () => resolve(results) });
});

assert.deepEqual(await all({ query: '{ hello }' }), [{ data: { hello: 'hello world' } }]);
assert.deepEqual(await all({ query: 'subscription ($n: Int!) { count(to: $n) }', variables: { n: 2 } }), [{ data: { count: 1 } }, { data: { count: 2 } }]);
assert.equal((await all({ query: 'mutation { rename(id: "p4", name: "W") { name } }' }))[0].data.rename.name, 'W');

const parts = await all({ query: '{ hello ... @defer { numbers } }' });
assert.deepEqual(parts.map((part) => part.hasNext), [true, false]);

await assert.rejects(all({ query: '{ nothing }' }), (errors) => errors[0].message.startsWith('Cannot query field'));
await assert.rejects(all({ query: 'subscription { refused }' }), (errors) => errors[0].extensions.code === 'REFUSED');

// Many at once over one connection, and one that is left early.
const many = await Promise.all(Array.from({ length: 50 }, (_, n) => all({ query: `subscription { count(to: ${n % 7}) }` })));
many.forEach((results, n) => assert.equal(results.length, n % 7));
const left = client.iterate({ query: 'subscription { count(to: 1000000) }' });
await left.next();
await left.return();
assert.deepEqual(await all({ query: '{ hello }' }), [{ data: { hello: 'hello world' } }]);
await client.dispose();

// What breaks the protocol closes the connection with its code.
const closed = (protocol, ...messages) => new Promise((resolve) => {
  const socket = new WebSocket(url, protocol);
  socket.on('open', () => messages.forEach((message) => socket.send(message)));
  socket.on('close', resolve);
});
const init = '{"type":"connection_init"}';
assert.equal(await closed('graphql-transport-ws', 'nonsense'), 4400);
assert.equal(await closed('graphql-transport-ws', '{"id":"1","type":"subscribe","payload":{"query":"{ hello }"}}'), 4401);
assert.equal(await closed('graphql-transport-ws', init, init), 4429);
assert.equal(await closed('graphql-transport-ws'), 4408);

console.log('ok');
