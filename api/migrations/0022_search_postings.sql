-- The same pieces of words once more, a row for each place they occur in: the first row of a piece is found without counting
-- the others, so that listing the pieces a letter begins costs what they are, not how often they occur.
create virtual table search_people_postings using fts5vocab('search_people_index', 'instance');
create virtual table search_notes_postings using fts5vocab('search_notes_index', 'instance');
