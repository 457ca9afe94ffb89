// usage: node mercurius.mjs PORT [batched]
import DataLoader from 'dataloader';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { Query, friendsOf, typeDefs } from './people.mjs';

const [port, mode] = process.argv.slice(2);
const app = Fastify();
const immediate = (person, { first }) => friendsOf(person, first);
const batched = (person, { first }, context) => {
  context.friends ??= new DataLoader(async (keys) => keys.map(([who, count]) => friendsOf(who, count)), { cacheKeyFn: ([who, count]) => `${who.id}:${count}` });
  return context.friends.load([person, first]);
};
app.register(mercurius, { schema: typeDefs, resolvers: { Query, Person: { friends: mode === 'batched' ? batched : immediate } }, jit: 1, context: () => ({}) });
await app.listen({ port: Number(port), host: '127.0.0.1' });
