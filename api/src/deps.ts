// What the app is built from. Nothing is global: tests pass their own clock, random and database.
import type { Clock, IdPrefix } from '@sidestage/domain';
import type { Database } from './db/database.ts';
import type { Feed } from './events/feed.ts';
import type { KeyUse } from './features/keys/key-use.ts';
import type { Catalogue } from './features/lifecycles/lifecycles.service.ts';
import type { ReportRunner } from './features/reports/report-runner.ts';
import type { SettingsHolder } from './features/settings/settings.service.ts';
import type { AddressCheck } from './features/webhooks/address-check.ts';
import type { RateLimit } from './http/rate-limit.ts';
import type { UnderWay } from './http/under-way.ts';

export interface Deps {
  readonly db: Database;
  /** Undefined where the database is another server's. */
  readonly databaseFile: string | undefined;
  readonly clock: Clock;
  readonly newId: (prefix: IdPrefix) => string;
  /** Cryptographic randomness, as lower-case base32 text of that many characters. */
  readonly secret: (length: number) => string;
  /** Randomness for jitter, not for secrets: 0 ≤ x < 1. */
  readonly random: () => number;
  readonly feed: Feed;
  /** Wakes whoever waits for news of an import: the worker, and those who watch its progress. */
  readonly importNews: Feed;
  /** Where files to import wait, and how large they may be. */
  readonly spool: { readonly folder: string; readonly maxBytes: number };
  readonly lifecycles: Catalogue;
  readonly settings: SettingsHolder;
  /** Remembers that an API key was used, until the sweep writes it down. */
  readonly keyUse: KeyUse;
  /** Where webhooks may go. */
  readonly webhookAddresses: AddressCheck;
  /** Computes reports beside the server, never in it. */
  readonly reports: ReportRunner;
  /** The requests being answered right now, before which other work steps back. */
  readonly requests: UnderWay;
  /** How fast one caller may ask. */
  readonly rateLimit: RateLimit;
  /** The ids of all operations this server offers. */
  readonly operationIds: readonly string[];
  readonly version: string;
  readonly log: (line: string, more?: Record<string, unknown>) => void;
}
