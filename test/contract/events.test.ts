// The event feed: one gapless order that tells every change, written in the same commit as the change.

import { EVENTS } from '@sidestage/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTables } from '../property/tables.ts';
import { type Answer, startHouse, type TestHouse } from '../support/house.ts';
import { createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

interface Event {
  seq: number;
  type: string;
  contact_id: string | null;
  actor: { kind: string; id: string; client_id: string | null };
  data: Record<string, unknown>;
  previous: Record<string, unknown> | null;
}

async function feed(after = 0, limit = 50): Promise<Event[]> {
  const events: Event[] = [];
  for (let at = after; ; ) {
    const { body } = await t.call('GET', `/v1/events?after=${at}&limit=${limit}`);
    events.push(...body.data);
    if (body.data.length === 0) {
      expect(body.next_after).toBe(at);
      return events;
    }
    expect(body.next_after).toBe(body.data.at(-1).seq);
    at = body.next_after;
  }
}
const last = async () => (await feed(0, 200)).at(-1)?.seq ?? 0;
const due = { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' };

describe('the feed', () => {
  it('numbers events 1, 2, 3, … without a gap, whatever many callers do at once and however many are refused', async () => {
    const { id, identities } = await createPerson(t);
    const taken = { display_name: 'X', identities: [{ channel: 'email', handle: identities[0].handle }] };
    const requests = Array.from({ length: 60 }, (_, i) =>
      i % 3 === 0
        ? t.call('POST', '/v1/contacts', newPerson())
        : i % 3 === 1
          ? t.call('POST', '/v1/contacts', taken)
          : t.call('POST', `/v1/contacts/${id}/tags`, i % 2 ? { add: ['grade-a'] } : { remove: ['grade-a'] }),
    );
    const statuses = new Set((await Promise.all(requests)).map((answer) => answer.status));
    expect([...statuses].sort()).toEqual([200, 201, 409]);
    for (const limit of [7, 200]) {
      const seqs = (await feed(0, limit)).map((event) => event.seq);
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    }
  });

  it('tells each kind of change by its type, with the actor, the client and what was before', async () => {
    const rep = await signIn(t, 'rep');
    const start = await last();
    const client = { 'sidestage-client': 'panel-7' };
    const { id, identities } = (await rep.call('POST', '/v1/contacts', newPerson(), client)).body;
    const path = `/v1/contacts/${id}`;
    const steps: [string, string, unknown?][] = [
      ['PATCH', path, { company: 'Lumen' }],
      ['POST', `${path}/transitions`, { to: 'lead' }],
      ['POST', `${path}/tags`, { add: ['grade-a'] }],
      ['POST', `${path}/identities`, { channel: 'qq', handle: '10001' }],
      ['DELETE', `/v1/identities/${identities[0].id}`],
      [
        'POST',
        `${path}/interactions`,
        { kind: 'call', direction: 'inbound', occurred_at: '2026-11-21T08:00:00Z', summary: '' },
      ],
      ['POST', '/v1/conversation-links', { channel: 'wechat', conversation_key: 'k', contact_id: id }],
      ['POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due }],
      ['POST', `${path}/archive`],
      ['POST', `${path}/restore`],
    ];
    for (const [method, at, body] of steps)
      expect((await rep.call(method, at, body, client)).status, `${method} ${at}`).toBeLessThan(300);
    const events = await feed(start);
    expect(events.map((event) => event.type)).toEqual([
      'contact.created',
      'contact.stage_moved',
      'contact.updated',
      'contact.stage_moved',
      'contact.tags_changed',
      'identity.added',
      'identity.removed',
      'interaction.logged',
      'conversation.linked',
      'follow_up.created',
      'contact.archived',
      'contact.restored',
    ]);
    for (const event of events) {
      expect(event.actor).toEqual({ kind: 'staff', id: rep.id, client_id: 'panel-7' });
      expect([event.contact_id, event.data.contact_id]).toEqual([id, id]);
      expect(Object.keys(EVENTS)).toContain(event.type);
    }
    expect(events.find((event) => event.type === 'contact.updated')?.previous).toEqual({ company: null });
  });

  it('tells of every ledger row once, in the ledger’s own order', async () => {
    const moved = (await feed(0, 200)).filter((event) => event.type.startsWith('contact.stage_'));
    const ledger: { id: string }[] = [];
    let next: string | null = '';
    do {
      const { body: page }: Answer = await t.call('GET', `/v1/transitions?limit=50${next && `&cursor=${next}`}`);
      ledger.push(...page.data);
      next = page.next_cursor;
    } while (next);
    expect(moved.map((event) => event.data.transition_id)).toEqual(ledger.map((row) => row.id));
  });

  it('says nothing where nothing changed', async () => {
    const { id } = await createPerson(t, { tags: ['grade-a'] });
    const start = await last();
    for (const [method, path, body] of [
      ['POST', `/v1/contacts/${id}/transitions`, { to: 'subscriber' }],
      ['POST', `/v1/contacts/${id}/transitions?dry_run=true`, { to: 'lead' }],
      ['POST', `/v1/contacts/${id}/tags`, { add: ['grade-a'] }],
      ['PATCH', `/v1/contacts/${id}`, { company: null }],
      ['POST', `/v1/contacts/${id}/restore`, undefined],
    ] as const)
      expect((await t.call(method, path, body)).status).toBe(200);
    expect(await feed(start)).toEqual([]);
  });

  it('carries ids, keys, codes and times only: no words of people', async () => {
    const word = 'qzwx';
    const { id } = await createPerson(t, { display_name: word, company: word, source: word, fields: { note: word } });
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead', reason: { code: 'other', note: word } });
    await t.call('POST', '/v1/follow-ups', { contact_id: id, title: word, due, note: word });
    await t.call('PATCH', `/v1/contacts/${id}`, { display_name: `${word} two` });
    const rows = [...((await readTables(t.house)).events?.values() ?? [])];
    expect(rows.filter((row) => String(row.data).includes(word))).toEqual([]);
  });

  it('gives only the types asked for, by name or area, and goes on past those left out', async () => {
    const after = await last();
    const { id } = await createPerson(t);
    await t.call('PUT', `/v1/contacts/${id}/tags/grade-a`);
    await t.call('POST', '/v1/follow-ups', { contact_id: id, title: 'Call', due });
    const page = (query: string) => t.call('GET', `/v1/events?${query}`);
    const types = (answer: Answer) => answer.body.data.map((one: Event) => one.type);
    const contacts = await page(`after=${after}&types=contact.*`);
    expect(types(contacts)).toEqual(['contact.created', 'contact.stage_moved', 'contact.tags_changed']);
    expect(contacts.body.next_after).toBe(await last());
    const first = await page(`after=${after}&types=follow_up.created,contact.tags_changed&limit=1`);
    expect([types(first), first.body.next_after]).toEqual([['contact.tags_changed'], first.body.data[0].seq]);
    const rest = await page(`after=${first.body.next_after}&types=follow_up.created,contact.tags_changed&limit=1`);
    expect(types(rest)).toEqual(['follow_up.created']);
    const none = await page('types=staff.updated');
    expect([none.body.data, none.body.next_after]).toEqual([[], await last()]);
    const near = await page('types=contact.create');
    expect([near.status, near.body.errors[0].code, near.body.errors[0].detail]).toEqual([
      422,
      'event-type-unknown',
      expect.stringContaining('Did you mean "contact.created"?'),
    ]);
    expect((await page(`after=${(await last()) + 1}&types=contact.*`)).body.errors[0].pointer).toBe('?after');
  });

  it('refuses a place that is no seq with 422', async () => {
    for (const after of ['-1', 'x', '1.5'])
      expect((await t.call('GET', `/v1/events?after=${after}`)).body.errors[0].pointer).toBe('?after');
  });

  it('refuses a place after the newest event, where waiting would pass over all that happens until then', async () => {
    const { data } = (await t.call('GET', '/v1/events?limit=200')).body;
    let newest = data.at(-1).seq;
    for (let page = data; page.length > 0; newest = page.at(-1)?.seq ?? newest)
      page = (await t.call('GET', `/v1/events?limit=200&after=${newest}`)).body.data;
    expect((await t.call('GET', `/v1/events?after=${newest}`)).body).toEqual({ data: [], next_after: newest });
    const refused = [
      await t.call('GET', `/v1/events?after=${newest + 1}`),
      await t.call('GET', `/v1/events/stream?after=${newest + 1}`),
      await t.call('GET', '/v1/events/stream', undefined, { 'last-event-id': String(newest + 1) }),
    ];
    expect(refused.map(({ status, body }) => [status, body.errors[0].pointer, body.errors[0].code])).toEqual([
      [422, '?after', 'value-unfit'],
      [422, '?after', 'value-unfit'],
      [422, 'Last-Event-ID', 'value-unfit'],
    ]);
    expect(refused[0]?.body.detail).toContain(`${newest}`);
  });
});
