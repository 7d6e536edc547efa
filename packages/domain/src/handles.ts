// One spelling per handle: what is stored, compared and unique. Phone parsing is a port, so nothing is imported.
import { findChannel } from './channels.ts';

/** Reads a phone number as E.164; one without `+` as of the region (ISO 3166, such as `CN`). Undefined if it is no number. */
export type PhonePort = (raw: string, region: string | undefined) => string | undefined;

/** A handle as somebody gives it. `scope` sets apart equal handles of different places, such as ids of two systems. */
export type HandleInput = { readonly channel: string; readonly scope?: string | undefined; readonly handle: string };

/** What reading a handle depends on besides it: the phone parser, and the region (ISO 3166) of numbers without `+`. */
export type HandleContext = { readonly phone: PhonePort; readonly region?: string | undefined };

/** Why a handle cannot be read; all of them are problem codes. */
export type HandleFaultCode = 'handle-malformed' | 'phone-region-needed' | 'channel-unknown' | 'handle-too-long';

/** A handle in the one spelling that is stored and compared. */
export type NormalisedHandle = {
  readonly ok: true;
  readonly channel: string;
  /** Empty where the channel's handles are unique without one. */
  readonly scope: string;
  readonly handle: string;
  /** The handle as it was written, cleaned of spaces and invisible marks around it. */
  readonly display: string;
};

/** What is wrong with a handle, and in which of its fields; `detail` is a sentence for people. */
export type HandleFault = {
  readonly ok: false;
  readonly code: HandleFaultCode;
  readonly detail: string;
  readonly field: 'channel' | 'scope' | 'handle';
};

const OPAQUE_LIMIT = 200;
const EMAIL_LIMIT = 254;
const LOCAL_LIMIT = 64;
const JID_LIMIT = 1023;
/** A longer text is refused unread, because normalising can make a text 18 times longer. */
const RAW_LIMIT = 2048;

const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
const FORBIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
const EMAIL_LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const HOST = /^(?!-)[\p{L}\p{N}\p{M}_-]{1,63}(?<!-)(?:\.(?!-)[\p{L}\p{N}\p{M}_-]{1,63}(?<!-))*$/u;
const JID_LOCAL = /^[^\s\p{C}"&'/:<>@]+$/u;
const E164 = /^\+[1-9]\d{6,14}$/;
const EXTENSION = /(?:ext(?:ension)?\.?|;ext=|x|#|,|分机|转)\s*\d+$/i;

/** The one spelling of a handle on its channel, or what is wrong with it and where. */
export function normaliseHandle(input: HandleInput, context: HandleContext): NormalisedHandle | HandleFault {
  const channel = findChannel(input.channel);
  if (!channel) return fault('channel-unknown', `There is no channel "${input.channel.slice(0, 40)}".`, 'channel');
  const scope = cleanText(input.scope ?? '');
  if (scope === undefined)
    return fault('handle-malformed', 'The scope holds characters that cannot be stored.', 'scope');
  if (longerThan(scope, OPAQUE_LIMIT)) return fault('handle-too-long', 'A scope has at most 200 characters.', 'scope');
  if (input.handle.length > RAW_LIMIT) return fault('handle-too-long', 'This is far too long for one handle.');
  const raw = cleanText(input.handle);
  if (raw === undefined) return fault('handle-malformed', 'The handle holds characters that cannot be stored.');
  if (raw === '') return fault('handle-malformed', 'The handle is empty.');
  const read = READERS[input.channel === 'whatsapp' ? 'whatsapp' : channel.handleKind](raw, context);
  return 'code' in read ? read : { ok: true, channel: channel.key, scope, ...read };
}

type Read = { handle: string; display: string } | HandleFault;

const READERS: Record<
  'email' | 'phone' | 'jid' | 'opaque' | 'whatsapp',
  (raw: string, context: HandleContext) => Read
> = { email: readEmail, phone: readPhone, jid: readJid, opaque: readOpaque, whatsapp: readWhatsapp };

function readEmail(raw: string): Read {
  const handle = lower(raw);
  if (longerThan(handle, EMAIL_LIMIT)) return fault('handle-too-long', 'An email address has at most 254 characters.');
  const at = handle.lastIndexOf('@');
  const local = handle.slice(0, Math.max(at, 0));
  const domain = handle.slice(at + 1);
  // A host without a dot is taken for a typing error, except localhost, which is somebody's own mail server.
  const isHost = HOST.test(domain) && (domain.includes('.') || domain === 'localhost');
  if (at < 1 || longerThan(local, LOCAL_LIMIT) || !EMAIL_LOCAL.test(local) || !isHost)
    return fault('handle-malformed', 'This is not one email address such as ana@example.com.');
  return { handle, display: raw };
}

function readPhone(raw: string, context: HandleContext): Read {
  const text = raw.replace(/^tel:/i, '').replace(/\p{Cf}/gu, '');
  if (longerThan(text, OPAQUE_LIMIT)) return fault('handle-too-long', 'This is far too long for a phone number.');
  if (EXTENSION.test(text))
    return fault('handle-malformed', 'A phone number is kept without extension; put the extension into a note.');
  const international = text.startsWith('+');
  if (!international && context.region === undefined)
    return fault('phone-region-needed', 'Start the number with + and its country code, or set the default region.');
  const handle = context.phone(text, international ? undefined : context.region);
  if (handle === undefined || !E164.test(handle))
    return fault('handle-malformed', 'This is not a phone number that exists in its country.');
  return { handle, display: handle };
}

/** WhatsApp names people by phone, or by a `…@lid` number where the phone is hidden. */
function readWhatsapp(raw: string, context: HandleContext): Read {
  const text = lower(raw);
  const jid = /^(\d{5,20})(?::\d+)?@(c\.us|s\.whatsapp\.net|lid)$/.exec(text);
  if (jid?.[2] === 'lid') return { handle: `${jid[1]}@lid`, display: `${jid[1]}@lid` };
  if (jid) return readPhone(`+${jid[1]}`, context);
  if (text.includes('@')) return fault('handle-malformed', 'This WhatsApp address is not that of one person.');
  return readPhone(raw, context);
}

function readJid(raw: string): Read {
  const bare = raw.replace(/^xmpp:/i, '').split('/', 1)[0] ?? '';
  const handle = lower(bare);
  if (longerThan(handle, JID_LIMIT)) return fault('handle-too-long', 'A chat address has at most 1023 characters.');
  const [local = '', domain = '', ...rest] = handle.split('@');
  if (rest.length > 0 || !JID_LOCAL.test(local) || !HOST.test(domain))
    return fault('handle-malformed', 'This is not a chat address such as ana@example.com.');
  return { handle, display: bare };
}

function readOpaque(raw: string): Read {
  if (longerThan(raw, OPAQUE_LIMIT)) return fault('handle-too-long', 'A handle has at most 200 characters.');
  return { handle: raw, display: raw };
}

function fault(code: HandleFaultCode, detail: string, field: HandleFault['field'] = 'handle'): HandleFault {
  return { ok: false, code, detail, field };
}

/** The text in NFKC without the invisible characters that pages put around handles; undefined if control characters remain. */
function cleanText(text: string): string | undefined {
  if (!text.isWellFormed()) return undefined;
  const cleaned = text.normalize('NFKC').replace(EDGES, '');
  return FORBIDDEN.test(cleaned) ? undefined : cleaned;
}

/** Lower case can leave NFKC (Greek Ϊ with an accent), so it is normalised once more: reading a handle twice changes nothing. */
function lower(text: string): string {
  return text.toLowerCase().normalize('NFKC');
}

function longerThan(text: string, limit: number): boolean {
  return text.length > limit && [...text].length > limit;
}

const NO_REPLY =
  /(?:^|[+._-])(?:(?:no|donot|do[._-]not|dont|never)[._-]?reply|mailer-?daemon|postmaster|bounces?|auto-?(?:reply|mated|responder)|notifications?)(?:$|[+._-])/;

/** Whether nobody reads this email address (no-reply and the like), so that it is never taken for the customer's. */
export function isNoReply(email: string): boolean {
  const local = email.trim().toLowerCase().split('@', 1)[0] ?? '';
  return NO_REPLY.test(local);
}
