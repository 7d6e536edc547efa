// A libSQL server over http or libsql: one batch to read, one guarded batch to write, two round trips a mutation.
import { createClient, type InStatement, type ResultSet } from '@libsql/client';
import type { Database, Mutation, OwnReader } from './database.ts';
import { failureKind, StorageUnavailable } from './errors.ts';
import type { Row, Rows, Statement } from './statement.ts';

const ATTEMPTS = 12;

/** One more client, for a thread of its own. A server has no snapshot over several requests. */
export function openRemoteReader(url: string, authToken?: string): OwnReader {
  const database = openRemoteDatabase(url, authToken);
  return { read: database.read, snapshot: () => {}, release: () => {}, close: () => void database.close() };
}

export function openRemoteDatabase(url: string, authToken?: string): Database {
  const client = createClient({ url, ...(authToken ? { authToken } : {}) });
  const wire = (statement: Statement): InStatement => ({ sql: statement.sql, args: statement.args as never });
  const decode = (result: ResultSet | undefined, statement: Statement) =>
    (result?.rows ?? []).map((row) =>
      statement.decode(Array.from({ length: result?.columns.length ?? 0 }, (_, i) => row[i]) as Row),
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
          // Somebody else was faster: what the plan stood on no longer holds, so it is decided again on fresh rows.
          const kind = failureKind(error);
          const again = kind === 'guard' || kind === 'constraint' || kind === 'busy';
          if (!again || attempt >= ATTEMPTS)
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
    async forget() {
      // The server's storage is the server's to clean.
    },
    async close() {
      client.close();
    },
  };
}
