-- Which row of an import a person is: a later row of the same file with one of their handles is a duplicate.
create index import_rows_contact on import_rows(import_id, contact_id) where contact_id is not null;
