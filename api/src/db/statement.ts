// One SQL statement with its arguments and the way its rows become values. Built once from Drizzle tables or
// plain SQL, run many times: the text is the key of the prepared-statement cache.
import {
  fillPlaceholders,
  getTableColumns,
  type InferInsertModel,
  type InferSelectModel,
  sql,
  type Table,
} from 'drizzle-orm';
import { QueryBuilder, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';

export type Value = string | number | null | Uint8Array;
export type Row = readonly unknown[];

export interface Statement<Out = unknown> {
  readonly sql: string;
  readonly args: readonly Value[];
  readonly decode: (row: Row) => Out;
  /** Of a statement whose one row holds the whole list: all that it answers. */
  readonly list?: (row: Row) => readonly Out[];
}

/** What a statement's rows mean. */
export function decoded<Out>(statement: Statement<Out>, rows: readonly Row[]): Out[] {
  if (statement.list) return [...statement.list(rows[0] as Row)];
  const out: Out[] = new Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = statement.decode(rows[i] as Row);
  return out;
}

/** The rows a record of statements answers, under the same names. */
export type Rows<S extends Record<string, Statement>> = {
  [K in keyof S]: S[K] extends Statement<infer Out> ? Out[] : never;
};

/** Plain SQL; `decode` gets the row as an array in column order. */
export function statement<Out = Row>(
  text: string,
  args: readonly Value[] = [],
  decode?: (row: Row) => Out,
): Statement<Out> {
  return { sql: text, args, decode: decode ?? ((row) => row as Out) };
}

/**
 * A list nearly every request reads and hardly any changes: it comes as one text, and is decoded again only where that text is
 * another than the last time. So nothing has to be told when it changes. `columns` are names or expressions without a comma.
 */
export function steadyList<Out>(columns: readonly string[], rest: string, decode: (row: Row) => Out): Statement<Out> {
  const named = columns.map((one, i) => `${one} as v${i}`);
  let text: unknown;
  let known: readonly Out[] = [];
  return {
    sql: `select json_group_array(json_array(${columns.map((_, i) => `v${i}`)})) from (select ${named.join(', ')} ${rest})`,
    args: [],
    decode,
    list([json]) {
      if (json !== text) {
        known = (JSON.parse(String(json)) as Row[]).map(decode);
        text = json;
      }
      return known;
    },
  };
}

// Never executed: it only turns builders into SQL text.
const builder = drizzle(async () => ({ rows: [] }));
export const select = new QueryBuilder();

type Columns = ReturnType<typeof getTableColumns>;

function decoder(columns: Columns): (row: Row) => Record<string, unknown> {
  const entries = Object.entries(columns);
  return (row) => {
    const out: Record<string, unknown> = {};
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (!entry) continue;
      const value = row[i];
      out[entry[0]] = value === null || value === undefined ? null : entry[1].mapFromDriverValue(value);
    }
    return out;
  };
}

/** `select <all columns> from <table> <tail>`, decoded to the table's TypeScript row. `tail` is SQL after the table name. */
export function selectAll<T extends SQLiteTable>(
  table: T,
  tail: string,
): (...args: Value[]) => Statement<InferSelectModel<T>> {
  const text = `${select.select().from(table).toSQL().sql} ${tail}`;
  const decode = decoder(getTableColumns(table as Table)) as (row: Row) => InferSelectModel<T>;
  return (...args) => ({ sql: text, args, decode });
}

/** An insert of one whole row, encoded by the table's columns. */
export function insertInto<T extends SQLiteTable>(table: T, tail = ''): (row: InferInsertModel<T>) => Statement {
  const columns = getTableColumns(table as Table);
  const names = Object.keys(columns);
  const values = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
  const query = builder
    .insert(table)
    .values(values as never)
    .toSQL();
  const text = `${query.sql} ${tail}`.trim();
  return (row) => {
    const full = row as Record<string, unknown>;
    const bound: Record<string, unknown> = {};
    for (const name of names) bound[name] = full[name] ?? null;
    return { sql: text, args: fillNulls(query.params, bound, columns), decode: (r) => r };
  };
}

// Drizzle's encoders do not expect null, so nulls go round them.
function fillNulls(params: unknown[], bound: Record<string, unknown>, columns: Columns): Value[] {
  const names = Object.keys(columns);
  return params.map((param, i) => {
    const name = names[i];
    if (name !== undefined && bound[name] === null) return null;
    return fillPlaceholders([param], bound)[0] as Value;
  });
}
