// One SQL statement with its arguments and the way its rows become values. Made of plain SQL once and run many times: the
// text is the key of the prepared-statement cache.

export type Value = string | number | null | Uint8Array;
export type Row = readonly unknown[];

export interface Statement<Out = unknown> {
  readonly sql: string;
  readonly args: readonly Value[];
  readonly decode: (row: Row) => Out;
  /** For a statement whose single row holds a whole list: turns that row into the list. */
  readonly list?: (row: Row) => readonly Out[];
}

/** A statement's raw rows as values. */
export function decoded<Out>(statement: Statement<Out>, rows: readonly Row[]): Out[] {
  if (statement.list) return [...statement.list(rows[0] as Row)];
  const out: Out[] = new Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = statement.decode(rows[i] as Row);
  return out;
}

/** The rows that a record of statements returns, under the same names; those of an optional statement are optional. */
export type Rows<S extends Record<string, Statement>> = {
  [K in keyof S]: NonNullable<S[K]> extends Statement<infer Out> ? Out[] : never;
};

/** For a function that adds statements of its own to a caller's: the names it uses itself, so that the compiler refuses a clash. */
export type Untaken<Taken extends string> = { readonly [K in Taken]?: never };

// For `decode`: columns that may be null.
export const textOrNull = (value: unknown) => (value === null ? null : String(value));
export const numberOrNull = (value: unknown) => (value === null ? null : Number(value));
export const jsonOrNull = (value: unknown) => (value === null ? null : JSON.parse(String(value)));

/** Plain SQL; `decode` gets the row as an array in column order. */
export function statement<Out = Row>(
  text: string,
  args: readonly Value[] = [],
  decode?: (row: Row) => Out,
): Statement<Out> {
  return { sql: text, args, decode: decode ?? ((row) => row as Out) };
}

/** Stands in a load where there is nothing to look up. */
export const noRows: Statement<never> = statement('select 1 where 0', [], () => {
  throw new Error('There are no rows.');
});

/**
 * A list that nearly every request reads and hardly any changes. It is read as one text, and decoded again only if that text
 * differs from the last one, so that no write has to invalidate anything. `columns` are names or expressions without a comma.
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
