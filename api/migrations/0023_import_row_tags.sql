-- Results of imports that name a tag of the file: found when somebody is erased whose words it may be.
create index import_rows_tagged on import_rows(import_id, row) where instr(reasons, '"tag":') > 0;
