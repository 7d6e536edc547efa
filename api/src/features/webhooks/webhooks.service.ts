// Setting webhooks up, changing them, and asking for a message again. Sending is the pusher's alone.
import type { z } from '@hono/zod-openapi';
import type { EventType } from '@sidestage/domain';
import { guard } from '../../db/database.ts';
import type { Rows, Statement } from '../../db/statement.ts';
import { eventStatements } from '../../events/append.ts';
import { lastSeq } from '../../events/log.ts';
import { actorText } from '../../http/actor.ts';
import { checkIfMatch, etag } from '../../http/conditional.ts';
import { type Decision, mutate } from '../../http/mutate.ts';
import type { Call, Reply } from '../../http/operation.ts';
import { notFound, Problem } from '../../http/problem.ts';
import { beyond } from '../events/place.ts';
import {
  deliveryOut,
  deliveryView,
  type webhookIn,
  webhookOut,
  type webhookPatch,
  webhookSecretOut,
  webhookView,
} from './webhooks.schemas.ts';
import {
  type DeliveryRow,
  deleteWebhook,
  deliveryById,
  forgetLog,
  giveUpRetries,
  saveDeliveries,
  saveWebhook,
  type WebhookRow,
  webhookById,
  webhookCount,
} from './webhooks.store.ts';

const MOST = 50;

/** `whsec_` and 48 random bytes in base64, 240 random bits among them. */
const newSecret = (call: Call) => `whsec_${Buffer.from(call.deps.secret(48), 'ascii').toString('base64')}`;

function refused(detail: string): never {
  throw new Problem('webhook-address-refused', detail, {
    errors: [{ pointer: '/url', code: 'webhook-address-refused', detail }],
  });
}

/** The sentence why a webhook may not go there, asked of the network before the write takes its turn. */
async function addressRefusal(call: Call, url: string): Promise<string | undefined> {
  const read = call.deps.webhookAddresses.read(url);
  if ('refused' in read) return read.refused;
  const resolved = await call.deps.webhookAddresses.resolve(read.url);
  return 'refused' in resolved ? resolved.refused : undefined;
}

interface Told {
  readonly type: EventType;
  readonly data?: Record<string, unknown>;
}

const told = (call: Call, webhookId: string, ...events: readonly Told[]) =>
  eventStatements(
    call,
    events.map(({ type, data }) => ({ type, data: { webhook_id: webhookId, ...data } })),
  );

export async function createWebhook(call: Call<unknown, unknown, z.output<typeof webhookIn>>): Promise<Reply> {
  const { body, deps, now } = call;
  const refusal = await addressRefusal(call, body.url);
  return mutate(call, {
    load: { last: lastSeq, count: webhookCount },
    plan: ({ last, count }) => {
      if (refusal !== undefined) refused(refusal);
      if ((count[0] ?? 0) >= MOST) throw new Problem('webhooks-full', `There are ${MOST} webhooks already.`);
      const newest = last[0] ?? 0;
      const row: WebhookRow = {
        id: deps.newId('whk'),
        url: body.url,
        description: body.description ?? null,
        types: body.types ?? [],
        enabled: body.enabled ?? true,
        disabledAt: body.enabled === false ? now : null,
        disabledBecause: body.enabled === false ? 'by-hand' : null,
        secret: newSecret(call),
        previousSecret: null,
        previousUntil: null,
        cursor: body.after === undefined ? newest : place(body.after, newest),
        generation: 1,
        attempts: 0,
        failingSince: null,
        nextAttemptAt: null,
        lastError: null,
        version: 1,
        createdBy: actorText(call.actor),
        createdAt: now,
        updatedAt: now,
      };
      return {
        statements: [saveWebhook(row), ...told(call, row.id, { type: 'webhook.created' })],
        status: 201,
        body: { ...webhookView(row, newest, now), secret: row.secret },
        schema: webhookSecretOut,
        headers: { etag: etag(1), location: `/v1/webhooks/${row.id}` },
        secret: true,
      };
    },
  });
}

function place(after: number, newest: number): number {
  if (after <= newest) return after;
  throw beyond(newest, '/after');
}

interface Changed {
  readonly row: Partial<WebhookRow>;
  readonly events: readonly Told[];
  readonly secret?: string;
  readonly statements?: readonly Statement[];
}

/** A change of one webhook; undefined where nothing changes. A new generation stops a sender that started before. */
async function changeWebhook(
  call: Call,
  id: string,
  change: (row: WebhookRow, newest: number) => Changed | undefined,
): Promise<Reply> {
  return mutate(call, {
    load: { row: webhookById(id), last: lastSeq },
    plan: (loaded): Decision => {
      const [row, newest] = found(loaded);
      checkIfMatch(call, row.version, () => webhookView(row, newest, call.now));
      const changed = change(row, newest);
      const next: WebhookRow = changed
        ? {
            ...row,
            ...changed.row,
            version: row.version + 1,
            generation: row.generation + 1,
            updatedAt: call.now,
          }
        : row;
      const shown = webhookView(next, newest, call.now);
      return {
        statements: changed
          ? [
              guard('(select generation from webhooks where id = ?) = ?', [id, row.generation]),
              saveWebhook(next),
              ...(changed.statements ?? []),
              ...told(call, id, ...changed.events),
            ]
          : [],
        status: 200,
        body: changed?.secret ? { ...shown, secret: changed.secret } : shown,
        schema: changed?.secret ? webhookSecretOut : webhookOut,
        headers: { etag: etag(next.version) },
        secret: changed?.secret !== undefined,
      };
    },
  });
}

function found(loaded: Rows<{ row: Statement<WebhookRow>; last: Statement<number> }>): [WebhookRow, number] {
  const row = loaded.row[0];
  if (!row) throw notFound('webhook');
  return [row, loaded.last[0] ?? 0];
}

const HEALTHY = { attempts: 0, failingSince: null, nextAttemptAt: null, lastError: null } as const;

export async function patchWebhook(
  call: Call<unknown, unknown, z.output<typeof webhookPatch>>,
  id: string,
): Promise<Reply> {
  const { body } = call;
  const refusal = body.url === undefined ? undefined : await addressRefusal(call, body.url);
  return changeWebhook(call, id, (row) => {
    if (refusal !== undefined) refused(refusal);
    const next = {
      url: body.url ?? row.url,
      types: body.types ?? row.types,
      description: body.description === undefined ? row.description : body.description,
      enabled: body.enabled ?? row.enabled,
    };
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
      (name) => JSON.stringify(next[name]) !== JSON.stringify(row[name]),
    );
    if (fields.length === 0) return undefined;
    const switched = next.enabled !== row.enabled;
    const switchedOff = switched && !next.enabled;
    const updated = fields.filter((name) => name !== 'enabled' || !switchedOff);
    const otherTypes = fields.includes('types');
    return {
      row: {
        ...next,
        // A new address or a new start is tried at once; so are other types, which may be without the event that failed.
        ...(next.url !== row.url || otherTypes || (switched && next.enabled) ? HEALTHY : {}),
        ...(switched
          ? { disabledAt: next.enabled ? null : call.now, disabledBecause: next.enabled ? null : 'by-hand' }
          : {}),
      },
      events: [
        ...(updated.length > 0 ? [{ type: 'webhook.updated' as const, data: { fields: updated } }] : []),
        ...(switchedOff ? [{ type: 'webhook.disabled' as const, data: { because: 'by-hand' } }] : []),
      ],
      statements: otherTypes || switchedOff ? [giveUpRetries(id)] : [],
    };
  });
}

export const rotateSecret = (call: Call, id: string, keepForS: number): Promise<Reply> =>
  changeWebhook(call, id, (row) => {
    const secret = newSecret(call);
    return {
      row: {
        secret,
        previousSecret: keepForS > 0 ? row.secret : null,
        previousUntil: keepForS > 0 ? call.now + keepForS * 1000 : null,
      },
      events: [{ type: 'webhook.updated', data: { fields: ['secret'] } }],
      secret,
    };
  });

/** Goes on after that seq: back to send again, or forward to skip. */
export const replayFrom = (call: Call, id: string, after: number): Promise<Reply> =>
  changeWebhook(call, id, (_row, newest) => ({
    row: { ...HEALTHY, cursor: place(after, newest) },
    events: [{ type: 'webhook.updated', data: { fields: ['delivered_through'], after } }],
    statements: [giveUpRetries(id)],
  }));

export async function removeWebhook(call: Call, id: string): Promise<Reply> {
  // Most of its log before it, in pieces: what is left for the last write is what came meanwhile.
  await forgetLog(call.deps.db, id);
  return mutate(call, {
    load: { row: webhookById(id) },
    plan: ({ row }) => {
      if (!row[0]) throw notFound('webhook');
      return { statements: [...deleteWebhook(id), ...told(call, id, { type: 'webhook.deleted' })], status: 204 };
    },
  });
}

/** Asks for one message besides the line: a test, or an event once more. */
function oneOff(
  call: Call,
  webhookId: string,
  of: Pick<DeliveryRow, 'kind' | 'eventId' | 'eventSeq' | 'type'>,
): Decision {
  const row: DeliveryRow = {
    id: call.deps.newId('dlv'),
    webhookId,
    ...of,
    status: 'pending',
    attempts: 0,
    responseStatus: null,
    error: null,
    durationMs: null,
    createdAt: call.now,
    lastAttemptAt: null,
    nextAttemptAt: call.now,
  };
  return {
    statements: [guard('exists (select 1 from webhooks where id = ?)', [webhookId]), saveDeliveries([row])],
    status: 202,
    body: deliveryView(row),
    schema: deliveryOut,
    headers: { location: `/v1/webhook-deliveries/${row.id}` },
  };
}

export const testWebhook = (call: Call, id: string): Promise<Reply> =>
  mutate(call, {
    load: { row: webhookById(id) },
    plan: ({ row }) => {
      if (!row[0]) throw notFound('webhook');
      return oneOff(call, id, { kind: 'test', eventId: null, eventSeq: null, type: 'webhook.test' });
    },
  });

export const replayDelivery = (call: Call, id: string): Promise<Reply> =>
  mutate(call, {
    load: { row: deliveryById(id) },
    plan: ({ row }) => {
      const first = row[0];
      if (!first) throw notFound('webhook delivery');
      const { eventId, eventSeq, type } = first;
      return oneOff(call, first.webhookId, { kind: eventId === null ? 'test' : 'replay', eventId, eventSeq, type });
    },
  });
