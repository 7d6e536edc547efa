-- All handovers, whatever became of them, whoever waited longest first.
create index handovers_opened on handovers(opened_at, id);
