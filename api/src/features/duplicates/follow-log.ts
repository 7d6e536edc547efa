// Keeps the pairs up to date by following the event log: a contact that changed is compared again with all that share a value
// with it. So no write has to do this, and after a stop it continues where it was.
import { CROWD, duplicateKeys } from '@sidestage/domain';
import type { Deps } from '../../deps.ts';
import { type ContactState, contactsByIds } from '../contacts/contacts.store.ts';
import {
  changesAfter,
  hashed,
  holdersOfKeys,
  type KeyRow,
  keysOf,
  newestEvent,
  progress,
  replaceKeys,
  saveProgress,
  startOver,
} from './duplicates.store.ts';

const CHANGES = 100;

const running = new WeakMap<Deps['db'], Promise<boolean>>();

/** Looks at what changed since the last look, `rounds` of a hundred changes at most. True: nothing is left to look at. */
export async function followDuplicates(deps: Pick<Deps, 'db'>, rounds = Number.POSITIVE_INFINITY): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    // One at a time: the next one reads what this one wrote.
    const before = running.get(deps.db) ?? Promise.resolve(false);
    const mine = before.catch(() => false).then(() => look(deps));
    running.set(deps.db, mine);
    if (await mine) return true;
  }
  return false;
}

/** Looks at the next changes; true where there is none left. */
async function look({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const at = (await db.read({ progress })).progress[0];
  if (at === null || at === undefined) {
    await db.write({ load: {}, plan: () => ({ statements: startOver, answer: () => undefined }) });
    return false;
  }
  const { changes, newest } = await db.read({ changes: changesAfter(at, CHANGES), newest: newestEvent });
  const isLast = changes.length < CHANGES;
  const upTo = isLast ? (newest[0] ?? 0) : (changes.at(-1)?.seq ?? at);
  if (changes.length === 0) {
    // Moves and notes alone: remembered now and then, since reading past them costs little.
    if (upTo - at > CHANGES) await save(db, at, upTo, []);
    return true;
  }
  const people = [...new Set(changes.flatMap((one) => one.contactIds))];
  const { contacts, old } = await db.read({ contacts: contactsByIds(people), old: keysOf(people) });
  const rows = contacts.flatMap(keyRows);
  const keys = [...new Set([...old, ...rows].map((one) => one.key))];
  // Enough to see a crowd come or go: nobody but these people changes here.
  const { holders } = await db.read({ holders: holdersOfKeys(keys, CROWD + people.length + 1) });
  const changed = new Set(people);
  const paired = new Set(people);
  for (const { key, contactIds } of holders) {
    const others = contactIds.filter((id) => !changed.has(id));
    const now = others.length + rows.filter((row) => row.key === key).length;
    if (contactIds.length > CROWD !== now > CROWD) for (const id of others) paired.add(id);
  }
  await save(db, at, upTo, replaceKeys(people, rows, [...paired]));
  return isLast;
}

function save(db: Deps['db'], at: number, upTo: number, statements: ReturnType<typeof replaceKeys>): Promise<void> {
  return db.write({
    load: { progress },
    plan: (loaded) => ({
      // Another process on the same server was faster: its rows stand, and the next look goes on from there.
      statements: loaded.progress[0] === at ? [...statements, saveProgress(upTo)] : [],
      answer: () => undefined,
    }),
  });
}

function keyRows(contact: ContactState): KeyRow[] {
  if (contact.archivedAt !== null || contact.erasedAt !== null || contact.mergedInto !== null) return [];
  return duplicateKeys(contact).map((key) => ({
    key: hashed(key),
    contactId: contact.id,
    reason: key.reason,
    kind: key.kind,
    shared: key.shared,
  }));
}
