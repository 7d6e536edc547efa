// `key create`, `key list`, `key revoke`: what is to be read by a program goes to stdout, alone.

import { CommandError } from './command-error.ts';
import { command } from './commands.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

interface ShownKey {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
  readonly revoked_at: string | null;
}

const USAGE = 'key create --name NAME [--scope SCOPE]…, key list, or key revoke ID';

export const keyCommand: Command = {
  name: 'key',
  summary: 'API keys: key create --name N [--scope S…], key list, key revoke ID',
  help: `
Usage: sidestage key create --name NAME [--scope SCOPE]…
       sidestage key list
       sidestage key revoke ID

create prints the key alone on stdout; it is shown once. Without --scope it may do everything.
list prints a line for each key: id, first letters, when it was made, last used (to the minute or so) and revoked, name.
revoke ends a key at once, for example one that has leaked: nothing can be done with it from then on.`,
  async run(args) {
    const [verb, ...rest] = args;
    if (verb === 'create') return create(rest);
    if (verb === 'list') return list(rest);
    if (verb === 'revoke') return revoke(rest);
    throw new CommandError(`Say what about keys: ${USAGE}.`);
  },
};

async function create(args: readonly string[]): Promise<number> {
  const { values } = readOptions(args, { name: { type: 'string' }, scope: { type: 'string', multiple: true } });
  if (!values.name?.trim()) throw new CommandError('Give the key a name: --name NAME.');
  const made = await command<{ key: string }>('key', {
    name: values.name.trim(),
    ...(values.scope ? { scopes: values.scope } : {}),
  });
  process.stdout.write(`${made.key}\n`);
  return 0;
}

async function list(args: readonly string[]): Promise<number> {
  readOptions(args, {});
  const { data } = await command<{ data: ShownKey[] }>('key-list', {});
  for (const key of data) {
    const used = key.last_used_at === null ? 'never used' : `used ${key.last_used_at}`;
    const ended = key.revoked_at === null ? key.expires_at && `expires ${key.expires_at}` : `revoked ${key.revoked_at}`;
    process.stdout.write(
      `${[key.id, key.hint, `made ${key.created_at}`, used, ended ?? 'in force', key.name.replace(/\s+/g, ' ')].join('\t')}\n`,
    );
  }
  return 0;
}

async function revoke(args: readonly string[]): Promise<number> {
  const [id] = readOptions(args, {}, 1).positionals;
  if (!id) throw new CommandError('Say which: sidestage key revoke ID. `key list` shows the ids.');
  await command('key-revoke', { id });
  process.stdout.write(`${id}\n`);
  return 0;
}
