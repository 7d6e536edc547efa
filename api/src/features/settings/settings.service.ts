// Company settings: one row, held in memory, read by nearly every request.
import type { z } from '@hono/zod-openapi';
import {
  type CivilHours,
  DEFAULT_CADENCE,
  DEFAULT_HEALTH_RULES,
  DEFAULT_LIFECYCLE_KEY,
  DEFAULT_WARMING,
  type GradeCadence,
  type MatrixSetting,
  type WarmingSetting,
} from '@sidestage/domain';
import { type Database, guard } from '../../db/database.ts';
import { type Statement, statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { type HealthSettings, rulesView } from '../health/health.schemas.ts';
import { type settingsIn, settingsOut } from './settings.schemas.ts';

export interface Settings {
  readonly company_name: string;
  /** ISO 3166 country that a phone without `+` is read in; null refuses such phones. */
  readonly default_region: string | null;
  readonly zone: string;
  readonly locale: string;
  readonly default_lifecycle: string;
  /** What a rep sees: everybody's contacts, or their own and the pool of unowned ones. */
  readonly visibility: 'all' | 'own';
  readonly undeclared_fields: 'keep' | 'refuse';
  readonly grade_cadence_days: GradeCadence;
  readonly matrix: MatrixSetting | null;
  readonly warming: WarmingSetting;
  readonly health: HealthSettings;
  readonly civil_hours: CivilHours;
  readonly version: number;
}

export interface SettingsHolder {
  readonly get: () => Settings;
  readonly set: (settings: Settings) => void;
}

const DEFAULT_SETTINGS: Omit<Settings, 'version'> = {
  company_name: '',
  default_region: null,
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
  default_lifecycle: DEFAULT_LIFECYCLE_KEY,
  visibility: 'all',
  undeclared_fields: 'keep',
  grade_cadence_days: DEFAULT_CADENCE,
  matrix: null,
  warming: DEFAULT_WARMING,
  health: rulesView(DEFAULT_HEALTH_RULES),
  civil_hours: { from: '09:00', to: '18:00' },
};

const row = statement(
  'select value, version from settings where id = 1',
  [],
  (r): Settings => ({ ...DEFAULT_SETTINGS, ...JSON.parse(String(r[0])), version: Number(r[1]) }),
);

export async function loadSettings(db: Database): Promise<SettingsHolder> {
  let current: Settings = (await db.read({ row })).row[0] ?? { ...DEFAULT_SETTINGS, version: 0 };
  return { get: () => current, set: (next) => (current = next) };
}

type Patch = z.output<typeof settingsIn>;

/** `besides`: rows that belong to the change, in the same commit. */
export async function updateSettings(
  call: Call<unknown, unknown, Patch>,
  besides: readonly Statement[] = [],
): Promise<Reply> {
  let next: Settings | undefined;
  const reply = await mutate(call, {
    load: { row },
    plan: ({ row: rows }) => {
      const current = rows[0] ?? { ...DEFAULT_SETTINGS, version: 0 };
      checkIfMatch(call, current.version, () => current);
      const health = { ...current.health, ...call.body.health };
      const merged = { ...current, ...call.body, health, version: current.version + 1 } as Settings;
      next = merged;
      const { version, ...value } = merged;
      const before = Object.fromEntries(Object.keys(call.body).map((name) => [name, current[name as keyof Settings]]));
      return {
        statements: [
          guard('(select coalesce(max(version), 0) from settings where id = 1) = ?', [current.version]),
          statement(
            'insert into settings (id, value, version, updated_at) values (1, ?, ?, ?) on conflict (id) do update set value = excluded.value, version = excluded.version, updated_at = excluded.updated_at',
            [JSON.stringify(value), version, call.now],
          ),
          ...besides,
          ...eventStatements(call, [
            { type: 'settings.updated', data: { fields: Object.keys(call.body), version }, previous: before },
          ]),
        ],
        status: 200,
        body: merged,
        schema: settingsOut,
        headers: { etag: etag(version) },
      };
    },
  });
  if (next) call.deps.settings.set(next);
  return reply;
}
