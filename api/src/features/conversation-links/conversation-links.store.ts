// What is remembered of a conversation that shows only a name: one row a person and verdict.
import { type Statement, statement, textOrNull } from '../../db/statement.ts';

export interface LinkRow {
  readonly id: string;
  readonly channel: string;
  readonly scope: string;
  readonly conversationKey: string;
  readonly contactId: string;
  readonly verdict: string;
  readonly createdBy: string;
  readonly createdAt: number;
}
const COLUMNS = 'id, channel, scope, conversation_key, contact_id, verdict, created_by, created_at';
const decode = (r: readonly unknown[]): LinkRow => ({
  id: String(r[0]),
  channel: String(r[1]),
  scope: String(r[2]),
  conversationKey: String(r[3]),
  contactId: String(r[4]),
  verdict: String(r[5]),
  createdBy: String(r[6]),
  createdAt: Number(r[7]),
});

/** With the owners of the people they speak of. */
export const linksOf = (channel: string, scope: string, conversationKey: string) =>
  statement(
    `select ${COLUMNS}, (select c.owner_id from contacts c where c.id = contact_id) from conversation_links where channel = ? and scope = ? and conversation_key = ? order by created_at`,
    [channel, scope, conversationKey],
    (r) => ({ ...decode(r), ownerId: textOrNull(r[8]) }),
  );
export const linkById = (id: string) =>
  statement(`select ${COLUMNS} from conversation_links where id = ?`, [id], decode);

export const insertLink = (row: LinkRow): Statement =>
  statement(`insert into conversation_links (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)`, [
    row.id,
    row.channel,
    row.scope,
    row.conversationKey,
    row.contactId,
    row.verdict,
    row.createdBy,
    row.createdAt,
  ]);
export const deleteLink = (id: string): Statement => statement('delete from conversation_links where id = ?', [id]);
