// What a key or a staff member may do.

/** Every scope and what it allows. */
export const SCOPES = {
  'contacts:read': 'Read contacts, identities, cards, timelines and resolve handles',
  'contacts:write': 'Create, change, archive and restore contacts and their identities',
  'stages:write': 'Move contacts between stages and undo a move',
  'stages:correct': 'Take back any row of the ledger, with a reason',
  'tags:write': 'Add and remove tags, create tags and tag groups',
  'work:write': 'Log interactions, write follow-ups and link conversations',
  'lifecycles:read': 'Read lifecycles, stages, reasons and tag groups',
  'lifecycles:write': 'Make lifecycles, and draft and publish changes to them',
  'playbooks:write': 'Keep the scripts of the playbook',
  'classification:write': 'Declare fields and make rules that tag by them',
  'events:read': 'Read the event feed',
  'audit:read': 'Read the audit log: who wrote what, when and from where',
  'data:import': 'Import people with their tags and stage history, and see how imports went',
  'data:export': 'Export all people and the whole ledger',
  'webhooks:write': 'Create, change and test webhooks, which are sent every event',
  'reports:read': 'Read reports, which count everybody the caller may see',
  'team:read': 'Read staff',
  'team:write': 'Invite staff and change their role',
  'keys:write': 'Create, list and revoke API keys',
  'settings:write': 'Change settings',
} as const;

export type Scope = keyof typeof SCOPES;
/** What a staff member is in the company; it decides their scopes. */
export type Role = 'owner' | 'manager' | 'rep' | 'analyst';

/** All scopes, in the order they are shown. */
export const ALL_SCOPES = Object.keys(SCOPES) as readonly Scope[];

const READ: readonly Scope[] = ['contacts:read', 'lifecycles:read', 'events:read', 'reports:read', 'team:read'];
const WORK: readonly Scope[] = [...READ, 'contacts:write', 'stages:write', 'tags:write', 'work:write'];

const ROLE_SCOPES: Readonly<Record<Role, readonly Scope[]>> = {
  owner: ALL_SCOPES,
  manager: [
    ...WORK,
    'stages:correct',
    'lifecycles:write',
    'playbooks:write',
    'classification:write',
    'team:write',
    'audit:read',
    'data:import',
    'data:export',
  ],
  rep: WORK,
  analyst: READ,
};

/** Every role. */
export const ROLES = Object.keys(ROLE_SCOPES) as readonly Role[];

/** What a staff member with this role may do. */
export function scopesOfRole(role: Role): readonly Scope[] {
  return ROLE_SCOPES[role];
}

export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}
