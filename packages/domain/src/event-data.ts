// What each type of event carries in `data`, by an example: exactly these members. Ids, keys, codes and times only; words of
// people stay in rows that erasing can empty.
import type { EventType } from './events.ts';

const contact = 'con_01m7yhx300hebh2ybet1rpw6cq';
const other = 'con_01m7yhx300hthyphj194vj4hqj';
const at = '2026-11-21T08:00:00.000Z';
const row = {
  contact_id: contact,
  transition_id: 'trn_01m7yhx300hebh2ybet1rpw6cr',
  lifecycle: 'seven-stage',
  from: 'subscriber',
  to: 'lead',
  direction: 'forward',
  effective_at: at,
  reason: null,
  voids: null,
  source: 'panel',
};
const followUp = { contact_id: contact, follow_up_id: 'fup_01m7yhx300cw3fwts69a6m2gdk' };
const pair = { contact_id: contact, other_id: other, not_duplicate_id: 'ndp_01m7yhx300hthyphj194vj4hsa' };
const merge = { contact_id: contact, merge_id: 'mrg_01m7yhx300hthyphj194vj4hrw', loser_id: other };
const link = { contact_id: contact, link_id: 'lnk_01m7yhx300hthyphj194vj4hrh' };
const identity = { contact_id: contact, identity_id: 'idn_01m7yhx7w88j1sed1z1xe5cxqf', channel: 'wechat' };
const script = {
  script_id: 'scr_01m7yhx300hthyphj194vj4hs7',
  lifecycle: 'seven-stage',
  stage: 'lead',
  locale: 'en',
  version: 1,
};
const handover = {
  contact_id: contact,
  handover_id: 'hnd_01m7yhx300hthyphj194vj4hsq',
  lifecycle: 'seven-stage',
  from_function: 'marketing',
  to_function: 'sales',
};
const staff = 'stf_01m7yhx300k84am828cbfrjtw3';
const webhook = 'whk_01m7yhx300hthyphj194vj4hrs';
const publication = { lifecycle: 'own', version: 2, publication_id: 'pub_01m7yhx300hthyphj194vj4hsg' };

export type EventData = Readonly<Record<string, unknown>>;

/** An example of the data of each type of event; tests hold every event to exactly these members. */
export const EVENT_DATA: Readonly<Record<EventType, EventData>> = {
  'contact.created': {
    contact_id: contact,
    owner_id: staff,
    identity_ids: ['idn_01m7yhx300hebh2ybet1rpw6cp'],
    tags: ['grade-a'],
  },
  'contact.updated': { contact_id: contact, fields: ['company'], owner_id: staff },
  'contact.archived': { contact_id: contact },
  'contact.restored': { contact_id: contact },
  'contact.merged': {
    ...merge,
    fields: ['company'],
    tags_added: ['grade-a'],
    moved: { identities: 1, conversation_links: 0, interactions: 2, follow_ups: 0, import_prints: 0, tags: 1 },
    owner_id: staff,
  },
  'contact.merge_reverted': { ...merge, fields: ['company'], owner_id: staff },
  'duplicates.dismissed': pair,
  'duplicates.reopened': pair,
  'contact.erased': { contact_id: contact },
  'contact.health_changed': { contact_id: contact, from: 'well', to: 'at_risk', rules: ['purchases-fell'] },
  'nudge.due': { contact_id: contact, staff_id: staff, state: 'at_risk', rules: ['purchases-fell'] },
  'identity.added': identity,
  'identity.updated': { ...identity, fields: ['shared'] },
  'identity.removed': identity,
  'contact.stage_moved': row,
  'contact.closed': {
    ...row,
    from: 'customer',
    to: 'customer',
    direction: 'backward',
    reason: 'price',
    outcome: 'churned',
  },
  'contact.reopened': { ...row, from: 'customer', to: 'customer', direction: 're-entry', outcome: 'open' },
  'contact.stage_undone': {
    ...row,
    from: 'lead',
    to: 'subscriber',
    direction: 'backward',
    voids: 'trn_01m7yhx300cekp9xzpnzqg7ays',
  },
  'contact.stage_corrected': { ...row, reason: 'entered-by-mistake', voids: 'trn_01m7yhx8vg9wmbdzgdv8m4d6y9' },
  'handover.opened': handover,
  'handover.accepted': { ...handover, owner_id: staff },
  'handover.declined': handover,
  'handover.withdrawn': handover,
  'contact.tags_changed': { contact_id: contact, added: ['grade-a'], removed: ['grade-b'], by: 'rule' },
  'interaction.logged': {
    contact_id: contact,
    interaction_id: 'int_01m7yhx3z85m8a0es5zv1k6fz6',
    kind: 'call',
    direction: 'outbound',
    occurred_at: at,
  },
  'follow_up.created': { ...followUp, assignee_id: staff, due_at: at },
  'follow_up.completed': followUp,
  'follow_up.snoozed': { ...followUp, due_at: at },
  'follow_up.updated': { ...followUp, fields: ['title'] },
  'follow_up.reopened': followUp,
  'follow_up.cancelled': followUp,
  'conversation.linked': { ...link, channel: 'wechat', verdict: 'linked' },
  'conversation.unlinked': link,
  'staff.invited': { staff_id: staff, invitation_id: 'inv_01m7yhx300k84am828cbfrjtw2', role: 'rep' },
  'staff.updated': { staff_id: staff, fields: ['active'] },
  'staff.joined': { staff_id: staff, session_id: 'ses_01m7yhx300k84am828cbfrjtw6' },
  'key.created': { key_id: 'key_01m7yhx300hebh2ybet1rpw6ck', scopes: ['contacts:read'] },
  'key.revoked': { key_id: 'key_01m7yhx300hebh2ybet1rpw6ck' },
  'webhook.created': { webhook_id: webhook },
  'webhook.updated': { webhook_id: webhook, fields: ['url'], after: 105 },
  'webhook.disabled': { webhook_id: webhook, because: 'retries-exhausted' },
  'webhook.deleted': { webhook_id: webhook },
  'lifecycle.created': { lifecycle: 'own', from: 'seven-stage', version: 1 },
  'lifecycle.published': { ...publication, rows: 12 },
  'lifecycle.migrated': publication,
  'script.created': script,
  'script.updated': { ...script, version: 2, fields: ['text'] },
  'script.deleted': script,
  'settings.updated': { fields: ['visibility'], version: 2 },
  'contact.quadrant_changed': { contact_id: contact, from: null, to: 'base' },
  'field.created': { key: 'size', type: 'number' },
  'field.updated': { key: 'size', fields: ['labels'] },
  'rule.created': { key: 'by-size', field: 'size', group: 'grade' },
  'rule.updated': { key: 'by-size', fields: ['cases'] },
  'tag.created': { key: 'vip', group: 'grade' },
  'tag.updated': { key: 'vip', fields: ['labels'] },
  'import.started': { import_id: 'imp_01m7yhx300tz51wb76rg6namz0', dry_run: false },
  'import.finished': {
    import_id: 'imp_01m7yhx300tz51wb76rg6namz0',
    status: 'done',
    created: 120,
    updated: 3,
    unchanged: 0,
    rejected: 2,
  },
  'tag_group.created': { key: 'size', mode: 'single' },
  'tag_group.updated': { key: 'size', fields: ['labels'] },
};

/** Members that are there only where they say something. */
const SOMETIMES: Partial<Record<EventType, readonly string[]>> = {
  'contact.tags_changed': ['by'],
  'webhook.updated': ['after'],
};

export const mayBeMissing = (type: EventType, member: string): boolean => SOMETIMES[type]?.includes(member) === true;
