// Tags, their groups and handles can be mended, and a retired tag stays with whoever has it and goes to nobody else.
import { checkHouse, statement } from '@sidestage/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { importFile } from '../support/imports.ts';
import { createPerson, newPerson } from './people.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(async () => {
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await t.close();
});

const labels = { en: 'Vip', 'zh-CN': '贵宾' };
const tagNamed = async (key: string, group: string) => {
  expect((await t.call('POST', '/v1/tags', { key, group, labels })).status).toBe(201);
  return key;
};
const retire = (key: string, archived = true) => t.call('PATCH', `/v1/tags/${key}`, { archived });
const keysOf = async (path: string) => (await t.call('GET', path)).body.data.map((one: { key: string }) => one.key);
const offered = async (id: string): Promise<string[]> =>
  (await t.call('GET', `/v1/contacts/${id}/card`)).body.tag_groups.flatMap((group: { tags: { key: string }[] }) =>
    group.tags.map((tag) => tag.key),
  );
const newest = async () => {
  const { data } = (await t.call('GET', '/v1/audit?limit=1')).body;
  const { body } = await t.call('GET', '/v1/events?limit=200');
  return [body.data.at(-1).type, body.data.at(-1).data, data[0].operation];
};

describe('a tag', () => {
  it('and its group are renamed, told by an event and the audit log; the same again changes nothing', async () => {
    const key = await tagNamed('renamed', 'interests');
    const next = { en: 'Optics', 'zh-CN': '光学' };
    expect((await t.call('PATCH', `/v1/tags/${key}`, { labels: next })).body).toEqual({
      key,
      group: 'interests',
      labels: next,
      archived_at: null,
    });
    expect(await newest()).toEqual(['tag.updated', { key, fields: ['labels'] }, 'updateTag']);
    const group = await t.call('PATCH', '/v1/tag-groups/interests', { labels: next });
    expect([group.body.labels, group.body.tags]).toEqual([next, [{ key, labels: next }]]);
    expect(await newest()).toEqual(['tag_group.updated', { key: 'interests', fields: ['labels'] }, 'updateTagGroup']);
    const { body: before } = await t.call('GET', '/v1/events?limit=200');
    await t.call('PATCH', '/v1/tag-groups/interests', { labels: next });
    await t.call('PATCH', `/v1/tags/${key}`, { labels: next });
    expect((await t.call('GET', '/v1/events?limit=200')).body.next_after).toBe(before.next_after);
    expect((await t.call('PATCH', '/v1/tags/nobody', {})).status).toBe(404);
    expect((await t.call('PATCH', '/v1/tag-groups/nobody', {})).status).toBe(404);
  });

  it('that is retired stays with whoever has it and is offered to nobody else, until it is offered again', async () => {
    const key = await tagNamed('going', 'interests');
    const [has, hasNot] = [await createPerson(t, { tags: [key] }), await createPerson(t)];
    expect((await retire(key)).body.archived_at).toBe(new Date(t.clock.now()).toISOString());
    expect([await keysOf('/v1/tags'), await keysOf('/v1/tags?archived=true')].map((all) => all.includes(key))).toEqual([
      false,
      true,
    ]);
    expect([(await offered(has.id)).includes(key), (await offered(hasNot.id)).includes(key)]).toEqual([true, false]);
    expect((await t.call('GET', `/v1/contacts?tag=${key}`)).body.data).toHaveLength(1);
    const refused = await t.call('PUT', `/v1/contacts/${hasNot.id}/tags/${key}`);
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      422,
      'tag-unknown',
      `The tag "${key}" is retired.`,
    ]);
    expect((await t.call('PUT', `/v1/contacts/${has.id}/tags/${key}`)).body.unchanged).toEqual([key]);
    const again = await t.call('POST', '/v1/tags', { key, group: 'interests', labels });
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('archived false')]);
    expect((await retire(key, false)).body.archived_at).toBeNull();
    expect((await t.call('PUT', `/v1/contacts/${hasNot.id}/tags/${key}`)).body.added).toEqual([key]);
    await retire(key);
    expect((await t.call('DELETE', `/v1/contacts/${has.id}/tags/${key}`)).body.removed).toEqual([key]);
  });

  it('that is retired gives way in its single-choice group, also in a merge', async () => {
    const key = await tagNamed('grade-z', 'grade');
    const [one, other] = [await createPerson(t, { tags: [key] }), await createPerson(t, { tags: ['grade-a'] })];
    await retire(key);
    const merge = { survivor_id: one.id, loser_id: other.id };
    const merged = await t.call('POST', '/v1/merges', merge, { 'if-match': `"${one.version}"` });
    expect([merged.status, merged.body.contact.tags]).toEqual([201, [key]]);
    const changed = await t.call('PUT', `/v1/contacts/${one.id}/tags/grade-b`);
    expect([changed.status, changed.body.removed, changed.body.tags]).toEqual([200, [key], ['grade-b']]);
  });

  it('that a rule gives is not retired before the rule gives another', async () => {
    const key = await tagNamed('ruled', 'interests');
    await t.call('POST', '/v1/fields', { key: 'heads', type: 'number', labels });
    const rule = { key: 'by-heads', field: 'heads', group: 'interests', labels, cases: [{ tag: key }] };
    await t.call('POST', '/v1/rules', rule);
    const refused = await retire(key);
    expect([refused.status, refused.body.code, refused.body.rule]).toEqual([409, 'conflict', 'by-heads']);
    await t.call('PATCH', '/v1/rules/by-heads', { archived: true });
    expect((await retire(key)).status).toBe(200);
    const back = await t.call('PATCH', '/v1/rules/by-heads', { archived: false });
    expect([back.status, back.body.errors[0].code]).toEqual([422, 'tag-unknown']);
  });

  it('that is retired is not imported: its row is rejected, the others go on', async () => {
    const key = await tagNamed('not-imported', 'interests');
    await retire(key);
    const done = await importFile(t, `name,email,tags\nAna,ana@example.com,${key}\nBo,bo@example.com,grade-a\n`);
    expect([done.progress.rejected, done.progress.created]).toEqual([1, 1]);
  });
});

describe('tags', () => {
  it('are at most 100 on a person and 1,000 in use: one more is refused, and one less makes room', async () => {
    const many = Array.from({ length: 101 }, (_, i) => `many-${i + 1}`);
    const inUse = (await keysOf('/v1/tags')).length;
    const rows = JSON.stringify(Array.from({ length: 1_000 - inUse }, (_, i) => `many-${i + 1}`));
    const sql = `insert into tags (key, group_key, labels, position, created_at) select value, 'interests', ?, 1, 1 from json_each(?)`;
    const statements = [statement(sql, [JSON.stringify(labels), rows])];
    await t.house.deps.db.write({ load: {}, plan: () => ({ statements, answer: () => null }) });
    const full = await t.call('POST', '/v1/tags', { key: 'one-more', group: 'interests', labels });
    expect([full.status, full.body.code]).toEqual([409, 'tags-full']);
    await retire('many-101');
    await tagNamed('one-more', 'interests');
    expect((await retire('many-101', false)).body.code).toBe('tags-full');
    const { id } = await createPerson(t, { tags: many.slice(0, 100) });
    const crowded = await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['many-1', 'one-more'] });
    expect([crowded.status, crowded.body.code, crowded.body.errors]).toEqual([
      422,
      'tags-too-many',
      [{ pointer: '/add/1', code: 'tags-too-many', detail: 'A contact has at most 100 tags.' }],
    ]);
    const swapped = await t.call('POST', `/v1/contacts/${id}/tags`, { add: ['one-more'], remove: ['many-1'] });
    expect([swapped.status, swapped.body.tags.length]).toEqual([200, 100]);
    expect((await t.call('POST', '/v1/contacts', newPerson({ tags: many }))).body.code).toBe('tag-unknown');
    await retire('many-2');
    await retire('many-101', false);
    const fresh = many.filter((key) => key !== 'many-2');
    expect((await t.call('POST', '/v1/contacts', newPerson({ tags: [...fresh, 'one-more'] }))).body.code).toBe(
      'tags-too-many',
    );
  });
});

describe('a handle', () => {
  it('is shown otherwise and marked as shared; it becomes one’s own again once nobody else holds it', async () => {
    const [one, other] = [await createPerson(t), await createPerson(t)];
    const { id, channel, handle } = one.identities[0];
    const patch = (body: object) => t.call('PATCH', `/v1/identities/${id}`, body);
    const shown = await patch({ display: 'Ana (work)', shared: true });
    expect([shown.status, shown.body.changed, shown.body.identity, shown.body.contact.version]).toEqual([
      200,
      true,
      { ...one.identities[0], display: 'Ana (work)', shared: true },
      2,
    ]);
    const data = { contact_id: one.id, identity_id: id, channel, fields: ['display', 'shared'] };
    expect(await newest()).toEqual(['identity.updated', data, 'updateIdentity']);
    expect((await patch({ shared: true })).body).toMatchObject({ changed: false, contact: { version: 2 } });
    const added = await t.call('POST', `/v1/contacts/${other.id}/identities`, { channel, handle, shared: true });
    expect(added.status).toBe(201);
    const taken = await patch({ shared: false });
    expect([taken.status, taken.body.code, taken.body.contact_id]).toEqual([409, 'handle-taken', other.id]);
    await t.call('DELETE', `/v1/identities/${added.body.identity.id}`);
    expect((await patch({ shared: false })).body.identity.shared).toBe(false);
    expect((await t.call('GET', '/v1/contacts?q=work')).body.data.map((found: { id: string }) => found.id)).toEqual([
      one.id,
    ]);
    const { timeline } = (await t.call('GET', `/v1/contacts/${one.id}/card`)).body;
    const kinds = timeline.filter((item: { type: string }) => item.type === 'identity.updated');
    expect(kinds.map((item: { kind: string }) => item.kind)).toEqual(['contact', 'contact']);
    expect((await t.call('PATCH', '/v1/identities/nobody', {})).status).toBe(404);
  });
});
