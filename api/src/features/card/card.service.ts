// The card: all the panel needs about one person, in one request and one read.

import { z } from '@hono/zod-openapi';
import { isCriterionMet, quadrantOfFields, toIso } from '@sidestage/domain';
import { type Rows, statement } from '../../db/statement.ts';
import type { Call } from '../../http/operation.ts';
import { instantOut, localized } from '../../http/schemas.ts';
import { cadenceOut, proposalOut, temperatureOut } from '../classification/classification.schemas.ts';
import { standingOf } from '../classification/standing.ts';
import { contactOut } from '../contacts/contacts.schemas.ts';
import type { ContactState } from '../contacts/contacts.store.ts';
import { contactView } from '../contacts/contacts.view.ts';
import { candidateOut } from '../duplicates/duplicates.schemas.ts';
import { followUpOut, followUpView } from '../follow-ups/follow-ups.schemas.ts';
import { zoneOf } from '../follow-ups/follow-ups.service.ts';
import { openFollowUps } from '../follow-ups/follow-ups.store.ts';
import { handoverOut, openHandoversView } from '../handovers/handovers.schemas.ts';
import { healthOut, healthView } from '../health/health.schemas.ts';
import { healthNow } from '../health/health.service.ts';
import { warmthOf } from '../interactions/interactions.store.ts';
import { reasonOut, reasonView, stageShape, stageView } from '../lifecycles/lifecycles.view.ts';
import { tagGroupOut, tagGroupsView } from '../tags/tags.schemas.ts';
import { tagCatalogue } from '../tags/tags.store.ts';
import { timelineEntries, timelineItemOut, timelineMoves, timelineView } from '../timeline/timeline.service.ts';
import { movesView, situation, ticked, undoable } from '../transitions/situation.ts';
import { moveOut } from '../transitions/transitions.schemas.ts';
import { reasonsStatement, type TransitionRow } from '../transitions/transitions.store.ts';

const TIMELINE_SIZE = 20;
const NEXT_STEPS = 20;

const cardStage = z.object(
  stageShape(
    z.object({
      key: z.string(),
      labels: localized,
      check: z.string(),
      any_of: z.string().nullable(),
      met: z.boolean(),
    }),
  ),
);

export const cardOut = z
  .object({
    contact: contactOut,
    owner: z.object({ id: z.string(), name: z.string() }).nullable(),
    lifecycles: z.array(
      z.object({ key: z.string(), version: z.number().int(), labels: localized, stages: z.array(cardStage) }),
    ),
    moves: z.array(z.object({ lifecycle: z.string(), data: z.array(moveOut) })),
    reasons: z.array(reasonOut),
    tag_groups: z.array(tagGroupOut),
    follow_ups: z.array(followUpOut),
    handovers: z
      .array(handoverOut)
      .openapi({ description: 'Open ones: the function that owns the stage has not answered yet.' }),
    timeline: z.array(timelineItemOut),
    cadence: cadenceOut.nullable(),
    temperature: temperatureOut,
    proposals: z.array(proposalOut),
    quadrant: z.string().nullable(),
    health: healthOut.nullable().openapi({ description: 'As of this moment; null for somebody closed.' }),
    duplicates: z.array(candidateOut).openapi({
      description: 'Who is likely the same person, a few; empty in the card of a refused move.',
    }),
    undo: z.object({ transition_id: z.string(), until: instantOut }).nullable(),
    me: z.object({
      id: z.string(),
      name: z.string(),
      role: z.string().nullable(),
      zone: z.string(),
      locale: z.string(),
    }),
  })
  .openapi('Card');

export function cardLoad(_call: Call, contactId: string) {
  return {
    ...tagCatalogue(),
    reasons: reasonsStatement,
    ticked: ticked(contactId),
    entries: timelineEntries(contactId, TIMELINE_SIZE),
    moves: timelineMoves(contactId),
    nextSteps: openFollowUps(contactId, NEXT_STEPS),
    warmth: warmthOf(contactId),
    ownerName: statement(
      'select s.id, s.name from contacts c join staff s on s.id = c.owner_id where c.id = ?',
      [contactId],
      (r) => ({ id: String(r[0]), name: String(r[1]) }),
    ),
  };
}

type Loaded = Rows<ReturnType<typeof cardLoad>>;

export function cardBody(
  call: Call,
  contact: ContactState,
  rows: Loaded,
  duplicates: z.input<typeof candidateOut>[] = [],
): z.input<typeof cardOut> {
  const { lifecycles } = call.deps;
  const zone = zoneOf(call);
  const positions = [...contact.positions].sort(
    (a, b) => Number(b.lifecycle === lifecycles.defaultKey()) - Number(a.lifecycle === lifecycles.defaultKey()),
  );
  const views = positions.flatMap((position) => {
    const lifecycle = lifecycles.byKey(position.lifecycle);
    if (!lifecycle) return [];
    const ledger = rows.moves.filter(
      (row: TransitionRow) => row.lifecycle === lifecycle.key && row.contactId === contact.id,
    );
    const input = situation(
      contact,
      lifecycle,
      { ledger, reasons: rows.reasons, kinds: rows.warmth.map((one) => one.kind), ticked: rows.ticked },
      call.now,
    );
    return [{ lifecycle, ledger, input }];
  });
  // Of several lifecycles the one moved in last.
  const undo = views
    .flatMap((view) => undoable(call, view.lifecycle, view.ledger) ?? [])
    .reduce<{ transition_id: string; until: number } | null>((a, b) => (a && a.until >= b.until ? a : b), null);
  return {
    contact: contactView(contact, lifecycles),
    owner: rows.ownerName[0] ?? null,
    lifecycles: views.map(({ lifecycle, input }) => ({
      key: lifecycle.key,
      version: lifecycle.version,
      labels: lifecycle.labels,
      stages: lifecycle.stages.map((stage) => ({
        ...stageView(stage),
        criteria: stage.criteria.map((one) => ({
          key: one.key,
          labels: one.labels,
          check: one.check.kind,
          any_of: one.anyOf ?? null,
          met: isCriterionMet(one, input.facts),
        })),
      })),
    })),
    moves: views.map(({ lifecycle, input }) => ({ lifecycle: lifecycle.key, data: movesView(input) })),
    reasons: rows.reasons.map(reasonView),
    tag_groups: tagGroupsView(rows.groups, rows.tags, contact.tags),
    follow_ups: rows.nextSteps.map((row) => followUpView(row, call.now, zone)),
    handovers: openHandoversView(contact),
    timeline: timelineView(rows.entries, rows.moves, call.now, zone),
    ...standingOf(
      call,
      contact,
      rows.warmth,
      views.map((view) => view.input),
    ),
    quadrant: quadrantOfFields(contact.fields, call.deps.settings.get().matrix)?.quadrant ?? null,
    health: healthView(healthNow(call.deps, contact, rows.warmth, call.now)),
    duplicates,
    undo: undo ? { transition_id: undo.transition_id, until: toIso(undo.until) } : null,
    me: {
      id: call.actor.id,
      name: call.actor.name,
      role: call.actor.kind === 'staff' ? call.actor.role : null,
      zone,
      locale: call.actor.kind === 'staff' ? call.actor.locale : call.deps.settings.get().locale,
    },
  };
}
