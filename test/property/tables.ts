// Reads every table of a house whole, in one snapshot, and tells two such readings apart row by row.
import { type House, statement } from '@sidestage/api';

export type Row = Readonly<Record<string, unknown>>;
/** Table → row key → row. */
export type Tables = Readonly<Record<string, ReadonlyMap<string, Row>>>;

export interface Difference {
  readonly added: Row[];
  readonly removed: Row[];
  readonly changed: { readonly before: Row; readonly after: Row }[];
}

interface Shape {
  readonly table: string;
  readonly columns: string[];
  readonly key: string[];
}
const shapes = new WeakMap<House, Promise<Shape[]>>();

// The indexes of search are made of the rows beside them and lay themselves out as they please, and so are the counts per stage,
// which the check of a house compares; the audit log tells of requests, not of people (test/contract/audit.test.ts holds it).
async function shapesOf(house: House): Promise<Shape[]> {
  const { rows } = await house.deps.db.read({
    rows: statement(
      "select m.name, c.name, c.pk from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\' and m.name not like '\\_%' escape '\\' and m.name not like 'libsql\\_%' escape '\\' and m.name not like 'search\\_%\\_index%' escape '\\' and m.name not in ('audit', 'stage_counts') and m.name not like 'search\\_%\\_terms' escape '\\' and m.name not like 'search\\_%\\_postings' escape '\\' order by m.name, c.cid",
      [],
      (r) => [String(r[0]), String(r[1]), Number(r[2])] as const,
    ),
  });
  const found = new Map<string, Shape>();
  for (const [table, column, pk] of rows) {
    const shape = found.get(table) ?? { table, columns: [], key: [] };
    shape.columns.push(column);
    if (pk > 0) shape.key.push(column);
    found.set(table, shape);
  }
  return [...found.values()];
}

/** Every row of every table. */
export async function readTables(house: House): Promise<Tables> {
  const known = shapes.get(house) ?? shapesOf(house);
  shapes.set(house, known);
  const all = await known;
  const rows = await house.deps.db.read(
    Object.fromEntries(
      all.map((shape) => [
        shape.table,
        statement(
          `select ${shape.columns.join(', ')} from ${shape.table}`,
          [],
          (r): Row => Object.fromEntries(shape.columns.map((column, i) => [column, r[i]])),
        ),
      ]),
    ),
  );
  return Object.fromEntries(
    all.map((shape) => [
      shape.table,
      new Map(((rows[shape.table] ?? []) as Row[]).map((row) => [shape.key.map((name) => row[name]).join(' '), row])),
    ]),
  );
}

const same = (a: Row, b: Row) => Object.keys(a).every((name) => a[name] === b[name]);

/** What changed, by table; tables that did not are left out, so that equal readings give `{}`. */
export function difference(before: Tables, after: Tables): Record<string, Difference> {
  const out: Record<string, Difference> = {};
  for (const table of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[table] ?? new Map<string, Row>();
    const now = after[table] ?? new Map<string, Row>();
    const found: Difference = { added: [], removed: [], changed: [] };
    for (const [key, row] of now) {
      const was = old.get(key);
      if (!was) found.added.push(row);
      else if (!same(was, row)) found.changed.push({ before: was, after: row });
    }
    for (const [key, row] of old) if (!now.has(key)) found.removed.push(row);
    if (found.added.length + found.removed.length + found.changed.length > 0) out[table] = found;
  }
  return out;
}
