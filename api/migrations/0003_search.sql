-- Words to search people by. Triggers keep them, so that no writer can forget: names, companies and handles in search_people,
-- what was written about them in search_notes; one row per row they come from, in lower case (ASCII), ended by two line ends.
-- The indexes hold every three characters in a row; the two line ends make the last one and two characters findable too.
create table search_people (id integer primary key, contact_id text not null references contacts(id), ref text not null, words text not null) strict;
create unique index search_people_ref on search_people(contact_id, ref);
create table search_notes (id integer primary key, contact_id text not null references contacts(id), ref text not null, words text not null) strict;
create unique index search_notes_ref on search_notes(contact_id, ref);
create virtual table search_people_index using fts5(words, content='search_people', content_rowid='id', tokenize='trigram', detail=none);
create virtual table search_notes_index using fts5(words, content='search_notes', content_rowid='id', tokenize='trigram', detail=none);
-- the three characters that occur: how one or two characters are looked up
create virtual table search_people_terms using fts5vocab('search_people_index', 'row');
create virtual table search_notes_terms using fts5vocab('search_notes_index', 'row');

create trigger search_people_in after insert on search_people begin
  insert into search_people_index(rowid, words) values (new.id, new.words);
end;
create trigger search_people_out after delete on search_people begin
  insert into search_people_index(search_people_index, rowid, words) values ('delete', old.id, old.words);
end;
create trigger search_notes_in after insert on search_notes begin
  insert into search_notes_index(rowid, words) values (new.id, new.words);
end;
create trigger search_notes_out after delete on search_notes begin
  insert into search_notes_index(search_notes_index, rowid, words) values ('delete', old.id, old.words);
end;

create trigger contacts_words_in after insert on contacts when new.display_name <> '' begin
  insert into search_people(contact_id, ref, words)
  values (new.id, new.id, lower(new.display_name || char(10) || coalesce(new.company, '')) || char(10, 10));
end;
create trigger contacts_words_change after update of display_name, company on contacts
when old.display_name is not new.display_name or old.company is not new.company begin
  delete from search_people where contact_id = new.id and ref = new.id;
  insert into search_people(contact_id, ref, words)
  select new.id, new.id, lower(new.display_name || char(10) || coalesce(new.company, '')) || char(10, 10)
  where new.display_name <> '';
end;

create trigger identities_words_in after insert on identities begin
  insert into search_people(contact_id, ref, words)
  values (new.contact_id, new.id, lower(new.handle || char(10) || new.display) || char(10, 10));
end;
create trigger identities_words_out after delete on identities begin
  delete from search_people where contact_id = old.contact_id and ref = old.id;
end;
create trigger identities_words_change after update of contact_id, handle, display on identities begin
  delete from search_people where contact_id = old.contact_id and ref = old.id;
  insert into search_people(contact_id, ref, words)
  values (new.contact_id, new.id, lower(new.handle || char(10) || new.display) || char(10, 10));
end;

create trigger interactions_words_in after insert on interactions when new.summary <> '' begin
  insert into search_notes(contact_id, ref, words) values (new.contact_id, new.id, lower(new.summary) || char(10, 10));
end;
create trigger interactions_words_out after delete on interactions begin
  delete from search_notes where contact_id = old.contact_id and ref = old.id;
end;
create trigger interactions_words_change after update of contact_id, summary on interactions begin
  delete from search_notes where contact_id = old.contact_id and ref = old.id;
  insert into search_notes(contact_id, ref, words)
  select new.contact_id, new.id, lower(new.summary) || char(10, 10) where new.summary <> '';
end;

create trigger follow_ups_words_in after insert on follow_ups begin
  insert into search_notes(contact_id, ref, words)
  values (new.contact_id, new.id, lower(new.title || char(10) || coalesce(new.note, '') || char(10) || coalesce(new.outcome, '')) || char(10, 10));
end;
create trigger follow_ups_words_out after delete on follow_ups begin
  delete from search_notes where contact_id = old.contact_id and ref = old.id;
end;
create trigger follow_ups_words_change after update of contact_id, title, note, outcome on follow_ups
when old.contact_id is not new.contact_id or old.title is not new.title or old.note is not new.note or old.outcome is not new.outcome begin
  delete from search_notes where contact_id = old.contact_id and ref = old.id;
  insert into search_notes(contact_id, ref, words)
  select new.contact_id, new.id, lower(new.title || char(10) || coalesce(new.note, '') || char(10) || coalesce(new.outcome, '')) || char(10, 10)
  where new.title <> '';
end;

insert into search_people(contact_id, ref, words)
select id, id, lower(display_name || char(10) || coalesce(company, '')) || char(10, 10) from contacts where display_name <> '';
insert into search_people(contact_id, ref, words)
select contact_id, id, lower(handle || char(10) || display) || char(10, 10) from identities;
insert into search_notes(contact_id, ref, words)
select contact_id, id, lower(summary) || char(10, 10) from interactions where summary <> '';
insert into search_notes(contact_id, ref, words)
select contact_id, id, lower(title || char(10) || coalesce(note, '') || char(10) || coalesce(outcome, '')) || char(10, 10) from follow_ups where title <> '';

-- what lists are sorted and narrowed by
create index contacts_name on contacts(lower(display_name), id);
create index contacts_touched on contacts(last_touch_at, id) where last_touch_at is not null;
create index contacts_next on contacts(next_follow_up_at, id) where next_follow_up_at is not null;
create index contacts_source on contacts(source, created_at desc, id desc) where source is not null;
create index identities_by_handle on identities(handle);
