// The published lifecycles, held in memory: every move and every card needs them, and they change only on publish.
import { type Lifecycle, PRESETS, SEED_REASONS, SEED_TAG_GROUPS } from '@sidestage/domain';
import type { Database } from '../../db/database.ts';
import { type Statement, statement } from '../../db/statement.ts';
import { publishedLifecycles } from './lifecycles.store.ts';

export interface Catalogue {
  /** The default first, then in the order they were made. */
  readonly all: () => readonly Lifecycle[];
  readonly byKey: (key: string) => Lifecycle | undefined;
  /** The lifecycle a new contact enters and the one meant where none is named: a company setting. */
  readonly defaultKey: () => string;
  /** Called after the commit that put this version in force. */
  readonly put: (lifecycle: Lifecycle) => void;
}

export async function loadCatalogue(db: Database, wanted: () => string): Promise<Catalogue> {
  const { rows } = await db.read({ rows: publishedLifecycles });
  const byKey = new Map(rows.map((lifecycle) => [lifecycle.key, lifecycle]));
  const defaultKey = () => (byKey.has(wanted()) ? wanted() : (rows[0]?.key ?? ''));
  return {
    all: () => [...byKey.values()].sort((a, b) => Number(b.key === defaultKey()) - Number(a.key === defaultKey())),
    byKey: (key) => byKey.get(key),
    defaultKey,
    put: (lifecycle) => byKey.set(lifecycle.key, lifecycle),
  };
}

/** First start: the presets, reasons and tag groups a company begins with. Safe to run again. */
export async function seed(db: Database, now: number): Promise<void> {
  const statements: Statement[] = [];
  PRESETS.forEach((preset, i) => {
    statements.push(
      statement('insert into lifecycles (key, current_version, position) values (?, ?, ?) on conflict do nothing', [
        preset.key,
        preset.version,
        i,
      ]),
      statement(
        'insert into lifecycle_versions (lifecycle, version, definition, published_at) values (?, ?, ?, ?) on conflict do nothing',
        [preset.key, preset.version, JSON.stringify(preset), now],
      ),
    );
  });
  SEED_REASONS.forEach((reason, i) => {
    statements.push(
      statement(
        'insert into reasons (code, kinds, labels, needs_note, position) values (?, ?, ?, ?, ?) on conflict do nothing',
        [reason.code, JSON.stringify(reason.kinds), JSON.stringify(reason.labels), reason.needsNote ? 1 : 0, i],
      ),
    );
  });
  SEED_TAG_GROUPS.forEach((group, i) => {
    statements.push(
      statement(
        'insert into tag_groups (key, mode, labels, position, created_at) values (?, ?, ?, ?, ?) on conflict do nothing',
        [group.key, group.mode, JSON.stringify(group.labels), i, now],
      ),
    );
    group.tags.forEach((tag, n) => {
      statements.push(
        statement(
          'insert into tags (key, group_key, labels, position, created_at) values (?, ?, ?, ?, ?) on conflict do nothing',
          [tag.key, group.key, JSON.stringify(tag.labels), n, now],
        ),
      );
    });
  });
  await db.write({ load: {}, plan: () => ({ statements, answer: () => undefined }) });
}
