// `backup FILE`: a consistent copy while the server runs.
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../config.ts';
import { CommandError } from './command-error.ts';
import { command } from './commands.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Copy the database to FILE',
  help: `
Usage: sidestage backup FILE

Writes a whole, consistent copy to FILE, which must not exist. Works while the server runs.`,
  async run(args) {
    const { positionals } = readOptions(args, {}, 1);
    const [file] = positionals;
    if (!file) throw new CommandError('Say where to: sidestage backup FILE.');
    const path = resolve(readConfig().callerFolder, file);
    if (existsSync(path)) throw new CommandError(`${file} exists already. Choose another name.`);
    if (!existsSync(dirname(path))) throw new CommandError(`There is no folder ${dirname(path)}.`);
    await command('backup', { file: path });
    process.stderr.write(`Backed up to ${path}\n`);
    return 0;
  },
};
