// graphql-js, asked through JSON lines: a schema and its cases in, what it says of each out.
import { createInterface } from 'node:readline';
import * as graphql from 'graphql';

const { GraphQLError, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } = graphql;

// The same hash as SeededService has.
function mix(seed, text) {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

function leafOf(type, hash) {
  const isWrong = (hash >>> 4) % 29 === 0;
  const number = hash >>> 16;
  if (isEnumType(type)) return isWrong ? 'NOPE' : type.getValues()[number % type.getValues().length].name;
  switch (type.name) {
    case 'Int': return isWrong ? 'wrong' : (number % 1000) - 500;
    case 'Float': return isWrong ? 'wrong' : (number % 1000) / 8;
    case 'Boolean': return isWrong ? 'wrong' : number % 2 === 0;
    case 'String': return 's' + (number % 100);
    case 'ID': return 'id' + (number % 100);
    default: return number % 2 === 0 ? 'any' : 7;
  }
}

function valueOf(schema, type, hash) {
  if (isNonNullType(type)) {
    if (hash % 23 === 0) return null;
    type = type.ofType;
  } else if (hash % 9 === 0) {
    return null;
  }

  if (isListType(type)) return Array.from({ length: (hash >>> 8) % 4 }, (_, i) => valueOf(schema, type.ofType, mix(hash, String(i))));
  if (isObjectType(type)) return { seed: hash, type: type.name };
  if (!isAbstractType(type)) return leafOf(type, hash);
  const names = schema.getPossibleTypes(type).map((possible) => possible.name).sort();
  const isWrong = names.length === 0 || (hash >>> 4) % 31 === 0;
  return { seed: hash, type: isWrong ? 'Nope' : names[(hash >>> 16) % names.length] };
}

function resolve(parent, args, _context, info) {
  const hash = mix(parent.seed, info.fieldName);
  if (hash % 19 === 0) throw new GraphQLError('Failed.');
  const type = isNonNullType(info.returnType) ? info.returnType.ofType : info.returnType;
  const hasArguments = info.parentType.getFields()[info.fieldName].args.length > 0;
  return hasArguments && type.name === 'String' ? 'arguments:' + JSON.stringify(args) : valueOf(info.schema, info.returnType, hash);
}

const messages = (errors) => errors.map((error) => error.message);

function answer(schema, { query, variables, operationName }) {
  let document;
  try {
    document = graphql.parse(query);
  } catch (error) {
    return { invalid: [error.message] };
  }

  const errors = graphql.validate(schema, document);
  if (errors.length > 0) return { invalid: messages(errors) };
  const operation = graphql.getOperationAST(document, operationName);
  if (operation?.operation === 'subscription') return { subscription: true };
  const result = graphql.execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    rootValue: { seed: 1 },
    fieldResolver: resolve,
    typeResolver: (value) => value.type,
  });
  return 'data' in result
    ? { data: result.data, errors: (result.errors ?? []).map((error) => ({ message: error.message, path: error.path ?? [] })) }
    : { refused: messages(result.errors) };
}

function answerAll({ sdl, cases }) {
  let schema;
  try {
    schema = graphql.buildSchema(sdl);
    const errors = graphql.validateSchema(schema);
    if (errors.length > 0) return { schema: messages(errors) };
  } catch (error) {
    return { schema: [error.message] };
  }

  return {
    cases: cases.map((one) => {
      try {
        return answer(schema, one);
      } catch (error) {
        return { thrown: String(error.stack) };
      }
    }),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answerAll(JSON.parse(line))) + '\n');
}
