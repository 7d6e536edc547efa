// Time travel over HTTP (product rules 1 to 3): what a contact's ledger says of any time, by what was known at any other,
// is told alike by the API and by a fold written anew here, and no later row, correction or undo changes it.
import { asSystem, checkHouse, createKey } from '@sidestage/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';
import { expectJourneysToEndInPositions } from './journeys.ts';
import { ledger, person, run, type Step, step, type WireRow } from './programs.ts';

let t: TestHouse;
let otherKey: string;
beforeAll(async () => {
  t = await startHouse();
  otherKey = ((await asSystem(t.house, createKey, { name: 'other' })) as { key: string }).key;
});
afterAll(() => t.close());

type Act = Step | { kind: 'correct'; pick: number };
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: step as fc.Arbitrary<Act> },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('correct' as const), pick: fc.nat(30) }) },
  ),
  { minLength: 2, maxLength: 14 },
);

const ms = (text: string) => Date.parse(text);

/** The rows that count by what was known then: a row that takes back may itself be taken back, so later ones are asked first. */
function counting(rows: readonly WireRow[], knownAt: number): WireRow[] {
  const known = rows.filter((row) => ms(row.recorded_at) <= knownAt);
  const gone = new Set<string>();
  for (const row of [...known].sort((a, b) => b.seq - a.seq))
    if (row.voids !== null && !gone.has(row.id)) gone.add(row.voids);
  return known
    .filter((row) => row.voids === null && !gone.has(row.id))
    .sort((a, b) => ms(a.effective_at) - ms(b.effective_at) || a.seq - b.seq);
}

function stageAt(rows: readonly WireRow[], asOf: number, knownAt: number): string | undefined {
  const last = counting(rows, knownAt).findLast((row) => ms(row.effective_at) <= asOf);
  return last?.to ?? undefined;
}

const iso = (at: number) => new Date(at).toISOString();
const asked = async (id: string, asOf: number, knownAt: number): Promise<string> => {
  const answer = await t.call('GET', `/v1/contacts/${id}/positions?as_of=${iso(asOf)}&known_at=${iso(knownAt)}`);
  expect(answer.status).toBe(200);
  return answer.text;
};

it('rules 1 to 3: any time by any knowledge is told as the ledger says, and stays so whatever comes after', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(
      acts,
      fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 2, maxLength: 3 }),
      async (script, picks) => {
        const begin = t.clock.now();
        const id = await person(t);
        const told: { asOf: number; knownAt: number; text: string }[] = [];
        for (const act of script) {
          // A clock that stands still would let a row be recorded at the very time that was asked about.
          t.clock.advance(1);
          if (act.kind === 'correct') {
            const rows = await ledger(t, id);
            const target = rows[act.pick % rows.length] as WireRow;
            const answer = await t.call('POST', `/v1/transitions/${target.id}/correct`, {
              reason: { code: 'entered-by-mistake' },
            });
            seen.add(`${answer.status} ${answer.body.code ?? ''}`);
            if (answer.status === 201) expect(answer.body.transition.reason).toBe('entered-by-mistake');
          } else await run(t, id, act, otherKey);
          const rows = await ledger(t, id);
          const now = t.clock.now();
          const { stages } = (await t.call('GET', `/v1/contacts/${id}`)).body;
          expect(stages[0].stage).toBe(counting(rows, now).at(-1)?.to);
          for (const [a, b] of picks) {
            const from = begin - 3 * 3_600_000;
            const asOf = from + Math.floor(((now - from) * a) / 1000);
            const knownAt = begin + Math.floor(((now - begin) * b) / 1000);
            const text = await asked(id, asOf, knownAt);
            expect(JSON.parse(text).data[0]?.stage).toBe(stageAt(rows, asOf, knownAt));
            told.push({ asOf, knownAt, text });
          }
        }
        for (const { asOf, knownAt, text } of told) expect(await asked(id, asOf, knownAt)).toBe(text);
      },
    ),
    30,
    () => unmet(seen, ['201 ', '409 undo-already', '409 undo-first-row']),
  );
  expect((await checkHouse(t.house)).faults).toEqual([]);
  await expectJourneysToEndInPositions(t);
});
