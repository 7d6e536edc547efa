// What the report thread reads to count: the ledger in chunks of text, and what people are grouped by.
import type { Reader } from '../../db/database.ts';
import { statement, type Value } from '../../db/statement.ts';
import type { PeopleFilter } from './report-ask.ts';

/** Ends each value of a row but the last; no value holds it, nor a line end. */
export const VALUE_END = '\u001f';
// One value of ten thousand rows costs a tenth of what their values cost one by one (measured: each is half a microsecond).
const CHUNK = 10_000;
const PAGE = 5_000;

export interface LedgerChunk {
  readonly upTo: number;
  /** A line per row: contact, seq, effective_at, recorded_at, seq of the row taken back or nothing, kind as JSON. */
  readonly text: string;
}
/** The next rows of the ledger after a seq, along its primary key; none where nothing is left. */
export const ledgerChunk = (after: number, upTo: number) => {
  const end = Math.min(upTo, after + CHUNK);
  return statement(
    `select group_concat(contact_id || char(31) || seq || char(31) || effective_at || char(31) || recorded_at || char(31)
        || case when voids is null then '' else (select o.seq from transitions o where o.id = t.voids) end || char(31)
        || '["' || lifecycle || '",' || case when to_stage is null then 'null' else '"' || to_stage || '"' end
        || case when reason is not null or outcome is not null or source in ('merge', 'migration') then ',' || substr(json_array(reason, source, outcome), 2) else ']' end, char(10))
      from transitions t where seq > ? and seq <= ?`,
    [after, end],
    (r): LedgerChunk => ({ upTo: end, text: r[0] === null ? '' : String(r[0]) }),
  );
};

const FIRST_CHANNEL =
  '(select i.channel from identities i where i.contact_id = c.id order by i.created_at, i.id limit 1)';

export function filterSql(filter: PeopleFilter): { where: string; args: Value[] } {
  const where: string[] = [];
  const args: Value[] = [];
  if (filter.owner === null) where.push('c.owner_id is null');
  else if (filter.owner !== undefined) where.push('c.owner_id = ?') && args.push(filter.owner);
  if (filter.source !== undefined) where.push('c.source = ?') && args.push(filter.source);
  if (filter.channel !== undefined) where.push(`${FIRST_CHANNEL} = ?`) && args.push(filter.channel);
  if (filter.seenBy !== undefined) where.push('(c.owner_id is null or c.owner_id = ?)') && args.push(filter.seenBy);
  return { where: where.map((one) => ` and ${one}`).join(''), args };
}

/** Contact, owner, source, first channel. */
export type Groups = readonly [string, string | null, string | null, string | null];

/** Everybody who passes a filter, along the primary key. */
export async function* groupPages(reader: Reader, filter: PeopleFilter, channel: boolean): AsyncGenerator<Groups[]> {
  const { where, args } = filterSql(filter);
  let after = '';
  for (;;) {
    const { page } = await reader.read({
      page: statement(
        `select json_group_array(json_array(p.id, p.owner_id, p.source, p.channel)) filter (where p.fits), max(p.id) from
          (select c.id, c.owner_id, c.source, ${channel ? FIRST_CHANNEL : 'null'} as channel, (true${where}) as fits
            from contacts c where c.id > ? order by c.id limit ${PAGE}) p`,
        [...args, after],
        (r) => ({ people: JSON.parse(String(r[0] ?? '[]')) as Groups[], last: r[1] === null ? null : String(r[1]) }),
      ),
    });
    const last = page[0]?.last ?? null;
    if (last === null) return;
    yield page[0]?.people ?? [];
    after = last;
  }
}
