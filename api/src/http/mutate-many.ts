// A batch as the transport sees it: each item is planned like a single write, one after the other in one transaction. Mode `atomic`
// keeps all or nothing and names every fault; mode `each` keeps what was not refused. The Idempotency-Key belongs to the batch.
import type { z } from '@hono/zod-openapi';
import { PROBLEMS } from '@sidestage/domain';
import { noRows, type Rows, type Statement } from '../db/statement.ts';
import { actorText } from './actor.ts';
import { applied, auditOf, type Decision, idempotencyKey, knownKey, replay, type Stored } from './mutate.ts';
import type { Call, Reply } from './operation.ts';
import { type Fault, Problem, problemBody } from './problem.ts';

/** The outcome of one item: what it writes, and its entry in the answer. */
export interface ItemDecision {
  readonly statements: readonly Statement[];
  readonly status: number;
  readonly result: Readonly<Record<string, unknown>>;
}
export interface ItemSpec<S extends Record<string, Statement> = Record<string, Statement>> {
  readonly load: S;
  /** Ids and handles its decision depends on, also when it is refused. */
  touches(loaded: Rows<S>): readonly string[];
  plan(loaded: Rows<S>): ItemDecision;
}

export interface ManySpec {
  readonly mode: 'atomic' | 'each';
  readonly dryRun: boolean;
  readonly count: number;
  /** Called when an item's turn comes. If it throws a Problem, only that item is refused. */
  readonly item: (call: Call, index: number) => ItemSpec;
  readonly schema: z.ZodType;
}

type Result = Readonly<Record<string, unknown>>;

export async function mutateMany(given: Call, spec: ManySpec): Promise<Reply> {
  const { deps } = given;
  const key = spec.dryRun ? undefined : idempotencyKey(given);
  const actor = actorText(given.actor);
  const batchId = deps.newId('bat');
  const call: Call = { ...given, batchId };
  const results: Result[] = [];
  const refused = new Map<number, Problem>();

  const reply = await deps.db.series<{ knownKey: Statement<Stored> }, Reply | Problem>({
    load: { knownKey: key === undefined ? noRows : knownKey(actor, key) },
    begin: (loaded) => {
      results.length = 0;
      refused.clear();
      const known = loaded.knownKey[0];
      return known && { statements: [], answer: () => replay(known, call) };
    },
    count: spec.count,
    step: (index) => {
      const refuse = (error: unknown): [] => {
        if (!(error instanceof Problem)) throw error;
        refused.set(index, error);
        results[index] = refusal(index, error);
        return [];
      };
      let item: ItemSpec;
      try {
        item = spec.item(call, index);
      } catch (error) {
        return { load: {}, plan: () => ({ statements: refuse(error), touches: [] }) };
      }
      return {
        load: item.load,
        plan: (loaded) => {
          const touches = item.touches(loaded);
          try {
            const decision = item.plan(loaded);
            refused.delete(index);
            results[index] = { index, status: decision.status, ...decision.result, problem: null };
            return { statements: decision.statements, touches };
          } catch (error) {
            return { statements: refuse(error), touches };
          }
        },
      };
    },
    end: () => {
      const whole = spec.mode === 'atomic' && refused.size > 0 ? batchRefused(refused, results, spec.count) : undefined;
      // Without a key nothing is stored: the refusal itself is the answer.
      if (whole && key === undefined) {
        const audit = auditOf(call, { statements: [], status: whole.status, refusal: whole });
        return { keep: false, statements: spec.dryRun ? [] : [audit], answer: () => whole };
      }
      const decision: Decision = whole
        ? {
            statements: [],
            status: whole.status,
            body: problemBody(whole, call.requestId),
            headers: { 'content-type': 'application/problem+json' },
          }
        : {
            statements: [],
            status: 200,
            body: {
              batch_id: spec.dryRun ? null : batchId,
              mode: spec.mode,
              dry_run: spec.dryRun,
              counts: countsOf(results),
              results,
            },
            schema: spec.schema,
          };
      const changed = !whole && results.some(({ outcome }) => outcome === 'created' || outcome === 'updated');
      const audit = spec.dryRun ? undefined : auditOf(call, decision, changed);
      return { keep: !whole && !spec.dryRun, ...applied(call, decision, key, actor, audit) };
    },
  });
  if (reply instanceof Problem) throw reply;
  deps.feed.wake();
  return reply;
}

function refusal(index: number, problem: Problem): Result {
  const { request_id: _, ...body } = problemBody(problem, '');
  const errors = problem.errors.map((fault) => ({ ...fault, pointer: `/items/${index}${fault.pointer}` }));
  return {
    index,
    status: problem.status,
    outcome: 'refused',
    contact_id: null,
    version: null,
    problem: { ...body, errors },
  };
}

function batchRefused(refused: ReadonlyMap<number, Problem>, results: readonly Result[], count: number): Problem {
  const errors = [...refused].flatMap(([index, problem]): Fault[] =>
    problem.errors.length > 0
      ? problem.errors.map((fault) => ({ ...fault, pointer: `/items/${index}${fault.pointer}` }))
      : [{ pointer: `/items/${index}`, code: problem.code, detail: problem.message }],
  );
  return new Problem(
    'batch-refused',
    `${PROBLEMS['batch-refused'].meaning} ${refused.size} of ${count} items were refused.`,
    { errors, extra: { results: results.filter((_, i) => refused.has(i)) } },
  );
}

function countsOf(results: readonly Result[]): Record<string, number> {
  const counts: Record<string, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const { outcome } of results) counts[String(outcome)] = (counts[String(outcome)] ?? 0) + 1;
  return counts;
}
