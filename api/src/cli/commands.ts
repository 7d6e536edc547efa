// What the command line may ask of a house, whether it opened the database itself or reached a running server.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { createKey, keyIn, listKeys, revokeKey } from '../features/keys/keys.routes.ts';
import { inviteIn } from '../features/staff/staff.schemas.ts';
import { invite } from '../features/staff/staff.service.ts';
import { type House, type HouseOptions, openHouse, secret } from '../server.ts';
import { asSystem } from './as-system.ts';
import { checkHouse } from './check-house.ts';
import { checked } from './checked.ts';
import { CommandError } from './command-error.ts';
import { demoHouse } from './demo-house.ts';
import { importCommands } from './import-house.ts';
import { type Lock, readLock, takeLock } from './lock.ts';

/** The house a configuration describes. */
export const houseOf = (config: Config): HouseOptions => ({
  ...(config.databaseFile
    ? { file: config.databaseFile }
    : { url: config.databaseUrl, authToken: config.databaseAuthToken }),
  spoolFolder: join(config.dataFolder, 'imports'),
  importMaxBytes: config.importMaxBytes,
  rateLimit: config.rateLimit,
  webhookAllowed: config.webhookAllowed,
});

export type AdminCommand = (house: House, input: never) => Promise<unknown>;

export const ADMIN_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  key: (house, input) => asSystem(house, createKey, checked(keyIn, input), 'createKey'),
  'key-list': (house) => asSystem(house, listKeys, undefined),
  'key-revoke': (house, { id }: { id: string }) => asSystem(house, revokeKey, undefined, 'revokeKey', { id }),
  invite: (house, input) => asSystem(house, invite, checked(inviteIn, input), 'createInvitation'),
  demo: (house) => demoHouse(house),
  check: (house) => checkHouse(house),
  ...importCommands,
  backup: (house, input: { file: string }) => house.deps.db.backup(input.file),
};

export type Ask = <Result>(name: string, input: unknown) => Promise<Result>;

/** Through the running server where there is one, never opening the file beside it; otherwise under a lock of our own. */
export async function connected<Result>(use: (ask: Ask, served: boolean) => Promise<Result>): Promise<Result> {
  const config = readConfig();
  const lock = config.databaseFile ? readLock(config.dataFolder) : undefined;
  if (lock?.address) return use(askServer(lock.address, lock), true);
  mkdirSync(config.dataFolder, { recursive: true });
  const own = config.databaseFile
    ? takeLock(config.dataFolder, { pid: process.pid, address: null, secret: secret(40) })
    : undefined;
  let house: House | undefined;
  try {
    house = await openHouse(houseOf(config));
    const opened = house;
    return await use(async <Answer>(name: string, input: unknown) => {
      const run = ADMIN_COMMANDS[name];
      if (!run) throw new CommandError(`There is no command "${name}".`);
      return (await run(opened, input as never)) as Answer;
    }, false);
  } finally {
    await house?.close();
    own?.release();
  }
}

/** One command and its answer. */
export const command = <Result>(name: string, input: unknown): Promise<Result> =>
  connected((ask) => ask<Result>(name, input));

const askServer =
  (address: string, { pid, secret: adminSecret }: Lock): Ask =>
  async <Answer>(name: string, input: unknown) => {
    const reply = await fetch(`${address}/admin/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sidestage-admin': adminSecret },
      body: JSON.stringify(input),
    })
      .then((answer) => answer.json() as Promise<{ ok?: boolean; result: Answer; message?: string; detail?: string }>)
      .catch(() => {
        throw new CommandError(
          `The server at ${address} (process ${pid}) broke off or does not answer. Look whether it runs, then try again.`,
        );
      });
    // One of another version may not know the command: then it is the public answer that came.
    if (reply.ok !== true)
      throw new CommandError(reply.message ?? reply.detail ?? `The server does not know "${name}".`);
    return reply.result;
  };
