// Standard Webhooks: the headers of a message, signed with each secret that is valid now.
import { createHmac } from 'node:crypto';
import type { WebhookRow } from './webhooks.store.ts';

export function signedHeaders(row: WebhookRow, messageId: string, body: string, now: number): Record<string, string> {
  const timestamp = Math.floor(now / 1000);
  const previous = row.previousSecret !== null && (row.previousUntil ?? 0) > now ? [row.previousSecret] : [];
  const signatures = [row.secret, ...previous].map((secret) => {
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${messageId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
