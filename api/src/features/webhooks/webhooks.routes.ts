// /v1/webhooks and /v1/webhook-deliveries
import { z } from '@hono/zod-openapi';
import { statement } from '../../db/statement.ts';
import { lastSeq } from '../../events/log.ts';
import { etag } from '../../http/conditional.ts';
import { decodeCursor, page, pageReply } from '../../http/cursor.ts';
import { operation } from '../../http/operation.ts';
import { notFound } from '../../http/problem.ts';
import { idParam, pageOf } from '../../http/schemas.ts';
import {
  deliveryOut,
  deliveryQuery,
  deliveryView,
  messageOut,
  replayIn,
  rotateIn,
  webhookIn,
  webhookOut,
  webhookPatch,
  webhookSecretOut,
  webhookView,
} from './webhooks.schemas.ts';
import {
  createWebhook,
  patchWebhook,
  removeWebhook,
  replayDelivery,
  replayFrom,
  rotateSecret,
  testWebhook,
} from './webhooks.service.ts';
import { allWebhooks, DELIVERY_COLUMNS, decodeDelivery, deliveryById, webhookById } from './webhooks.store.ts';

const area = 'data';
const scope = 'webhooks:write';
const ROTATION_S = 86_400;

export const webhookOperations = [
  operation(
    {
      id: 'listWebhooks',
      method: 'get',
      path: '/v1/webhooks',
      area,
      scope,
      summary: 'Webhooks, and how far each has come',
      replies: {
        200: { description: 'All of them', schema: z.object({ data: z.array(webhookOut) }).openapi('Webhooks') },
      },
    },
    async (call) => {
      const { rows, last } = await call.deps.db.read({ rows: allWebhooks, last: lastSeq });
      return { status: 200, body: { data: rows.map((row) => webhookView(row, last[0] ?? 0, call.now)) } };
    },
  ),
  operation(
    {
      id: 'createWebhook',
      method: 'post',
      path: '/v1/webhooks',
      area,
      scope,
      summary: 'Have events sent to an address',
      description:
        'Messages are signed by Standard Webhooks with the secret in this answer, which is shown nowhere else. Each event is sent at least once, in order per webhook, with its id as `webhook-id`; its body is a WebhookMessage. It has arrived when the receiver says 2xx within 15 s. What fails is tried again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, up to a fifth later and not before a `Retry-After` of up to a day has passed, and everything after it waits; then the webhook is switched off and says why. A receiver that says 410 is switched off at once. Redirects are not followed.',
      body: webhookIn,
      sends: { name: 'event', summary: 'An event, as the feed tells it', schema: messageOut },
      replies: { 201: { description: 'Set up', schema: webhookSecretOut } },
      problems: ['webhook-address-refused', 'webhooks-full', 'secret-not-repeatable'],
    },
    createWebhook,
  ),
  operation(
    {
      id: 'getWebhook',
      method: 'get',
      path: '/v1/webhooks/{id}',
      area,
      scope,
      summary: 'One webhook',
      params: idParam,
      replies: { 200: { description: 'The webhook', schema: webhookOut } },
    },
    async (call) => {
      const { row, last } = await call.deps.db.read({ row: webhookById(call.params.id), last: lastSeq });
      if (!row[0]) throw notFound('webhook');
      return {
        status: 200,
        body: webhookView(row[0], last[0] ?? 0, call.now),
        headers: { etag: etag(row[0].version) },
      };
    },
  ),
  operation(
    {
      id: 'updateWebhook',
      method: 'patch',
      path: '/v1/webhooks/{id}',
      area,
      scope,
      summary: 'Change a webhook (merge-patch)',
      description:
        'Switched on again, it goes on where it stopped. To go on elsewhere, replay from a seq. With another address or other types a failing webhook tries at once. A message under way is not called back.',
      params: idParam,
      body: webhookPatch,
      ifMatch: 'optional',
      replies: { 200: { description: 'As it is now', schema: webhookOut } },
      problems: ['webhook-address-refused', 'version-mismatch'],
    },
    async (call) => patchWebhook(call, call.params.id),
  ),
  operation(
    {
      id: 'deleteWebhook',
      method: 'delete',
      path: '/v1/webhooks/{id}',
      area,
      scope,
      summary: 'Remove a webhook and its log',
      params: idParam,
      replies: { 204: { description: 'Removed' } },
    },
    async (call) => removeWebhook(call, call.params.id),
  ),
  operation(
    {
      id: 'rotateWebhookSecret',
      method: 'post',
      path: '/v1/webhooks/{id}/rotate-secret',
      area,
      scope,
      summary: 'Replace the secret',
      description:
        'Messages carry both signatures until the old secret runs out, so no receiver misses one. Only the last secret is kept so: replaced twice, the first is no longer valid.',
      params: idParam,
      body: rotateIn,
      bodyOptional: true,
      ifMatch: 'optional',
      replies: { 200: { description: 'With the new secret', schema: webhookSecretOut } },
      problems: ['version-mismatch', 'secret-not-repeatable'],
    },
    async (call) => rotateSecret(call, call.params.id, call.body?.keep_previous_for_s ?? ROTATION_S),
  ),
  operation(
    {
      id: 'testWebhook',
      method: 'post',
      path: '/v1/webhooks/{id}/test',
      area,
      scope,
      summary: 'Send one message of type webhook.test',
      description:
        'Tried once, also while the webhook is switched off, besides the line. Its body is a WebhookMessage with the seq 0 and the id of the delivery. Read the delivery to see how it went.',
      params: idParam,
      replies: { 202: { description: 'It will be sent', schema: deliveryOut } },
    },
    async (call) => testWebhook(call, call.params.id),
  ),
  operation(
    {
      id: 'replayWebhook',
      method: 'post',
      path: '/v1/webhooks/{id}/replay',
      area,
      scope,
      summary: 'Go on after a seq',
      description:
        'Back, to send again what was sent (with the same `webhook-id`, so receivers can tell); forward, to skip. A failing webhook tries at once.',
      params: idParam,
      body: replayIn,
      ifMatch: 'optional',
      replies: { 200: { description: 'As it is now', schema: webhookOut } },
      problems: ['version-mismatch'],
    },
    async (call) => replayFrom(call, call.params.id, call.body.after),
  ),
  operation(
    {
      id: 'listWebhookDeliveries',
      method: 'get',
      path: '/v1/webhooks/{id}/deliveries',
      area,
      scope,
      summary: 'What was sent, newest first',
      description: 'Kept for 30 days. Without the messages themselves: the event log has what they said.',
      params: idParam,
      query: deliveryQuery,
      replies: { 200: { description: 'One page', schema: pageOf(deliveryOut).openapi('WebhookDeliveryPage') } },
      problems: ['cursor-invalid'],
    },
    async (call) => {
      const { limit = 50, cursor, status = null } = call.query;
      const binding = ['deliveries', call.params.id, status];
      const after = decodeCursor(binding, cursor, 1)?.[0] ?? '~';
      const { row, rows } = await call.deps.db.read({
        row: webhookById(call.params.id),
        rows: statement(
          `select ${DELIVERY_COLUMNS} from webhook_deliveries d where d.webhook_id = ? and (? is null or d.status = ?) and d.id < ? order by d.id desc limit ?`,
          [call.params.id, status, status, after, limit + 1],
          decodeDelivery,
        ),
      });
      if (!row[0]) throw notFound('webhook');
      return pageReply(
        page(rows, limit, binding, (one) => [one.id]),
        deliveryView,
        `/v1/webhooks/${call.params.id}/deliveries`,
        call.query,
      );
    },
  ),
  operation(
    {
      id: 'getWebhookDelivery',
      method: 'get',
      path: '/v1/webhook-deliveries/{id}',
      area,
      scope,
      summary: 'One delivery',
      params: idParam,
      replies: { 200: { description: 'The delivery', schema: deliveryOut } },
    },
    async (call) => {
      const row = (await call.deps.db.read({ row: deliveryById(call.params.id) })).row[0];
      if (!row) throw notFound('webhook delivery');
      return { status: 200, body: deliveryView(row) };
    },
  ),
  operation(
    {
      id: 'replayWebhookDelivery',
      method: 'post',
      path: '/v1/webhook-deliveries/{id}/replay',
      area,
      scope,
      summary: 'Send one message again',
      description:
        'Besides the line, also while the webhook is switched off: it does not wait for what is failing, and holds nothing up. It is tried again like an event; when all tries failed, or the receiver says 410, the webhook stays as it is.',
      params: idParam,
      replies: { 202: { description: 'It will be sent', schema: deliveryOut } },
    },
    async (call) => replayDelivery(call, call.params.id),
  ),
];
