// Product rules 1 to 4: positions are the fold of the ledger, the ledger only grows, visits never overlap,
// and a move either changes the person or says why not.
import { asSystem, checkHouse, createKey, statement } from '@sidestage/api';
import { foldVisits, type LedgerRow } from '@sidestage/domain';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHouse, type TestHouse } from '../support/house.ts';
import { assertMeeting, cases, unmet } from './effort.ts';
import { expectJourneysToEndInPositions } from './journeys.ts';
import { counted, fold, ledger, person, program, run, type WireRow } from './programs.ts';
import { difference, readTables } from './tables.ts';

let t: TestHouse;
let otherKey: string;
beforeAll(async () => {
  t = await startHouse();
  otherKey = ((await asSystem(t.house, createKey, { name: 'other' })) as { key: string }).key;
});
afterAll(() => t.close());

const asDomain = (row: WireRow): LedgerRow => ({
  ...row,
  effectiveAt: Date.parse(row.effective_at),
  recordedAt: Date.parse(row.recorded_at),
});

describe('the ledger', () => {
  it('rule 1: after any program of moves, late moves, undos and tags, the position is the fold of the rows nothing voids', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (steps) => {
        const id = await person(t);
        for (const one of steps) {
          await run(t, id, one, otherKey);
          const want = fold(await ledger(t, id));
          const contact = (await t.call('GET', `/v1/contacts/${id}`)).body;
          expect(contact.stages).toMatchObject([{ lifecycle: 'seven-stage', ...want }]);
          const stored = await t.house.deps.db.read({
            rows: statement('select stage, entered_at from positions where contact_id = ?', [id]),
          });
          expect(stored.rows).toEqual([[want?.stage, Date.parse(want?.entered_at ?? '')]]);
        }
      }),
      cases(80),
    );
    expect((await checkHouse(t.house)).faults).toEqual([]);
    await expectJourneysToEndInPositions(t);
  });

  it('rule 1: every list, card and move menu tells the same stage as the fold', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (steps) => {
        const id = await person(t, { source: 'same-story' });
        for (const one of steps) await run(t, id, one, otherKey);
        const stage = fold(await ledger(t, id))?.stage;
        const card = (await t.call('GET', `/v1/contacts/${id}/card`)).body;
        expect(card.contact.stages[0].stage).toBe(stage);
        const moves = (await t.call('GET', `/v1/contacts/${id}/moves`)).body.data;
        expect(moves.find((one: { stage: string }) => one.stage === stage)).toMatchObject({ allowed: false });
        expect(card.moves[0].data).toEqual(moves);
        const listed = (await t.call('GET', `/v1/contacts?stage=${stage}&source=same-story&limit=200`)).body.data;
        expect(listed.map((one: { id: string }) => one.id)).toContain(id);
      }),
      cases(25),
    );
  });

  it('rule 2: a row is never changed, moved to another person or deleted, by whatever statement', async () => {
    const id = await person(t);
    await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead', reason: { code: 'other', note: 'x' } });
    const other = await person(t);
    const { rows } = await t.house.deps.db.read({
      rows: statement("select name from pragma_table_info('transitions')", [], (r) => String(r[0])),
    });
    const attempts = [
      ...rows.map((column) => `update transitions set ${column} = ${column} where contact_id = '${id}'`),
      `update transitions set contact_id = '${other}' where contact_id = '${id}'`,
      `update or ignore transitions set to_stage = 'sql' where contact_id = '${id}'`,
      `update or replace transitions set seq = seq + 1 where contact_id = '${id}'`,
      `delete from transitions where contact_id = '${id}'`,
      'delete from transitions',
      `replace into transitions select ${rows.join(', ').replace('contact_id', `'${other}'`)} from transitions where contact_id = '${id}'`,
      `insert into transitions select ${rows.join(', ')} from transitions where contact_id = '${id}' on conflict do update set to_stage = 'sql'`,
      'update events set at = 0',
      'delete from events',
      "replace into events select seq, id, 'x', contact_id, actor, client_id, data, batch_id, at from events",
    ];
    const before = await readTables(t.house);
    for (const sql of attempts) {
      const attempt = t.house.deps.db.write({
        load: {},
        plan: () => ({ statements: [statement(sql)], answer: () => 'done' }),
      });
      await expect(attempt, sql).rejects.toThrow(/append-only/);
    }
    expect(difference(before, await readTables(t.house))).toEqual({});
  });

  it('rule 2: erasing a person empties the words beside the ledger, not the ledger or the counts', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (steps) => {
        const secret = '机密 Wei';
        const id = await person(t, { display_name: secret, company: secret });
        for (const one of steps) await run(t, id, one, otherKey);
        await t.call('POST', `/v1/contacts/${id}/transitions`, {
          to: 'evangelist',
          reason: { code: 'other', note: secret },
        });
        await t.call('POST', `/v1/contacts/${id}/transitions`, {
          to: 'opportunity',
          reason: { code: 'other', note: secret },
        });
        await t.call('POST', `/v1/contacts/${id}/transitions`, { to: 'lead', reason: { code: 'other', note: secret } });
        await t.call('POST', `/v1/contacts/${id}/interactions`, {
          kind: 'note',
          direction: 'none',
          occurred_at: new Date(t.clock.now()).toISOString(),
          summary: secret,
        });
        const before = await readTables(t.house);
        const { version } = (await t.call('GET', `/v1/contacts/${id}`)).body;
        const erased = await t.call('DELETE', `/v1/contacts/${id}`, undefined, { 'if-match': `"${version}"` });
        expect(erased.status).toBe(204);
        const after = await readTables(t.house);
        const change = difference(before, after);
        expect(change.transitions).toBeUndefined();
        expect(change.positions).toBeUndefined();
        expect(change.events).toMatchObject({ removed: [], changed: [] });
        const words = Object.values(after).flatMap((rows) =>
          [...rows.values()].filter((row) => JSON.stringify(row).includes(secret)),
        );
        expect(words).toEqual([]);
      }),
      cases(8),
    );
  });

  it('rule 3: visits of one person never overlap and their lengths add up, however late rows arrive', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (steps) => {
        const id = await person(t);
        for (const one of steps) await run(t, id, one, otherKey);
        const rows = await ledger(t, id);
        const visits = foldVisits(rows.map(asDomain));
        const now = t.clock.now() + 60_000;
        let total = 0;
        for (const [i, visit] of visits.entries()) {
          const next = visits[i + 1];
          expect(visit.leftAt).toBe(next ? next.enteredAt : null);
          if (next) expect(next.stage).not.toBe(visit.stage);
          expect((visit.leftAt ?? now) - visit.enteredAt).toBeGreaterThanOrEqual(0);
          total += (visit.leftAt ?? now) - visit.enteredAt;
        }
        const first = counted(rows)[0];
        expect(total).toBe(now - Date.parse(first?.effective_at ?? ''));
        expect(visits.at(-1)?.stage).toBe(fold(rows)?.stage);
      }),
      cases(60),
    );
  });

  it('rule 3: a row keeps what was known when it was recorded: from, direction and actor, though later rows come before it', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (steps) => {
        const id = await person(t);
        let known = await ledger(t, id);
        for (const one of steps) {
          const stage = fold(known)?.stage;
          const visited = new Set(counted(known).map((row) => row.to));
          const answer = await run(t, id, one, otherKey);
          const rows = await ledger(t, id);
          expect(rows.slice(0, known.length)).toEqual(known);
          const fresh = rows.slice(known.length);
          expect(fresh.length).toBe(answer?.status === 201 && 'transition' in answer.body ? 1 : 0);
          for (const row of fresh) {
            expect(row).toEqual(answer?.body.transition);
            expect(row.from).toBe(stage);
            expect(Date.parse(row.recorded_at)).toBe(t.clock.now());
            if (row.voids === null && row.direction === 're-entry') expect(visited.has(row.to)).toBe(true);
          }
          known = rows;
        }
      }),
      cases(40),
    );
  });
});

describe('a move', () => {
  it('rule 4: changes the person and says the new version, or answers changed: false, or is refused with the allowed moves and leaves every table as it was', async () => {
    const seen = new Set<string>();
    await assertMeeting(
      fc.asyncProperty(program, async (steps) => {
        const own = await startHouse();
        try {
          const second = ((await asSystem(own.house, createKey, { name: 'other' })) as { key: string }).key;
          const id = await person(own);
          let before = await readTables(own.house);
          for (const one of steps) {
            const { body: contact } = await own.call('GET', `/v1/contacts/${id}`);
            const { body: moves } = await own.call('GET', `/v1/contacts/${id}/moves`);
            const answer = await run(own, id, one, second);
            const after = await readTables(own.house);
            const change = difference(before, after);
            before = after;
            if (!answer) continue;
            seen.add(`${one.kind} ${answer.status} ${answer.body.code ?? ''}`);
            if (answer.status === 201 && one.kind === 'move') {
              expect(answer.body).toMatchObject({ changed: true, contact: { version: contact.version + 1 } });
              expect(answer.headers.get('etag')).toBe(`"${contact.version + 1}"`);
              expect(moves.data.find((row: { stage: string }) => row.stage === one.to).allowed).toBe(true);
              expect(change.transitions?.added).toHaveLength(1);
            } else if (answer.status === 201 || (answer.status === 200 && one.kind !== 'move')) {
              const now = (await own.call('GET', `/v1/contacts/${id}`)).body;
              expect(now.version).toBe(contact.version + (Object.keys(change).length > 0 ? 1 : 0));
            } else {
              expect(change).toEqual({});
              expect(answer.status).toBeLessThan(500);
              if (one.kind !== 'move') continue;
              if (answer.status === 200) {
                expect(answer.body).toMatchObject({ changed: false, contact: { version: contact.version } });
                expect(contact.stages[0].stage).toBe(one.to);
              } else if (answer.status === 409) {
                expect(answer.body).toMatchObject({ code: 'stage-changed', from: contact.stages[0].stage });
                expect(answer.body.card.contact).toEqual(contact);
              } else {
                expect(answer.status).toBe(422);
                const allowed = moves.data.filter((row: { allowed: boolean }) => row.allowed);
                expect(answer.body.allowed_moves).toEqual(allowed.map((row: { stage: string }) => row.stage));
                expect(Array.isArray(answer.body.unmet_criteria)).toBe(true);
                expect(answer.body.errors[0]).toMatchObject({ pointer: expect.stringMatching(/^\//) });
              }
            }
          }
        } finally {
          await own.close();
        }
      }),
      60,
      () => unmet(seen, ['move 201 ', 'move 200 ', 'move 409 stage-changed', 'move 422 reason-required', 'undo 201 ']),
    );
  });
});
