// Takes what was deleted out of the search indexes for good: until their parts are merged they only mark it as deleted.
import type { Database } from '../../db/database.ts';
import { statement } from '../../db/statement.ts';

// Pages merged in one turn of the write lane, so that nobody waits long behind it.
const PAGES = 16;

export async function forgetWords(db: Database): Promise<void> {
  for (const index of ['search_people_index', 'search_notes_index']) {
    // A negative count begins to merge everything into one part, positive ones go on until nothing is left to do.
    for (let pages = -PAGES; await merged(db, index, pages); pages = PAGES);
  }
}

const changes = statement('select total_changes()', [], (r) => Number(r[0]));

function merged(db: Database, index: string, pages: number): Promise<boolean> {
  return db.write({
    load: {},
    plan: () => ({
      statements: [changes, statement(`insert into ${index}(${index}, rank) values ('merge', ?)`, [pages]), changes],
      answer: ([before, , after]) => Number(after?.[0]) - Number(before?.[0]) >= 2,
    }),
  });
}
