-- Classification: declared fields, rules that tag by them, what a person decided instead, and the quadrants of the matrix.
create table fields (
  key text primary key, type text not null check (type in ('text','number','boolean','date','choice')), labels text not null,
  choices text not null default '[]', position integer not null, created_at integer not null, archived_at integer
) strict;

create table rules (
  key text primary key, field text not null references fields(key), group_key text not null references tag_groups(key),
  labels text not null, cases text not null, position integer not null, version integer not null default 1,
  created_at integer not null, updated_at integer not null, archived_at integer
) strict;
-- a single-choice group follows one rule at most (single_group names it); dropping the rule frees it
alter table rules add column single_group text;
create unique index rules_one_per_single_group on rules(single_group) where single_group is not null and archived_at is null;

-- what a person decided in place of a rule, and why; erase empties the note
create table rule_overrides (
  contact_id text not null references contacts(id), rule_key text not null references rules(key), tag_key text references tags(key),
  note text, actor text not null, at integer not null, primary key (contact_id, rule_key)
) strict, without rowid;

create table contact_quadrants (
  contact_id text primary key references contacts(id), quadrant text not null check (quadrant in ('base','attack','maintain','harass')),
  since integer not null
) strict, without rowid;
create index contact_quadrants_quadrant on contact_quadrants(quadrant, contact_id);

-- a rule or the matrix changed: everybody is judged again, in the order of ids, from here on
create table classification_sweep (id integer primary key check (id = 1), after text not null, wanted integer not null, actor text not null) strict;

-- Whose fields changed and were not judged with the change itself: imports, batches, merges. Nobody writes fields past this.
create table classification_queue (contact_id text primary key references contacts(id)) strict, without rowid;
create trigger contacts_to_classify_insert after insert on contacts
  when new.fields <> '{}' and (exists (select 1 from rules where archived_at is null) or exists (select 1 from settings where json_type(value, '$.matrix') = 'object'))
  begin insert into classification_queue (contact_id) values (new.id) on conflict do nothing; end;
create trigger contacts_to_classify_update after update of fields on contacts
  when new.fields <> old.fields and (exists (select 1 from rules where archived_at is null) or exists (select 1 from settings where json_type(value, '$.matrix') = 'object'))
  begin insert into classification_queue (contact_id) values (new.id) on conflict do nothing; end;
