import { fixedClock } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../host.ts';
import { fakeHost, SESSION } from './fake-host.ts';
import { contextOf, peopleOf } from './person.ts';
import { createPrivacy } from './privacy.ts';
import { createSession } from './session.ts';
import { createSubjects } from './subject.ts';

const NOW = Date.parse('2026-11-21T08:00:00Z');

const mail = (handle: string, given: Partial<Reading> = {}): Reading => ({
  channel: 'email',
  recipe: { id: 'roundcube', version: 1, trust: 'source' },
  kind: 'direct',
  conversationKey: `INBOX/${handle}`,
  scope: null,
  participants: [{ role: 'from', handle, name: null, self: false }],
  ...given,
});

const contact = (id: string) => ({ id, display_name: id, identities: [], stages: [], tags: [], version: 1 });

/** A server whose answers come when the test lets them, in any order. */
async function slowServer() {
  /** Whose an address is, where not `con_` and the address. */
  const holders = new Map<string, string>();
  const strangers = new Set<string>();
  const away = new Set<string>();
  /** The addresses each contact has, by the id of the contact. */
  const identities = new Map<string, { id: string }[]>();
  const versions = new Map<string, number>();
  const waiting: { path: string; handle: string; go: () => void }[] = [];
  const fake = fakeHost(
    ({ path, body }) =>
      new Promise((resolve) => {
        const handle =
          (body as { handles?: { handle: string }[] } | undefined)?.handles?.[0]?.handle ??
          decodeURIComponent(path.split('/')[3] ?? '');
        const answer = path.endsWith('/card')
          ? {
              contact: {
                ...contact(handle),
                identities: identities.get(handle) ?? [],
                version: versions.get(handle) ?? 1,
              },
            }
          : {
              match: strangers.has(handle) ? 'none' : 'exact',
              contact: strangers.has(handle) ? null : contact(holders.get(handle) ?? `con_${handle}`),
              candidates: [],
              owner_name: null,
            };
        waiting.push({
          path,
          handle,
          go: () => resolve(away.has(handle) ? 'unreachable' : { status: 200, body: answer }),
        });
      }),
  );
  fake.kept.set('session', SESSION);
  const session = createSession(fake.host, fixedClock(NOW));
  await session.start();
  const privacy = createPrivacy(fake.host.storage);
  const subjects = createSubjects(fake.host, session, privacy);
  const stop = subjects.start();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const release = async (which: (one: { path: string; handle: string }) => boolean) => {
    for (let turns = 0; turns < 200 && !waiting.some(which); turns += 1) await settle();
    const at = waiting.findIndex(which);
    if (at < 0) throw new Error('Nothing such is waiting.');
    waiting.splice(at, 1)[0]?.go();
    for (let turns = 0; turns < 20; turns += 1) await settle();
  };
  return { ...fake, subjects, stop, release, settle, holders, strangers, identities, versions, away, privacy };
}

describe('the person shown', () => {
  it('is nobody between two people, and never the one whose answer comes late', async () => {
    const { open, subjects, release, stop } = await slowServer();
    open(mail('a@x.cn'));
    expect(subjects.subject.value.kind).toBe('loading');
    open(mail('b@x.cn'));
    await release((one) => one.handle === 'b@x.cn');
    await release((one) => one.handle === 'con_b@x.cn');
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { id: 'con_b@x.cn' } } });
    await release((one) => one.handle === 'a@x.cn').catch(() => {});
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { id: 'con_b@x.cn' } } });
    open(mail('a@x.cn'));
    expect(subjects.subject.value).toMatchObject({ kind: 'loading' });
    stop();
  });

  it('is not who was looked up for the conversation before, though the card was asked for already', async () => {
    const { open, subjects, release, stop } = await slowServer();
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    open(null);
    await release((one) => one.handle === 'con_a@x.cn').catch(() => {});
    expect(subjects.subject.value).toMatchObject({ kind: 'nobody' });
    stop();
  });

  it('is a write’s target only while they are shown and the conversation is the same', async () => {
    const { open, subjects, release, stop } = await slowServer();
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    const shown = subjects.subject.value;
    expect(subjects.isCurrent(shown)).toBe(true);
    open(mail('b@x.cn'));
    expect(subjects.isCurrent(shown)).toBe(false);
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    // The same person again, in another generation: what was begun before is over.
    expect(subjects.isCurrent(shown)).toBe(false);
    stop();
  });

  it('is after a restored backup who the server says, though its card is older than the one kept', async () => {
    const { open, subjects, release, stop, versions } = await slowServer();
    versions.set('con_a@x.cn', 9);
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    versions.set('con_a@x.cn', 4);
    void subjects.startAnew();
    // Still on the screen, never a skeleton.
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { id: 'con_a@x.cn' } } });
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { version: 4 } } });
    open(null);
    open(mail('a@x.cn'));
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { version: 4 } } });
    stop();
  });

  it('is after a restored backup who the server says also where nobody told of it, once they are looked at again', async () => {
    const { open, subjects, release, stop, versions } = await slowServer();
    const version = () => {
      const now = subjects.subject.value;
      return now.kind === 'contact' ? now.card.contact.version : now.kind;
    };
    versions.set('con_a@x.cn', 9);
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    versions.set('con_a@x.cn', 4);
    void subjects.refresh();
    await release((one) => one.handle === 'con_a@x.cn');
    expect(version()).toBe(4);
    versions.set('con_a@x.cn', 2);
    open(null);
    open(mail('a@x.cn'));
    expect(version()).toBe(4);
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    expect(version()).toBe(2);
    stop();
  });

  it('is nobody’s contact where the backup knew no such person yet', async () => {
    const { open, subjects, release, stop, strangers } = await slowServer();
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    strangers.add('a@x.cn');
    void subjects.startAnew();
    await release((one) => one.handle === 'a@x.cn');
    expect(subjects.subject.value).toMatchObject({ kind: 'new', person: { handle: 'a@x.cn' } });
    stop();
  });

  it('met before is shown at once, and is whoever the server says now', async () => {
    const { open, subjects, release, stop, holders } = await slowServer();
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    open(null);
    open(mail('a@x.cn'));
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { id: 'con_a@x.cn' } } });
    // Meanwhile the address became somebody else's.
    holders.set('a@x.cn', 'con_other');
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_other');
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { id: 'con_other' } } });
    // Another conversation with the same address was never met.
    open(mail('a@x.cn', { conversationKey: 'INBOX/other' }));
    expect(subjects.subject.value.kind).toBe('loading');
    stop();
  });

  it('is shown as the last answer said, in a card kept from before and in the one open, and never as an older one', async () => {
    const { open, subjects, release, stop } = await slowServer();
    const shownVersion = () => {
      const now = subjects.subject.value;
      return now.kind === 'contact' ? now.card.contact.version : null;
    };
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    open(mail('b@x.cn'));
    // A move made before the rep went on is answered now, one that was refused after it.
    subjects.learn({ contact: { ...contact('con_a@x.cn'), version: 2 }, transition: { id: 'trn_1' } });
    expect(subjects.subject.value.kind).toBe('loading');
    open(mail('a@x.cn'));
    expect(shownVersion()).toBe(2);
    subjects.learn({ code: 'stage-changed', card: { contact: { ...contact('con_a@x.cn'), version: 4 } } });
    expect(shownVersion()).toBe(4);
    subjects.learn({ contact: { ...contact('con_a@x.cn'), version: 3 } });
    subjects.learn({ contact: { ...contact('con_b@x.cn'), version: 9 } });
    expect(shownVersion()).toBe(4);
    stop();
  });

  it('does not go back to how they were before an act of the rep’s by a card asked for before its answer', async () => {
    const { open, subjects, release, stop } = await slowServer();
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    const name = () => {
      const now = subjects.subject.value;
      return now.kind === 'contact' ? now.card.contact.display_name : now.kind;
    };
    const cardArrives = () => release((one) => one.handle === 'con_a@x.cn');
    let answered = () => {};
    const write = () => {
      const done = subjects.during('con_a@x.cn', () => new Promise<void>((resolve) => (answered = resolve)));
      subjects.patchContact('con_a@x.cn', (card) => ({
        ...card,
        contact: { ...card.contact, display_name: 'as acted' },
      }));
      return done;
    };
    // Asked before the act, there before its answer.
    void subjects.refresh();
    const first = write();
    await cardArrives();
    expect(name()).toBe('as acted');
    // Asked before the answer, there after it.
    void subjects.refresh();
    answered();
    await first;
    await cardArrives();
    expect(name()).toBe('as acted');
    // Looked up anew while the act is on its way, as by news of the conversation.
    const second = write();
    void subjects.lookUp(peopleOf(mail('a@x.cn'))[0] as NonNullable<ReturnType<typeof peopleOf>[0]>);
    await release((one) => one.handle === 'a@x.cn');
    await cardArrives();
    expect(name()).toBe('as acted');
    answered();
    await second;
    // An act about somebody else holds nothing up, and what is asked after the answer has the last word.
    void subjects.during('con_b@x.cn', () => new Promise(() => {}));
    void subjects.refresh();
    await cardArrives();
    expect(name()).toBe('con_a@x.cn');
    stop();
  });

  it('becomes the contact a colleague made of a stranger, unless the rep has begun to write', async () => {
    const { open, subjects, release, stop, strangers } = await slowServer();
    strangers.add('a@x.cn').add('b@x.cn');
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    expect(subjects.subject.value.kind).toBe('new');
    strangers.clear();
    void subjects.refresh();
    await release((one) => one.handle === 'a@x.cn');
    expect(subjects.subject.value.kind).toBe('new');
    await release((one) => one.handle === 'con_a@x.cn');
    expect(subjects.subject.value).toMatchObject({
      kind: 'contact',
      card: { contact: { id: 'con_a@x.cn' } },
      context: { handle: 'a@x.cn', conversation_key: 'INBOX/a@x.cn' },
    });
    strangers.add('b@x.cn');
    open(mail('b@x.cn'));
    await release((one) => one.handle === 'b@x.cn');
    const shown = subjects.subject.value;
    subjects.hold();
    strangers.clear();
    void subjects.refresh();
    await release((one) => one.handle === 'b@x.cn');
    await release((one) => one.handle === 'con_b@x.cn');
    expect(subjects.subject.value).toMatchObject({ kind: 'new', taken: { contactId: 'con_b@x.cn' } });
    // What was begun is still about the same person.
    expect(subjects.isCurrent(shown)).toBe(true);
    stop();
  });

  it('is nobody’s contact by news of the conversation before', async () => {
    const { open, subjects, release, stop, strangers } = await slowServer();
    strangers.add('a@x.cn').add('b@x.cn');
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    strangers.delete('a@x.cn');
    void subjects.refresh();
    await release((one) => one.handle === 'a@x.cn');
    open(mail('b@x.cn'));
    await release((one) => one.handle === 'b@x.cn');
    await release((one) => one.handle === 'con_a@x.cn').catch(() => {});
    expect(subjects.subject.value).toMatchObject({ kind: 'new', person: { handle: 'b@x.cn' } });
    stop();
  });

  it('changed elsewhere is not shown from before when the rep comes back', async () => {
    const { open, subjects, release, stop, sent } = await slowServer();
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    open(null);
    subjects.heard(['con_b@x.cn']);
    open(mail('a@x.cn'));
    expect(subjects.subject.value.kind).toBe('contact');
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    open(null);
    subjects.heard(['con_a@x.cn']);
    open(mail('a@x.cn'));
    expect(subjects.subject.value.kind).toBe('loading');
    // News while they are looked up: the answer may be from before it, and is asked for once more.
    await release((one) => one.handle === 'a@x.cn');
    const cards = () => sent.filter((one) => one.path.endsWith('/card')).length;
    const before = cards();
    subjects.heard(['con_a@x.cn']);
    await release((one) => one.handle === 'con_a@x.cn');
    expect(cards()).toBe(before + 1);
    stop();
  });

  it('is looked up anew where an address was taken from them: the conversation may be somebody else’s', async () => {
    const { open, subjects, release, stop, identities, holders } = await slowServer();
    identities.set('con_a@x.cn', [{ id: 'idn_1' }, { id: 'idn_2' }]);
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    identities.set('con_a@x.cn', [{ id: 'idn_2' }]);
    holders.set('a@x.cn', 'con_other');
    void subjects.refresh();
    await release((one) => one.handle === 'con_a@x.cn');
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_other');
    expect(subjects.subject.value).toMatchObject({ kind: 'contact', card: { contact: { id: 'con_other' } } });
    stop();
  });

  it('is found by itself once the server is back', async () => {
    const { open, subjects, release, stop, away } = await slowServer();
    away.add('a@x.cn');
    open(mail('a@x.cn'));
    await release((one) => one.handle === 'a@x.cn');
    expect(subjects.subject.value).toMatchObject({ kind: 'failed', code: 'unreachable' });
    void subjects.refresh();
    await release((one) => one.handle === 'a@x.cn');
    expect(subjects.subject.value.kind).toBe('failed');
    away.clear();
    void subjects.refresh();
    await release((one) => one.handle === 'a@x.cn');
    await release((one) => one.handle === 'con_a@x.cn');
    expect(subjects.subject.value.kind).toBe('contact');
    stop();
  });

  it('is not asked for at all where the rep ignores them, or asks for each look-up on the channel', async () => {
    const { open, subjects, sent, stop, settle, privacy, kept } = await slowServer();
    await privacy.askFirst('email', true);
    open(mail('a@x.cn'));
    await settle();
    expect(subjects.subject.value).toMatchObject({ kind: 'ask', person: { handle: 'a@x.cn' } });
    await privacy.askFirst('email', false);
    await settle();
    expect(subjects.subject.value.kind).toBe('loading');
    await privacy.ignore({ name: null, handle: 'B@x.cn', channel: 'email', scope: null, conversationKey: null }, true);
    open(mail('b@x.cn'));
    await settle();
    expect(subjects.subject.value.kind).toBe('ignored');
    expect(JSON.stringify(sent)).not.toContain('b@x.cn');
    expect(kept.get('ignored')).toEqual(['email:b@x.cn']);
    stop();
  });

  it('is nobody while the page is not understood, a list is open, or only the rep is in it', async () => {
    const { open, subjects, stop } = await slowServer();
    open(mail('a@x.cn', { kind: 'unreadable', reason: 'disagree' }));
    expect(subjects.subject.value.kind).toBe('unreadable');
    open(mail('a@x.cn', { kind: 'list' }));
    expect(subjects.subject.value.kind).toBe('nobody');
    open(mail('me@x.cn', { participants: [{ role: 'from', handle: 'me@x.cn', name: null, self: true }] }));
    expect(subjects.subject.value.kind).toBe('nobody');
    stop();
  });

  it('is a choice where a group or several people are open, even a group of one', async () => {
    const { open, subjects, sent, stop, settle } = await slowServer();
    const member = (handle: string) => ({ role: 'member' as const, handle, name: null, self: false });
    open(mail('', { kind: 'group', participants: [member('a@x.cn')] }));
    expect(subjects.subject.value.kind).toBe('choose');
    open(mail('', { participants: [member('a@x.cn'), member('b@x.cn')] }));
    expect(subjects.subject.value.kind).toBe('choose');
    await settle();
    expect(sent).toEqual([]);
    stop();
  });
});

describe('the conversation a write is made in', () => {
  it('names handle and key of a mail with one person, and no key where several are in it', () => {
    const [alone] = peopleOf(mail('a@x.cn'));
    expect(alone && contextOf(alone)).toEqual({ channel: 'email', handle: 'a@x.cn', conversation_key: 'INBOX/a@x.cn' });
    const several = mail('a@x.cn', {
      participants: [
        { role: 'from', handle: 'a@x.cn', name: null, self: false },
        { role: 'cc', handle: 'b@x.cn', name: null, self: false },
      ],
    });
    expect(peopleOf(several).map(contextOf)).toEqual([
      { channel: 'email', handle: 'a@x.cn' },
      { channel: 'email', handle: 'b@x.cn' },
    ]);
  });

  it('leaves the rep out, and names everybody once', () => {
    const reading = mail('a@x.cn', {
      participants: [
        { role: 'from', handle: 'A@x.cn', name: 'A', self: false },
        { role: 'to', handle: 'me@x.cn', name: 'Me', self: true },
        { role: 'cc', handle: 'a@x.cn', name: 'A again', self: false },
      ],
    });
    expect(peopleOf(reading)).toHaveLength(1);
  });
});
