// /v1/imports: a file, what is asked of it, how far it is, and what became of each row.
import { operation } from '../../http/operation.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import { IMPORT_TYPES, importOut, importQuery, importRowLine, importStart, rowsQuery } from './imports.schemas.ts';
import { cancelImport, createImport, findImport, listImports, resumeImport, startImport } from './imports.service.ts';
import { importView } from './imports.view.ts';
import { progressStream } from './progress.ts';
import { rowsAsCsv, rowsAsLines } from './row-results.ts';

const area = 'data';
const scope = 'data:import';

export const importOperations = [
  operation(
    {
      id: 'createImport',
      method: 'post',
      path: '/v1/imports',
      area,
      scope,
      summary: 'Upload a file of people',
      description:
        'The body is the file itself, CSV or one JSON object a line, of any number of rows and up to IMPORT_MAX_BYTES. The answer says what it looks like and proposes a mapping; nothing is imported before it is started.',
      upload: IMPORT_TYPES,
      replies: { 201: { description: 'Kept, and looked into', schema: importOut } },
    },
    async (call) => createImport(call, call.upload?.type === 'text/csv' ? 'csv' : 'ndjson'),
  ),
  operation(
    {
      id: 'listImports',
      method: 'get',
      path: '/v1/imports',
      area,
      scope,
      summary: 'Imports, latest first',
      query: importQuery,
      replies: { 200: { description: 'One page', schema: pageOf(importOut).openapi('ImportPage') } },
      problems: ['cursor-invalid'],
    },
    listImports,
  ),
  operation(
    {
      id: 'getImport',
      method: 'get',
      path: '/v1/imports/{id}',
      area,
      scope,
      summary: 'One import and how far it is',
      params: idParam,
      replies: { 200: { description: 'The import', schema: importOut } },
    },
    async (call) => ({ status: 200, body: importView(await findImport(call, call.params.id)) }),
  ),
  operation(
    {
      id: 'startImport',
      method: 'post',
      path: '/v1/imports/{id}/start',
      area,
      scope,
      summary: 'Start an import',
      description:
        'What can be told from the headers is refused at once. The worker then reads the whole file before it writes the first row: an ambiguous column of dates or bytes in another encoding end it as `failed` with nothing written. People are never merged: a row is a new person, a person found again by handle and name or by external id, or rejected with who is in the way. An empty cell changes nothing.',
      params: idParam,
      body: importStart,
      bodyOptional: true,
      replies: { 202: { description: 'Under way', schema: importOut } },
      problems: ['import-state', 'import-file-gone', 'import-refused'],
    },
    async (call) => startImport(call, call.params.id, call.body ?? {}),
  ),
  operation(
    {
      id: 'cancelImport',
      method: 'post',
      path: '/v1/imports/{id}/cancel',
      area,
      scope,
      summary: 'Stop an import; what was written stays',
      params: idParam,
      replies: { 200: { description: 'Cancelled', schema: importOut } },
      problems: ['import-state'],
    },
    async (call) => cancelImport(call, call.params.id),
  ),
  operation(
    {
      id: 'resumeImport',
      method: 'post',
      path: '/v1/imports/{id}/resume',
      area,
      scope,
      summary: 'Go on with a cancelled or failed import',
      params: idParam,
      replies: { 202: { description: 'Under way again', schema: importOut } },
      problems: ['import-state', 'import-file-gone'],
    },
    async (call) => resumeImport(call, call.params.id),
  ),
  operation(
    {
      id: 'watchImport',
      method: 'get',
      path: '/v1/imports/{id}/events',
      area,
      scope,
      summary: 'Progress as server-sent events',
      description:
        'Each `progress` event holds the import as GET shows it; the last one is that of its end, and then the stream closes. One of an import that was not started says so in a comment, and waits for the start.',
      params: idParam,
      replies: { 200: { description: 'Events', stream: { type: 'text/event-stream' } } },
    },
    async (call) => {
      const first = await findImport(call, call.params.id);
      return { status: 200, stream: progressStream(call.deps, first, call.signal) };
    },
  ),
  operation(
    {
      id: 'exportImportRows',
      method: 'get',
      path: '/v1/imports/{id}/rows',
      area,
      scope,
      summary: 'What became of every row',
      description: 'One line a row, in order, with reason codes; the last line holds the count.',
      params: idParam,
      query: rowsQuery,
      replies: {
        200: {
          description: 'Rows so far',
          stream: { type: 'application/x-ndjson', line: { name: 'ImportRowLine', schema: importRowLine } },
        },
      },
    },
    async (call) => {
      const { id } = await findImport(call, call.params.id);
      return { status: 200, stream: rowsAsLines(call.deps, id, call.query.outcome) };
    },
  ),
  operation(
    {
      id: 'exportImportRowsCsv',
      method: 'get',
      path: '/v1/imports/{id}/rows.csv',
      area,
      scope,
      summary: 'What became of every row, as CSV',
      description: 'The last row holds `#end` and the count.',
      params: idParam,
      query: rowsQuery,
      replies: { 200: { description: 'Rows so far', stream: { type: 'text/csv' } } },
    },
    async (call) => {
      const { id } = await findImport(call, call.params.id);
      return { status: 200, stream: rowsAsCsv(call.deps, id, call.query.outcome) };
    },
  ),
];
