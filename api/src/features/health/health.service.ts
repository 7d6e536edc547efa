// Works out the health of contacts again when something happened with them, time has passed, or the rules changed, and tells the
// owner when it got worse, within their working hours. Writes health, nudges and events, never a stage.
import { HEALTH_STATES, type Health, healthOf, nextCivil, stageEver } from '@sidestage/domain';
import type { Statement } from '../../db/statement.ts';
import type { Deps } from '../../deps.ts';
import { type EventIn, eventStatements } from '../../events/append.ts';
import { system } from '../../http/actor.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { rulesOf } from './health.schemas.ts';
import {
  contactsAfter,
  dropHealth,
  dropNudge,
  dueContacts,
  dueNudges,
  eventsAfter,
  type JudgedRow,
  judgedRows,
  progress,
  saveHealth,
  saveNudge,
  saveProgress,
} from './health.store.ts';

// Small enough that one group of judgements holds the lane for a few milliseconds.
const EVENTS = 200;
const PEOPLE = 100;
// Events this worker writes itself are no reason to look again.
const OWN = new Set(['contact.health_changed', 'nudge.due']);
const CHANGES_RULES = /^(settings\.updated|lifecycle\.)/;
const DAY_MS = 86_400_000;

/** Judges everybody who is due, or until `stopped()`; returns how many. */
export async function checkHealth(deps: Deps, stopped: () => boolean = () => false): Promise<number> {
  let judged = 0;
  while (!stopped()) {
    const round = await checkSome(deps);
    judged += round.judged;
    if (!round.more) break;
  }
  return judged;
}

async function checkSome(deps: Deps): Promise<{ judged: number; more: boolean }> {
  const now = deps.clock.now();
  const at = (await deps.db.read({ progress })).progress[0] ?? { eventSeq: 0, sweepAfter: null };
  const found = await deps.db.read({
    events: eventsAfter(at.eventSeq, EVENTS),
    due: dueContacts(now, PEOPLE),
    sweep: contactsAfter(at.sweepAfter ?? '~', PEOPLE),
  });
  const touched = found.events.flatMap((one) => (one.contactId && !OWN.has(one.type) ? [one.contactId] : []));
  const ids = [...new Set([...touched, ...found.due, ...found.sweep])];
  const lastEvent = found.events.at(-1)?.seq ?? at.eventSeq;
  const newRules = found.events.some((one) => CHANGES_RULES.test(one.type));
  const swept = at.sweepAfter === null ? null : found.sweep.length < PEOPLE ? null : (found.sweep.at(-1) ?? null);
  if (ids.length === 0 && lastEvent === at.eventSeq && swept === at.sweepAfter) return { judged: 0, more: false };
  const rules = rulesOf(deps.settings.get().health);
  const lifecycle = deps.lifecycles.byKey(deps.lifecycles.defaultKey());
  await deps.db.write({
    load: { rows: judgedRows(ids, lifecycle?.key ?? '', now - 2 * rules.windowDays * DAY_MS) },
    plan: ({ rows }) => {
      const changes = rows.map((row) => changeOf(deps, row, now));
      return {
        statements: [
          ...changes.flatMap((one) => one.statements),
          ...eventStatements(
            { deps, actor: system, now },
            changes.flatMap((one) => one.events),
          ),
          // After a change of rules everybody is judged from the start, while new events are followed as before.
          saveProgress(lastEvent, newRules ? '' : swept),
        ],
        answer: () => undefined,
      };
    },
  });
  deps.feed.wake();
  return {
    judged: ids.length,
    more: newRules || swept !== null || found.events.length === EVENTS || found.due.length === PEOPLE,
  };
}

function changeOf(deps: Deps, row: JudgedRow, now: number): { statements: Statement[]; events: EventIn[] } {
  const health = row.gone ? null : judge(deps, row, now);
  if (!health) return { statements: row.was === null ? [] : dropHealth(row.id), events: [] };
  const was = row.was ?? 'well';
  const changed = health.state !== was;
  const since = changed || row.since === null ? now : row.since;
  const statements = [saveHealth(row.id, health.state, JSON.stringify(health.fired), since, health.checkAt)];
  if (!changed) return { statements, events: [] };
  const worse = HEALTH_STATES.indexOf(health.state) > HEALTH_STATES.indexOf(was);
  if (worse && row.ownerZone !== null)
    statements.push(saveNudge(row.id, health.state, nextCivil(now, row.ownerZone, deps.settings.get().civil_hours)));
  else if (health.state === 'well') statements.push(dropNudge(row.id));
  return {
    statements,
    events: [
      {
        type: 'contact.health_changed',
        contactId: row.id,
        data: { contact_id: row.id, from: was, to: health.state, rules: health.fired.map((one) => one.rule) },
      },
    ],
  };
}

type Judged = Pick<JudgedRow, 'createdAt' | 'lastTouchAt' | 'fields' | 'stage' | 'enteredAt' | 'closed' | 'signals'>;

function judge(deps: Pick<Deps, 'lifecycles' | 'settings'>, row: Judged, now: number): Health | null {
  const lifecycle = deps.lifecycles.byKey(deps.lifecycles.defaultKey());
  const of = (kind: string) => row.signals.filter(([one]) => one === kind).map(([, at]) => at);
  return healthOf(
    {
      stage: (row.stage !== null && lifecycle && stageEver(lifecycle, row.stage)) || null,
      enteredAt: row.enteredAt,
      closed: row.closed,
      createdAt: row.createdAt,
      lastTouchAt: row.lastTouchAt,
      purchases: of('purchase'),
      complaints: of('complaint'),
      fields: row.fields,
    },
    rulesOf(deps.settings.get().health),
    now,
  );
}

/** Health of one contact at this moment, from rows already loaded. Lists show the stored health, at most a minute older. */
export function healthNow(
  deps: Pick<Deps, 'lifecycles' | 'settings'>,
  contact: ContactState,
  interactions: readonly { readonly kind: string; readonly occurredAt: number }[],
  now: number,
): Health | null {
  if (contact.archivedAt !== null) return null;
  const position = contact.positions.find((one) => one.lifecycle === deps.lifecycles.defaultKey());
  const signals = interactions.map((one) => [one.kind, one.occurredAt] as const);
  return judge(
    deps,
    {
      ...contact,
      stage: position?.stage ?? null,
      enteredAt: position?.enteredAt ?? null,
      closed: Boolean(position?.closed),
      signals,
    },
    now,
  );
}

/** Tells owners what is due, each at a civil hour of theirs; gives how many were told. */
export async function tellNudges(deps: Deps): Promise<number> {
  for (let told = 0; ; ) {
    const now = deps.clock.now();
    const [round, size] = await deps.db.write({
      load: { due: dueNudges(now, PEOPLE) },
      plan: ({ due }) => {
        const statements: Statement[] = [];
        const events: EventIn[] = [];
        for (const { contactId, state, rules, ownerId, ownerZone } of due) {
          const nothing = state === null || state === 'well' || ownerId === null || ownerZone === null;
          const at = nothing ? now : nextCivil(now, ownerZone, deps.settings.get().civil_hours);
          // The server may have slept, or the contact changed hands to where it is night.
          if (at > now && state) statements.push(saveNudge(contactId, state, at));
          else statements.push(dropNudge(contactId));
          if (!nothing && at === now)
            events.push({
              type: 'nudge.due',
              contactId,
              data: { contact_id: contactId, staff_id: ownerId, state, rules: [...rules] },
            });
        }
        statements.push(...eventStatements({ deps, actor: system, now }, events));
        return { statements, answer: () => [events.length, due.length] as const };
      },
    });
    told += round;
    if (round > 0) deps.feed.wake();
    if (size < PEOPLE) return told;
  }
}
