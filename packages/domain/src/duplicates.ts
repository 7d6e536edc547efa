// What two contacts must have in common to be looked at as one person: pure, exact comparison of folded values, no guessing.
import { findChannel } from './channels.ts';

/** Why two contacts may be one person, strongest first. Of a family only the strongest reason that holds is shown. */
export const DUPLICATE_REASONS = {
  'same-phone': { family: 'phone', weight: 3 },
  'same-email': { family: 'email', weight: 3 },
  'same-external-id': { family: 'handle', weight: 3 },
  'same-handle': { family: 'handle', weight: 2 },
  'same-email-name': { family: 'email', weight: 2 },
  'same-name-and-company': { family: 'name', weight: 2 },
  'transposed-name-and-company': { family: 'name', weight: 2 },
  'shared-handle': { family: 'shared', weight: 1 },
} as const;

export type DuplicateReason = keyof typeof DUPLICATE_REASONS;
export const DUPLICATE_REASON_CODES = Object.keys(DUPLICATE_REASONS) as readonly DuplicateReason[];

export const STRENGTHS = ['weak', 'likely', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** The strength of a level: 1 weak, 2 likely, 3 strong; anything outside counts as the nearest. */
export const strengthOf = (level: number): Strength => STRENGTHS[Math.min(Math.max(level, 1), 3) - 1] ?? 'weak';
/** The level of a strength, 1 to 3. */
export const levelOf = (strength: Strength): number => STRENGTHS.indexOf(strength) + 1;

/** 0 to 3: the weight of the best reason, and one more if there are reasons of several families, which do not imply each other. */
export function levelOfReasons(codes: Iterable<DuplicateReason>): number {
  const reasons = [...codes].map((code) => DUPLICATE_REASONS[code]);
  const best = Math.max(0, ...reasons.map((one) => one.weight));
  return Math.min(3, best + (new Set(reasons.map((one) => one.family)).size > 1 ? 1 : 0));
}

/** The reasons to show, strongest first: one of each family, because the others follow from it. */
export function toldReasons<T>(reasons: readonly T[], codeOf: (one: T) => DuplicateReason): T[] {
  const rank = (one: T) => DUPLICATE_REASON_CODES.indexOf(codeOf(one));
  const told = new Set<string>();
  return [...reasons]
    .sort((a, b) => rank(a) - rank(b))
    .filter((one) => {
      const { family } = DUPLICATE_REASONS[codeOf(one)];
      return !told.has(family) && told.add(family);
    });
}

/** A value that more people share than this identifies nobody: a switchboard, a form's default, a common name in a large company. */
export const CROWD = 20;

export interface DuplicateKey {
  readonly reason: DuplicateReason;
  /** Folded so that equal means the same; personal text, to be hashed before it is kept. */
  readonly value: string;
  /** What the value was read from: a channel, or `name`. */
  readonly kind: string;
  /** From a handle several people share, which is weak evidence. */
  readonly shared: boolean;
}

export interface Comparable {
  readonly displayName: string;
  readonly company: string | null;
  readonly identities: readonly {
    readonly channel: string;
    readonly scope: string;
    readonly handle: string;
    readonly shared: boolean;
  }[];
}

/** Every value of a contact that another contact may have too; each reason and value once. */
export function duplicateKeys(contact: Comparable): DuplicateKey[] {
  const found = new Map<string, DuplicateKey>();
  const keys = [...contact.identities.flatMap(keysOfIdentity), ...keysOfName(contact.displayName, contact.company)];
  for (const key of keys) {
    const name = `${key.reason} ${key.value}`;
    const known = found.get(name);
    // One's own handle says more than one that is shared; then the order of names decides, so that the answer is always the same.
    if (known && (known.shared === key.shared ? known.kind <= key.kind : key.shared)) continue;
    found.set(name, key);
  }
  return [...found.values()];
}

function keysOfIdentity(identity: Comparable['identities'][number]): DuplicateKey[] {
  const { channel, scope, handle, shared } = identity;
  const key = (reason: DuplicateReason, value: string) => ({ reason, value, kind: channel, shared });
  const kind = findChannel(channel)?.handleKind;
  if (kind === 'phone' && handle.startsWith('+')) return [key('same-phone', handle)];
  if (kind === 'email') {
    const mailbox = mailboxOf(handle);
    if (mailbox === undefined) return [];
    const name = nameInHouse(mailbox);
    return [key('same-email', mailbox), ...(name === undefined ? [] : [key('same-email-name', name)])];
  }
  // Ids of other systems are compared without case here: the unique index keeps `Ab1` and `AB1` apart, though people mix them up.
  const value = [channel, fold(scope), handle.toLowerCase()].join('\n');
  return [key(channel === 'external' ? 'same-external-id' : 'same-handle', value)];
}

/** Domains that deliver into the mailbox of another. */
const ALIASES: Readonly<Record<string, string>> = {
  'googlemail.com': 'gmail.com',
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
};

/** The mailbox an address delivers to: no +tag, no dots at Gmail, one spelling per domain. */
export function mailboxOf(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  if (at < 1) return undefined;
  const host = email.slice(at + 1);
  const domain = ALIASES[host] ?? host;
  const tagged = email.slice(0, at);
  const plus = tagged.indexOf('+');
  const bare = plus > 0 ? tagged.slice(0, plus) : tagged;
  const local = domain === 'gmail.com' ? bare.replaceAll('.', '') : bare;
  return `${local === '' ? bare : local}@${domain}`;
}

/** Where anybody gets an address: the same name at two of them is two people. */
const ANYBODY = new Set(
  'gmail icloud proton outlook hotmail live msn yahoo ymail aol gmx web mail email inbox qq foxmail 163 126 yeah sina sohu 139 189 wo aliyun 21cn tom naver daum hanmail yandex zoho fastmail tutanota orange free laposte libero'.split(
    ' ',
  ),
);
/** Addresses of an office, not of a person. */
const OFFICES = new Set(
  'info sales office contact admin hello hi support service services help team mail marketing hr jobs press billing accounts account finance purchase purchasing procurement order orders export import kefu market webmaster postmaster noreply no-reply'.split(
    ' ',
  ),
);
/** Second levels that belong to the country, as in .com.cn and .co.uk. */
const SECOND_LEVELS = new Set(['com', 'co', 'net', 'org', 'gov', 'edu', 'ac', 'or', 'ne']);

/** `zhang.wei@lumen` of zhang.wei@mail.lumen.com.cn: the same name in a house that has several domains. */
function nameInHouse(mailbox: string): string | undefined {
  const at = mailbox.lastIndexOf('@');
  const local = mailbox.slice(0, at);
  const labels = mailbox.slice(at + 1).split('.');
  const country = labels.at(-1)?.length === 2;
  labels.pop();
  if (country && labels.length > 1 && SECOND_LEVELS.has(labels.at(-1) ?? '')) labels.pop();
  const house = labels.at(-1);
  if (house === undefined || house === '' || ANYBODY.has(house) || OFFICES.has(local)) return undefined;
  return `${local}@${house}`;
}

/** Text without case, accents, width and punctuation; words apart by one space. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const COMPANY_FORMS =
  /(?:\s+(?:co|ltd|limited|inc|incorporated|corp|corporation|company|llc|llp|plc|gmbh|ag|kg|sa|sl|srl|spa|bv|nv|oy|ab|as|pty|pte|kk))+$/;
const CHINESE_FORMS = /(?:股份|集团|有限|责任|公司)+$/;

/** A company without its legal form. */
function foldCompany(company: string): string {
  const folded = fold(company);
  const bare = folded.replace(COMPANY_FORMS, '').replaceAll(' ', '').replace(CHINESE_FORMS, '');
  return bare === '' ? folded.replaceAll(' ', '') : bare;
}

/** A name says something only beside a company, and only where it has a family name: two words, or two Chinese characters. */
function keysOfName(displayName: string, company: string | null): DuplicateKey[] {
  const house = company === null ? '' : foldCompany(company);
  const words = fold(displayName).split(' ').filter(Boolean);
  // Chinese names are compared by their characters, however they are spaced; never by how they sound.
  const parts =
    words.length > 0 && words.every((word) => /^\p{Script=Han}+$/u.test(word)) ? [...words.join('')] : words;
  if (house === '' || parts.length < 2) return [];
  const key = (reason: DuplicateReason, name: string) => ({
    reason,
    value: `${name}\n${house}`,
    kind: 'name',
    shared: false,
  });
  return [
    key('same-name-and-company', parts.join(' ')),
    key('transposed-name-and-company', [...parts].sort().join(' ')),
  ];
}
