// `check`: is the file whole, and does every position equal the fold of its ledger?

import type { CheckReport } from './check-house.ts';
import { command } from './commands.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Verify the database and the ledger',
  help: `
Usage: sidestage check

Checks the file's integrity, references, the gapless order of events, and that every position equals
the fold of its ledger rows. Prints a report; exits 1 when something is wrong.`,
  async run(args) {
    readOptions(args, {});
    const report = await command<CheckReport>('check', {});
    for (const line of report.lines) process.stdout.write(`${line}\n`);
    if (report.faults.length === 0) return 0;
    for (const fault of report.faults.slice(0, 20)) process.stdout.write(`FAULT ${fault}\n`);
    process.stderr.write(`${report.faults.length} faults found.\n`);
    return 1;
  },
};
