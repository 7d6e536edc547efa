// What coverage is counted from, page by page, and the last seq of ledger and events.
import type { Reader } from '../../db/database.ts';
import { statement } from '../../db/statement.ts';
import { filterSql } from './columns.store.ts';
import type { CoverageParameters, PeopleFilter, Seqs } from './report-ask.ts';

// Large enough that a page's own cost vanishes, small enough that a cancelled report ends within milliseconds.
const PAGE = 10_000;

export const seqs = statement(
  'select (select coalesce(max(seq), 0) from transitions), (select coalesce(max(seq), 0) from events)',
  [],
  (r): Seqs => ({ ledgerSeq: Number(r[0]), eventSeq: Number(r[1]) }),
);

interface CoveredRow {
  readonly id: string;
  readonly owner: string | null;
  readonly nextStep: boolean;
  readonly reachable: boolean;
  readonly interestKnown: boolean;
  readonly marketable: boolean;
  readonly marketedTo: boolean;
}

/** Contacts as coverage sees them, keyset by id. */
export async function* coveredPages(
  reader: Reader,
  { lifecycle, marketable, ended, since }: CoverageParameters,
  filter: PeopleFilter,
): AsyncGenerator<CoveredRow[]> {
  const { where, args } = filterSql(filter);
  let after = '';
  for (let size = PAGE; size === PAGE; ) {
    const { rows } = await reader.read({
      rows: statement(
        `select c.id, c.owner_id, c.next_follow_up_at is not null,
          exists (select 1 from identities i where i.contact_id = c.id),
          exists (select 1 from contact_tags x join tags t on t.key = x.tag_key where x.contact_id = c.id and t.group_key = 'interests'),
          coalesce((select p.stage in (select value from json_each(?)) from positions p where p.contact_id = c.id and p.lifecycle = ?), 0),
          exists (select 1 from interactions n where n.contact_id = c.id and n.direction = 'outbound' and n.occurred_at >= ?)
        from contacts c where c.id > ? and c.archived_at is null and c.erased_at is null and c.merged_into is null
          and not exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ? and (p.closed_outcome is not null or p.stage in (select value from json_each(?))))${where}
        order by c.id limit ${PAGE}`,
        [JSON.stringify(marketable), lifecycle, since, after, lifecycle, JSON.stringify(ended), ...args],
        (r): CoveredRow => ({
          id: String(r[0]),
          owner: r[1] === null ? null : String(r[1]),
          nextStep: r[2] === 1,
          reachable: r[3] === 1,
          interestKnown: r[4] === 1,
          marketable: r[5] === 1,
          marketedTo: r[6] === 1,
        }),
      ),
    });
    size = rows.length;
    after = rows.at(-1)?.id ?? after;
    yield rows;
  }
}

/** Active staff and what they did since; a rep who sees only their own hears of nobody else. */
export const coveredStaff = (since: number, seenBy: string | undefined) =>
  statement(
    `with done as (select actor, max(type = 'contact.stage_moved') moved, max(type = 'interaction.logged') logged, max(type = 'follow_up.created') planned
        from events where at >= ? and actor like 'staff:%' group by actor)
      select s.role, d.actor is not null, coalesce(d.moved, 0), coalesce(d.logged, 0), coalesce(d.planned, 0)
      from staff s left join done d on d.actor = 'staff:' || s.id where s.active = 1${seenBy === undefined ? '' : ' and s.id = ?'}`,
    seenBy === undefined ? [since] : [since, seenBy],
    (r) => ({ role: String(r[0]), acted: r[1] === 1, moved: r[2] === 1, logged: r[3] === 1, planned: r[4] === 1 }),
  );
