// Puts values only the database knows (a seq) into an answer, in SQL, so that the answer is stored and sent in the same batch.
import type { Value } from '../db/statement.ts';

export interface Fill {
  /** A JSON path such as `$.transition.seq`. */
  readonly path: string;
  readonly sql: string;
  readonly args: readonly Value[];
}

export function fillSql(text: string | null, fills: readonly Fill[]): { sql: string; args: Value[] } {
  if (text === null || fills.length === 0) return { sql: '?', args: [text] };
  const sql = `json_set(?, ${fills.map((fill) => `'${fill.path}', (${fill.sql})`).join(', ')})`;
  return { sql, args: [text, ...fills.flatMap((fill) => [...fill.args])] };
}
