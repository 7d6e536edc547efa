// Who is really worked with: the seven shares of product.md N6, and next steps by owner (P15).
import { byText, type Figures, type Method, ratio } from './report.ts';

/** A contact as coverage sees it; closed, archived and erased people are left out before. */
export type CoveredContact = {
  readonly owner: string | null;
  readonly nextStep: boolean;
  readonly reachable: boolean;
  readonly interestKnown: boolean;
  /** May be sent marketing, by the stage they are in. */
  readonly marketable: boolean;
  readonly marketedTo: boolean;
};

/** A colleague and what they did in the span looked at. */
export type CoveredStaff = {
  readonly role: string;
  readonly acted: boolean;
  readonly moved: boolean;
  readonly logged: boolean;
  readonly planned: boolean;
};

const METHOD: Method = {
  key: 'coverage-shares',
  version: 2,
  description:
    'Of people not closed, archived or erased, as they are now. staff, boss, management: active reps, owners, managers who wrote or moved anything in the span. training: of reps who did, those who used all three of move, log, next step. customer: people with a handle on any channel. product: people with an interest tagged. marketing: people whose stage may be marketed to with an outbound interaction in the span. next-step: owned people with an open follow-up.',
};

/** Takes contacts and staff in any order. */
export function coverage() {
  type Share = { part: number; whole: number };
  const none = (): Share => ({ part: 0, whole: 0 });
  const shares = {
    staff: none(),
    boss: none(),
    management: none(),
    product: none(),
    marketing: none(),
    training: none(),
    customer: none(),
    'next-step': none(),
  };
  const owners = new Map<string, Share>();
  const count = (share: Share, yes: boolean) => {
    share.whole++;
    if (yes) share.part++;
  };
  let n = 0;
  return {
    addContact(one: CoveredContact) {
      n++;
      count(shares.customer, one.reachable);
      count(shares.product, one.interestKnown);
      if (one.marketable) count(shares.marketing, one.marketedTo);
      if (one.owner === null) return;
      count(shares['next-step'], one.nextStep);
      const owner = owners.get(one.owner) ?? none();
      owners.set(one.owner, owner);
      count(owner, one.nextStep);
    },
    addStaff(one: CoveredStaff) {
      if (one.role === 'owner') count(shares.boss, one.acted);
      else if (one.role === 'manager') count(shares.management, one.acted);
      else if (one.role === 'rep') {
        count(shares.staff, one.acted);
        if (one.acted) count(shares.training, one.moved && one.logged && one.planned);
      }
    },
    figures(): Figures {
      const row = (what: string, owner: string | null, { part, whole }: Share) => ({
        share_of: what,
        owner,
        part,
        whole,
        share: ratio(part, whole),
      });
      return {
        method: METHOD,
        n,
        rows: [
          ...Object.entries(shares).map(([what, share]) => row(what, null, share)),
          ...[...owners].sort(([a], [b]) => byText(a, b)).map(([owner, share]) => row('next-step', owner, share)),
        ],
      };
    },
  };
}
