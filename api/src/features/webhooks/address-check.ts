// Where a webhook may go: https on the open internet; elsewhere, and over plain http, only where the operator allows the
// network. A name counts for what it resolves to, and every address it resolves to must do.
import { lookup } from 'node:dns/promises';
import { type AddressRange, insideOf, isWithin, parseAddress } from '@sidestage/domain';

export interface Resolved {
  readonly address: string;
  readonly family: number;
}
export type Resolve = (hostname: string) => Promise<readonly Resolved[]>;

export interface AddressCheck {
  /** The URL, or the sentence why it can be none; nothing is asked of the network. */
  read(text: string): { readonly url: URL } | { readonly refused: string };
  /** The addresses to connect to, all of them checked, or the sentence why not. */
  resolve(url: URL): Promise<
    | { readonly addresses: readonly Resolved[] }
    /** `unknown`: the name leads nowhere now, and may later. */
    | { readonly refused: string; readonly unknown?: boolean }
  >;
}

const PATIENCE_MS = 5_000;
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

export function createAddressCheck(allowed: readonly AddressRange[], resolve: Resolve = systemResolve): AddressCheck {
  const refusal = (address: string, plain: boolean): string | undefined => {
    const bytes = parseAddress(address);
    if (!bytes) return 'This is no address.';
    if (allowed.some((range) => isWithin(bytes, range))) return undefined;
    const inside = insideOf(bytes);
    if (inside) return `It leads to a ${inside} address. The operator can allow a network with WEBHOOK_ALLOW_CIDRS.`;
    return plain ? 'Use https: plain http is for networks the operator has allowed.' : undefined;
  };
  const literal = (url: URL) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    return parseAddress(host) ? host : undefined;
  };
  return {
    read(text) {
      if (!URL.canParse(text)) return { refused: 'This is no URL.' };
      const url = new URL(text);
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refused: 'Use https.' };
      if (url.username || url.password) return { refused: 'Put no credentials in the address; check the signature.' };
      if (url.hash) return { refused: 'An address has no #fragment.' };
      const address = literal(url);
      const refused = address === undefined ? undefined : refusal(address, url.protocol === 'http:');
      return refused === undefined ? { url } : { refused };
    },
    async resolve(url) {
      const plain = url.protocol === 'http:';
      const address = literal(url);
      const found =
        address === undefined
          ? await inTime(resolve(url.hostname))
          : [{ address, family: address.includes(':') ? 6 : 4 }];
      if (found.length === 0) return { refused: 'The name of the host is not found.', unknown: true };
      for (const one of found) {
        const refused = refusal(one.address, plain);
        if (refused !== undefined) return { refused };
      }
      return { addresses: found };
    },
  };
}

/** What the name leads to; nothing where it is unknown or nobody answers in time. */
async function inTime(answer: Promise<readonly Resolved[]>): Promise<readonly Resolved[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<readonly Resolved[]>((give) => {
    timer = setTimeout(() => give([]), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return [];
  } finally {
    clearTimeout(timer);
  }
}
