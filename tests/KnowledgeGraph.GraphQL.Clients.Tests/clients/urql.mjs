import assert from 'node:assert';
import { Client, cacheExchange, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
const socket = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
const client = new Client({
  url,
  preferGetMethod: false,
  exchanges: [
    cacheExchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: (request) => ({ subscribe: (sink) => ({ unsubscribe: socket.subscribe({ ...request, query: request.query || '' }, sink) }) }),
    }),
  ],
});

const all = (source) => new Promise((resolve) => {
  const results = [];
  const { unsubscribe } = source.subscribe((result) => {
    results.push(result);
    if (!result.hasNext) { resolve(results); setTimeout(() => unsubscribe()); }
  });
});

const hello = await client.query('query ($name: String) { hello(name: $name) }', { name: 'urql' }).toPromise();
assert.equal(hello.data?.hello, 'hello urql', String(hello.error));

const byGet = await client.query('{ hello }', {}, { preferGetMethod: 'force' }).toPromise();
assert.equal(byGet.data?.hello, 'hello world', String(byGet.error));

const broken = await client.query('{ broken }', {}).toPromise();
assert.equal(broken.error?.graphQLErrors[0].message, 'Broken.');

const renamed = await client.mutation('mutation ($name: String!) { rename(id: "p3", name: $name) { name } }', { name: '王伟' }).toPromise();
assert.equal(renamed.data?.rename.name, '王伟', String(renamed.error));

// It takes the items of a list by an index in their path, as they came in 2022, and so it defers but does not stream.
const deferred = await all(client.query('{ person(id: "p1") { name ... @defer { friends { name } } } }', {}));
assert.ok(deferred.length > 1 && !deferred[0].data.person.friends);
assert.equal(deferred.at(-1).data.person.friends.length, 4, String(deferred.at(-1).error));

const counted = [];
await new Promise((resolve) => {
  client.subscription('subscription { count(to: 3) }', {}).subscribe(({ data }) => { counted.push(data.count); if (counted.length === 3) resolve(); });
});
assert.deepEqual(counted, [1, 2, 3]);

// Without WebSocket: the same over server-sent events.
const events = new Client({ url, preferGetMethod: false, fetchSubscriptions: true, exchanges: [fetchExchange] });
const sent = [];
await new Promise((resolve) => {
  events.subscription('subscription { count(to: 2) }', {}).subscribe(({ data }) => { if (data) sent.push(data.count); if (sent.length === 2) resolve(); });
});
assert.deepEqual(sent, [1, 2]);

await socket.dispose();
console.log('ok');
process.exit(0);
