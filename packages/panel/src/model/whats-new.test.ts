import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Agenda } from './agenda.ts';
import type { Session } from './session.ts';
import type { Subjects } from './subject.ts';
import { createWhatsNew } from './whats-new.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A window that shows con_1, with fup_1 on its agenda. */
function windowOf(shown: object = { kind: 'contact', card: { contact: { id: 'con_1' } } }) {
  const looked = { person: 0, agenda: 0 };
  const heard: string[] = [];
  const none = { status: 'ready', today: [], upcoming: [], more: false, anybody: true };
  const whatsNew = createWhatsNew({
    subjects: {
      subject: signal(shown),
      heard: (ids: string[]) => heard.push(...ids),
      refresh: async () => {
        looked.person += 1;
      },
    } as unknown as Subjects,
    agenda: {
      state: signal({ ...none, overdue: [{ id: 'fup_1' }] }),
      load: async () => {
        looked.agenda += 1;
      },
    } as unknown as Agenda,
    timeline: { forget: () => {} },
    session: { state: signal({ status: 'signed-in', staff: { id: 'stf_1' } }) } as unknown as Session,
  });
  const hear = (type: string, ...ids: string[]) => whatsNew.happening({ seq: 1, type, ids, clientId: null });
  return { hear, looked, heard, opened: whatsNew.opened };
}

describe('news from elsewhere', () => {
  it.each([
    ['contact.stage_moved', ['con_1'], { person: 1, agenda: 0 }],
    ['contact.stage_moved', ['con_2'], { person: 0, agenda: 0 }],
    // Merged into the person shown, or the person shown into another: both are named.
    ['contact.merged', ['con_2', 'con_1'], { person: 1, agenda: 1 }],
    ['lifecycle.published', ['seven-stage'], { person: 1, agenda: 0 }],
    ['follow_up.completed', ['con_2', 'fup_1'], { person: 0, agenda: 1 }],
    ['follow_up.created', ['con_2', 'fup_9', 'stf_1'], { person: 0, agenda: 1 }],
    ['follow_up.created', ['con_2', 'fup_9', 'stf_2'], { person: 0, agenda: 0 }],
    ['contact.erased', ['con_2'], { person: 0, agenda: 1 }],
    ['handover.opened', ['con_2', 'hnd_1'], { person: 0, agenda: 1 }],
    ['handover.accepted', ['con_2', 'hnd_1', 'stf_2'], { person: 0, agenda: 1 }],
  ])('%s of %s is looked at only where it concerns this window', (type, ids, looks) => {
    const { hear, looked } = windowOf();
    hear(type, ...ids);
    expect(looked).toEqual(looks);
  });

  it.each([
    ['contact.created', 1, ['con_9']],
    ['identity.added', 1, ['con_9', 'idn_9']],
    ['conversation.linked', 1, ['con_9']],
    ['contact.stage_moved', 0, ['con_9']],
    ['interaction.logged', 0, ['con_9']],
  ])('%s may have made a contact of the stranger shown: looked at %i times', (type, times, ids) => {
    for (const kind of ['new', 'candidates', 'restricted']) {
      const { hear, looked } = windowOf({ kind });
      hear(type, ...ids);
      expect(looked).toEqual({ person: times, agenda: 0 });
    }
  });

  it('are told to what is kept of people, whoever they are of', () => {
    const { hear, heard } = windowOf();
    hear('contact.stage_moved', 'con_2');
    expect(heard).toEqual(['con_2']);
  });

  it('that come by the hundred are two looks: one at once and one at the end', () => {
    const { hear, looked } = windowOf();
    for (let i = 0; i < 100; i++) hear('contact.updated', 'con_1');
    expect(looked.person).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(looked.person).toBe(2);
    hear('contact.updated', 'con_1');
    expect(looked.person).toBe(3);
  });

  it('that were missed before the line stood are looked for', () => {
    const { opened, looked } = windowOf();
    opened();
    expect(looked).toEqual({ person: 1, agenda: 1 });
  });
});
