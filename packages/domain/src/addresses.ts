// Which network addresses are the open internet, and which belong to somebody's inside: a webhook may only go to the former.

/** 4 bytes, or 16 for IPv6; an IPv4 address written as IPv6 (`::ffff:…`) is its 4 bytes. */
export type AddressBytes = readonly number[];

/** A range of addresses: those that share the first `prefix` bits of `bytes`. */
export interface AddressRange {
  readonly bytes: AddressBytes;
  readonly prefix: number;
}

/** Reads a dotted IPv4 or an IPv6 address without zone; undefined for anything else. */
export function parseAddress(text: string): AddressBytes | undefined {
  const bytes = text.includes(':') ? parseV6(text) : parseV4(text);
  return bytes?.length === 16 && isWithin(bytes, MAPPED) ? bytes.slice(12) : bytes;
}

/**
 * Reads `10.0.0.0/8` or `fd00::/8`; a lone address is a range of one. Bits after the prefix must be zero. A range of IPv4 addresses
 * written as IPv6 is that of the IPv4 addresses, as each of them is.
 */
export function parseRange(text: string): AddressRange | undefined {
  const written = readRange(text);
  if (written?.bytes.length !== 16 || written.prefix < MAPPED.prefix || !isWithin(written.bytes, MAPPED))
    return written;
  return { bytes: written.bytes.slice(12), prefix: written.prefix - MAPPED.prefix };
}

function readRange(text: string): AddressRange | undefined {
  const [address = '', length, ...more] = text.trim().split('/');
  const bytes = address.includes(':') ? parseV6(address) : parseV4(address);
  if (!bytes || more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const prefix = length === undefined ? bytes.length * 8 : Number(length);
  if (prefix > bytes.length * 8) return undefined;
  return bytes.every((byte, i) => (byte & ~maskOf(prefix, i) & 255) === 0) ? { bytes, prefix } : undefined;
}

/** Whether the address lies in the range; never if one is IPv4 and the other IPv6. */
export function isWithin(address: AddressBytes, range: AddressRange): boolean {
  if (address.length !== range.bytes.length) return false;
  return address.every((byte, i) => (byte & maskOf(range.prefix, i)) === range.bytes[i]);
}

/** What kind of inside an address belongs to (`loopback`, `private`, …); undefined for the open internet. */
export function insideOf(address: AddressBytes): string | undefined {
  if (address.length === 4) return V4.find(([range]) => isWithin(address, range))?.[1];
  const known = V6.find(([range]) => isWithin(address, range))?.[1];
  return known ?? (isWithin(address, GLOBAL_V6) ? undefined : 'reserved');
}

const maskOf = (prefix: number, byte: number) => (0xff00 >> Math.max(0, Math.min(8, prefix - byte * 8))) & 255;

function parseV4(text: string): number[] | undefined {
  const parts = text.split('.');
  const bytes = parts.map((part) => (/^(0|[1-9]\d{0,2})$/.test(part) ? Number(part) : 256));
  return bytes.length === 4 && bytes.every((byte) => byte < 256) ? bytes : undefined;
}

function parseV6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === '' ? [] : groupsOf(half)));
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const missing = 16 - head.length - (tail?.length ?? 0);
  if (tail === undefined) return missing === 0 ? head : undefined;
  return missing >= 2 ? [...head, ...Array<number>(missing).fill(0), ...tail] : undefined;
}

function groupsOf(text: string): number[] | undefined {
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [i, group] of groups.entries()) {
    if (group.includes('.')) {
      const v4 = i === groups.length - 1 ? parseV4(group) : undefined;
      if (!v4) return undefined;
      bytes.push(...v4);
    } else if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else return undefined;
  }
  return bytes;
}

const range = (text: string): AddressRange => {
  const parsed = readRange(text);
  if (!parsed) throw new Error(text);
  return parsed;
};
const MAPPED = range('::ffff:0:0/96');
const GLOBAL_V6 = range('2000::/3');

// IANA's special-purpose registries (RFC 6890 and what was added since), and one address a cloud keeps for itself.
const V4: readonly (readonly [AddressRange, string])[] = (
  [
    ['0.0.0.0/8', 'unspecified'],
    ['10.0.0.0/8', 'private'],
    ['100.64.0.0/10', 'private'],
    ['127.0.0.0/8', 'loopback'],
    ['168.63.129.16/32', 'metadata'],
    ['169.254.0.0/16', 'link-local'],
    ['172.16.0.0/12', 'private'],
    ['192.0.0.0/24', 'reserved'],
    ['192.0.2.0/24', 'documentation'],
    ['192.88.99.0/24', 'reserved'],
    ['192.168.0.0/16', 'private'],
    ['198.18.0.0/15', 'reserved'],
    ['198.51.100.0/24', 'documentation'],
    ['203.0.113.0/24', 'documentation'],
    ['224.0.0.0/4', 'multicast'],
    ['240.0.0.0/4', 'reserved'],
  ] as const
).map(([text, kind]) => [range(text), kind]);
const V6: readonly (readonly [AddressRange, string])[] = (
  [
    ['::/128', 'unspecified'],
    ['::1/128', 'loopback'],
    ['fe80::/10', 'link-local'],
    ['fc00::/7', 'private'],
    ['ff00::/8', 'multicast'],
    // Ways to write an IPv4 address inside another: nobody needs them to be reached.
    ['64:ff9b::/96', 'translated'],
    ['2002::/16', 'translated'],
    ['2001::/23', 'reserved'],
    ['2001:db8::/32', 'documentation'],
    ['3fff::/20', 'documentation'],
  ] as const
).map(([text, kind]) => [range(text), kind]);
