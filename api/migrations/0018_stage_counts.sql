-- How many stand in each stage, counted as they move: triggers keep it, so that no writer can forget. Derived from positions and
-- contacts, and `check` compares. `listed`: neither archived nor erased nor merged into another. An empty owner is the pool.
create table stage_counts (
  lifecycle text not null, stage text not null, owner_id text not null, closed integer not null, listed integer not null,
  people integer not null, primary key (lifecycle, stage, owner_id, closed, listed)
) strict, without rowid;

insert into stage_counts
select p.lifecycle, p.stage, coalesce(c.owner_id, ''), p.closed_outcome is not null,
  c.archived_at is null and c.erased_at is null and c.merged_into is null, count(*)
from positions p join contacts c on c.id = p.contact_id group by 1, 2, 3, 4, 5;

create trigger stage_counts_enter after insert on positions begin
  insert into stage_counts
  select new.lifecycle, new.stage, coalesce(c.owner_id, ''), new.closed_outcome is not null,
    c.archived_at is null and c.erased_at is null and c.merged_into is null, 1
  from contacts c where c.id = new.contact_id
  on conflict do update set people = people + 1;
end;
create trigger stage_counts_leave after delete on positions begin
  update stage_counts set people = people - 1 where (lifecycle, stage, owner_id, closed, listed) = (
    select old.lifecycle, old.stage, coalesce(c.owner_id, ''), old.closed_outcome is not null,
      c.archived_at is null and c.erased_at is null and c.merged_into is null
    from contacts c where c.id = old.contact_id);
end;
create trigger stage_counts_move after update of contact_id, lifecycle, stage, closed_outcome on positions
when old.stage <> new.stage or old.closed_outcome is null <> (new.closed_outcome is null) or old.lifecycle <> new.lifecycle or old.contact_id <> new.contact_id
begin
  update stage_counts set people = people - 1 where (lifecycle, stage, owner_id, closed, listed) = (
    select old.lifecycle, old.stage, coalesce(c.owner_id, ''), old.closed_outcome is not null,
      c.archived_at is null and c.erased_at is null and c.merged_into is null
    from contacts c where c.id = old.contact_id);
  insert into stage_counts
  select new.lifecycle, new.stage, coalesce(c.owner_id, ''), new.closed_outcome is not null,
    c.archived_at is null and c.erased_at is null and c.merged_into is null, 1
  from contacts c where c.id = new.contact_id
  on conflict do update set people = people + 1;
end;
create trigger stage_counts_contact after update of owner_id, archived_at, erased_at, merged_into on contacts
when old.owner_id is not new.owner_id
  or (old.archived_at is null and old.erased_at is null and old.merged_into is null) <> (new.archived_at is null and new.erased_at is null and new.merged_into is null)
begin
  update stage_counts set people = people - 1 where (lifecycle, stage, owner_id, closed, listed) in (
    select p.lifecycle, p.stage, coalesce(old.owner_id, ''), p.closed_outcome is not null,
      old.archived_at is null and old.erased_at is null and old.merged_into is null
    from positions p where p.contact_id = old.id);
  insert into stage_counts
  select p.lifecycle, p.stage, coalesce(new.owner_id, ''), p.closed_outcome is not null,
    new.archived_at is null and new.erased_at is null and new.merged_into is null, 1
  from positions p where p.contact_id = new.id
  on conflict do update set people = people + 1;
end;
