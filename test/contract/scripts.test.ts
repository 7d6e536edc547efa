// Scripts of the playbook: kept by managers, read by everybody who works, never with a variable nobody can fill.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference, readTables } from '../property/tables.ts';
import { startHouse, type TestHouse } from '../support/house.ts';
import { signIn } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const PLACE = { lifecycle: 'seven-stage', stage: 'lead', locale: 'en' };
const script = (more: Record<string, unknown> = {}) => ({
  ...PLACE,
  title: 'First answer',
  text: 'Hello {name}, {me} here.\nMay I call you?',
  ...more,
});
const write = async (more?: Record<string, unknown>) => {
  const made = await t.call('POST', '/v1/scripts', script(more));
  expect(made.status, made.text).toBe(201);
  return made;
};
const titles = async (query: string) =>
  (await t.call('GET', `/v1/scripts?${query}`)).body.data.map((one: { title: string }) => one.title);

describe('a script', () => {
  it('is kept as it was written, and says what must be known to use it', async () => {
    const { body, headers } = await write();
    expect(body).toMatchObject({ ...script(), variables: ['name', 'me'], version: 1 });
    expect(headers.get('etag')).toBe('"1"');
    expect((await t.call('GET', `/v1/scripts/${body.id}`)).body).toEqual(body);
  });

  it('is refused with every fault of its text, its lifecycle and its stage at once, and nothing is stored', async () => {
    const before = await readTables(t.house);
    const refused = await t.call('POST', '/v1/scripts', script({ stage: 'leed', text: 'Hi {nmae} of {firma}, {' }));
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      expect.objectContaining({
        pointer: '/text',
        code: 'variable-unknown',
        detail: expect.stringContaining('{name}'),
      }),
      expect.objectContaining({ pointer: '/text', code: 'variable-unknown' }),
      expect.objectContaining({ pointer: '/text', code: 'brace-unbalanced' }),
      expect.objectContaining({ pointer: '/stage', code: 'stage-unknown', detail: expect.stringContaining('lead') }),
    ]);
    const nowhere = await t.call('POST', '/v1/scripts', script({ lifecycle: 'none-such' }));
    expect(nowhere.body.errors).toMatchObject([{ pointer: '/lifecycle', code: 'lifecycle-unknown' }]);
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('is listed by lifecycle, stage and language in the order of the playbook, page by page', async () => {
    const own = { lifecycle: 'four-phase', stage: 'retention' };
    await write({ ...own, title: 'Second', position: 2 });
    await write({ ...own, title: 'First', position: 1 });
    await write({ ...own, title: '第三', locale: 'zh-CN', position: 3 });
    await write({ ...own, stage: null, title: 'Any stage', position: 4 });
    await write({ ...own, stage: 'lost', title: 'Elsewhere', position: 5 });
    expect(await titles('lifecycle=four-phase&stage=retention')).toEqual(['First', 'Second', '第三', 'Any stage']);
    expect(await titles('lifecycle=four-phase&locale=zh-CN')).toEqual(['第三']);
    const seen = [];
    let query: string | null = 'lifecycle=four-phase&limit=2';
    while (query !== null) {
      const { body } = await t.call('GET', `/v1/scripts?${query}`);
      seen.push(...body.data.map((one: { title: string }) => one.title));
      query = body.next_cursor === null ? null : `lifecycle=four-phase&limit=2&cursor=${body.next_cursor}`;
    }
    expect(seen).toEqual(['First', 'Second', '第三', 'Any stage', 'Elsewhere']);
  });

  it('changes under its version, and not at all where nothing is new', async () => {
    const { body } = await write();
    const path = `/v1/scripts/${body.id}`;
    const changed = await t.call('PATCH', path, { text: 'Hi {name}', stage: null }, { 'if-match': '"1"' });
    expect(changed.body).toMatchObject({ text: 'Hi {name}', stage: null, variables: ['name'], version: 2 });
    expect((await t.call('PATCH', path, { text: 'Hi {name}' })).body.version).toBe(2);
    const late = await t.call('PATCH', path, { text: 'Hi' }, { 'if-match': '"1"' });
    expect([late.status, late.body.current.version]).toEqual([412, 2]);
    const refused = await t.call('PATCH', path, { text: 'Hi {x}', stage: 'order' });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/text']);
    expect((await t.call('PATCH', path, { stage: 'order' })).body.errors).toMatchObject([{ pointer: '/stage' }]);
    expect((await t.call('DELETE', path, undefined, { 'if-match': '"1"' })).status).toBe(412);
    expect((await t.call('DELETE', path)).status).toBe(204);
    expect((await t.call('GET', path)).status).toBe(404);
  });

  it('is told of in the event log by its place and fields, never by its words', async () => {
    const after = (await t.call('GET', '/v1/events?limit=1')).body.next_after;
    const { body } = await write({ text: 'Our secret offer for {name}' });
    await t.call('PATCH', `/v1/scripts/${body.id}`, { title: 'Offer' });
    await t.call('DELETE', `/v1/scripts/${body.id}`);
    const events = (await t.call('GET', `/v1/events?after=${after}&limit=200`)).body.data.filter(
      (one: { data: { script_id?: string } }) => one.data.script_id === body.id,
    );
    expect(events.map((one: { type: string }) => one.type)).toEqual([
      'script.created',
      'script.updated',
      'script.deleted',
    ]);
    expect(events[1].data).toEqual({ script_id: body.id, ...PLACE, version: 2, fields: ['title'] });
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  it('is kept by managers and read by reps', async () => {
    const [manager, rep] = [await signIn(t, 'manager'), await signIn(t, 'rep')];
    expect((await manager.call('POST', '/v1/scripts', script())).status).toBe(201);
    expect((await rep.call('POST', '/v1/scripts', script())).status).toBe(403);
    expect((await rep.call('GET', '/v1/scripts?lifecycle=seven-stage&stage=lead')).body.data.length).toBeGreaterThan(0);
  });
});
