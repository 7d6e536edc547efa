-- Who may be the same person. Derived from the event log and the people in it, and may be thrown away: `event_seq` is how far
-- the log was followed, `rules` by which rules; others begin it again. Keys are hashes, one a value that somebody else may have.
create table duplicate_keys (
  key text not null, contact_id text not null references contacts(id), reason text not null, kind text not null,
  shared integer not null, primary key (key, contact_id)
) strict, without rowid;
create index duplicate_keys_contact on duplicate_keys(contact_id);
create table duplicate_pairs (
  a_id text not null references contacts(id), b_id text not null references contacts(id), level integer not null,
  reasons text not null, primary key (a_id, b_id)
) strict, without rowid;
create index duplicate_pairs_level on duplicate_pairs(level desc, a_id, b_id);
create index duplicate_pairs_b on duplicate_pairs(b_id);
create table duplicate_progress (id integer primary key check (id = 1), event_seq integer not null, rules integer not null) strict;
insert into duplicate_progress values (1, 0, 0);
