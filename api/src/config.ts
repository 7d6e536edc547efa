// The only place that reads the environment.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AddressRange, parseRange } from '@sidestage/domain';
import { DEFAULT_RATE_LIMIT, type RateLimit } from './http/rate-limit.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly databaseAuthToken: string | undefined;
  /** The file behind a `file:` URL. */
  readonly databaseFile: string | undefined;
  /** Where lock file and database live. */
  readonly dataFolder: string;
  /** Networks webhooks may go to although they are not the open internet, over plain http too. */
  readonly webhookAllowed: readonly AddressRange[];
  /** The folder the command was typed in: npm starts scripts in another. */
  readonly callerFolder: string;
  /** The largest file an import takes. */
  readonly importMaxBytes: number;
  /** How fast one key, one person or one address may ask. */
  readonly rateLimit: RateLimit;
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Throws an error of one clear line for a setting that makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env.PORT ?? '8787');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${env.PORT}".`);
  const databaseUrl = env.DATABASE_URL ?? 'file:./data/sidestage.db';
  if (!/^(file:|https?:|libsql:)/.test(databaseUrl))
    throw new Error('DATABASE_URL must begin with file:, http://, https:// or libsql://.');
  const importMaxBytes = Number(env.IMPORT_MAX_BYTES ?? String(2 * 1024 ** 3));
  if (!Number.isSafeInteger(importMaxBytes) || importMaxBytes < 1)
    throw new Error(`IMPORT_MAX_BYTES must be a number of bytes, not "${env.IMPORT_MAX_BYTES}".`);
  const databaseFile = databaseUrl.startsWith('file:')
    ? resolve(ROOT, databaseUrl.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))
    : undefined;
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    databaseUrl,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN,
    databaseFile,
    dataFolder: databaseFile ? dirname(databaseFile) : resolve(ROOT, 'data'),
    webhookAllowed: rangesOf(env.WEBHOOK_ALLOW_CIDRS),
    callerFolder: env.INIT_CWD ?? '.',
    importMaxBytes,
    rateLimit: {
      burst: wholeNumber(env, 'RATE_LIMIT_BURST', DEFAULT_RATE_LIMIT.burst),
      perSecond: wholeNumber(env, 'RATE_LIMIT_PER_SECOND', DEFAULT_RATE_LIMIT.perSecond),
    },
  };
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, unset: number): number {
  const value = Number(env[name] ?? unset);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`${name} must be a number from 1, not "${env[name]}".`);
  return value;
}

function rangesOf(text: string | undefined): AddressRange[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((one) => {
      const range = parseRange(one);
      if (range) return range;
      throw new Error(`WEBHOOK_ALLOW_CIDRS is a list such as 10.0.0.0/8,fd00::/8; "${one}" is no network.`);
    });
}
