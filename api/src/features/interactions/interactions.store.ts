// Interactions: what happened with a person, as rows.
import { type Statement, statement, textOrNull, type Value } from '../../db/statement.ts';

export interface InteractionRow {
  readonly id: string;
  readonly contactId: string;
  readonly kind: string;
  readonly direction: string;
  readonly occurredAt: number;
  readonly summary: string;
  readonly channel: string | null;
  readonly purpose: string | null;
  readonly actor: string;
  readonly createdAt: number;
}
export const INTERACTION_COLUMNS =
  'n.id, n.contact_id, n.kind, n.direction, n.occurred_at, n.summary, n.channel, n.purpose, n.actor, n.created_at';
export const decodeInteraction = (r: readonly unknown[]): InteractionRow => ({
  id: String(r[0]),
  contactId: String(r[1]),
  kind: String(r[2]),
  direction: String(r[3]),
  occurredAt: Number(r[4]),
  summary: String(r[5]),
  channel: textOrNull(r[6]),
  purpose: textOrNull(r[7]),
  actor: String(r[8]),
  createdAt: Number(r[9]),
});

export const insertInteraction = (row: InteractionRow): Statement =>
  statement(
    'insert into interactions (id, contact_id, kind, direction, occurred_at, summary, channel, purpose, actor, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      row.id,
      row.contactId,
      row.kind,
      row.direction,
      row.occurredAt,
      row.summary,
      row.channel,
      row.purpose,
      row.actor,
      row.createdAt,
    ],
  );

/** Newest first, from a place in the list on; index interactions_contact. */
export const interactionsBefore = (contactId: string, place: readonly Value[] | undefined, limit: number) =>
  statement(
    `select ${INTERACTION_COLUMNS} from interactions n where n.contact_id = ? and (n.occurred_at, n.id) < (?, ?) order by n.occurred_at desc, n.id desc limit ?`,
    [contactId, place?.[0] ?? Number.MAX_SAFE_INTEGER, place?.[1] ?? '~', limit],
    decodeInteraction,
  );

/** What warms a contact and what health is judged by: every interaction, without its words; index interactions_contact. */
export const warmthOf = (contactId: string) =>
  statement('select kind, direction, occurred_at from interactions where contact_id = ?', [contactId], (r) => ({
    kind: String(r[0]),
    direction: String(r[1]),
    occurredAt: Number(r[2]),
  }));
