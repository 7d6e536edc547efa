-- Handovers: a move into a stage that another function owns offers the contact to it. At most one is open per contact and lifecycle.
create table handovers (
  id text primary key, contact_id text not null references contacts(id), lifecycle text not null,
  transition_id text not null references transitions(id), from_function text not null, to_function text not null,
  status text not null check (status in ('open','accepted','declined','withdrawn')),
  opened_at integer not null, opened_by text not null, decided_at integer, decided_by text,
  -- why it was declined; erase empties it
  note text,
  -- the ledger row, merge or import that withdrew it: where that is taken back, it is open again
  withdrawn_by text,
  check ((status = 'open') = (decided_at is null))
) strict;
create unique index handovers_one_open on handovers(contact_id, lifecycle) where status = 'open';
create index handovers_contact on handovers(contact_id);
create index handovers_list on handovers(status, opened_at, id);
create index handovers_withdrawn on handovers(withdrawn_by) where withdrawn_by is not null;
