// Lists of people: one keyset query over the index that fits the sort and the strongest filter.

import type { z } from '@hono/zod-openapi';
import { toIso } from '@sidestage/domain';
import { statement, type Value } from '../../db/statement.ts';
import { decodeCursor, nextLink, page } from '../../http/cursor.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { Problem } from '../../http/problem.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import type { contactQuery } from './contacts.schemas.ts';
import { CONTACT_COLUMNS, decodeContact } from './contacts.store.ts';
import { contactView } from './contacts.view.ts';
import { seesOnlyOwn } from './on-contact.ts';

type Query = z.output<typeof contactQuery>;

const SORTS = {
  '-created_at': { column: 'created_at', direction: 'desc', compare: '<' },
  created_at: { column: 'created_at', direction: 'asc', compare: '>' },
  '-updated_at': { column: 'updated_at', direction: 'desc', compare: '<' },
} as const;

export async function listContacts(call: Call<unknown, Query, unknown>): Promise<Reply> {
  const { limit = 50, cursor, sort = '-created_at', ...filter } = call.query;
  const where: string[] = [
    'c.erased_at is null',
    filter.archived ? 'c.archived_at is not null' : 'c.archived_at is null',
  ];
  const args: Value[] = [];
  const add = (sql: string, ...values: Value[]) => {
    where.push(sql);
    args.push(...values);
  };
  if (filter.stage) {
    const lifecycle = lifecycleNamed(call, filter.lifecycle);
    const unknown = filter.stage.filter((stage) => !lifecycle.stages.some((one) => one.key === stage));
    if (unknown.length)
      throw new Problem('validation-failed', `"${lifecycle.key}" has no stage "${unknown[0]}".`, {
        errors: [
          {
            pointer: '?stage',
            code: 'stage-unknown',
            detail: `Known: ${lifecycle.stages.map((one) => one.key).join(', ')}.`,
          },
        ],
      });
    add(
      'exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ? and p.stage in (select value from json_each(?)))',
      lifecycle.key,
      JSON.stringify(filter.stage),
    );
  } else if (filter.lifecycle)
    add(
      'exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ?)',
      lifecycleNamed(call, filter.lifecycle).key,
    );
  for (const tag of filter.tag ?? [])
    add('exists (select 1 from contact_tags t where t.contact_id = c.id and t.tag_key = ?)', tag);
  if (filter.owner === 'none') add('c.owner_id is null');
  else if (filter.owner) add('c.owner_id = ?', filter.owner === 'me' ? call.actor.id : filter.owner);
  if (filter.source) add('c.source = ?', filter.source);
  if (filter.updated_since !== undefined) add('c.updated_at >= ?', filter.updated_since);
  if (filter.q) {
    const like = `%${filter.q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    add(
      "(lower(c.display_name) like ? escape '\\' or lower(c.company) like ? escape '\\' or exists (select 1 from identities i where i.contact_id = c.id and (i.handle like ? escape '\\' or lower(i.display) like ? escape '\\')))",
      like,
      like,
      like,
      like,
    );
  }
  if (seesOnlyOwn(call)) add('(c.owner_id is null or c.owner_id = ?)', call.actor.id);

  const order = SORTS[sort];
  const binding = [filter, sort, where.length];
  const after = decodeCursor(binding, cursor, 2);
  if (after) add(`(c.${order.column}, c.id) ${order.compare} (?, ?)`, after[0] ?? 0, after[1] ?? '');
  const rows = (
    await call.deps.db.read({
      rows: statement(
        `select ${CONTACT_COLUMNS} from contacts c where ${where.join(' and ')} order by c.${order.column} ${order.direction}, c.id ${order.direction} limit ?`,
        [...args, limit + 1],
        decodeContact,
      ),
    })
  ).rows;
  const result = page(rows, limit, binding, (row) => [
    order.column === 'created_at' ? row.createdAt : row.updatedAt,
    row.id,
  ]);
  return {
    status: 200,
    body: { data: result.data.map((row) => contactView(row, call.deps.lifecycles)), next_cursor: result.next_cursor },
    headers: nextLink(
      '/v1/contacts',
      { ...call.query, updated_since: filter.updated_since === undefined ? undefined : toIso(filter.updated_since) },
      result.next_cursor,
    ),
  };
}
