// `invite`: prints a one-time sign-in code alone on stdout. On the server it also recovers a lost owner.
import { type InviteIn, invite } from '../features/staff/staff.service.ts';
import type { House } from '../server.ts';
import { asSystem } from './as-system.ts';
import { CommandError } from './command-error.ts';
import { command } from './commands.ts';
import { readOptions } from './options.ts';
import type { Command } from './run.ts';

const ROLES = ['owner', 'manager', 'rep', 'analyst'] as const;

export const ownerInvitation = (house: House, input: InviteIn) =>
  asSystem(house, invite, input, 'createInvitation') as Promise<{ code: string }>;

export const inviteCommand: Command = {
  name: 'invite',
  summary: 'Make a sign-in code (invite --name N [--role R])',
  help: `
Usage: sidestage invite --name NAME [--role owner|manager|rep|analyst]

Prints the code alone on stdout. It works once, for 24 hours. The role is rep unless given.`,
  async run(args) {
    const { values } = readOptions(args, { name: { type: 'string' }, role: { type: 'string' } });
    if (!values.name?.trim()) throw new CommandError('Say who it is for: --name NAME.');
    const role = ROLES.find((one) => one === (values.role ?? 'rep'));
    if (!role) throw new CommandError(`There is no role "${values.role}". Use ${ROLES.join(', ')}.`);
    const made = await command<{ code: string }>('invite', { name: values.name.trim(), role });
    process.stdout.write(`${made.code}\n`);
    return 0;
  },
};
