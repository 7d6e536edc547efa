// Product rule 10: the same key and request answers the same bytes, another request is refused; whatever is sent at once and in whatever order.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';
import { person } from './programs.ts';
import { readTables } from './tables.ts';

const REQUESTS = 9;
const sending = fc.record({ key: fc.nat(2), request: fc.nat(REQUESTS - 1) });

it('rule 10: under one key there is one request and one answer, and what it did happened once', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(
      fc.array(fc.array(sending, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
      async (batches) => {
        const t = await startHouse();
        try {
          const id = await person(t);
          const path = `/v1/contacts/${id}`;
          const note = { kind: 'note', direction: 'none', occurred_at: '2026-11-21T08:00:00Z', summary: '' };
          const requests: [method: string, path: string, body: unknown, headers?: Record<string, string>][] = [
            ['POST', '/v1/contacts', { display_name: 'A' }],
            ['POST', '/v1/contacts', { display_name: 'B' }],
            ['POST', `${path}/transitions`, { to: 'lead', reason: { code: 'judged-too-early' } }],
            ['POST', `${path}/transitions`, { to: 'evangelist' }],
            ['POST', `${path}/transitions`, { to: 'mql', expect: { from: 'subscriber' } }],
            ['POST', `${path}/tags`, { add: ['grade-a'] }],
            ['PATCH', path, { company: 'C' }, { 'if-match': '"1"' }],
            ['POST', `${path}/interactions`, note],
            ['POST', '/v1/keys', { name: 'ci' }],
          ];
          /** Key → request → its distinct answers. */
          const answers = new Map<number, Map<number, Set<string>>>();
          const done = new Map<string, number>();
          for (const batch of batches) {
            t.clock.advance(1000);
            await Promise.all(
              batch.map(async ({ key, request }) => {
                const [method, at, body, headers] = requests[request] as (typeof requests)[number];
                const answer = await t.call(method, at, body, { ...headers, 'idempotency-key': `k${key}` });
                seen.add(`${answer.status} ${answer.body.code ?? ''}`);
                if (answer.body.code === 'idempotency-key-reused') return;
                const under = answers.get(key) ?? new Map<number, Set<string>>();
                answers.set(key, under);
                const replayed = answer.headers.get('idempotency-replayed') === 'true';
                if (answer.body.code === 'secret-not-repeatable') return;
                under.set(request, (under.get(request) ?? new Set()).add(`${answer.status} ${answer.text}`));
                if (!replayed) done.set(`${key} ${request}`, (done.get(`${key} ${request}`) ?? 0) + 1);
              }),
            );
          }
          for (const under of answers.values()) {
            expect(under.size).toBeLessThanOrEqual(1);
            for (const texts of under.values()) expect(texts.size).toBe(1);
          }
          expect([...done.values()].every((times) => times === 1)).toBe(true);
          const tables = await readTables(t.house);
          const did = (request: number) => [...done.keys()].filter((one) => one.endsWith(` ${request}`)).length;
          expect(tables.contacts?.size).toBe(1 + did(0) + did(1));
          expect(tables.interactions?.size).toBe(did(7));
          expect(tables.api_keys?.size).toBe(1 + did(8));
        } finally {
          await t.close();
        }
      },
    ),
    40,
    () => unmet(seen, ['201 ', '422 idempotency-key-reused', '409 secret-not-repeatable', '422 move-not-allowed']),
  );
});
