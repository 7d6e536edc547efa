// `key create`: prints the new key alone on stdout.

import { CommandError } from './command-error.ts';
import { command } from './commands.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

export const keyCommand: Command = {
  name: 'key',
  summary: 'Make an API key (key create --name N [--scope S…])',
  help: `
Usage: sidestage key create --name NAME [--scope SCOPE]…

Prints the key alone on stdout; it is shown once. Without --scope it may do everything.`,
  async run(args) {
    const [verb, ...rest] = args;
    if (verb !== 'create') throw new CommandError('Usage: sidestage key create --name NAME [--scope SCOPE]…');
    const { values } = readOptions(rest, { name: { type: 'string' }, scope: { type: 'string', multiple: true } });
    if (!values.name?.trim()) throw new CommandError('Give the key a name: --name NAME.');
    const made = await command<{ key: string }>('key', {
      name: values.name.trim(),
      ...(values.scope ? { scopes: values.scope } : {}),
    });
    process.stdout.write(`${made.key}\n`);
    return 0;
  },
};
