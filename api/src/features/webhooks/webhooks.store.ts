// Webhooks and their deliveries as rows.
import type { Database } from '../../db/database.ts';
import { type Statement, statement } from '../../db/statement.ts';

export interface WebhookRow {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly types: readonly string[];
  readonly enabled: boolean;
  readonly disabledAt: number | null;
  readonly disabledBecause: string | null;
  readonly secret: string;
  readonly previousSecret: string | null;
  readonly previousUntil: number | null;
  readonly cursor: number;
  readonly generation: number;
  readonly attempts: number;
  readonly failingSince: number | null;
  readonly nextAttemptAt: number | null;
  readonly lastError: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}
export interface DeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly kind: 'event' | 'replay' | 'test';
  readonly eventId: string | null;
  readonly eventSeq: number | null;
  readonly type: string;
  readonly status: 'pending' | 'retrying' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly responseStatus: number | null;
  readonly error: string | null;
  readonly durationMs: number | null;
  readonly createdAt: number;
  readonly lastAttemptAt: number | null;
  readonly nextAttemptAt: number | null;
}

const WEBHOOK_COLUMNS = `w.id, w.url, w.description, w.types, w.enabled, w.disabled_at, w.disabled_because, w.secret, w.previous_secret,
  w.previous_until, w.cursor, w.generation, w.attempts, w.failing_since, w.next_attempt_at, w.last_error, w.version, w.created_by, w.created_at, w.updated_at`;
// As the index webhook_deliveries_open says it, word for word: one of the two states alone would read all that was ever sent.
const OPEN = "d.status in ('pending','retrying')";
export const DELIVERY_COLUMNS =
  'd.id, d.webhook_id, d.kind, d.event_id, d.event_seq, d.type, d.status, d.attempts, d.response_status, d.error, d.duration_ms, d.created_at, d.last_attempt_at, d.next_attempt_at';

const text = (value: unknown) => (value === null ? null : String(value));
const number = (value: unknown) => (value === null ? null : Number(value));

const decodeWebhook = (r: readonly unknown[]): WebhookRow => ({
  id: String(r[0]),
  url: String(r[1]),
  description: text(r[2]),
  types: JSON.parse(String(r[3])),
  enabled: r[4] === 1,
  disabledAt: number(r[5]),
  disabledBecause: text(r[6]),
  secret: String(r[7]),
  previousSecret: text(r[8]),
  previousUntil: number(r[9]),
  cursor: Number(r[10]),
  generation: Number(r[11]),
  attempts: Number(r[12]),
  failingSince: number(r[13]),
  nextAttemptAt: number(r[14]),
  lastError: text(r[15]),
  version: Number(r[16]),
  createdBy: String(r[17]),
  createdAt: Number(r[18]),
  updatedAt: Number(r[19]),
});
export const decodeDelivery = (r: readonly unknown[]): DeliveryRow => ({
  id: String(r[0]),
  webhookId: String(r[1]),
  kind: r[2] as DeliveryRow['kind'],
  eventId: text(r[3]),
  eventSeq: number(r[4]),
  type: String(r[5]),
  status: r[6] as DeliveryRow['status'],
  attempts: Number(r[7]),
  responseStatus: number(r[8]),
  error: text(r[9]),
  durationMs: number(r[10]),
  createdAt: Number(r[11]),
  lastAttemptAt: number(r[12]),
  nextAttemptAt: number(r[13]),
});

export const allWebhooks: Statement<WebhookRow> = statement(
  `select ${WEBHOOK_COLUMNS} from webhooks w order by w.id`,
  [],
  decodeWebhook,
);
export const webhookById = (id: string) =>
  statement(`select ${WEBHOOK_COLUMNS} from webhooks w where w.id = ?`, [id], decodeWebhook);
export const webhookCount = statement('select count(*) from webhooks', [], (r) => Number(r[0]));
export const deliveryById = (id: string) =>
  statement(`select ${DELIVERY_COLUMNS} from webhook_deliveries d where d.id = ?`, [id], decodeDelivery);

/** The test or replay that is due first, by `isDue`: by now, or further ahead than any wait; index webhook_deliveries_open. */
export const dueOneOff = (webhookId: string, now: number, longestWaitMs: number) =>
  statement(
    `select ${DELIVERY_COLUMNS} from webhook_deliveries d where d.webhook_id = ? and ${OPEN} and d.kind <> 'event' and (d.next_attempt_at <= ? or d.next_attempt_at > ?) order by d.next_attempt_at, d.id limit 1`,
    [webhookId, now, now + longestWaitMs],
    decodeDelivery,
  );
/** When the next test or replay of each webhook is due. */
export const dueOneOffs = statement(
  `select d.webhook_id, min(d.next_attempt_at) from webhook_deliveries d where ${OPEN} and d.kind <> 'event' group by d.webhook_id`,
  [],
  (r) => ({ webhookId: String(r[0]), at: Number(r[1]) }),
);
/** What the line is to try again: the event it is failing on. */
export const retryingDeliveries = (webhookId: string) =>
  statement(
    `select ${DELIVERY_COLUMNS} from webhook_deliveries d where d.webhook_id = ? and ${OPEN} and d.status = 'retrying' and d.kind = 'event'`,
    [webhookId],
    decodeDelivery,
  );

/** The line goes on elsewhere, or past a seq: what it was failing on until there is not tried again by itself. */
export const giveUpRetries = (webhookId: string, until = Number.MAX_SAFE_INTEGER): Statement =>
  statement(
    `update webhook_deliveries as d set status = 'failed', next_attempt_at = null where d.webhook_id = ? and ${OPEN} and d.status = 'retrying' and d.kind = 'event' and d.event_seq <= ?`,
    [webhookId, until],
  );

/** Writes the whole row, new or changed. */
export const saveWebhook = (row: WebhookRow): Statement =>
  statement(
    `insert into webhooks (id, url, description, types, enabled, disabled_at, disabled_because, secret, previous_secret, previous_until, cursor, generation, attempts, failing_since, next_attempt_at, last_error, version, created_by, created_at, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set url = excluded.url, description = excluded.description, types = excluded.types, enabled = excluded.enabled, disabled_at = excluded.disabled_at, disabled_because = excluded.disabled_because, secret = excluded.secret, previous_secret = excluded.previous_secret, previous_until = excluded.previous_until, cursor = excluded.cursor, generation = excluded.generation, attempts = excluded.attempts, failing_since = excluded.failing_since, next_attempt_at = excluded.next_attempt_at, last_error = excluded.last_error, version = excluded.version, updated_at = excluded.updated_at`,
    [
      row.id,
      row.url,
      row.description,
      JSON.stringify(row.types),
      row.enabled ? 1 : 0,
      row.disabledAt,
      row.disabledBecause,
      row.secret,
      row.previousSecret,
      row.previousUntil,
      row.cursor,
      row.generation,
      row.attempts,
      row.failingSince,
      row.nextAttemptAt,
      row.lastError,
      row.version,
      row.createdBy,
      row.createdAt,
      row.updatedAt,
    ],
  );

/** Writes deliveries, new or changed, in one statement. */
export const saveDeliveries = (rows: readonly DeliveryRow[]): Statement =>
  statement(
    `insert into webhook_deliveries (id, webhook_id, kind, event_id, event_seq, type, status, attempts, response_status, error, duration_ms, created_at, last_attempt_at, next_attempt_at)
     select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13 from json_each(?) where true
     on conflict (id) do update set status = excluded.status, attempts = excluded.attempts, response_status = excluded.response_status, error = excluded.error, duration_ms = excluded.duration_ms, last_attempt_at = excluded.last_attempt_at, next_attempt_at = excluded.next_attempt_at`,
    [
      JSON.stringify(
        rows.map((row) => [
          row.id,
          row.webhookId,
          row.kind,
          row.eventId,
          row.eventSeq,
          row.type,
          row.status,
          row.attempts,
          row.responseStatus,
          row.error,
          row.durationMs,
          row.createdAt,
          row.lastAttemptAt,
          row.nextAttemptAt,
        ]),
      ),
    ],
  );

/** How many deliveries are deleted at once: more would hold up everybody else. */
const PIECE = 2_000;
const forget = (which: string, args: readonly (string | number)[]): Statement =>
  statement(
    `delete from webhook_deliveries where id in (select id from webhook_deliveries where ${which} limit ${PIECE}) returning 1`,
    [...args],
  );
/** Deletes a piece of a log at a time, each in a write of its own, until nothing is left of it. */
async function forgetAll(db: Database, piece: Statement): Promise<void> {
  const write = () =>
    db.write({ load: {}, plan: () => ({ statements: [piece], answer: ([gone]) => gone?.length ?? 0 }) });
  while ((await write()) === PIECE);
}

/** The log of a webhook that is about to be deleted. */
export const forgetLog = (db: Database, webhookId: string) => forgetAll(db, forget('webhook_id = ?', [webhookId]));

/** Deliveries that are settled and old. */
export const forgetOldDeliveries = (db: Database, before: number) =>
  forgetAll(db, forget("created_at < ? and status in ('delivered','failed')", [before]));

export const deleteWebhook = (id: string): Statement[] => [
  statement('delete from webhook_deliveries where webhook_id = ?', [id]),
  statement('delete from webhooks where id = ?', [id]),
];

/** Secrets past their rotation. */
export const forgetOldSecrets = (now: number): Statement =>
  statement('update webhooks set previous_secret = null, previous_until = null where previous_until < ?', [now]);
