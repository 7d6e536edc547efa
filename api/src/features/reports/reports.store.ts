// The ledger read page by page for reports: whole people, in the order of their ids.
import type { LedgerRow, Person } from '@sidestage/domain';
import type { Reader } from '../../db/database.ts';
import { statement, type Value } from '../../db/statement.ts';
import type { CoverageParameters, PeopleFilter, Seqs } from './report-ask.ts';

// Large enough that a page's own cost vanishes, small enough that a cancelled report ends within milliseconds.
const PAGE = 10_000;

export const seqs = statement(
  'select (select coalesce(max(seq), 0) from transitions), (select coalesce(max(seq), 0) from events)',
  [],
  (r): Seqs => ({ ledgerSeq: Number(r[0]), eventSeq: Number(r[1]) }),
);

interface LedgerPageRow extends LedgerRow {
  readonly contactId: string;
}

/** Which row takes back which, by seq; the unique index on voids holds only those. */
const voids = (lifecycle: string, upTo: number) =>
  statement(
    'select v.seq, o.seq from transitions v join transitions o on o.id = v.voids where v.voids is not null and v.lifecycle = ? and v.seq <= ?',
    [lifecycle, upTo],
    (r): [number, number] => [Number(r[0]), Number(r[1])],
  );

interface Columns {
  readonly takenBack: ReadonlyMap<number, number>;
  /** Whether it matters when a row was recorded. */
  readonly recorded: boolean;
}

/**
 * Along index transitions_contact, whose own order within a person spares a sort. Each column of a row costs half a
 * microsecond (measured), so only those are read that matter: reason, source and outcome together, where there is any.
 */
const ledgerPage = (lifecycle: string, upTo: number, after: string, { takenBack, recorded }: Columns) => {
  const seqs = takenBack.size > 0;
  return statement(
    `select t.contact_id, t.to_stage, t.effective_at,
        case when t.reason is not null or t.outcome is not null or t.source in ('merge', 'migration') then json_array(t.reason, t.source, t.outcome) end,
        ${recorded ? 't.recorded_at' : '0'}${seqs ? ', t.seq' : ''}
      from transitions t where t.contact_id > ? and t.lifecycle = ? and t.seq <= ? order by t.contact_id limit ${PAGE}`,
    [after, lifecycle, upTo],
    (r): LedgerPageRow => {
      const seq = seqs ? (r[5] as number) : 0;
      const back = seqs ? takenBack.get(seq) : undefined;
      const row = {
        contactId: r[0] as string,
        seq,
        id: seqs ? `#${seq}` : '',
        from: null,
        to: r[1] as string | null,
        effectiveAt: r[2] as number,
        recordedAt: r[4] as number,
        voids: back === undefined ? null : `#${back}`,
      };
      if (r[3] === null) return row;
      const [reason, source, outcome] = JSON.parse(r[3] as string);
      return { ...row, reason, source, outcome };
    },
  );
};

const FIRST_CHANNEL =
  '(select i.channel from identities i where i.contact_id = c.id order by i.created_at, i.id limit 1)';

function filterSql(filter: PeopleFilter): { where: string; args: Value[] } {
  const where: string[] = [];
  const args: Value[] = [];
  if (filter.owner === null) where.push('c.owner_id is null');
  else if (filter.owner !== undefined) where.push('c.owner_id = ?') && args.push(filter.owner);
  if (filter.source !== undefined) where.push('c.source = ?') && args.push(filter.source);
  if (filter.channel !== undefined) where.push(`${FIRST_CHANNEL} = ?`) && args.push(filter.channel);
  if (filter.seenBy !== undefined) where.push('(c.owner_id is null or c.owner_id = ?)') && args.push(filter.seenBy);
  return { where: where.map((one) => ` and ${one}`).join(''), args };
}

interface Groups {
  readonly owner: string | null;
  readonly source: string | null;
  readonly channel: string | null;
}

const groupsPage = (after: string, last: string, filter: PeopleFilter, channel: boolean) => {
  const { where, args } = filterSql(filter);
  return statement(
    `select c.id, c.owner_id, c.source, ${channel ? FIRST_CHANNEL : 'null'} from contacts c where c.id > ? and c.id <= ?${where}`,
    [after, last, ...args],
    (r): [string, Groups] => [
      String(r[0]),
      {
        owner: r[1] === null ? null : String(r[1]),
        source: r[2] === null ? null : String(r[2]),
        channel: r[3] === null ? null : String(r[3]),
      },
    ],
  );
};

export interface PeopleAsked {
  readonly lifecycle: string;
  readonly upTo: number;
  readonly filter: PeopleFilter;
  readonly recorded: boolean;
  /** What people are grouped by, beyond their rows. */
  readonly groups: 'none' | 'owner-and-source' | 'channel';
}

/** Pages of whole people. Rows after `upTo` are not there: the ledger only grows, so the same question reads the same. */
export async function* peoplePages(reader: Reader, asked: PeopleAsked): AsyncGenerator<Person[]> {
  const { lifecycle, upTo, filter, groups, recorded } = asked;
  const takenBack = new Map((await reader.read({ rows: voids(lifecycle, upTo) })).rows);
  const columns: Columns = { takenBack, recorded };
  const plain = groups === 'none' && Object.keys(filter).length === 0;
  let after = '';
  for (let size = PAGE; size === PAGE; ) {
    const { rows } = await reader.read({ rows: ledgerPage(lifecycle, upTo, after, columns) });
    size = rows.length;
    const people = new Map<string, LedgerPageRow[]>();
    let of: LedgerPageRow[] = [];
    let id = '';
    for (const row of rows) {
      if (row.contactId !== id) {
        [id, of] = [row.contactId, []];
        people.set(id, of);
      }
      of.push(row);
    }
    // The last person of a full page may go on: read again with the next one, unless theirs is the whole page.
    if (size === PAGE && people.size > 1) people.delete(id);
    else if (size === PAGE) people.set(id, (await wholeLedger(reader, lifecycle, upTo, id, columns)).rows);
    const last = [...people.keys()].at(-1);
    if (last === undefined) return;
    const known = plain
      ? undefined
      : new Map((await reader.read({ rows: groupsPage(after, last, filter, groups === 'channel') })).rows);
    after = last;
    yield [...people].flatMap(([contactId, own]): Person[] => {
      if (!known) return [{ id: contactId, rows: own }];
      const more = known.get(contactId);
      return more ? [{ id: contactId, rows: own, ...more }] : [];
    });
  }
}

/** Somebody with more rows than a page holds. */
function wholeLedger(reader: Reader, lifecycle: string, upTo: number, contactId: string, columns: Columns) {
  const page = ledgerPage(lifecycle, upTo, contactId, columns);
  return reader.read({
    rows: {
      ...page,
      sql: page.sql.replace('t.contact_id > ?', 't.contact_id = ?').replace(` limit ${PAGE}`, ''),
    },
  });
}

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
          and not exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ? and p.stage in (select value from json_each(?)))${where}
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
