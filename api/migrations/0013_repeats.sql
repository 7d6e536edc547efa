-- Follow-ups that come back: completing one plans the next of its series, once.
alter table follow_ups add column repeat text;
-- when this one was due in its series, whatever it was put off to since
alter table follow_ups add column series_local text;
alter table follow_ups add column follows text references follow_ups(id);
create unique index follow_ups_follows on follow_ups(follows) where follows is not null and status <> 'cancelled';
