// A mutation as the transport sees it: takes its turn in the write lane with its Idempotency-Key, and answers what was stored.
import type { z } from '@hono/zod-openapi';
import type { Rows, Statement, Untaken } from '../db/statement.ts';
import { noRows, statement } from '../db/statement.ts';
import { type Actor, actorText } from './actor.ts';
import { AUDITED_REFUSALS, auditRow } from './audit.ts';
import { type Fill, fillSql } from './fill.ts';
import { LeadsTo } from './leads-to.ts';
import type { Call, Reply } from './operation.ts';
import { notFound, Problem, type ProblemBody, problemBody } from './problem.ts';

/** What a service decided: rows, then the answer. Thrown problems are refusals and change nothing. */
export interface Decision {
  readonly statements: readonly Statement[];
  readonly status: number;
  readonly body?: unknown;
  readonly schema?: z.ZodType;
  readonly headers?: Readonly<Record<string, string>>;
  /** Values only the database knows, such as a seq: SQL sets them into the body in the same batch. */
  readonly fill?: readonly Fill[];
  /** The answer holds a secret: it is sent once and never stored. */
  readonly secret?: boolean;
  /** The actor for the audit log where the request has none yet: somebody signing in. */
  readonly actor?: Actor;
  /** A refusal to throw once its audit row is written; nothing else is stored. */
  readonly refusal?: Problem;
}

export interface MutationSpec<S extends Record<string, Statement>> {
  readonly load: S & Untaken<'knownKey'>;
  readonly plan: (loaded: Rows<S>) => Decision;
}

export interface Stored {
  fingerprint: string;
  status: number;
  headers: Record<string, string>;
  body: string | null;
  /** Why the answer was not stored, or is stored no longer. */
  withheld: 'secret' | 'erased' | null;
}

// The `secret` column: 0 kept, 1 never kept, 2 emptied because the person was erased.
const WITHHELD = [null, 'secret', 'erased'] as const;

export const knownKey = (actor: string, key: string) =>
  statement(
    'select fingerprint, status, headers, body, secret from idempotency where actor = ? and key = ?',
    [actor, key],
    (r): Stored => ({
      fingerprint: String(r[0]),
      status: Number(r[1]),
      headers: JSON.parse(String(r[2])),
      body: r[3] === null ? null : String(r[3]),
      withheld: WITHHELD[Number(r[4])] ?? null,
    }),
  );
// Refusals a service decided on the state it saw: repeating the request must answer the same.
const STORED_REFUSALS = new Set([409, 412, 422]);

export async function mutate<S extends Record<string, Statement>>(call: Call, spec: MutationSpec<S>): Promise<Reply> {
  const key = idempotencyKey(call);
  const actor = actorText(call.actor);
  const reply = await call.deps.db.write<S & { knownKey: Statement<Stored> }, Reply | Problem>({
    load: { ...spec.load, knownKey: key ? knownKey(actor, key) : noRows },
    plan: (loaded) => {
      const known = (loaded.knownKey as Stored[])[0];
      if (known) return { statements: [], answer: () => replay(known, call) };
      const decision = decide(call, spec, loaded as Rows<S>, key !== undefined);
      return applied(call, decision, decision.refusal ? undefined : key, actor, auditOf(call, decision));
    },
  });
  if (reply instanceof Problem) throw reply;
  // Wakes the followers of the event log: live streams, webhooks, workers.
  call.deps.feed.wake();
  return reply;
}

/** The same load and plan without the last step, for dry runs. */
export async function rehearse<S extends Record<string, Statement>>(
  call: Call,
  spec: MutationSpec<S>,
): Promise<Decision> {
  return spec.plan(await call.deps.db.read(spec.load));
}

function decide<S extends Record<string, Statement>>(
  call: Call,
  spec: MutationSpec<S>,
  loaded: Rows<S>,
  keyed: boolean,
): Decision {
  try {
    return spec.plan(loaded);
  } catch (error) {
    // A merged contact is no refusal: the app runs the request again for its survivor.
    if (!(error instanceof Problem) || error instanceof LeadsTo || !AUDITED_REFUSALS.has(error.status)) throw error;
    if (!keyed || !STORED_REFUSALS.has(error.status)) return { statements: [], status: error.status, refusal: error };
    return {
      statements: [],
      status: error.status,
      body: problemBody(error, call.requestId),
      headers: { ...error.headers, 'content-type': 'application/problem+json' },
    };
  }
}

/** The audit row of a decision. */
export const auditOf = (call: Call, decision: Decision, changed = decision.statements.length > 0): Statement =>
  auditRow(call, {
    ...(decision.actor ? { actor: decision.actor } : {}),
    changed,
    status: decision.status,
    problem: decision.refusal?.code ?? (decision.status >= 400 ? (decision.body as ProblemBody).code : undefined),
    body: decision.body,
  });

/** The rows of a decision with its audit row and stored answer, and the answer as it is sent. */
export function applied(
  call: Call,
  decision: Decision,
  key: string | undefined,
  actor: string,
  audit: Statement | undefined,
) {
  const headers = decision.headers ?? {};
  const parsed = decision.schema && decision.body !== undefined ? decision.schema.parse(decision.body) : decision.body;
  const text = parsed === undefined ? null : JSON.stringify(parsed);
  const body = fillSql(text, decision.fill ?? []);
  const statements = [...decision.statements];
  let answerAt = -1;
  if (key !== undefined) {
    const stored = decision.secret ? { sql: 'null', args: [] } : body;
    answerAt = statements.length;
    statements.push(
      statement(
        `insert into idempotency (actor, key, fingerprint, status, headers, body, secret, created_at) values (?, ?, ?, ?, ?, ${stored.sql}, ?, ?) returning body`,
        [
          actor,
          key,
          call.fingerprint(),
          decision.status,
          JSON.stringify(headers),
          ...stored.args,
          decision.secret ? 1 : 0,
          call.now,
        ],
        (r) => r[0],
      ),
    );
  } else if (decision.fill?.length) {
    answerAt = statements.length;
    statements.push(statement(`select ${body.sql}`, body.args, (r) => r[0]));
  }
  if (audit) statements.push(audit);
  const { refusal } = decision;
  return {
    statements,
    answer: (results: readonly (readonly unknown[])[]): Reply | Problem => {
      if (refusal) return refusal;
      const filled = decision.secret || answerAt < 0 ? text : (results[answerAt]?.[0] as string | null);
      return { status: decision.status, headers, ...(filled === null ? {} : { text: filled }) };
    },
  };
}

/** For a DELETE whose target is gone: the stored answer if this very request removed it, else 404. */
export async function answeredOrMissing(call: Call, what: string): Promise<Reply> {
  const key = idempotencyKey(call);
  const { known } = await call.deps.db.read({ known: key ? knownKey(actorText(call.actor), key) : noRows });
  if (!known[0]) throw notFound(what);
  return replay(known[0], call);
}

export function replay(known: Stored, call: Call): Reply {
  if (known.fingerprint !== call.fingerprint()) {
    throw new Problem(
      'idempotency-key-reused',
      'This Idempotency-Key was used for another request. Use a new key for a new request.',
    );
  }
  if (known.withheld === 'erased')
    throw new Problem(
      'contact-erased',
      'This request succeeded before; the person it was about has been erased since.',
    );
  if (known.withheld === 'secret') {
    throw new Problem(
      'secret-not-repeatable',
      'This request succeeded before; its answer held a secret and is not kept. Make a new one.',
    );
  }
  const headers = { ...known.headers, 'idempotency-replayed': 'true' };
  return { status: known.status, headers, ...(known.body === null ? {} : { text: known.body }) };
}

export function idempotencyKey(call: Call): string | undefined {
  const key = call.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Problem('idempotency-key-malformed', 'Idempotency-Key must be 1 to 255 visible ASCII characters.', {
      errors: [{ pointer: 'Idempotency-Key', code: 'idempotency-key-malformed', detail: 'Use a UUID.' }],
    });
  }
  return key;
}
