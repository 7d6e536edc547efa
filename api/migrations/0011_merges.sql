-- Merges: a person who turned out to be another. The loser's row stays as it was, so that everything can go back; its ledger
-- rows never move. What was moved is remembered row by row.
alter table contacts add column merged_into text references contacts(id);
create index contacts_merged on contacts(merged_into) where merged_into is not null;

create table merges (
  seq integer primary key autoincrement, id text not null unique,
  survivor_id text not null references contacts(id), loser_id text not null references contacts(id),
  actor text not null, merged_at integer not null, reverted_by text, reverted_at integer, counts text not null,
  -- the survivor's own values that changed, as they were and as they became; erase empties it
  fields text
) strict;
create index merges_survivor on merges(survivor_id, seq);
create index merges_loser on merges(loser_id, seq);
-- A row that went to the survivor (ref is its key), or could not and is kept in detail, which erase empties.
create table merge_rows (
  merge_id text not null references merges(id), kind text not null, ref text not null, moved integer not null, detail text,
  primary key (merge_id, kind, ref)
) strict, without rowid;

-- Two people somebody looked at and found to be two.
create table not_duplicates (
  id text primary key, a_id text not null references contacts(id), b_id text not null references contacts(id),
  created_by text not null, created_at integer not null
) strict;
create unique index not_duplicates_pair on not_duplicates(a_id, b_id);
create index not_duplicates_b on not_duplicates(b_id);
