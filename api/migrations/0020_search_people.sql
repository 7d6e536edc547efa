-- Everything a person is called and reached by is one text of their own, where it was one per name and handle: what is typed
-- to find somebody is met by one lookup, however many words it has, and however many people share each of them.
drop trigger contacts_words_in;
drop trigger contacts_words_change;
drop trigger identities_words_in;
drop trigger identities_words_out;
drop trigger identities_words_change;
drop table search_people_terms;
drop table search_people_index;
drop table search_people;

create table search_people (id integer primary key, contact_id text not null references contacts(id), words text not null) strict;
create unique index search_people_contact on search_people(contact_id);
-- said here once: the triggers and the first filling read it
create view search_people_words as
select c.id as contact_id, lower(c.display_name || char(10) || coalesce(c.company, '')) || char(10, 10) || coalesce(
  (select group_concat(lower(i.handle || char(10) || i.display) || char(10, 10), '')
     from (select handle, display from identities where contact_id = c.id order by id) i), '') as words
from contacts c;
insert into search_people(contact_id, words) select w.contact_id, w.words from search_people_words w;

create virtual table search_people_index using fts5(words, content='search_people', content_rowid='id', tokenize='trigram', detail=none);
create virtual table search_people_terms using fts5vocab('search_people_index', 'row');
insert into search_people_index(search_people_index) values ('rebuild');

create trigger search_people_in after insert on search_people begin
  insert into search_people_index(rowid, words) values (new.id, new.words);
end;
create trigger search_people_change after update on search_people begin
  insert into search_people_index(search_people_index, rowid, words) values ('delete', old.id, old.words);
  insert into search_people_index(rowid, words) values (new.id, new.words);
end;

create trigger contacts_words_in after insert on contacts begin
  insert into search_people(contact_id, words) select w.contact_id, w.words from search_people_words w where w.contact_id = new.id;
end;
create trigger contacts_words_change after update of display_name, company on contacts
when old.display_name is not new.display_name or old.company is not new.company begin
  update search_people set words = (select w.words from search_people_words w where w.contact_id = new.id) where contact_id = new.id;
end;
create trigger identities_words_in after insert on identities begin
  update search_people set words = (select w.words from search_people_words w where w.contact_id = new.contact_id)
  where contact_id = new.contact_id;
end;
create trigger identities_words_out after delete on identities begin
  update search_people set words = (select w.words from search_people_words w where w.contact_id = old.contact_id)
  where contact_id = old.contact_id;
end;
create trigger identities_words_change after update of contact_id, handle, display on identities
when old.contact_id is not new.contact_id or old.handle is not new.handle or old.display is not new.display begin
  update search_people set words = (select w.words from search_people_words w where w.contact_id = new.contact_id)
  where contact_id = new.contact_id;
  update search_people set words = (select w.words from search_people_words w where w.contact_id = old.contact_id)
  where contact_id = old.contact_id and old.contact_id is not new.contact_id;
end;
