import assert from 'node:assert';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const uri = process.argv[2];
const socket = createClient({ url: uri.replace('http', 'ws'), webSocketImpl: WebSocket });
const subscriptions = new GraphQLWsLink(socket);
const persisted = new PersistedQueryLink({ sha256: (text) => createHash('sha256').update(text).digest('hex') });
const client = new ApolloClient({
  cache: new InMemoryCache(),
  incrementalHandler: new GraphQL17Alpha9Handler(),
  link: ApolloLink.split(({ operationType }) => operationType === 'subscription', subscriptions, persisted.concat(new HttpLink({ uri }))),
});

const hello = await client.query({ query: gql`query Hello($name: String) { hello(name: $name) }`, variables: { name: 'Apollo' } });
assert.equal(hello.data.hello, 'hello Apollo');

// The second time the hash alone is enough.
await client.query({ query: gql`query Hello($name: String) { hello(name: $name) }`, variables: { name: 'again' } });

await assert.rejects(client.query({ query: gql`{ broken }` }), (error) => CombinedGraphQLErrors.is(error) && error.errors[0].extensions.code === 'BROKEN');

const watched = client.watchQuery({ query: gql`{ person(id: "p2") { id name } }` });
const seen = [];
watched.subscribe(({ data }) => data && seen.push(data.person?.name));
await client.mutate({ mutation: gql`mutation { rename(id: "p2", name: "Renamed") { id name } }` });
await new Promise((resolve) => setTimeout(resolve, 100));
assert.equal(seen.at(-1), 'Renamed', 'the cache takes the mutation by its id');

const parts = [];
await new Promise((resolve, reject) => {
  client
    .watchQuery({ query: gql`{ person(id: "p1") { id name ... @defer { friends { id name } } } }` })
    .subscribe({ next: (part) => { parts.push(part); if (part.dataState === 'complete') resolve(); }, error: reject });
});
assert.ok(parts.some((part) => part.dataState === 'streaming' && part.data.person.name && !part.data.person.friends));
assert.equal(parts.at(-1).data.person.friends.length, 4);

const counted = [];
await new Promise((resolve, reject) => {
  client.subscribe({ query: gql`subscription { count(to: 3) }` }).subscribe({ next: ({ data }) => counted.push(data.count), complete: resolve, error: reject });
});
assert.deepEqual(counted, [1, 2, 3]);

await socket.dispose();
console.log('ok');
process.exit(0);
