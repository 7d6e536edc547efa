// Imports as a caller does them: upload, start, wait for the end by its event stream, read what became of the rows.
import { statement } from '@sidestage/api';
import type { TestHouse } from './house.ts';
import { validateExchange } from './validator.ts';

export interface Upload {
  readonly type?: 'text/csv' | 'application/x-ndjson';
  readonly headers?: Record<string, string>;
}

/** Uploads and answers as the service did. */
export async function upload(t: Pick<TestHouse, 'house' | 'key'>, file: string | Uint8Array, more: Upload = {}) {
  const response = await t.house.app.request('/v1/imports', {
    method: 'POST',
    headers: { authorization: `Bearer ${t.key}`, 'content-type': more.type ?? 'text/csv', ...more.headers },
    body: file as BodyInit,
  });
  const text = await response.text();
  const { status, headers } = response;
  validateExchange({ method: 'POST', path: '/v1/imports', status, headers, text });
  return { status, body: JSON.parse(text), text, headers };
}

/** Waits until the import has ended, by watching it, and answers it as the last event shows it. */
export async function ended(t: Pick<TestHouse, 'house' | 'key'>, id: string) {
  const response = await t.house.app.request(`/v1/imports/${id}/events`, {
    headers: { authorization: `Bearer ${t.key}` },
  });
  const last = (await response.text()).trim().split('\n\n').at(-1) ?? '';
  return JSON.parse(last.slice(last.indexOf('data: ') + 6));
}

/** The whole way; answers the import as it ended. */
export async function importFile(
  t: TestHouse,
  file: string | Uint8Array,
  options: Record<string, unknown> = {},
  more: Upload = {},
) {
  const made = await upload(t, file, more);
  if (made.status !== 201) throw new Error(made.text);
  const started = await t.call('POST', `/v1/imports/${made.body.id}/start`, options);
  if (started.status !== 202) throw new Error(started.text);
  return ended(t, made.body.id);
}

/** Every row's result; the count at the end is checked. */
export async function rowsOf(t: TestHouse, id: string, query = '') {
  const lines = (await t.call('GET', `/v1/imports/${id}/rows${query}`)).text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const last = lines.pop();
  if (last.end !== true || last.count !== lines.length) throw new Error('rows are missing');
  return lines;
}

export const csv = (...rows: string[]) => `${rows.join('\n')}\n`;

/** What became of each row, with the reasons. */
export const outcomesOf = async (t: TestHouse, id: string) =>
  (await rowsOf(t, id)).map((row) => [row.outcome, ...row.reasons.map((one: { code: string }) => one.code)].join(' '));

/** Everybody there is, oldest first. */
export const everybody = async (t: TestHouse) =>
  (await t.call('GET', '/v1/contacts?limit=200&sort=created_at')).body.data;

export const countOf = async (t: TestHouse, table: string) =>
  (await t.house.deps.db.read({ n: statement(`select count(*) from ${table}`, [], (r) => Number(r[0])) })).n[0];
