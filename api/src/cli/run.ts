// The command line: finds the command, prints help, and turns failures into one clear line.
import { VERSION } from '../server.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { importCommand } from './import.ts';
import { inviteCommand } from './invite.ts';
import { keyCommand } from './key.ts';
import { restoreCommand } from './restore.ts';
import { serveCommand } from './serve.ts';

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const COMMANDS: readonly Command[] = [
  serveCommand,
  keyCommand,
  inviteCommand,
  importCommand,
  demoCommand,
  checkCommand,
  backupCommand,
  restoreCommand,
];

const usage = () =>
  `Usage: sidestage <command> [options]\n\n${COMMANDS.map((command) => `  ${command.name.padEnd(12)} ${command.summary}`).join('\n')}\n\nEvery command has --help; --version says which this is.\n`;

export async function run(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...args] = argv;
  if (name === '--version') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const asksHelp = name === 'help' || name === '--help';
  const wanted = asksHelp ? args[0] : name;
  if (wanted === undefined) {
    process.stdout.write(usage());
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === wanted);
  if (!command) {
    process.stderr.write(`There is no command "${wanted}". Try: ${COMMANDS.map((one) => one.name).join(', ')}.\n`);
    return 2;
  }
  if (asksHelp || args.includes('--help')) {
    process.stdout.write(`${command.help.trim()}\n`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
    return 1;
  }
}
