// The audit of GraphQL over HTTP: each check of the draft, those that are only recommended as well.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const result of results) {
  if (result.status !== 'ok') console.log(`${result.id} ${result.name}: ${result.status} ${result.reason}`);
}

console.log(`${results.filter((result) => result.status === 'ok').length} of ${results.length}`);
