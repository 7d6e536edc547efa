// Whom the rep had open last on this device, for the search before anything is typed. Kept are numbers only: name and stage are
// asked for anew, so that nobody erased or handed to somebody else is shown from what was. Gone with the sign-out.
import { effect, signal } from '@preact/signals';
import { SidestageProblem } from '@sidestage/sdk';
import type { Storage } from '../host.ts';
import type { Privacy } from './privacy.ts';
import type { Session } from './session.ts';
import { createShared } from './shared.ts';
import type { Subjects } from './subject.ts';
import type { Contact } from './wire.ts';

const RECENT_KEY = 'recent';
// One more than is shown: whoever is open is not offered.
const PEOPLE = 7;

export type Recent = ReturnType<typeof createRecent>;

export function createRecent(parts: { device: Storage; session: Session; privacy: Privacy; subjects: Subjects }) {
  const { device, session, privacy, subjects } = parts;
  const people = signal<readonly Contact[]>([]);
  const kept = createShared<string[]>(device, RECENT_KEY, []);
  const isIgnored = ({ identities }: Contact) =>
    identities.some(({ channel, handle }) =>
      privacy.isIgnored({ channel, handle, name: null, scope: null, conversationKey: null }),
    );

  /** Asks who they are now; with the server away those met since the panel was opened stay. */
  const load = async () => {
    await kept.load();
    const before = people.peek();
    const found = await Promise.all(
      kept.value.peek().map(async (id) => {
        try {
          return await session.ask.get('/v1/contacts/{id}', { id });
        } catch (error) {
          return error instanceof SidestageProblem ? undefined : before.find((one) => one.id === id);
        }
      }),
    );
    if (session.state.peek().status !== 'signed-in') return;
    const known = found.filter((one) => one !== undefined);
    people.value = known.filter((one, at) => !isIgnored(one) && known.findIndex(({ id }) => id === one.id) === at);
  };

  /** Follows who is opened. Returns what ends it. */
  const start = () =>
    effect(() => {
      const now = subjects.subject.value;
      if (now.kind !== 'contact' || isIgnored(now.card.contact)) return;
      const { contact } = now.card;
      const isNew = people.peek()[0]?.id !== contact.id;
      people.value = [contact, ...people.peek().filter((one) => one.id !== contact.id)].slice(0, PEOPLE);
      // Losing count of whom one met is no failure to speak of.
      if (isNew)
        kept.change((ids) => [contact.id, ...ids.filter((id) => id !== contact.id)].slice(0, PEOPLE)).catch(() => {});
    });

  const wipe = async () => {
    people.value = [];
    await kept.wipe();
  };

  return { people, load, start, wipe };
}
