// Reads `--name value` options strictly: an unknown or incomplete one is an error, never ignored.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

export function readOptions<O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
  positionals = 0,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: positionals > 0, strict: true });
    if (parsed.positionals.length > positionals)
      throw new Error(`Too many arguments: ${parsed.positionals.slice(positionals).join(' ')}`);
    return parsed;
  } catch (error) {
    // Node's own sentences come with and without their full stop.
    const [said = ''] = (error as Error).message.split('\n');
    throw new CommandError(`${said.replace(/\.$/, '')}. Try --help.`);
  }
}
