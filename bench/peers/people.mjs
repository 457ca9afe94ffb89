// The data and the schema of the benchmark, as BenchPeople and BenchService have them.
export const typeDefs = `
  type Query { hello: String! person(id: ID!): Person people(first: Int!): [Person!]! }
  type Person { id: ID! name: String! age: Int! city: String! email: String! friends(first: Int!): [Person!]! }
`;

const people = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, name: `人物${i}`, age: 20 + (i % 60), city: `城市${i % 30}`, email: `p${i}@example.org` }));
const friends = people.map((_, i) => Array.from({ length: 10 }, (_, step) => people[(i + step + 1) % people.length]));
const numberOf = (id) => Number(id.slice(1));

export const friendsOf = (person, first) => friends[numberOf(person.id)].slice(0, first);

export const Query = {
  hello: () => 'world',
  person: (_, { id }) => people[numberOf(id)],
  people: (_, { first }) => people.slice(0, first),
};
