-- Health is derived by rules and may be thrown away: everything here can be made again from contacts, positions and interactions.
create table contact_health (
  contact_id text primary key references contacts(id), state text not null, fired text not null,
  since integer not null, check_at integer
) strict, without rowid;
create index contact_health_state on contact_health(state, contact_id);
create index contact_health_due on contact_health(check_at) where check_at is not null;
-- how far the worker has followed the event log; while rules have changed, the last contact that was judged by the new ones
create table health_progress (id integer primary key check (id = 1), event_seq integer not null, sweep_after text) strict;
insert into health_progress values (1, 0, null);
-- a word to the owner, kept until their day has begun; at most one a contact
create table nudges (
  contact_id text primary key references contacts(id), state text not null, due_at integer not null
) strict, without rowid;
create index nudges_due on nudges(due_at);
