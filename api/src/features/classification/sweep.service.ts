// Classifies people by their fields, a few at a time through the write lane: those whose fields were written in bulk, and
// everybody after a rule or the matrix changed. After a stop it continues where it was.
import { guard } from '../../db/database.ts';
import type { Statement } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { type Actor, actorView, system } from '../../http/actor.ts';
import { contactsByIds, updateContact } from '../contacts/contacts.store.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import {
  advanceSweep,
  idsAfter,
  overridesOf,
  quadrantsOf,
  queued,
  sweepState,
  tagOriginsOf,
  unqueue,
} from './classification.store.ts';
import { classify, definitionLoad } from './classify.ts';

const CHUNK = 50;
const RETRY_MS = 1_000;
const RETRIES = 30;

const running = new WeakMap<Deps, Promise<void>>();

/** Judges whoever waits, unless that is under way; resolves when nobody is left. */
export function sweepClassification(deps: Deps): Promise<void> {
  const known = running.get(deps);
  if (known) return known;
  const sweep = sweepAll(deps)
    .catch((error) => deps.log('classification stopped', { error: String(error) }))
    .finally(() => running.delete(deps));
  running.set(deps, sweep);
  return sweep;
}

async function sweepAll(deps: Deps): Promise<void> {
  for (let failures = 0; ; ) {
    try {
      if (await sweepChunk(deps)) return;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures > RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
    }
  }
}

/** Judges the next few; true where nobody is left. */
async function sweepChunk(deps: Deps): Promise<boolean> {
  const { state, all, waiting } = await deps.db.read({
    state: sweepState,
    all: idsAfter(CHUNK),
    waiting: queued(CHUNK),
  });
  const sweep = waiting.length > 0 ? undefined : state[0];
  if (!sweep && waiting.length === 0) return true;
  const ids = sweep ? all : waiting;
  const { kind, id } = sweep ? actorView(sweep.actor) : system;
  const actor = { ...system, kind, id } as Actor;
  await deps.db.write({
    load: {
      contacts: contactsByIds(ids),
      overrides: overridesOf(ids),
      origins: tagOriginsOf(ids),
      quadrants: quadrantsOf(ids),
      ...definitionLoad,
      ...tagCatalogue(),
    },
    plan: ({ contacts, overrides, origins, quadrants, ...known }) => {
      const call = { deps, actor, now: deps.clock.now() };
      const statements: Statement[] = [];
      const events: EventIn[] = [];
      for (const contact of contacts) {
        if (contact.erasedAt !== null) continue;
        const of = <T extends { contactId: string }>(rows: readonly T[]) =>
          rows.filter((row) => row.contactId === contact.id);
        const judged = classify(call, contact, {
          ...known,
          overrides: of(overrides),
          origins: of(origins),
          quadrants: of(quadrants),
        });
        events.push(...judged.events);
        if (judged.changed)
          statements.push(guard('(select version from contacts where id = ?) = ?', [contact.id, contact.version]));
        statements.push(...judged.statements);
        if (judged.tags.join() !== contact.tags.join())
          statements.push(updateContact(contact.id, contact.version + 1, call.now, {}));
      }
      statements.push(
        ...eventStatements(call, events),
        unqueue(ids),
        ...(sweep ? [advanceSweep(ids.length < CHUNK ? null : (ids.at(-1) ?? null), sweep.wanted)] : []),
      );
      return { statements, answer: () => undefined };
    },
  });
  deps.feed.wake();
  return false;
}
