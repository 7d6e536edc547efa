// The generator runs on the compiler version it needs, apart from the one the house uses.
import { expect, it } from 'vitest';
import { typesOf } from '../generate.ts';

it('types are generated from an OpenAPI 3.1 document', async () => {
  const types = await typesOf(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 't', version: '1' },
      paths: {
        '/v1/me': {
          get: {
            operationId: 'getMe',
            responses: {
              200: { description: 'ok', content: { 'application/json': { schema: { type: ['string', 'null'] } } } },
            },
          },
        },
      },
    }),
  );
  expect(types).toContain('export interface paths');
  expect(types).toContain('getMe');
  expect(types).toContain('string | null');
});

it('the codes of problems the document names become a union, so that an editor completes them', async () => {
  const code = { type: 'string', examples: ['not-found', 'busy'] };
  const Problem = { type: 'object', properties: { code } };
  const document = {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    paths: {},
    components: { schemas: { Problem } },
  };
  expect(await typesOf(JSON.stringify(document))).toMatch(
    /export type KnownProblemCode =\s+\| "not-found"\s+\| "busy";\n$/,
  );
});
