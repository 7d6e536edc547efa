// /v1/exports: everything, streamed, and known to be whole by its last line.
import { operation } from '../../http/operation.ts';
import { contactsAsCsv, contactsAsLines } from './export-contacts.ts';
import { transitionsAsCsv, transitionsAsLines } from './export-transitions.ts';
import { contactLine, contactsExportQuery, transitionLine, transitionsExportQuery } from './exports.schemas.ts';

const area = 'data';
const scope = 'data:export';
const LINES =
  'The last line is `{"end": true, "count": n}`: without it the export was cut off. Nobody waits for an export, and it waits for nobody: who is added while it runs may be in it, who was there before is.';
const ROWS =
  'The first cell of the last row is `#end`, the second the count: without it the export was cut off. Text that a spreadsheet would run (it begins with = + - @) stands behind one apostrophe, which an import takes away again.';
const named = { 'content-disposition': 'attachment' };

export const exportOperations = [
  operation(
    {
      id: 'exportContacts',
      method: 'get',
      path: '/v1/exports/contacts.ndjson',
      area,
      scope,
      summary: 'All people, one JSON object a line',
      description: LINES,
      query: contactsExportQuery,
      replies: {
        200: {
          description: 'Everybody who fits, oldest first',
          stream: { type: 'application/x-ndjson', line: { name: 'ContactLine', schema: contactLine } },
        },
      },
      problems: ['lifecycle-unknown'],
    },
    async (call) => ({ status: 200, stream: await contactsAsLines(call), headers: named }),
  ),
  operation(
    {
      id: 'exportContactsCsv',
      method: 'get',
      path: '/v1/exports/contacts.csv',
      area,
      scope,
      summary: 'All people as CSV',
      description: ROWS,
      query: contactsExportQuery,
      replies: { 200: { description: 'Everybody who fits, oldest first', stream: { type: 'text/csv' } } },
      problems: ['lifecycle-unknown'],
    },
    async (call) => ({ status: 200, stream: await contactsAsCsv(call), headers: named }),
  ),
  operation(
    {
      id: 'exportTransitions',
      method: 'get',
      path: '/v1/exports/transitions.ndjson',
      area,
      scope,
      summary: 'The whole ledger, one row a line',
      description: LINES,
      query: transitionsExportQuery,
      replies: {
        200: {
          description: 'Rows by seq',
          stream: { type: 'application/x-ndjson', line: { name: 'TransitionLine', schema: transitionLine } },
        },
      },
      problems: ['lifecycle-unknown'],
    },
    async (call) => ({ status: 200, stream: transitionsAsLines(call), headers: named }),
  ),
  operation(
    {
      id: 'exportTransitionsCsv',
      method: 'get',
      path: '/v1/exports/transitions.csv',
      area,
      scope,
      summary: 'The whole ledger as CSV',
      description: ROWS,
      query: transitionsExportQuery,
      replies: { 200: { description: 'Rows by seq', stream: { type: 'text/csv' } } },
      problems: ['lifecycle-unknown'],
    },
    async (call) => ({ status: 200, stream: transitionsAsCsv(call), headers: named }),
  ),
];
