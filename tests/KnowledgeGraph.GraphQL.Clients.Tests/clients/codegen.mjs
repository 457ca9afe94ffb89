import assert from 'node:assert';
import { generate } from '@graphql-codegen/cli';

const [types] = await generate(
  {
    schema: process.argv[2],
    documents: ['query Named($id: ID!) { person(id: $id) { name hue friends { id } } }'],
    generates: { 'types.ts': { plugins: ['typescript', 'typescript-operations'] } },
    silent: true,
  },
  false);

assert.match(types.content, /export type NamedQuery = /);
assert.match(types.content, /hue: (Types\.)?(Maybe<)?Hue|hue: Hue \| null/);
console.log('ok');
