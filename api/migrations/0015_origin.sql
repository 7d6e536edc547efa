-- Where a person came from (product C8): known once, never changed. `source` may be corrected later; the first one stays.
alter table contacts add column first_source text;
alter table contacts add column domain text check (domain in ('public','other','private'));
alter table contacts add column referrer_id text references contacts(id);
update contacts set first_source = source;
create index contacts_referrer on contacts(referrer_id) where referrer_id is not null;
create trigger contacts_origin_stays before update of first_source, domain, referrer_id on contacts
  when new.erased_at is null and ((old.first_source is not null and new.first_source is not old.first_source)
    or (old.domain is not null and new.domain is not old.domain) or (old.referrer_id is not null and new.referrer_id is not old.referrer_id))
  begin select raise(abort, 'the first touch never changes'); end;
