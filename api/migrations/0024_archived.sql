-- Archived people are few among all: their list is read from here, and not by looking at everybody.
create index contacts_archived on contacts(archived_at) where archived_at is not null;
