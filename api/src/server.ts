// Puts the house together: database, migrations, seeds, app. Used by the server, the command line and the tests alike.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type AddressRange, type Clock, newId, systemClock, toIso } from '@sidestage/domain';
import type { Hono } from 'hono';
import { createApp } from './app.ts';
import type { Database } from './db/database.ts';
import { type FileDatabaseOptions, openFileDatabase } from './db/file-database.ts';
import { migrate } from './db/migrate.ts';
import { openRemoteDatabase } from './db/remote-database.ts';
import type { Deps } from './deps.ts';
import { createFeed } from './events/feed.ts';
import { operations } from './features/index.ts';
import { createKeyUse } from './features/keys/key-use.ts';
import { loadCatalogue, seed } from './features/lifecycles/lifecycles.service.ts';
import { createReportRunner } from './features/reports/report-runner.ts';
import { loadSettings } from './features/settings/settings.service.ts';
import { createAddressCheck, type Resolve } from './features/webhooks/address-check.ts';
import { DEFAULT_RATE_LIMIT, type RateLimit } from './http/rate-limit.ts';
import { createUnderWay } from './http/under-way.ts';

export const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

const ALPHABET = 'abcdefghjkmnpqrstvwxyz0123456789';

/** Text of that many characters, five random bits each. */
export function secret(length: number): string {
  let out = '';
  for (const byte of randomBytes(length)) out += ALPHABET[byte & 31];
  return out;
}

export interface House {
  readonly deps: Deps;
  readonly app: Hono;
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export interface HouseOptions {
  /** A path for an embedded file, or a URL of a libSQL server. */
  readonly file?: string | undefined;
  readonly url?: string | undefined;
  readonly authToken?: string | undefined;
  /** Where files to import wait; beside the database file unless said. */
  readonly spoolFolder?: string;
  readonly importMaxBytes?: number;
  readonly rateLimit?: RateLimit;
  readonly clock?: Clock;
  readonly log?: Deps['log'];
  readonly fileOptions?: FileDatabaseOptions;
  /** Networks webhooks may go to besides the open internet. */
  readonly webhookAllowed?: readonly AddressRange[];
  /** Finds the addresses behind a name; the system's own resolver otherwise. */
  readonly resolve?: Resolve;
}

const logLine: Deps['log'] = (line, more) =>
  process.stderr.write(`${JSON.stringify({ at: toIso(systemClock.now()), line, ...more })}\n`);

export async function openHouse(options: HouseOptions): Promise<House> {
  const clock = options.clock ?? systemClock;
  const db: Database = options.file
    ? openFile(options.file, options.fileOptions)
    : openRemoteDatabase(options.url ?? '', options.authToken);
  const { applied } = await migrate(db, clock.now(), options.file);
  await seed(db, clock.now());
  const settings = await loadSettings(db);
  const deps: Deps = {
    db,
    databaseFile: options.file,
    clock,
    newId: (prefix) => newId(prefix, clock),
    secret,
    random: Math.random,
    feed: createFeed(),
    importNews: createFeed(),
    spool: {
      folder: options.spoolFolder ?? join(options.file ? dirname(options.file) : tmpdir(), 'imports'),
      maxBytes: options.importMaxBytes ?? 2 * 1024 ** 3,
    },
    webhookAddresses: createAddressCheck(options.webhookAllowed ?? [], options.resolve),
    keyUse: createKeyUse(db),
    lifecycles: await loadCatalogue(db, () => settings.get().default_lifecycle),
    settings,
    reports: createReportRunner(
      options.file ? { file: options.file } : { url: options.url ?? '', authToken: options.authToken },
    ),
    requests: createUnderWay(),
    rateLimit: options.rateLimit ?? DEFAULT_RATE_LIMIT,
    operationIds: operations.map((one) => one.spec.id),
    version: VERSION,
    log: options.log ?? logLine,
  };
  return {
    deps,
    app: createApp(deps),
    migrated: applied,
    close: async () => {
      deps.feed.close();
      await deps.keyUse.flush();
      // Readers close before the writer.
      await deps.reports.close();
      await db.close();
    },
  };
}

function openFile(file: string, fileOptions: FileDatabaseOptions | undefined): Database {
  mkdirSync(dirname(file), { recursive: true });
  return openFileDatabase(file, fileOptions);
}
