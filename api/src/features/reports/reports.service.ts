// Turns the query of a request into a question to the report thread, and its figures into JSON or CSV.
import type { z } from '@hono/zod-openapi';
import { type Figure, FUTURE_TOLERANCE_MS, type Lifecycle, toIso, wayOf } from '@sidestage/domain';
import { csvRow } from '../../http/csv.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { type Fault, Problem } from '../../http/problem.ts';
import { seesOnlyOwn } from '../contacts/on-contact.ts';
import { refuseUnknownStaff } from '../staff/refuse-unknown.ts';
import { lifecycleNamed } from '../transitions/situation.ts';
import { type Ask, onLedgerAlone, type PeopleFilter } from './report-ask.ts';
import { ReportCancelled } from './report-runner.ts';
import { type queries, type ReportName, rowShapes } from './reports.schemas.ts';
import { seqs } from './reports.store.ts';

type Query<N extends ReportName> = z.output<(typeof queries)[N]>;
type AnyQuery = { [N in ReportName]: Query<N> }[ReportName];

const MINUTE_MS = 60_000;

export async function report(call: Call, name: ReportName, asCsv: boolean): Promise<Reply> {
  await refuseUnknownStaff(call, 'owner', (call.query as AnyQuery).owner, ['me', 'none']);
  const ask = askOf(call, name, call.query as AnyQuery);
  const now = (await call.deps.db.read({ seqs })).seqs[0] ?? { ledgerSeq: 0, eventSeq: 0 };
  const { figures, ledgerSeq, eventSeq } = await call.deps.reports.run(ask, now, call.signal).catch((error) => {
    // Nobody hears this: the caller is gone.
    if (error instanceof ReportCancelled) throw new Problem('busy', 'The report was cancelled.');
    throw error;
  });
  const about = {
    report: name,
    method: figures.method,
    parameters: shown(ask),
    n: figures.n,
    ledger_seq: ledgerSeq,
    event_seq: onLedgerAlone(ask) ? null : eventSeq,
  };
  if (!asCsv) return { status: 200, body: { ...about, data: figures.rows } };
  // Every line says where it is from, since a file outlives the request it came with.
  const method = `${figures.method.key}/${figures.method.version}`;
  const origin = { ...about, method, parameters: JSON.stringify(about.parameters) };
  const columns = [...Object.keys(rowShapes[name]), ...Object.keys(origin)];
  const rows = figures.rows.map((row): Record<string, Figure> => ({ ...row, ...origin }));
  const text = [columns, ...rows.map((row) => columns.map((name) => row[name] ?? null))].map(csvRow).join('');
  return {
    status: 200,
    stream: new Blob([text]).stream(),
    headers: { 'content-disposition': `attachment; filename="${name}.csv"` },
  };
}

function askOf(call: Call, name: ReportName, query: AnyQuery): Ask {
  const lifecycle = lifecycleNamed(call, query.lifecycle, '?lifecycle');
  const filter = filterOf(call, query);
  const faults: Fault[] = [];
  const stage = (given: string | undefined, standard: string, pointer: string) => {
    const stages = lifecycle.stages.map((one) => one.key);
    if (given !== undefined && !stages.includes(given))
      faults.push({ pointer, code: 'stage-unknown', detail: `Known: ${stages.join(', ')}.` });
    return given ?? standard;
  };
  const ask = parametersOf(call, name, query, lifecycle, stage, faults);
  if (faults.length > 0) throw new Problem('validation-failed', faults[0]?.detail ?? '', { errors: faults });
  return { ...ask, filter } as Ask;
}

function parametersOf(
  call: Call,
  name: ReportName,
  query: AnyQuery,
  lifecycle: Lifecycle,
  stage: (given: string | undefined, standard: string, pointer: string) => string,
  faults: Fault[],
): Pick<Ask, 'report' | 'parameters'> {
  const minute = Math.ceil((call.now + 1) / MINUTE_MS) * MINUTE_MS;
  if (name === 'coverage') {
    const { days = 30 } = query as Query<'coverage'>;
    const keys = (pick: (one: Lifecycle['stages'][number]) => boolean) =>
      lifecycle.stages.filter(pick).map((one) => one.key);
    return {
      report: name,
      parameters: {
        lifecycle: lifecycle.key,
        marketable: keys((one) => one.outreach === 'marketing'),
        ended: keys((one) => one.terminal === 'lost' || one.terminal === 'disqualified'),
        since: minute - days * 86_400_000,
      },
    };
  }
  const given = query as Query<'funnel'>;
  const { from = null, to = null, as_of: asOf = minute, known_at: knownAt } = given;
  if (from !== null && to !== null && from >= to)
    faults.push({ pointer: '?to', code: 'value-unfit', detail: 'to must be after from.' });
  // A move may take effect that much ahead, and is seen in a report as it is in the position.
  const latest = call.now + FUTURE_TOLERANCE_MS;
  if (asOf > latest)
    faults.push({ pointer: '?as_of', code: 'effective-in-future', detail: 'as_of cannot be in the future.' });
  if (knownAt !== undefined && knownAt > latest)
    faults.push({ pointer: '?known_at', code: 'value-unfit', detail: 'known_at cannot be in the future.' });
  const common = { lifecycle, from, to, asOf, ...(knownAt === undefined ? {} : { knownAt }) };
  const { zone } = call.deps.settings.get();
  const way = wayOf(lifecycle);
  const first = way[0] ?? '';
  const onTheWay = (key: string, pointer: string) => {
    if (lifecycle.stages.some((one) => one.key === key) && !way.includes(key))
      faults.push({
        pointer,
        code: 'value-unfit',
        detail: `"${key}" means lost or disqualified: name a stage of the way there.`,
      });
    return key;
  };
  const passage = () => {
    const { start, goal } = query as Query<'conversion'>;
    const asset = lifecycle.stages.find((one) => one.pool === 'asset' && way.includes(one.key))?.key;
    const ends = {
      start: onTheWay(stage(start, first, '?start'), '?start'),
      goal: onTheWay(stage(goal, asset ?? way.at(-1) ?? '', '?goal'), '?goal'),
    };
    if (way.indexOf(ends.goal) <= way.indexOf(ends.start) && faults.length === 0)
      faults.push({ pointer: '?goal', code: 'limit-out-of-range', detail: 'goal must come after start.' });
    return ends;
  };
  switch (name) {
    case 'funnel': {
      const steps = given.steps?.map((key) => stage(key, key, '?steps')) ?? way;
      if (new Set(steps).size < steps.length)
        faults.push({ pointer: '?steps', code: 'value-unfit', detail: 'Name each step once.' });
      const externalFirst = given.external_first ?? null;
      return { report: name, parameters: { ...common, steps, count: given.count ?? 'first', externalFirst } };
    }
    case 'time-in-stage':
      return { report: name, parameters: { ...common, count: given.count ?? 'visits' } };
    case 'pools':
      return { report: name, parameters: { ...common, zone, by: (query as Query<'pools'>).by ?? 'all' } };
    case 'reasons':
      return { report: name, parameters: { ...common, outcome: (query as Query<'reasons'>).outcome ?? null } };
    case 'validity': {
      const marketable =
        lifecycle.stages.find((one) => one.outreach === 'marketing' && way.includes(one.key))?.key ?? way[1] ?? first;
      const qualifies = onTheWay(stage((query as Query<'validity'>).qualifies, marketable, '?qualifies'), '?qualifies');
      return { report: name, parameters: { ...common, zone, qualifies } };
    }
    case 'conversion':
      return {
        report: name,
        parameters: { ...common, zone, ...passage(), by: (query as Query<'conversion'>).by ?? 'owner' },
      };
    case 'cohorts': {
      const { unit = 'week', ages = 12 } = query as Query<'cohorts'>;
      return { report: name, parameters: { ...common, zone, ...passage(), unit, ages } };
    }
  }
}

function filterOf(call: Call, { owner, source, channel }: AnyQuery): PeopleFilter {
  return {
    ...(owner === undefined ? {} : { owner: owner === 'none' ? null : owner === 'me' ? call.actor.id : owner }),
    ...(source === undefined ? {} : { source }),
    ...(channel === undefined ? {} : { channel }),
    ...(seesOnlyOwn(call) ? { seenBy: call.actor.id } : {}),
  };
}

/** Parameters as they were used, in the names of the wire. */
function shown({ parameters, filter }: Ask): Record<string, unknown> {
  const { lifecycle, ...rest } = parameters;
  const out: Record<string, unknown> =
    typeof lifecycle === 'string' ? { lifecycle } : { lifecycle: lifecycle.key, lifecycle_version: lifecycle.version };
  for (const [name, value] of Object.entries({ ...rest, ...filter })) {
    const instant = ['from', 'to', 'asOf', 'knownAt', 'since'].includes(name) && typeof value === 'number';
    out[name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = instant ? toIso(value) : value;
  }
  return out;
}
