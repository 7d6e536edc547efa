// `demo`: sample people to look at.
import { command } from './commands.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'Add sample people',
  help: `
Usage: sidestage demo

Adds a handful of sample people with stages, tags and follow-ups. Run twice, the second adds none.`,
  async run(args) {
    readOptions(args, {});
    const { created, kept } = await command<{ created: number; kept: number }>('demo', {});
    process.stderr.write(`${created} sample people added, ${kept} were there already.\n`);
    return 0;
  },
};
