// The count that closes the contract project tells what was never provoked.
import { expect, it } from 'vitest';
import { asMarkdown, coverageOf, summaryOf } from '../support/coverage/table.ts';

const answers = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: String(status) }]));
const document = {
  paths: {
    '/v1/people': {
      get: { operationId: 'listPeople', security: [], responses: answers(200, 401) },
      post: { operationId: 'createPerson', security: [], responses: answers(201, 409) },
    },
  },
};

it('a declared status that no test was answered is named, and one of another operation does not stand for it', () => {
  const heard = new Map([
    ['listPeople 200', new Set<string>()],
    ['listPeople 409', new Set(['conflict'])],
    ['createPerson 201', new Set<string>()],
    ['createPerson 409', new Set(['handle-taken', 'conflict'])],
  ]);
  const coverage = coverageOf(document, heard);
  expect(coverage.missing).toEqual(['listPeople 401']);
  expect(summaryOf(coverage)).toMatch(/^3 of 4 declared answers \(2 operations/);
  expect(coverage.table.createPerson).toEqual({ 201: [], 409: ['conflict', 'handle-taken'] });
  expect(asMarkdown(coverage)).toContain('| listPeople | ✓ |  | **never** |  |');
});
