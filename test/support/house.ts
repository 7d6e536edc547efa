// A whole API on a temporary file, with a clock the test holds, and a caller that speaks HTTP to it.
// Every answer is held to openapi.json on its way to the test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asSystem, createKey, type House, openHouse, startImports } from '@sidestage/api';
import { fixedClock, parseRange } from '@sidestage/domain';
import { checkAudit } from './audit.ts';
import { checkEvents } from './events.ts';
import { validateExchange } from './validator.ts';

export const START = Date.parse('2026-11-21T08:00:00Z');

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; the contract suite checks their shape
  readonly body: any;
  readonly text: string;
  readonly headers: Headers;
}

export interface TestHouse {
  readonly house: House;
  readonly file: string;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly key: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export interface HouseOptions {
  /** A libSQL server; a file of its own otherwise. */
  readonly url?: string;
  /** Called before each commit; may throw as a disk might. */
  readonly beforeCommit?: () => void;
  readonly rateLimit?: { readonly burst: number; readonly perSecond: number };
  /** Networks webhooks may go to. */
  readonly webhookAllowed?: readonly string[];
  /** What names lead to, for webhooks; nobody asks the network unless told. */
  readonly resolve?: (hostname: string) => Promise<readonly { address: string; family: number }[]>;
}

const somewhere = async () => [{ address: '93.184.216.34', family: 4 }];

export async function startHouse({
  url,
  webhookAllowed = [],
  resolve = somewhere,
  rateLimit,
  ...fileOptions
}: HouseOptions = {}): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'sidestage-'));
  const clock = fixedClock(START);
  const file = join(folder, 'test.db');
  const opened = await openHouse({
    ...(url ? { url } : { file, fileOptions }),
    clock,
    webhookAllowed: webhookAllowed.map((one) => {
      const range = parseRange(one);
      if (!range) throw new Error(one);
      return range;
    }),
    resolve,
    ...(rateLimit ? { rateLimit } : {}),
    log: (line, more) => console.error(line, more?.error ?? ''),
  });
  // Some tests close the house themselves; a closed one cannot be looked into.
  let open = true;
  const house: House = {
    ...opened,
    async close() {
      const ask = open ? checkEvents(opened) : Promise.resolve();
      open = false;
      await ask.finally(() => opened.close());
    },
  };
  const stopImports = startImports(house.deps);
  const { key } = (await asSystem(house, createKey, { name: 'test' })) as { key: string };
  return {
    house,
    file,
    clock,
    key,
    call: (method, path, body, headers = {}) => send(house, key, method, path, body, headers),
    async close() {
      await stopImports();
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function send(
  house: Pick<House, 'app'>,
  token: string | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await house.app.request(path, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  // A stream has no end to wait for: here it is only opened, and what it carries is read by its own tests.
  const streams = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (streams) await response.body?.cancel();
  const text = streams ? '' : await response.text();
  validateExchange({ method, path, sent, status: response.status, headers: response.headers, text });
  if ('deps' in house)
    await checkAudit(house as House, { method, path, status: response.status, headers: response.headers });
  const json = /[/+]json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return { status: response.status, body: json ? JSON.parse(text) : undefined, text, headers: response.headers };
}
