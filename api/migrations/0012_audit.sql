-- The audit log: one row for each write that was decided, in the commit of the write itself. Ids and codes only, no words of people.
create table audit (
  seq integer primary key autoincrement, at integer not null, actor text not null, session_id text, client_id text,
  operation text not null, subject text, outcome text not null check (outcome in ('done','unchanged','refused')),
  status integer not null, problem text, request_id text not null
) strict;
-- each ends in seq by itself: one page of any filter is read in order, whatever the time span
create index audit_at on audit(at);
create index audit_actor on audit(actor, at);
create index audit_subject on audit(subject, at) where subject is not null;
create index audit_operation on audit(operation, at);
create trigger audit_append_only_update before update on audit begin select raise(abort, 'the audit log is append-only'); end;
create trigger audit_append_only_delete before delete on audit begin select raise(abort, 'the audit log is append-only'); end;
