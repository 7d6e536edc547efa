// Duplicates against a look at every pair: after any program of changes the list says what comparing everybody would say.
import { compareWaiting } from '@sidestage/api';
import { CROWD, type DuplicateReason, duplicateKeys, levelOfReasons, strengthOf, toldReasons } from '@sidestage/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

const NAMES = ['Zhang Wei', 'Wei Zhang', '张伟', '伟 张', 'Ana'];
/** Values of one program alone, so that each is compared with its own people. */
const handlesOf = (run: number) =>
  [
    ['phone', `+3461${2_000_000 + run}`],
    ['sms', `+3461${2_000_000 + run}`],
    ['whatsapp', `+3461${2_000_000 + run}`],
    ['email', `a.na${run}@gmail.com`],
    ['email', `ana${run}+x@googlemail.com`],
    ['email', `ana${run}@lumen.cn`],
    ['email', `ana${run}@lumen.com`],
    ['wechat', `LiNa${run}`],
    ['wechat', `lina${run}`],
  ] as const;

// Two of the handles that mean one person: two thirds of a program's handles are of one such pair, or they would seldom meet.
const pair = fc.constantFrom([0, 2], [3, 4], [5, 6], [7, 8]);

const deed = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'handle',
    'rename',
    'drop',
    'archive',
    'restore',
    'merge',
    'revert',
    'apart',
  ),
  who: fc.nat(30),
  other: fc.nat(30),
  name: fc.constantFrom(...NAMES),
  company: fc.constantFrom('Lumen', 'LUMEN Ltd', 'Other', null),
  handle: fc.nat(26),
  shared: fc.nat(3).map((n) => n === 0),
  look: fc.boolean(),
});

interface Person {
  id: string;
  display_name: string;
  company: string | null;
  archived_at: string | null;
  identities: { id: string; channel: string; scope: string; handle: string; shared: boolean }[];
}

/** Every pair of people, compared one by one. */
function bruteForce(people: readonly Person[], apart: ReadonlySet<string>): string[] {
  const keys = new Map(
    people.map((one) => [one.id, one.archived_at ? [] : duplicateKeys({ ...one, displayName: one.display_name })]),
  );
  const nameOf = (key: { reason: string; value: string }) => `${key.reason} ${key.value}`;
  const holders = new Map<string, number>();
  for (const own of keys.values()) for (const key of own) holders.set(nameOf(key), (holders.get(nameOf(key)) ?? 0) + 1);
  const sorted = [...people].sort((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.flatMap((a, i) =>
    sorted.slice(i + 1).flatMap((b) => {
      if (apart.has(`${a.id} ${b.id}`)) return [];
      const reasons = (keys.get(a.id) ?? []).flatMap((mine) => {
        if ((holders.get(nameOf(mine)) ?? 0) > CROWD) return [];
        const theirs = (keys.get(b.id) ?? []).find((key) => nameOf(key) === nameOf(mine));
        if (!theirs) return [];
        const code: DuplicateReason = mine.shared || theirs.shared ? 'shared-handle' : mine.reason;
        return [`${code} ${mine.kind}/${theirs.kind}`];
      });
      if (reasons.length === 0) return [];
      const code = (reason: string) => reason.split(' ')[0] as DuplicateReason;
      const level = levelOfReasons(reasons.map(code));
      const told = toldReasons([...new Set(reasons)].sort(), code);
      return [`${strengthOf(level)} ${a.id} ${b.id}: ${told.join(', ')}`];
    }),
  );
}

/** The list as the API gives it, in small pages. */
async function listed(): Promise<string[]> {
  const out: string[] = [];
  for (let path: string | null = '/v1/duplicates?limit=40'; path !== null; ) {
    const { body, headers }: Awaited<ReturnType<TestHouse['call']>> = await t.call('GET', path);
    for (const { contacts, strength, reasons } of body.data) {
      const told = reasons.map((one: { code: string; kinds: string[] }) => `${one.code} ${one.kinds.join('/')}`);
      out.push(`${strength} ${contacts[0].id} ${contacts[1].id}: ${told.join(', ')}`);
    }
    path = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
  }
  return out;
}

const ORDER = ['strong', 'likely', 'weak'];
const rank = (line: string) => ORDER.indexOf(line.split(' ')[0] ?? '');

it('the list of duplicates is what comparing every two people would find', async () => {
  const met = new Set<string>();
  let run = 0;
  await assertMeeting(
    fc.asyncProperty(
      fc.array(deed, { minLength: 30, maxLength: 45 }),
      fc.nat(40),
      pair,
      async (program, crowd, near) => {
        // The rate limit gives room by the clock.
        t.clock.advance(60_000);
        const handles = handlesOf(++run);
        const phone = handles[0][1];
        const inHouse = (name: string | null) => (name === null ? null : `${run} ${name}`);
        const ids: string[] = [];
        const merges: string[] = [];
        const apart = new Set<string>();
        const made = async (body: object) => {
          const done = await t.call('POST', '/v1/contacts', body);
          if (done.status === 201) ids.push(done.body.id);
        };
        // Some programs begin in a crowd that shares one value, and leave it or fill it further.
        for (let n = 0; n < (crowd > 20 ? 18 + (crowd % 6) : 0); n += 1)
          await made({ display_name: `P${n}`, identities: [{ channel: 'sms', handle: phone, shared: true }] });
        for (const one of program) {
          const [who, other] = [ids[one.who % ids.length] ?? '', ids[one.other % ids.length] ?? ''];
          const [channel, handle] = handles[one.handle] ?? handles[near[one.handle % 2] ?? 0] ?? handles[0];
          const identity = { channel, handle, shared: one.shared };
          if (one.kind === 'create')
            await made({
              display_name: one.name,
              company: inHouse(one.company),
              identities: one.look ? [identity] : [],
            });
          else if (one.kind === 'handle') await t.call('POST', `/v1/contacts/${who}/identities`, identity);
          else if (one.kind === 'rename')
            await t.call('PATCH', `/v1/contacts/${who}`, { display_name: one.name, company: inHouse(one.company) });
          else if (one.kind === 'drop') {
            const own = (await t.call('GET', `/v1/contacts/${who}`)).body?.identities as
              | Person['identities']
              | undefined;
            if (own?.[0]) await t.call('DELETE', `/v1/identities/${own[0].id}`);
          } else if (one.kind === 'merge') {
            const body = { survivor_id: who, loser_id: other };
            const done = await t.call('POST', '/v1/merges', body, { 'if-match': '*' });
            if (done.status === 201) merges.push(done.body.merge.id);
          } else if (one.kind === 'revert') await t.call('POST', `/v1/merges/${merges.pop()}/revert`);
          else if (one.kind === 'apart') {
            const done = await t.call('POST', '/v1/not-duplicates', { contact_ids: [who, other] });
            if (done.status === 201) met.add('apart');
          } else await t.call('POST', `/v1/contacts/${who}/${one.kind}`, {});
          if (one.look) await compareWaiting(t.house.deps);
        }
        const people: Person[] = [];
        const behind = new Map<string, string>();
        for (const id of ids) {
          const { body } = await t.call('GET', `/v1/contacts/${id}`);
          behind.set(id, body.id);
          if (body.id === id) people.push(body);
        }
        for (const { contact_ids } of (await t.call('GET', '/v1/not-duplicates?limit=200')).body.data)
          apart.add(
            contact_ids
              .map((id: string) => behind.get(id) ?? id)
              .sort()
              .join(' '),
          );
        const expected = bruteForce(people, apart).sort((a, b) => rank(a) - rank(b));
        const found = await listed();
        if (JSON.stringify(found) !== JSON.stringify(expected))
          throw new Error(`${JSON.stringify(found, null, 1)}\nis not\n${JSON.stringify(expected, null, 1)}`);
        for (const line of expected) for (const word of line.matchAll(/[a-z]+(?:-[a-z]+)+/g)) met.add(word[0]);
        for (const line of expected) met.add(line.split(' ')[0] ?? '');
        const largest = people.filter((one) => one.identities.some((own) => own.handle === phone)).length;
        if (largest > CROWD) met.add('crowd');
        // They leave the list for those of the next program.
        for (const id of ids) await t.call('POST', `/v1/contacts/${id}/archive`, {});
      },
    ),
    10,
    () =>
      unmet(met, [
        'strong',
        'likely',
        'weak',
        'crowd',
        'apart',
        'same-phone',
        'same-email',
        'same-email-name',
        'same-handle',
        'shared-handle',
        'same-name-and-company',
        'transposed-name-and-company',
      ]),
  );
});
