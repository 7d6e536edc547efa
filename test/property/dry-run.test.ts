// Product rule 5: the plan of a dry run is what the real call does. The whole database is compared before and after, not the answers.

import { asSystem, createKey } from '@sidestage/api';
import { findPreset } from '@sidestage/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { startHouse } from '../support/house.ts';
import { assertMeeting, unmet } from './effort.ts';
import { moveBody, person, program, run } from './programs.ts';
import { type Difference, difference, type Row, readTables } from './tables.ts';

const stages = findPreset('seven-stage')?.stages ?? [];
const iso = (at: unknown) => new Date(Number(at)).toISOString();

/** What the plan calls effects, read from the rows that changed. */
function effectsIn(before: Row | undefined, after: Row | undefined, handovers: Difference | undefined) {
  const handed = (kind: string, row: Row | undefined) =>
    row ? [{ kind, from: row.from_function, to: row.to_function }] : [];
  const [from, to] = [before, after].map((row) => stages.find((one) => one.key === row?.stage));
  if (!to || from?.key === to.key) return [];
  return [
    { kind: 'position', from: from?.key ?? null, to: to.key },
    ...(from?.pool === to.pool ? [] : [{ kind: 'pool', from: from?.pool ?? null, to: to.pool }]),
    ...(from?.owner === to.owner ? [] : [{ kind: 'owner-function', from: from?.owner ?? null, to: to.owner }]),
    ...handed('handover-withdrawn', handovers?.changed[0]?.after),
    ...handed('handover-opened', handovers?.added[0]),
    ...(from?.outreach === to.outreach ? [] : [{ kind: 'outreach', from: from?.outreach ?? null, to: to.outreach }]),
  ];
}

it('rule 5: a dry run stores nothing and says what the real call then does, refusals included', async () => {
  const seen = new Set<string>();
  await assertMeeting(
    fc.asyncProperty(program, async (steps) => {
      // A house of its own: the whole of it is read before and after each move.
      const t = await startHouse();
      try {
        const otherKey = ((await asSystem(t.house, createKey, { name: 'other' })) as { key: string }).key;
        const id = await person(t);
        const path = `/v1/contacts/${id}/transitions`;
        for (const one of steps) {
          if (one.kind !== 'move') {
            await run(t, id, one, otherKey);
            continue;
          }
          const body = await moveBody(t, id, one);
          const before = await readTables(t.house);
          const dry = await t.call('POST', `${path}?dry_run=true`, body);
          expect(difference(before, await readTables(t.house))).toEqual({});
          const real = await t.call('POST', path, body);
          const change = difference(before, await readTables(t.house));
          seen.add(`${real.status} ${dry.status}`);

          if (real.status >= 400) {
            const words = ({ body: { request_id: _, ...rest } }: typeof real) => rest;
            expect([dry.status, words(dry)]).toEqual([real.status, words(real)]);
            expect(change).toEqual({});
            continue;
          }
          const plan = dry.body;
          expect([dry.status, plan.dry_run, plan.changed]).toEqual([200, true, real.status === 201]);
          if (!plan.changed) {
            expect([plan.transition, plan.effects, change]).toEqual([null, [], {}]);
            continue;
          }
          const row = change.transitions?.added[0];
          expect(change.transitions?.added).toHaveLength(1);
          expect({ ...plan.transition, actor: `key:${plan.transition.actor.id}` }).toMatchObject({
            contact_id: row?.contact_id,
            lifecycle: row?.lifecycle,
            lifecycle_version: row?.lifecycle_version,
            from: row?.from_stage,
            to: row?.to_stage,
            direction: row?.direction,
            effective_at: iso(row?.effective_at),
            recorded_at: iso(row?.recorded_at),
            actor: row?.actor,
            source: row?.source,
            reason: row?.reason,
            note: change.transition_notes?.added[0]?.note ?? null,
            voids: null,
            time_in_previous_s: row?.time_in_previous_s,
          });
          const position = change.positions?.changed[0];
          expect(plan.effects).toEqual(effectsIn(position?.before, position?.after, change.handovers));
          for (const one of plan.effects) seen.add(one.kind);
          expect(plan.warnings).toEqual(real.body.warnings);
          expect(plan.unmet_criteria).toEqual(real.body.unmet_criteria);
          // And nothing besides: the row and its side text, the position, the version, the event.
          const touched = [
            'contacts',
            'event_previous',
            'events',
            'handovers',
            'positions',
            'transition_notes',
            'transitions',
          ];
          expect(touched).toEqual(expect.arrayContaining(Object.keys(change)));
          for (const [table, rows] of Object.entries(change)) {
            expect([table, rows.removed]).toEqual([table, []]);
            for (const { after } of rows.changed) expect(after.contact_id ?? after.id).toBe(id);
            for (const added of rows.added) expect(added.contact_id).toBe(id);
          }
        }
      } finally {
        await t.close();
      }
    }),
    60,
    () => unmet(seen, ['201 200', '200 200', '422 422', '409 409', 'handover-opened', 'handover-withdrawn']),
  );
});
