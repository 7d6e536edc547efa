// One timeline per person (product P13): moves, interactions, follow-ups, tags, identities, newest first.

import { z } from '@hono/zod-openapi';
import { toIso, voidedIds } from '@sidestage/domain';
import { type Statement, statement, textOrNull } from '../../db/statement.ts';
import { actorNameSql, actorView } from '../../http/actor.ts';
import { instantOut } from '../../http/schemas.ts';
import { followUpOut, followUpView } from '../follow-ups/follow-ups.schemas.ts';
import { decodeFollowUp, FOLLOW_UP_COLUMNS, type FollowUpRow } from '../follow-ups/follow-ups.store.ts';
import { interactionOut, interactionView } from '../interactions/interactions.schemas.ts';
import { decodeInteraction, INTERACTION_COLUMNS, type InteractionRow } from '../interactions/interactions.store.ts';
import { transitionOut } from '../transitions/transitions.schemas.ts';
import { decodeTransition, TRANSITION_COLUMNS, type TransitionRow } from '../transitions/transitions.store.ts';
import { transitionView } from '../transitions/transitions.view.ts';

/** The kinds of rows, as a caller may ask for some of them. */
export const TIMELINE_KINDS = ['stage', 'handover', 'interaction', 'follow_up', 'tags', 'identity', 'contact'] as const;

const ownerOut = z.object({ id: z.string(), name: z.string() }).nullable();

export const timelineItemOut = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ description: `${TIMELINE_KINDS.join(', ')}; more may come.` }),
    at: instantOut,
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    type: z.string(),
    transition: transitionOut.optional(),
    voided: z.boolean().optional(),
    interaction: interactionOut.optional(),
    follow_up: followUpOut.optional(),
    handover: z
      .object({
        id: z.string(),
        lifecycle: z.string(),
        from_function: z.string(),
        to_function: z.string(),
        note: z.string().nullable().openapi({ description: 'Why it was declined.' }),
      })
      .optional(),
    change: z.string().optional(),
    added: z.array(z.string()).optional(),
    removed: z.array(z.string()).optional(),
    channel: z.string().optional().openapi({ description: 'Of an identity: the channel it is on.' }),
    merge_id: z.string().optional().openapi({ description: 'Of a merge or its reversal: which one.' }),
    fields: z.array(z.string()).optional().openapi({ description: 'Of a changed contact: which of its fields.' }),
    owner: z
      .object({ from: ownerOut, to: ownerOut })
      .optional()
      .openapi({ description: 'Of a contact given to somebody else: whose they were and whose they are.' }),
  })
  .openapi('TimelineItem');
export type TimelineItem = z.input<typeof timelineItemOut>;

// One row per thing that happened, to the person or to whom was merged into them: the event says what, the side rows hold the
// words. A stage row stands at its effective time; rows that only close a merged ledger or open it again are told by the merge.
const KIND = `case when json_extract(e.data, '$.transition_id') is not null then 'stage' when e.type glob 'handover.*' then 'handover' when e.type glob 'interaction.*' then 'interaction'
  when e.type glob 'follow_up.*' then 'follow_up' when e.type = 'contact.tags_changed' then 'tags' when e.type in ('identity.added', 'identity.removed') then 'identity' else 'contact' end`;
const TIMELINE = `select e.id, e.type, e.actor, ${actorNameSql('e.actor')}, e.data,
    coalesce((select t.effective_at from transitions t where t.id = json_extract(e.data, '$.transition_id')), (select n.occurred_at from interactions n where n.id = json_extract(e.data, '$.interaction_id')), e.at) as shown_at,
    case when e.type = 'handover.declined' then (select h.note from handovers h where h.id = json_extract(e.data, '$.handover_id')) end as note
  from events e where e.contact_id in (select ?1 union all select m.id from contacts m where m.merged_into = ?1)
    and e.type not in ('conversation.linked', 'conversation.unlinked', 'contact.health_changed', 'nudge.due', 'handover.withdrawn', 'duplicates.dismissed', 'duplicates.reopened')
    and (?5 is null or ${KIND} in (select value from json_each(?5)))
    and not (coalesce(json_extract(e.data, '$.source'), '') = 'merge' and (json_extract(e.data, '$.to') is null or json_extract(e.data, '$.voids') is not null))`;
const staffSql = (id: string) => `(select json_object('id', s.id, 'name', s.name) from staff s where s.id = ${id})`;
// Each entry brings the words it speaks of along: those of the page, not of years.
const PAGE = `select p.*, (select json_array(${INTERACTION_COLUMNS}) from interactions n where n.id = json_extract(p.data, '$.interaction_id')),
    (select json_array(${FOLLOW_UP_COLUMNS}) from follow_ups f where f.id = json_extract(p.data, '$.follow_up_id')),
    case when p.type in ('contact.updated', 'contact.merged', 'contact.merge_reverted') then (select json_object(
        'from', ${staffSql("v.previous ->> 'owner_id'")}, 'to', ${staffSql("p.data ->> 'owner_id'")})
      from event_previous v where v.event_id = p.id and json_type(v.previous, '$.owner_id') is not null) end
  from (select * from (${TIMELINE}) where (shown_at, id) < (?2, ?3) order by shown_at desc, id desc limit ?4) p order by p.shown_at desc, p.id desc`;

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly actorName: string;
  readonly at: number;
  readonly data: Record<string, unknown>;
  /** What was said when a handover was declined. */
  readonly note: string | null;
  readonly interaction: InteractionRow | null;
  readonly followUp: FollowUpRow | null;
  readonly owner: TimelineItem['owner'] | null;
}

/** `before` is the (shown_at, id) to go on from. Index events_contact, then one lookup per row. */
export const timelineEntries = (
  contactId: string,
  size: number,
  before?: readonly [number, string],
  kinds?: readonly string[],
): Statement<Entry> =>
  statement(
    PAGE,
    [contactId, before?.[0] ?? Number.MAX_SAFE_INTEGER, before?.[1] ?? '~', size, kinds ? JSON.stringify(kinds) : null],
    (r) => ({
      id: String(r[0]),
      type: String(r[1]),
      actor: String(r[2]),
      actorName: String(r[3]),
      data: JSON.parse(String(r[4])),
      at: Number(r[5]),
      note: textOrNull(r[6]),
      interaction: r[7] === null ? null : decodeInteraction(JSON.parse(String(r[7]))),
      followUp: r[8] === null ? null : decodeFollowUp(JSON.parse(String(r[8]))),
      owner: r[9] === null ? null : JSON.parse(String(r[9])),
    }),
  );

/** All moves of a person: they say which of them was taken back. */
export const timelineMoves = (contactId: string) =>
  statement(
    `select ${TRANSITION_COLUMNS} from transitions t where t.contact_id in (select ?1 union all select m.id from contacts m where m.merged_into = ?1)`,
    [contactId],
    decodeTransition,
  );

export function timelineView(
  entries: readonly Entry[],
  moves: readonly TransitionRow[],
  now: number,
  zone: string,
): TimelineItem[] {
  const voided = voidedIds(moves);
  return entries.map((entry): TimelineItem => {
    const base = {
      id: entry.id,
      at: toIso(entry.at),
      actor: { ...actorView(entry.actor), name: entry.actorName },
      type: entry.type,
    };
    const move = moves.find((row) => row.id === entry.data.transition_id);
    if (move)
      return { ...base, kind: 'stage', transition: transitionView(move), voided: voided?.has(move.id) ?? false };
    const { interaction, followUp } = entry;
    if (interaction) return { ...base, kind: 'interaction', interaction: interactionView(interaction) };
    if (followUp)
      return {
        ...base,
        kind: 'follow_up',
        follow_up: followUpView(followUp, now, zone),
        change: entry.type.slice('follow_up.'.length),
      };
    const { handover_id: handoverId, lifecycle, from_function: from, to_function: to } = entry.data;
    if (handoverId !== undefined)
      return {
        ...base,
        kind: 'handover',
        handover: {
          ...{ id: String(handoverId), lifecycle: String(lifecycle) },
          ...{ from_function: String(from), to_function: String(to), note: entry.note },
        },
        change: entry.type.slice('handover.'.length),
      };
    if (entry.type === 'contact.tags_changed')
      return { ...base, kind: 'tags', added: entry.data.added as string[], removed: entry.data.removed as string[] };
    if (entry.type === 'identity.added' || entry.type === 'identity.removed')
      return { ...base, kind: 'identity', channel: String(entry.data.channel) };
    const { fields, merge_id: mergeId } = entry.data;
    return {
      ...base,
      kind: 'contact',
      ...(typeof mergeId === 'string' ? { merge_id: mergeId } : {}),
      ...(Array.isArray(fields) ? { fields: fields as string[] } : {}),
      ...(entry.owner ? { owner: entry.owner } : {}),
    };
  });
}
