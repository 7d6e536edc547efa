-- Lifecycles are edited while people are in them: a draft, its publication, and the people it moves.
-- Which lifecycle is the default is a company setting alone.
drop index lifecycles_one_default;
alter table lifecycles drop column is_default;

create table lifecycle_drafts (
  lifecycle text primary key references lifecycles(key), base_version integer not null, version integer not null,
  next text not null, changes text not null, moves text not null, actor text not null, updated_at integer not null
) strict;

-- the id of a publication is the batch_id of the ledger rows it writes
create table publications (
  id text primary key, lifecycle text not null references lifecycles(key), from_version integer not null, version integer not null,
  changes text not null, moves text not null, rows_planned integer not null, rows_written integer not null default 0,
  actor text not null, published_at integer not null, finished_at integer
) strict;
create index publications_running on publications(lifecycle) where finished_at is null;
