-- Imports: a file that waits beside the database, what was asked, how far it came, and what became of each row.
-- Rows of results hold ids, codes and column names, never a value of the file.
create table imports (
  id text primary key, status text not null check (status in ('created','checking','running','done','failed','cancelled')),
  format text not null check (format in ('csv','ndjson')), bytes integer not null, sha256 text not null,
  -- what the file looks like (headers, encoding, proposal); what was asked for; what the columns of dates prove; why it failed
  shape text not null, options text, proof text, problem text,
  rows_total integer, next_row integer not null default 1,
  created_count integer not null default 0, updated_count integer not null default 0,
  unchanged_count integer not null default 0, rejected_count integer not null default 0,
  file_kept integer not null default 1, actor text not null, client_id text, version integer not null default 1,
  created_at integer not null, started_at integer, finished_at integer
) strict;
create index imports_created on imports(created_at desc, id desc);
create index imports_due on imports(started_at, id) where status in ('checking','running');

create table import_rows (
  import_id text not null references imports(id), row integer not null,
  outcome text not null check (outcome in ('created','updated','unchanged','rejected')), contact_id text, reasons text,
  primary key (import_id, row)
) strict, without rowid;
create index import_rows_rejected on import_rows(import_id, row) where outcome = 'rejected';

-- Which row of a running import holds a handle (as a hash) or a person; emptied when the import ends.
create table import_claims (
  import_id text not null references imports(id), claim text not null, row integer not null, times integer not null default 1,
  primary key (import_id, claim)
) strict, without rowid;

-- People imported without a handle of their own, found again by what their row said (as a hash) and how often it had been said.
create table import_prints (
  print text not null, nth integer not null, contact_id text not null references contacts(id), primary key (print, nth)
) strict, without rowid;
create index import_prints_contact on import_prints(contact_id);
