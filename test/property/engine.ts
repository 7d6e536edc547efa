// Random programs over several people and two lifecycles that are edited while people are in them: moves, late ones, undos,
// corrections, closings, handovers answered, renames, stages retired, merged and brought back, people merged and taken apart again. And the rules
// of the ledger written anew, sharing no line with the house.
import { statement } from '@sidestage/api';
import fc from 'fast-check';
import type { Answer, TestHouse } from '../support/house.ts';
import type { WireRow } from './programs.ts';

export const OURS = 'ours';
export const ROUND = 'whole-life';
export const KEYS = ['subscriber', 'lead', 'mql', 'sql', 'opportunity', 'customer', 'evangelist'];
const CYCLE = ['list', 'intention', 'closed', 'active', 'silent', 'lost'];
const MINUTE = 60_000;

export type Row = WireRow & { source: string; outcome: string | null; reason: string | null };

const pick = fc.nat(60);
const who = fc.nat(2);
export const act = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      who,
      to: fc.oneof(fc.constantFrom(...KEYS), fc.constantFrom(...CYCLE)),
      ago: fc.constantFrom(0, 0, 0, 1, 30 * MINUTE, 90 * MINUTE),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), who, pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      who,
      outcome: fc.constantFrom('lost', 'churned', 'disqualified', null),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('answer' as const), pick, accept: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('retire' as const), pick, into: pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revive' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('merge' as const), who, pick, theirs: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('revert' as const), pick }) },
);
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
export const acts = fc.array(act, { minLength: 3, maxLength: 18 });

/** What a program runs on: three people, each in both lifecycles, and the merges made so far. */
export interface World {
  readonly t: TestHouse;
  readonly people: readonly string[];
  readonly merges: string[];
}

let made = 0;
export async function world(t: TestHouse, more: object = {}): Promise<World> {
  if ((await t.call('GET', `/v1/lifecycles/${OURS}`)).status === 404)
    await t.call('POST', '/v1/lifecycles', { key: OURS, from: 'seven-stage' });
  const people: string[] = [];
  const first = (await t.call('GET', `/v1/lifecycles/${OURS}`)).body.stages[0].key;
  for (let i = 0; i < 3; i++) {
    const body = { display_name: `P${++made}`, stages: { [OURS]: first, [ROUND]: 'list' }, ...more };
    let answer = await t.call('POST', '/v1/contacts', body);
    // What comes first after many edits may be a stage nobody begins in.
    const [begin] = (answer.body.allowed_moves ?? []) as string[];
    if (begin) answer = await t.call('POST', '/v1/contacts', { ...body, stages: { ...body.stages, [OURS]: begin } });
    if (answer.status !== 201) throw new Error(answer.text);
    people.push(answer.body.id);
  }
  return { t, people, merges: [] };
}

const iso = (at: unknown) => new Date(Number(at)).toISOString();
const word = (value: unknown) => (value === null ? null : String(value));

/** The whole ledger as it lies in the file, a merged contact's rows under its own id. */
export async function rawRows(t: TestHouse): Promise<Row[]> {
  const { rows } = await t.house.deps.db.read({
    rows: statement(
      'select seq, id, contact_id, lifecycle, from_stage, to_stage, direction, effective_at, recorded_at, voids, time_in_previous_s, source, outcome, reason from transitions order by seq',
      [],
      (r): Row => ({
        seq: Number(r[0]),
        id: String(r[1]),
        contact_id: String(r[2]),
        lifecycle: String(r[3]),
        from: word(r[4]),
        to: word(r[5]),
        direction: String(r[6]),
        effective_at: iso(r[7]),
        recorded_at: iso(r[8]),
        voids: word(r[9]),
        time_in_previous_s: r[10] === null ? null : Number(r[10]),
        source: String(r[11]),
        outcome: word(r[12]),
        reason: word(r[13]),
      }),
    ),
  });
  return rows;
}

/** Runs one act; the answers of what it asked of the API, the last one last. */
export async function perform({ t, people, merges }: World, one: Act): Promise<Answer> {
  t.clock.advance(1000);
  const id = 'who' in one ? (people[one.who] ?? '') : '';
  const at = `/v1/contacts/${id}`;
  switch (one.kind) {
    case 'move':
      return t.call('POST', `${at}/transitions`, {
        to: one.to,
        lifecycle: CYCLE.includes(one.to) ? ROUND : OURS,
        reason: { code: 'price' },
        ...(one.ago ? { effective_at: new Date(t.clock.now() - one.ago).toISOString() } : {}),
      });
    case 'undo':
    case 'correct': {
      const rows = (await t.call('GET', `${at}/transitions?limit=200`)).body.data as Row[];
      const row = one.kind === 'undo' ? rows.at(-1) : rows[one.pick % Math.max(1, rows.length)];
      const reason = { code: 'entered-by-mistake' };
      return t.call('POST', `/v1/transitions/${row?.id}/${one.kind}`, one.kind === 'undo' ? undefined : { reason });
    }
    case 'close':
      return one.outcome === null
        ? t.call('POST', `${at}/reopen`, { lifecycle: OURS })
        : t.call('POST', `${at}/close`, {
            lifecycle: OURS,
            outcome: one.outcome,
            reason: { code: 'other', note: 'x' },
          });
    case 'answer': {
      const open = (await t.call('GET', '/v1/handovers?status=open')).body.data as { id: string }[];
      const path = `/v1/handovers/${open[one.pick % Math.max(1, open.length)]?.id ?? 'hnd_none'}`;
      return one.accept ? t.call('POST', `${path}/accept`) : t.call('POST', `${path}/decline`, { note: 'x' });
    }
    case 'rename':
    case 'retire':
    case 'revive':
      return edit(t, one);
    case 'merge': {
      const loser = people[(one.who + 1 + (one.pick % 2)) % 3] ?? '';
      const theirs = (await t.call('GET', `/v1/contacts/${loser}`)).body;
      const stage = theirs.id === loser ? theirs.stages.find((s: { lifecycle: string }) => s.lifecycle === OURS) : null;
      const stages = one.theirs && stage ? { stages: { [OURS]: stage.stage } } : {};
      const done = await t.call(
        'POST',
        '/v1/merges',
        { survivor_id: id, loser_id: loser, ...stages },
        { 'if-match': '*' },
      );
      if (done.status === 201) merges.push(done.body.merge.id);
      return done;
    }
    case 'revert':
      return t.call('POST', `/v1/merges/${merges[one.pick % Math.max(1, merges.length)] ?? 'mrg_none'}/revert`);
  }
}

/** The draft an editing act makes of the lifecycle as it is; null where it cannot. */
export async function draftOf(t: TestHouse, one: Extract<Act, { kind: 'rename' | 'retire' | 'revive' }>) {
  const now = (await t.call('GET', `/v1/lifecycles/${OURS}`)).body as {
    stages: { key: string }[];
    retired: { key: string }[];
  };
  const keys = now.stages.map((stage) => stage.key);
  if (one.kind === 'rename') {
    const named = keys[one.pick % keys.length];
    const labels = { en: `0${one.pick}`, 'zh-CN': `0${one.pick}-围观` };
    const stages = keys.map((key) => (key === named ? { key, labels } : { key }));
    return { stages: [...stages.slice(1), ...stages.slice(0, 1)] };
  }
  if (one.kind === 'revive') {
    const back = now.retired[one.pick % Math.max(1, now.retired.length)];
    return back ? { stages: [...keys, back.key].map((key) => ({ key })) } : null;
  }
  if (keys.length < 3) return null;
  const gone = keys[one.pick % keys.length] ?? '';
  const left = keys.filter((key) => key !== gone);
  return { stages: left.map((key) => ({ key })), mapping: { [gone]: left[one.into % left.length] ?? '' } };
}

async function edit(t: TestHouse, one: Extract<Act, { kind: 'rename' | 'retire' | 'revive' }>): Promise<Answer> {
  const path = `/v1/lifecycles/${OURS}`;
  const draft = await draftOf(t, one);
  if (!draft) return t.call('GET', path);
  await t.call('PUT', `${path}/draft`, draft);
  const published = await t.call('POST', `${path}/publish`);
  while (published.status === 200) {
    const next = t.house.deps.feed.next();
    const { body } = await t.call('GET', `/v1/publications/${published.body.id}`);
    if (body.status === 'done') break;
    await next;
  }
  return published;
}

/** The rows that count by what was known then: a row that takes back may itself be taken back, so later ones are asked first. */
export function counting(rows: readonly Row[], knownAt: number): Row[] {
  const known = rows.filter((row) => Date.parse(row.recorded_at) <= knownAt);
  const gone = new Set<string>();
  for (const row of [...known].sort((a, b) => b.seq - a.seq))
    if (row.voids !== null && !gone.has(row.id)) gone.add(row.voids);
  return known
    .filter((row) => row.voids === null && !gone.has(row.id))
    .sort((a, b) => Date.parse(a.effective_at) - Date.parse(b.effective_at) || a.seq - b.seq);
}

/** Where these rows leave somebody, since when, and closed by what; null where nowhere. */
export function standing(rows: readonly Row[], knownAt: number, asOf = Number.POSITIVE_INFINITY) {
  const order = counting(rows, knownAt).filter((row) => Date.parse(row.effective_at) <= asOf);
  let stage: string | null = null;
  let since = '';
  let closed: { outcome: string; reason: string | null; at: string } | null = null;
  for (const row of order) {
    if (row.to !== stage) since = row.effective_at;
    stage = row.to;
    if (row.outcome === 'open' || row.to === null) closed = null;
    else if (row.outcome) closed = { outcome: row.outcome, reason: row.reason, at: row.effective_at };
    // Nobody dealt with them: who was closed stays closed.
    else if (row.source !== 'migration' && row.source !== 'merge') closed = null;
  }
  return stage === null ? null : { stage, entered_at: since, closed };
}
