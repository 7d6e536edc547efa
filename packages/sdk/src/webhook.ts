// Verifies that a webhook is ours (Standard Webhooks, signature v1) before anybody believes a word of it.
import { systemClock } from './client.ts';
import type { SidestageEvent } from './event-stream.ts';

/** The event as `GET /v1/events` tells it, with `timestamp` for those who know Standard Webhooks only. */
export type WebhookEvent = SidestageEvent & { timestamp: string };

/** `code` says why: nothing in the message may be used. */
export class WebhookRefused extends Error {
  readonly code: 'headers-missing' | 'timestamp-malformed' | 'too-old' | 'too-new' | 'signature-wrong';

  constructor(code: WebhookRefused['code'], message: string) {
    super(message);
    this.name = 'WebhookRefused';
    this.code = code;
  }
}

export interface WebhookMessage {
  /** As it came: a `Headers`, or an object with lower-case names. */
  headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
  /** The body's bytes or text as they came, not parsed and written again. */
  body: string | Uint8Array;
}

export interface VerifyOptions {
  /** `whsec_…`; several while a secret is being replaced. */
  secret: string | readonly string[];
  /** How far the sender's clock may be from ours; 300 s unless told. */
  toleranceS?: number;
  clock?: { now(): number };
}

/** The event, or a thrown {@link WebhookRefused}. Messages come at least once: remember `event.id` and skip what you have seen. */
export async function verifyWebhook(message: WebhookMessage, options: VerifyOptions): Promise<WebhookEvent> {
  const id = headerOf(message.headers, 'webhook-id');
  const timestamp = headerOf(message.headers, 'webhook-timestamp');
  const signatures = headerOf(message.headers, 'webhook-signature');
  if (!id || !timestamp || !signatures)
    throw new WebhookRefused('headers-missing', 'webhook-id, webhook-timestamp and webhook-signature are needed.');
  checkTime(timestamp, options);
  const encoder = new TextEncoder();
  const body = typeof message.body === 'string' ? encoder.encode(message.body) : message.body;
  const head = encoder.encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.length);
  signed.set(head);
  signed.set(body, head.length);
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [bytesOf(one.slice(3))] : []));
  for (const secret of [options.secret].flat()) {
    const raw = bytesOf(secret.replace(/^whsec_/, ''));
    // Anybody can guess an empty key.
    if (raw === undefined || raw.length < 16) throw new TypeError('A webhook secret is whsec_ and base64.');
    const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    // The platform compares in constant time.
    for (const signature of given)
      if (signature && (await crypto.subtle.verify('HMAC', key, signature, signed)))
        return JSON.parse(new TextDecoder().decode(body)) as WebhookEvent;
  }
  throw new WebhookRefused('signature-wrong', 'No signature fits: the secret is another, or the message was changed.');
}

function checkTime(timestamp: string, options: VerifyOptions): void {
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookRefused('timestamp-malformed', 'webhook-timestamp is no number.');
  const apart = (options.clock ?? systemClock).now() / 1000 - Number(timestamp);
  const tolerance = options.toleranceS ?? 300;
  if (apart > tolerance) throw new WebhookRefused('too-old', 'The message was sent too long ago.');
  if (-apart > tolerance) throw new WebhookRefused('too-new', 'The message comes from the future: check the clock.');
}

function headerOf(headers: WebhookMessage['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return Array.isArray(value) ? value.join(' ') : value;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
