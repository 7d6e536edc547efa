// Rule 7: whatever file is imported, people in = people made + rows rejected, nobody holds what another holds, a dry run says
// what the real one does, and a second run adds and changes nobody.

import { checkHouse } from '@sidestage/api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { importFile, rowsOf } from '../support/imports.ts';
import { assertMeeting, unmet } from './effort.ts';
import { difference, readTables } from './tables.ts';

let t: TestHouse;
beforeAll(async () => {
  t = await startHouse();
});
afterAll(() => t.close());

// Few names and handles, so that rows collide with each other and with those who are there already.
const name = fc.constantFrom('Ana', 'Bo', '张伟', 'ana ', 'Li Na', '');
const email = fc.constantFrom('', '', 'a@x.example', 'B@x.example', 'c@x.example; d@x.example', 'not one');
const phone = fc.constantFrom('', '', '+34612345678', '+34 612 345 678', '+8613800138000');
const id = fc.constantFrom('', '', '', '1', '2', '3');
const stage = fc.constantFrom('', '', 'lead', 'mql', 'Customer', 'evangelist', 'nowhere');
const since = fc.constantFrom('', '2026-01-05', '2026-03-05 10:00', '2026-06-30');
const tag = fc.constantFrom('', 'grade-a', 'grade-b', 'A;B', 'nothing', 'Two words;two-words', '重要;A');
const unknownTag = fc.constantFrom('reject', 'leave-out', 'create');
const row = fc.tuple(id, name, email, phone, stage, since, tag);
const file = fc
  .array(row, { minLength: 1, maxLength: 14 })
  .map(
    (rows) =>
      `External ID,Name,Email,Phone,Stage,Stage Entered At,Tags\n${rows.map((one) => one.join(',')).join('\n')}\n`,
  );

const OWN = /^(imports|import_rows|import_claims|events|idempotency)$/;
const outside = (changed: object) => Object.keys(changed).filter((table) => !OWN.test(table));

it('rule 7: people in are people made and rows rejected, and a second run adds nobody', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(file, unknownTag, async (text, on_unknown_tag) => {
      // Rows without a date of their own are told apart by it from those of the run before.
      t.clock.advance(86_400_000);
      const options = { system: 'crm', date_format: 'ymd', on_unknown_tag };
      const before = await readTables(t.house);
      const dry = await importFile(t, text, { ...options, dry_run: true });
      expect(outside(difference(before, await readTables(t.house)))).toEqual([]);
      const people = before.contacts?.size ?? 0;
      const first = await importFile(t, text, options);
      const after = await readTables(t.house);
      const { total, created, updated, unchanged, rejected } = first.progress;
      expect(created + updated + unchanged + rejected).toBe(total);
      expect((after.contacts?.size ?? 0) - people).toBe(created);
      const [rehearsed, real] = [await rowsOf(t, dry.id), await rowsOf(t, first.id)];
      const told = (rows: typeof real) =>
        rows.map((one) => [
          one.row,
          one.outcome,
          ...[...one.reasons, ...one.notices].map(({ code, tag: about }: { code: string; tag: string }) => [
            code,
            about,
          ]),
        ]);
      expect(told(rehearsed)).toEqual(told(real));

      const second = await importFile(t, text, options);
      expect(second.progress).toMatchObject({ created: 0, updated: 0, rejected });
      for (const one of [...real, ...(await rowsOf(t, second.id))]) seen.add(one.outcome);
      expect((await readTables(t.house)).contacts?.size).toBe(after.contacts?.size);
    }),
    25,
    () => unmet(seen, ['created', 'updated', 'unchanged', 'rejected']),
  );
  expect((await checkHouse(t.house)).faults).toEqual([]);
});
