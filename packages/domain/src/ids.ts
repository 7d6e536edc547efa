// Makes ids: a prefix that says what it names, then 26 characters that sort by time of making.
import { type Clock, systemClock } from './clock.ts';

/** What each prefix names. */
export const ID_PREFIXES = {
  con: 'contact',
  idn: 'identity',
  trn: 'transition',
  int: 'interaction',
  fup: 'follow-up',
  stf: 'staff member',
  inv: 'invitation',
  ses: 'session',
  key: 'API key',
  evt: 'event',
  req: 'request',
  lnk: 'conversation link',
  mrg: 'merge',
  ndp: 'pair that is no duplicate',
  whk: 'webhook',
  dlv: 'webhook delivery',
  op: 'queued operation',
  bat: 'batch',
  pub: 'publication of a lifecycle',
  imp: 'import',
  scr: 'script',
  hnd: 'handover',
} as const;

export type IdPrefix = keyof typeof ID_PREFIXES;

/** Fills the array it is given with random bytes. */
export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_DIGITS = 16;

const systemRandom: RandomSource = (bytes) => {
  crypto.getRandomValues(bytes);
};

type Last = { ms: number; time: string; digits: Uint8Array<ArrayBuffer> };

/** One run of ids per clock, so that a test's fixed clock never bends the order of the real ones. */
const lasts = new WeakMap<Clock, Last>();

/** A new id such as `con_01k…`; ids made by one process under one clock sort in the order they were made. */
export function newId(prefix: IdPrefix, clock: Clock = systemClock, random: RandomSource = systemRandom): string {
  let last = lasts.get(clock);
  if (!last) {
    last = { ms: -1, time: '', digits: new Uint8Array(RANDOM_DIGITS) };
    lasts.set(clock, last);
  }
  const now = clock.now();
  // A clock that was set back keeps the last millisecond: order matters more than the time in the id.
  if (now > last.ms) startMillisecond(last, now, random);
  else if (!increment(last.digits)) startMillisecond(last, last.ms + 1, random);
  let body = '';
  for (const digit of last.digits) body += ALPHABET[digit];
  return `${prefix}_${last.time}${body}`;
}

/** An id that nothing sorts by and nothing is named after: of a window, of a message between two scripts. */
export const randomId = (): string => crypto.randomUUID();

function startMillisecond(last: Last, ms: number, random: RandomSource): void {
  last.ms = ms;
  last.time = encodeTime(ms);
  random(last.digits);
  for (let i = 0; i < RANDOM_DIGITS; i++) last.digits[i] = (last.digits[i] ?? 0) & 31;
}

function encodeTime(ms: number): string {
  let rest = ms;
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function increment(digits: Uint8Array): boolean {
  for (let i = RANDOM_DIGITS - 1; i >= 0; i--) {
    const digit = digits[i] ?? 0;
    if (digit < 31) {
      digits[i] = digit + 1;
      return true;
    }
    digits[i] = 0;
  }
  return false;
}
