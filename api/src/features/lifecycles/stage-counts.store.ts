// People per stage, as triggers keep them (migration 0018): a handful of rows, however many people there are.
import { statement, type Value } from '../../db/statement.ts';

export interface StageCount {
  readonly stage: string;
  readonly open: number;
  readonly closed: number;
}

/** People of one lifecycle who appear in lists; only of these owners if given, where '' is the pool. */
export const stageCounts = (lifecycle: string, owners: readonly string[] | undefined) => {
  const args: Value[] = [lifecycle];
  if (owners) args.push(JSON.stringify(owners));
  return statement(
    `select stage, sum(people) filter (where closed = 0), sum(people) filter (where closed = 1) from stage_counts
      where lifecycle = ? and listed = 1${owners ? ' and owner_id in (select value from json_each(?))' : ''} group by stage`,
    args,
    (r): StageCount => ({ stage: String(r[0]), open: Number(r[1] ?? 0), closed: Number(r[2] ?? 0) }),
  );
};

const decodeCount = (r: readonly unknown[]) => ({ stage: String(r[0]), contacts: Number(r[1]) });
/** Everybody in these stages, the archived and the merged too: whom a publication moves. */
export const countIn = (lifecycle: string, stages: readonly string[]) =>
  statement(
    'select stage, sum(people) from stage_counts where lifecycle = ? and stage in (select value from json_each(?)) group by stage',
    [lifecycle, JSON.stringify(stages)],
    decodeCount,
  );
/** The same for the stages the lifecycle's draft retires, in one read with the draft itself. */
export const countInDraft = (lifecycle: string) =>
  statement(
    `select stage, sum(people) from stage_counts where lifecycle = ?1 and stage in
       (select m.value ->> 'from' from lifecycle_drafts d, json_each(d.moves) m where d.lifecycle = ?1) group by stage`,
    [lifecycle],
    decodeCount,
  );

/** Where the counts and the positions they are made of differ. */
export const miscounted = statement(
  `select lifecycle, stage from (
     select lifecycle, stage, owner_id, closed, listed, people from stage_counts
     union all
     select p.lifecycle, p.stage, coalesce(c.owner_id, ''), p.closed_outcome is not null,
       c.archived_at is null and c.erased_at is null and c.merged_into is null, -1 from positions p join contacts c on c.id = p.contact_id)
   group by lifecycle, stage, owner_id, closed, listed having sum(people) <> 0`,
  [],
  (r) => `${r[0]} ${r[1]}`,
);
