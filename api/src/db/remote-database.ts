// A libSQL server over http or libsql: one batch to read, one guarded batch to write, two round trips a mutation.
import { createClient, type InStatement, type ResultSet, type Transaction } from '@libsql/client';
import type { Database, Mutation, OwnReader, Series, Step } from './database.ts';
import { failureKind, StorageUnavailable } from './errors.ts';
import { decoded, type Row, type Rows, type Statement } from './statement.ts';

const ATTEMPTS = 12;
// How many steps of a series are read in one round trip.
const WAVE = 100;

/** One more client, for a thread of its own. A server has no snapshot over several requests. */
export function openRemoteReader(url: string, authToken?: string): OwnReader {
  const database = openRemoteDatabase(url, authToken);
  return { read: database.read, snapshot: () => {}, release: () => {}, close: () => void database.close() };
}

export function openRemoteDatabase(url: string, authToken?: string): Database {
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  const wire = (statement: Statement): InStatement => ({ sql: statement.sql, args: [...statement.args] });
  const decode = (result: ResultSet | undefined, statement: Statement) =>
    decoded(
      statement,
      (result?.rows ?? []).map((row) => Array.from({ length: result?.columns.length ?? 0 }, (_, i) => row[i]) as Row),
    );

  async function read<S extends Record<string, Statement>>(statements: S): Promise<Rows<S>> {
    const names = Object.keys(statements);
    const results = await client.batch(
      names.map((name) => wire(statements[name] as Statement)),
      'read',
    );
    return Object.fromEntries(
      names.map((name, i) => [name, decode(results[i], statements[name] as Statement)]),
    ) as Rows<S>;
  }

  async function readIn(tx: Transaction, statements: Record<string, Statement>) {
    const names = Object.keys(statements);
    const results = await tx.batch(names.map((name) => wire(statements[name] as Statement)));
    return Object.fromEntries(names.map((name, i) => [name, decode(results[i], statements[name] as Statement)]));
  }

  /** Steps that touch nothing in common are read together and written together: two round trips for all of them. */
  async function runWave(tx: Transaction, steps: readonly Step[]): Promise<number> {
    const all = Object.fromEntries(
      steps.flatMap((step, i) => Object.entries(step.load).map(([name, one]) => [`${i} ${name}`, one])),
    );
    const loaded = await readIn(tx, all);
    const touched = new Set<string>();
    const statements: Statement[] = [];
    let done = 0;
    for (const [i, step] of steps.entries()) {
      const own = Object.fromEntries(Object.keys(step.load).map((name) => [name, loaded[`${i} ${name}`] ?? []]));
      const plan = step.plan(own);
      if (plan.touches.some((name) => touched.has(name))) break;
      for (const name of plan.touches) touched.add(name);
      statements.push(...plan.statements);
      done += 1;
    }
    if (statements.length > 0) await tx.batch(statements.map(wire));
    return done;
  }

  async function runSeries<S extends Record<string, Statement>, Answer>(series: Series<S, Answer>): Promise<Answer> {
    const early = series.begin(await read(series.load));
    if (early) return early.answer([]);
    let tx = await client.transaction('write');
    try {
      const begun = series.begin((await readIn(tx, series.load)) as Rows<S>);
      if (begun) return begun.answer([]);
      for (let at = 0; at < series.count; ) {
        const wave = Math.min(series.count, at + WAVE);
        at += await runWave(
          tx,
          Array.from({ length: wave - at }, (_, i) => series.step(at + i)),
        );
      }
      const end = series.end();
      if (!end.keep) {
        await tx.rollback();
        if (end.statements.length === 0) return end.answer([]);
        tx = await client.transaction('write');
      }
      const results = end.statements.length > 0 ? await tx.batch(end.statements.map(wire)) : [];
      await tx.commit();
      return end.answer(results.map((result, i) => decode(result, end.statements[i] as Statement)));
    } finally {
      tx.close();
    }
  }

  return {
    kind: 'remote',
    read,
    async write<S extends Record<string, Statement>, Answer>(mutation: Mutation<S, Answer>): Promise<Answer> {
      for (let attempt = 1; ; attempt++) {
        const plan = mutation.plan(await read(mutation.load));
        if (plan.statements.length === 0) return plan.answer([]);
        try {
          const results = await client.batch(plan.statements.map(wire), 'write');
          return plan.answer(results.map((result, i) => decode(result, plan.statements[i] as Statement)));
        } catch (error) {
          // Somebody else wrote in between, so what the plan relied on no longer holds: it is planned again on fresh rows.
          const kind = failureKind(error);
          const again = kind === 'guard' || kind === 'constraint' || kind === 'busy';
          if (!again || attempt >= ATTEMPTS)
            throw kind === 'busy' || kind === 'full' ? new StorageUnavailable(kind, error) : error;
          await new Promise((resolve) => setTimeout(resolve, 2 ** Math.min(attempt, 6)));
        }
      }
    },
    async series(series) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await runSeries(series);
        } catch (error) {
          const kind = failureKind(error);
          if (!(kind === 'busy' || kind === 'guard' || kind === 'constraint') || attempt >= ATTEMPTS)
            throw kind === 'busy' || kind === 'full' ? new StorageUnavailable(kind, error) : error;
          await new Promise((resolve) => setTimeout(resolve, 2 ** Math.min(attempt, 6)));
        }
      }
    },
    async script(text) {
      await client.executeMultiple(`begin immediate; ${text}; commit;`);
    },
    async backup() {
      throw new Error('This database is on a libSQL server; back it up there.');
    },
    integrity: async () => [],
    async forget() {
      // Cleaning its storage is up to the libSQL server.
    },
    async close() {
      client.close();
    },
  };
}
