// Paging: every list comes whole though people are added meanwhile, a cursor fits one list only, limits are refused and never clamped.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { upload } from '../support/imports.ts';
import { everyOperation, pathOf } from './every-operation.ts';
import { createPerson, newPerson, signIn } from './people.ts';

let t: TestHouse;
let one: string;
let hook: string;
let survivor: string;
beforeAll(async () => {
  t = await startHouse();
  one = (await createPerson(t)).id;
  survivor = (await createPerson(t)).id;
  hook = (await t.call('POST', '/v1/webhooks', { url: 'https://example.com/hook', enabled: false })).body.id;
  for (let i = 0; i < 25; i++) {
    // Several at the same instant: the sort alone does not tell them apart.
    if (i % 4 === 0) t.clock.advance(1000);
    await addOneToEach();
  }
});
afterAll(() => t.close());

const STAGES = ['lead', 'mql', 'sql'];
let added = 0;
/** One more row in every list there is. */
async function addOneToEach() {
  const to = STAGES[added++ % 3] ?? 'lead';
  const answers = [
    await t.call('POST', '/v1/contacts', newPerson({ source: 'walk' })),
    await t.call('POST', `/v1/contacts/${one}/transitions`, { to, reason: { code: 'other', note: 'x' } }),
    await t.call('POST', `/v1/contacts/${one}/interactions`, {
      kind: 'note',
      direction: 'none',
      occurred_at: new Date(t.clock.now()).toISOString(),
      summary: `note ${added}`,
    }),
    await t.call('POST', '/v1/follow-ups', {
      contact_id: one,
      title: `Call ${added}`,
      due: { local: '2026-11-27T10:00', zone: 'Asia/Shanghai' },
    }),
    await t.call('POST', `/v1/webhooks/${hook}/test`),
    await t.call('POST', '/v1/scripts', {
      ...{ lifecycle: 'seven-stage', locale: 'en', title: `Script ${added}`, text: 'Hi' },
      position: added % 4,
    }),
  ];
  // Each adds two ledger rows as well, and the whole ledger should fit one page.
  if (added % 3 === 0) {
    const loser_id = (await createPerson(t)).id;
    answers.push(await t.call('POST', '/v1/merges', { survivor_id: survivor, loser_id }, { 'if-match': '*' }));
  }
  const contact_ids = [answers[0]?.body.id, one];
  answers.push(await t.call('POST', '/v1/not-duplicates', { contact_ids }));
  answers.push(await upload(t, 'Name\nAna\n'));
  for (const answer of answers) if (answer.status > 202) throw new Error(answer.text);
}

const lists = everyOperation.filter(({ operation }) => operation.parameters?.some((one) => one.name === 'cursor'));
const at = (name: string) => {
  const found = lists.find((list) => list.name === name);
  if (!found) throw new Error(`The document has no list ${name}.`);
  return pathOf(found, { id: name === 'listWebhookDeliveries' ? hook : one });
};

describe('a list', () => {
  it('is one of those checked here', () => {
    expect(lists.map((list) => list.name).sort()).toEqual([
      'getContactTimeline',
      'listAudit',
      'listContactInteractions',
      'listContactTransitions',
      'listContacts',
      // Its pages have a test of their own: a pair has no id.
      'listDuplicates',
      'listFollowUps',
      'listHandovers',
      'listImports',
      'listMerges',
      'listNotDuplicates',
      'listScripts',
      'listTransitions',
      'listWebhookDeliveries',
    ]);
  });

  it.each([
    ['listContacts', '?sort=-created_at'],
    ['listContacts', '?sort=created_at'],
    ['listContacts', '?sort=-updated_at&source=walk'],
    ['listFollowUps', ''],
    ['listHandovers', ''],
    ['listContactInteractions', ''],
    ['listContactTransitions', ''],
    ['getContactTimeline', ''],
    ['listImports', ''],
    ['listMerges', ''],
    ['listAudit', '?operation=createImport&since=2026-11-21T08:00:00Z'],
    ['listNotDuplicates', ''],
    ['listScripts', '?lifecycle=seven-stage'],
    ['listTransitions', '?lifecycle=seven-stage'],
    ['listWebhookDeliveries', '?status=pending'],
  ])('%s%s gives every row that was there once, though rows are added between the pages', async (name, query) => {
    const path = at(name);
    const mark = query ? '&' : '?';
    const whole = await t.call('GET', `${path}${query}${mark}limit=200`);
    const wanted: string[] = whole.body.data.map((row: { id: string }) => row.id);
    expect(whole.body.next_cursor).toBeNull();
    const seen: string[] = [];
    let next: string | null = `${path}${query}${mark}limit=7`;
    for (let pages = 0; next && pages < 100; pages++) {
      const page = await t.call('GET', next);
      expect(page.body.data.length).toBeLessThanOrEqual(7);
      seen.push(...page.body.data.map((row: { id: string }) => row.id));
      const { next_cursor } = page.body;
      const link: string | undefined = page.headers.get('link')?.match(/^<([^>]+)>; rel="next"$/)?.[1];
      expect(link === undefined).toBe(next_cursor === null);
      next = link ?? null;
      if (pages < 3) await addOneToEach();
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => wanted.includes(id))).toEqual(wanted);
  });

  it.each(lists)('$name refuses a limit out of range with 422, never clamping it', async ({ name }) => {
    for (const limit of ['0', '201', '-1', '1.5', '1e2', 'ten', '9999999']) {
      const answer = await t.call('GET', `${at(name)}?limit=${limit}`);
      expect([limit, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([limit, 422, '?limit']);
    }
    for (const limit of ['1', '200']) expect((await t.call('GET', `${at(name)}?limit=${limit}`)).status).toBe(200);
  });

  it.each(lists)('$name refuses a cursor that is damaged or was made for another list with 400', async ({ name }) => {
    const other = name === 'listContacts' ? 'listTransitions' : 'listContacts';
    const foreign = (await t.call('GET', `${at(other)}?limit=1`)).body.next_cursor;
    expect(foreign).not.toBeNull();
    for (const cursor of ['garbage', 'W10', 'bnVsbA', Buffer.from('[1,{}]').toString('base64url'), foreign]) {
      const answer = await t.call('GET', `${at(name)}?cursor=${cursor}`);
      expect([answer.status, answer.body.code]).toEqual([400, 'cursor-invalid']);
    }
  });

  it.each(lists)('$name refuses a cursor that counts in numbers nobody counts in with 400', async ({ name }) => {
    const made = (await t.call('GET', `${at(name)}?limit=1`)).body.next_cursor;
    const place: unknown[] = made ? JSON.parse(Buffer.from(made, 'base64url').toString()) : [];
    for (const [i, part] of place.entries()) {
      if (typeof part !== 'number') continue;
      for (const number of ['1e999', '1e300', '1.5', '9007199254740993']) {
        const text = place.map((one, j) => (i === j ? number : JSON.stringify(one))).join(',');
        const answer = await t.call(
          'GET',
          `${at(name)}?limit=1&cursor=${Buffer.from(`[${text}]`).toString('base64url')}`,
        );
        expect([number, answer.status, answer.body.code]).toEqual([number, 400, 'cursor-invalid']);
      }
    }
  });

  it.each(['listContacts', 'searchContacts'])(
    '%s refuses a cursor that stands in a part of the list there is none of',
    async (name) => {
      const ask = (more: object) =>
        name === 'listContacts'
          ? t.call('GET', `/v1/contacts?${new URLSearchParams({ limit: '1', ...more })}`)
          : t.call('POST', '/v1/contacts/search', { limit: 1, ...more });
      const [bound, , ...place] = JSON.parse(
        Buffer.from((await ask({})).body.next_cursor, 'base64url').toString('utf8'),
      );
      for (const part of [-1, -(10 ** 15), 9, 10 ** 15]) {
        const cursor = Buffer.from(JSON.stringify([bound, part, ...place])).toString('base64url');
        const answer = await ask({ cursor });
        expect([part, answer.status, answer.body.code]).toEqual([part, 400, 'cursor-invalid']);
      }
    },
  );

  it.each([
    ['listContacts', 'sort=-created_at', 'sort=created_at'],
    ['listContacts', 'source=walk', 'source=other'],
    ['listContacts', 'stage=subscriber', 'stage=lead'],
    ['listFollowUps', 'status=open', 'status=done'],
    ['listHandovers', '', 'to_function=sales'],
    ['listContactTransitions', '', 'lifecycle=seven-stage'],
    ['listTransitions', 'lifecycle=seven-stage', ''],
    ['listAudit', 'outcome=done', ''],
    ['listScripts', 'locale=en', ''],
  ])('%s refuses the cursor of "%s" under "%s" with 400', async (name, made, used) => {
    const { next_cursor: cursor } = (await t.call('GET', `${at(name)}?limit=1&${made}`)).body;
    expect(cursor).not.toBeNull();
    const answer = await t.call('GET', `${at(name)}?limit=1&${used}&cursor=${cursor}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'cursor-invalid']);
    expect((await t.call('GET', `${at(name)}?limit=9&${made}&cursor=${cursor}`)).status).toBe(200);
  });

  it('keeps to what a rep may see from page to page', async () => {
    const own = await startHouse();
    try {
      const [a, b] = [await signIn(own, 'rep'), await signIn(own, 'rep')];
      for (let i = 0; i < 6; i++) await (i % 2 ? a : b).call('POST', '/v1/contacts', newPerson());
      await own.call('PATCH', '/v1/settings', { visibility: 'own' });
      const owners: string[] = [];
      let cursor = '';
      do {
        const page = await a.call('GET', `/v1/contacts?limit=2${cursor && `&cursor=${cursor}`}`);
        owners.push(...page.body.data.map((row: { owner_id: string }) => row.owner_id));
        cursor = page.body.next_cursor ?? '';
      } while (cursor);
      expect(owners).toEqual([a.id, a.id, a.id]);
    } finally {
      await own.close();
    }
  });
});
