// Whom did somebody meet, when, and which sentence says so?   node build/who-met.js http://127.0.0.1:5000/graphql 郗明庚
import { print } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { WhoMetDocument } from './generated.js';

const [address = 'http://127.0.0.1:5000/graphql', name = '郗明庚'] = process.argv.slice(2);

async function ask<TData, TVariables>(document: TypedDocumentNode<TData, TVariables>, variables: TVariables): Promise<TData> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = await response.json() as { data?: TData; errors?: { message: string }[] };
  if (errors || !data)
    throw new Error(errors?.map(error => error.message).join('\n') ?? 'There is no answer.');

  return data;
}

const [hit] = (await ask(WhoMetDocument, { name })).search;
if (!hit || !('whoMet' in hit.node)) {
  console.log(`Nobody is called ${name}.`);
} else {
  console.log(`${hit.node.name} met ${hit.node.whoMet.totalCount}:`);
  for (const { entity, score, encounters } of hit.node.whoMet.contacts) {
    const [latest] = encounters;
    console.log(`  ${entity.name} (${score.toFixed(2)}), ${latest?.date ?? 'undated'}: ${latest?.relations[0]?.sentence}`);
  }
}
