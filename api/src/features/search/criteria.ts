// What a person may be picked by, each as SQL with the index that gives everybody who fits.
import { everyStage, isExit, type Lifecycle } from '@sidestage/domain';
import type { Value } from '../../db/statement.ts';
import type { Criteria, Source, Sql } from './scan.ts';

/** One condition; `source` selects the ids of everybody who meets it. */
export interface Condition extends Sql {
  readonly source?: Source | undefined;
}

const list = (values: readonly Value[]) => JSON.stringify(values);

/** In one of these stages of a lifecycle; index positions_stage. */
export const inStage = (lifecycle: string, stages: readonly string[]): Condition => {
  const args = [lifecycle, list(stages)];
  const fits = 'p.lifecycle = ? and p.stage in (select value from json_each(?))';
  return {
    sql: `exists (select 1 from positions p where p.contact_id = c.id and ${fits})`,
    args,
    source: { sql: `select p.contact_id from positions p where ${fits}`, args },
  };
};

export const inLifecycle = (lifecycle: string): Condition => ({
  sql: 'exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ?)',
  args: [lifecycle],
  source: { sql: 'select p.contact_id from positions p where p.lifecycle = ?', args: [lifecycle] },
});

/** Closed with one of these outcomes where they stand in a lifecycle. */
export const closedIn = (lifecycle: string, outcomes?: readonly string[]): Condition => ({
  sql: `exists (select 1 from positions p where p.contact_id = c.id and p.lifecycle = ? and ${outcomes ? 'p.closed_outcome is not null and p.closed_outcome in (select value from json_each(?))' : 'p.closed_outcome is not null'})`,
  args: outcomes ? [lifecycle, list(outcomes)] : [lifecycle],
});

/** Closed, or in a stage that means an end, in any lifecycle: out of every list meant for outreach (product.md P2). */
export const atAnEnd = (lifecycles: readonly Lifecycle[]): Condition => {
  const ends = lifecycles.flatMap((one) =>
    everyStage(one)
      .filter((stage) => isExit(stage))
      .map((stage) => `${one.key} ${stage.key}`),
  );
  return {
    sql: "exists (select 1 from positions p where p.contact_id = c.id and (p.closed_outcome is not null or p.lifecycle || ' ' || p.stage in (select value from json_each(?))))",
    args: [list(ends)],
  };
};

/** In one of these states of health, as last judged; index contact_health_state. */
export const inHealth = (states: readonly string[]): Condition => {
  const args = [list(states)];
  const fits = 'h.state in (select value from json_each(?))';
  return {
    sql: `exists (select 1 from contact_health h where h.contact_id = c.id and ${fits})`,
    args,
    source: { sql: `select h.contact_id from contact_health h where ${fits}`, args },
  };
};

/** With any of these tags; index contact_tags_tag. */
export const tagged = (tags: readonly string[]): Condition => {
  const args = [list(tags)];
  const fits = 't.tag_key in (select value from json_each(?))';
  return {
    sql: `exists (select 1 from contact_tags t where t.contact_id = c.id and ${fits})`,
    args,
    source: { sql: `select t.contact_id from contact_tags t where ${fits}`, args },
  };
};

/** Owned by one of these; null is the pool. Index contacts_owner. */
export const ownedBy = (owners: readonly (string | null)[]): Condition => {
  const named = owners.filter((owner) => owner !== null);
  const args = [list(named)];
  // Never null, so that it can be denied.
  const of = (row: string) =>
    `(${row}.owner_id is not null and ${row}.owner_id in (select value from json_each(?))${named.length < owners.length ? ` or ${row}.owner_id is null` : ''})`;
  return { sql: of('c'), args, source: { sql: `select o.id from contacts o where ${of('o')}`, args } };
};

/** From one of these sources; index contacts_source. */
export const fromSource = (sources: readonly string[]): Condition => {
  const args = [list(sources)];
  const fits = 'in (select value from json_each(?))';
  return {
    // The plus signs keep a sort on its own index.
    sql: `(c.source is not null and +c.source ${fits})`,
    args,
    source: { sql: `select o.id from contacts o where o.source is not null and o.source ${fits}`, args },
  };
};

/** In one of these quadrants of the matrix; index contact_quadrants_quadrant. */
export const inQuadrant = (quadrants: readonly string[]): Condition => {
  const args = [list(quadrants)];
  const fits = 'q.quadrant in (select value from json_each(?))';
  return {
    sql: `exists (select 1 from contact_quadrants q where q.contact_id = c.id and ${fits})`,
    args,
    source: { sql: `select q.contact_id from contact_quadrants q where ${fits}`, args },
  };
};

/** Index contacts_updated. */
export const updatedSince = (at: number): Condition => ({
  sql: '+c.updated_at >= ?',
  args: [at],
  source: { sql: 'select o.id from contacts o where o.updated_at >= ?', args: [at] },
});

export const bothOf = (a: Criteria, b: Criteria): Criteria => ({
  where: [...a.where, ...b.where],
  sources: [...a.sources, ...b.sources],
});

/** All of them together. */
export const criteriaOf = (conditions: readonly Condition[]): Criteria => ({
  where: conditions.map(({ sql, args }) => ({ sql, args })),
  sources: conditions.flatMap(({ source }) => (source ? [source] : [])),
});
