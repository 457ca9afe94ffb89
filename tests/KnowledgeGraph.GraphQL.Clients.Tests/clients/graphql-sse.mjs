import assert from 'node:assert';
import { createClient } from 'graphql-sse';

const client = createClient({ url: process.argv[2], retryAttempts: 0 });

const all = (payload) => new Promise((resolve, reject) => {
  const results = [];
  client.subscribe(payload, { next: (result) => results.push(result), error: reject, complete: () => resolve(results) });
});

assert.deepEqual(await all({ query: '{ hello }' }), [{ data: { hello: 'hello world' } }]);
assert.deepEqual(await all({ query: 'subscription ($n: Int!) { count(to: $n) }', variables: { n: 3 } }), [1, 2, 3].map((count) => ({ data: { count } })));
assert.ok((await all({ query: '{ nothing }' }))[0].errors[0].message.startsWith('Cannot query field'));
assert.equal((await all({ query: 'subscription { refused }' }))[0].errors[0].extensions.code, 'REFUSED');

const left = client.iterate({ query: 'subscription { count(to: 1000000) }' });
assert.equal((await left.next()).value.data.count, 1);
await left.return();

client.dispose();
console.log('ok');
