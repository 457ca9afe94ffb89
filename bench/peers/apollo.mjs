// usage: node apollo.mjs PORT [batched]
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { Query, friendsOf, typeDefs } from './people.mjs';

const [port, mode] = process.argv.slice(2);
const immediate = (person, { first }) => friendsOf(person, first);
const batched = (person, { first }, context) => context.friends.load([person, first]);
const server = new ApolloServer({ typeDefs, resolvers: { Query, Person: { friends: mode === 'batched' ? batched : immediate } } });
await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: async () => ({
    friends: new DataLoader(async (keys) => keys.map(([who, count]) => friendsOf(who, count)), { cacheKeyFn: ([who, count]) => `${who.id}:${count}` }),
  }),
});
