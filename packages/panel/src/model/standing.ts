// What the engine makes of a person: their fields and the rules over them, and the move proposed at the boiling point.
import { signal } from '@preact/signals';
import type { Storage } from '../host.ts';
import type { Acting } from './acting.ts';
import type { Moves } from './moves.ts';
import type { Session } from './session.ts';
import { createShared } from './shared.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Classification, Field, Proposal } from './wire.ts';

const DECLINED_KEY = 'declined-proposals';
/** For how long a proposal that was declined is not made again. */
const QUIET_MS = 14 * 86_400_000;

export type FieldValue = string | number | boolean;
export type Standing = ReturnType<typeof createStanding>;

export function createStanding(acting: Acting, session: Session, moves: Moves, device: Storage) {
  const { toasts, words, clock } = acting;
  const fields = signal<Field[]>([]);
  const explained = signal<{ contactId: string; data: Classification } | null>(null);
  /** What was declined on this device, and until when. */
  const declined = createShared<Record<string, number>>(device, DECLINED_KEY, {});

  const wipe = async () => {
    explained.value = null;
    await declined.wipe();
  };

  /** Which fields there are; asked for once a session, and again where a card shows a field nobody heard of. */
  const loadFields = async () => {
    try {
      fields.value = (await session.ask.get('/v1/fields')).data.filter((one) => one.archived_at === null);
    } catch {
      // The rest of the card works without.
    }
  };

  const explain = async (contactId: string) => {
    try {
      const data = await session.ask.get('/v1/contacts/{id}/classification', { id: contactId });
      explained.value = { contactId, data };
    } catch {
      // Said in the top bar where the server is away.
    }
  };

  /** Sets one field, or takes its value away; taking it back sets what was there. */
  const setField = async (shown: ContactSubject, key: string, value: FieldValue | null, silent = false) => {
    const { contact } = shown.card;
    const before = (contact.fields[key] as FieldValue | undefined) ?? null;
    if (before === value) return;
    const to = `PATCH /v1/contacts/${contact.id}` as const;
    const outcome = await acting.act(shown, 'change', to, { fields: { [key]: value } });
    if (outcome === null) return;
    if (silent) return acting.tell(outcome, words.t('undone'));
    acting.tell(outcome, words.t('details.saved'), () => setField(shown, key, before, true));
  };

  type RuleVerdict = Classification['rules'][number];

  /** What was decided by hand is forgotten, and the rule speaks again. */
  const backToRule = async (shown: ContactSubject, { rule, override }: RuleVerdict) => {
    const to = `DELETE /v1/contacts/${shown.card.contact.id}/overrides/${rule}` as const;
    const outcome = await acting.act(shown, 'change', to);
    if (outcome === null) return;
    const tag = override?.tag;
    acting.tell(
      outcome,
      words.t('rule.back-done'),
      tag ? () => sayWhy(shown, tag, override.reason ?? undefined) : undefined,
    );
  };

  /** Keeps a tag against its rule, with the reason. */
  const sayWhy = async (shown: ContactSubject, tag: string, reason: string | undefined) => {
    const { id } = shown.card.contact;
    const body = { add: [tag], ...(reason === undefined ? {} : { reason }) };
    const outcome = await acting.act(
      shown,
      'tags',
      `POST /v1/contacts/${id}/tags`,
      body,
      words.tag(shown.card.tag_groups, tag),
    );
    if (outcome === null) return;
    void explain(id);
    acting.tell(outcome, words.t('details.saved'));
  };

  const nameOf = (contactId: string, { lifecycle, to }: Proposal) => `${contactId} ${lifecycle} ${to}`;
  /** The move to propose now; the digit makes it as ever, nothing is moved by itself. */
  const proposalFor = ({ card }: ContactSubject): Proposal | undefined =>
    card.proposals.find((one) => (declined.value.value[nameOf(card.contact.id, one)] ?? 0) <= clock.now());
  const accept = (shown: ContactSubject, proposal: Proposal) => {
    moves.lookedAt.value = proposal.lifecycle;
    moves.choose(shown, proposal.to);
  };
  const decline = async ({ card }: ContactSubject, proposal: Proposal) => {
    const name = nameOf(card.contact.id, proposal);
    await declined.change((before) => {
      const live = Object.entries(before).filter(([, until]) => until > clock.now());
      return { ...Object.fromEntries(live), [name]: clock.now() + QUIET_MS };
    });
    toasts.done(words.t('proposal.declined'), () => declined.change(({ [name]: _, ...others }) => others));
  };

  return {
    fields,
    explained,
    load: declined.load,
    wipe,
    loadFields,
    explain,
    setField,
    backToRule,
    sayWhy,
    proposalFor,
    accept,
    decline,
  };
}
