-- Scripts: the texts of the playbook, per lifecycle, stage (null: any stage of it) and language. Company words, nobody's personal data.
create table scripts (
  id text primary key, lifecycle text not null, stage text, locale text not null, title text not null, text text not null,
  position integer not null, version integer not null default 1, created_at integer not null, updated_at integer not null
) strict;
create index scripts_place on scripts(lifecycle, position, id);
