// Scripts as rows.
import { type Statement, statement, textOrNull } from '../../db/statement.ts';

export interface ScriptRow {
  readonly id: string;
  readonly lifecycle: string;
  readonly stage: string | null;
  readonly locale: string;
  readonly title: string;
  readonly text: string;
  readonly position: number;
  readonly version: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface ScriptFilter {
  readonly lifecycle: string | null;
  readonly stage: string | null;
  readonly locale: string | null;
}

const SCRIPT =
  'select id, lifecycle, stage, locale, title, text, position, version, created_at, updated_at from scripts';
const decode = (r: readonly unknown[]): ScriptRow => ({
  id: String(r[0]),
  lifecycle: String(r[1]),
  stage: textOrNull(r[2]),
  locale: String(r[3]),
  title: String(r[4]),
  text: String(r[5]),
  position: Number(r[6]),
  version: Number(r[7]),
  createdAt: Number(r[8]),
  updatedAt: Number(r[9]),
});

export const scriptById = (id: string) => statement(`${SCRIPT} where id = ?`, [id], decode);
/** In the order of the playbook; index scripts_place. A stage's scripts are its own and those for any stage. */
export const scriptsAfter = (
  { lifecycle, stage, locale }: ScriptFilter,
  after: readonly [lifecycle: string, position: number, id: string],
  limit: number,
) =>
  statement(
    `${SCRIPT} where (?1 is null or lifecycle = ?1) and (?2 is null or stage = ?2 or stage is null) and (?3 is null or locale = ?3)
     and (lifecycle, position, id) > (?4, ?5, ?6) order by lifecycle, position, id limit ?7`,
    [lifecycle, stage, locale, ...after, limit],
    decode,
  );
export const lastPosition = (lifecycle: string) =>
  statement('select coalesce(max(position), 0) from scripts where lifecycle = ?', [lifecycle], (r) => Number(r[0]));

export const insertScript = (row: ScriptRow): Statement =>
  statement(
    'insert into scripts (id, lifecycle, stage, locale, title, text, position, version, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      row.id,
      row.lifecycle,
      row.stage,
      row.locale,
      row.title,
      row.text,
      row.position,
      row.version,
      row.createdAt,
      row.updatedAt,
    ],
  );
export const updateScript = (row: ScriptRow): Statement =>
  statement(
    'update scripts set stage = ?, locale = ?, title = ?, text = ?, position = ?, version = ?, updated_at = ? where id = ?',
    [row.stage, row.locale, row.title, row.text, row.position, row.version, row.updatedAt, row.id],
  );
export const deleteScript = (id: string): Statement => statement('delete from scripts where id = ?', [id]);
