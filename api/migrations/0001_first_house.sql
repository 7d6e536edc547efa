-- The first house: people, their positions and the append-only ledger behind them.
-- Times are epoch milliseconds. Personal text lives in rows that erase can empty; ledger and event rows carry none.

create table staff (
  id text primary key, name text not null, role text not null check (role in ('owner','manager','rep','analyst')),
  function text check (function in ('marketing','sales','service')), zone text not null, locale text not null,
  addresses text not null default '[]', active integer not null default 1, version integer not null default 1,
  created_at integer not null, updated_at integer not null
) strict;

create table invitations (
  id text primary key, staff_id text not null references staff(id), code_hash text not null unique,
  expires_at integer not null, used_at integer, revoked_at integer, created_by text not null, created_at integer not null
) strict;
create index invitations_staff on invitations(staff_id);

create table sessions (
  id text primary key, staff_id text not null references staff(id), device text,
  access_hash text not null unique, access_expires_at integer not null,
  refresh_hash text not null unique, previous_refresh_hash text, rotated_at integer, successor text,
  created_at integer not null, last_used_at integer not null, revoked_at integer, revoked_because text
) strict;
create index sessions_staff on sessions(staff_id);
create index sessions_previous on sessions(previous_refresh_hash) where previous_refresh_hash is not null;

create table api_keys (
  id text primary key, name text not null, hash text not null unique, hint text not null, scopes text not null,
  created_by text not null, created_at integer not null, expires_at integer, last_used_at integer, revoked_at integer
) strict;

create table settings (id integer primary key check (id = 1), value text not null, version integer not null, updated_at integer not null) strict;

create table lifecycles (key text primary key, current_version integer not null, is_default integer not null default 0, position integer not null) strict;
create unique index lifecycles_one_default on lifecycles(is_default) where is_default = 1;
create table lifecycle_versions (lifecycle text not null references lifecycles(key), version integer not null, definition text not null, published_at integer not null,
  primary key (lifecycle, version)) strict, without rowid;

create table reasons (code text primary key, kinds text not null, labels text not null, needs_note integer not null default 0, position integer not null, archived_at integer) strict;

create table contacts (
  id text primary key, display_name text not null, company text, owner_id text references staff(id), source text,
  fields text not null default '{}', version integer not null default 1,
  last_touch_at integer, next_follow_up_at integer,
  created_at integer not null, updated_at integer not null, archived_at integer, erased_at integer
) strict;
create index contacts_created on contacts(created_at desc, id desc);
create index contacts_updated on contacts(updated_at desc, id desc);
create index contacts_owner on contacts(owner_id, created_at desc, id desc);

create table identities (
  id text primary key, contact_id text not null references contacts(id), channel text not null, scope text not null default '',
  handle text not null, display text not null, shared integer not null default 0, created_at integer not null
) strict;
-- product rule 7: a handle is one person's unless it is marked shared
create unique index identities_one_holder on identities(channel, scope, handle) where shared = 0;
create unique index identities_once_per_contact on identities(contact_id, channel, scope, handle);
create index identities_handle on identities(channel, scope, handle);

create table positions (
  contact_id text not null references contacts(id), lifecycle text not null, stage text not null, entered_at integer not null,
  primary key (contact_id, lifecycle)
) strict, without rowid;
create index positions_stage on positions(lifecycle, stage, entered_at desc, contact_id);

-- The ledger. seq is the company-wide order of recording; rows never change and never move (product rule 2).
create table transitions (
  seq integer primary key autoincrement, id text not null unique, contact_id text not null references contacts(id),
  lifecycle text not null, lifecycle_version integer not null, from_stage text, to_stage text,
  direction text not null check (direction in ('enter','forward','backward','skip','re-entry')),
  effective_at integer not null, recorded_at integer not null, actor text not null, source text not null,
  reason text, voids text unique references transitions(id), batch_id text, derived_from text, time_in_previous_s integer
) strict;
create index transitions_contact on transitions(contact_id, lifecycle, effective_at, seq);
create trigger transitions_append_only_update before update on transitions begin select raise(abort, 'the ledger is append-only'); end;
create trigger transitions_append_only_delete before delete on transitions begin select raise(abort, 'the ledger is append-only'); end;
-- personal text of a ledger row; erase empties it
create table transition_notes (transition_id text primary key references transitions(id), contact_id text not null, note text, evidence text) strict;
create index transition_notes_contact on transition_notes(contact_id);

create table tag_groups (key text primary key, mode text not null check (mode in ('single','multi')), labels text not null, position integer not null, created_at integer not null, archived_at integer) strict;
create table tags (key text primary key, group_key text not null references tag_groups(key), labels text not null, position integer not null, created_at integer not null, archived_at integer) strict;
create index tags_group on tags(group_key, position);
create table contact_tags (
  contact_id text not null references contacts(id), tag_key text not null references tags(key),
  single_group text, added_at integer not null, added_by text not null, primary key (contact_id, tag_key)
) strict, without rowid;
-- product rule 6: the database itself refuses two tags of a single-choice group
create unique index contact_tags_single on contact_tags(contact_id, single_group) where single_group is not null;
create index contact_tags_tag on contact_tags(tag_key, contact_id);

create table interactions (
  id text primary key, contact_id text not null references contacts(id), kind text not null, direction text not null,
  occurred_at integer not null, summary text not null, channel text, purpose text, actor text not null, created_at integer not null
) strict;
create index interactions_contact on interactions(contact_id, occurred_at desc, id desc);

create table follow_ups (
  id text primary key, contact_id text not null references contacts(id), assignee_id text references staff(id), title text not null,
  kind text, note text, due_local text not null, due_zone text not null, due_at integer not null,
  status text not null check (status in ('open','done','cancelled')), outcome text, created_by text not null,
  created_at integer not null, completed_at integer, version integer not null default 1
) strict;
create index follow_ups_contact on follow_ups(contact_id, status, due_at);
create index follow_ups_agenda on follow_ups(assignee_id, status, due_at, id);
create index follow_ups_due on follow_ups(status, due_at, id);

-- a conversation that shows only a name, tied to a person by a rep, or "not this person"
create table conversation_links (
  id text primary key, channel text not null, scope text not null default '', conversation_key text not null,
  contact_id text references contacts(id), verdict text not null check (verdict in ('linked','not_this_person')),
  created_by text not null, created_at integer not null
) strict;
create unique index conversation_links_one on conversation_links(channel, scope, conversation_key) where verdict = 'linked';
create unique index conversation_links_not on conversation_links(channel, scope, conversation_key, contact_id) where verdict = 'not_this_person';
create index conversation_links_contact on conversation_links(contact_id);

-- where a panel write was made (product rule 11): the handle belongs to the contact, or the write was refused
create table write_contexts (
  id integer primary key, contact_id text not null, operation text not null, reference text not null, channel text not null,
  scope text not null, handle text, conversation_key text, actor text not null, recorded_at integer not null
) strict;
create index write_contexts_contact on write_contexts(contact_id);

-- the event log: gapless, one order, written with the change it tells of (product rule 9)
create table events (
  seq integer primary key autoincrement, id text not null unique, type text not null, contact_id text, actor text not null,
  client_id text, data text not null, batch_id text, at integer not null
) strict;
create index events_contact on events(contact_id, seq);
create trigger events_append_only_update before update on events begin select raise(abort, 'events are append-only'); end;
create trigger events_append_only_delete before delete on events begin select raise(abort, 'events are append-only'); end;
create table event_previous (event_id text primary key references events(id), contact_id text, previous text) strict;
create index event_previous_contact on event_previous(contact_id);

create table idempotency (
  actor text not null, key text not null, fingerprint text not null, status integer not null, headers text not null,
  body text, secret integer not null default 0, created_at integer not null, primary key (actor, key)
) strict, without rowid;
create index idempotency_age on idempotency(created_at);
