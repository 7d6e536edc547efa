// What is known of a person beside their stage: name, company, owner, addresses, other lifecycles, and whether it is them.
import { signal } from '@preact/signals';
import type { Acting } from './acting.ts';
import type { Session } from './session.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Contact, Lifecycle, Staff } from './wire.ts';

export type Details = ReturnType<typeof createDetails>;

export function createDetails(acting: Acting, session: Session) {
  const { subjects, toasts, words } = acting;
  const open = signal(false);
  /** Who can own a contact and which lifecycles there are: asked for once somebody looks. */
  const staff = signal<Staff[]>([]);
  const lifecycles = signal<Lifecycle[]>([]);

  const load = async () => {
    try {
      const [people, models] = await Promise.all([session.ask.get('/v1/staff'), session.ask.get('/v1/lifecycles')]);
      staff.value = people.data.filter((one) => one.active);
      lifecycles.value = models.data;
    } catch {
      // Without the lists the rest still works; the top bar says that the server is away.
    }
  };
  const show = () => {
    open.value = true;
    return load();
  };

  const who = (shown: ContactSubject) => shown.card.contact.display_name;
  const idOf = (shown: ContactSubject) => shown.card.contact.id;

  type Editable = Partial<Pick<Contact, 'display_name' | 'company' | 'owner_id'>>;

  /** Changes what is given; taking it back sets what was there before. */
  const change = async (shown: ContactSubject, next: Editable, silent = false): Promise<void> => {
    const { contact } = shown.card;
    const before = Object.fromEntries(
      Object.keys(next).map((key) => [key, contact[key as keyof Editable]]),
    ) as Editable;
    const outcome = await acting.act<Contact>(shown, 'change', `PATCH /v1/contacts/${contact.id}`, next);
    if (outcome === null) return;
    if (silent) return acting.tell(outcome, words.t('undone'));
    acting.tell(outcome, words.t('details.saved'), () => change(shown, before, true));
  };

  const addHandle = async (shown: ContactSubject, identity: { channel: string; handle: string }): Promise<boolean> => {
    const { handle } = identity;
    const to = `POST /v1/contacts/${idOf(shown)}/identities` as const;
    const outcome = await acting.act(shown, 'identity', to, identity, handle);
    if (outcome === null) return false;
    acting.tell(outcome, words.t('details.added', { handle }));
    return true;
  };

  const removeHandle = async (shown: ContactSubject, identity: Contact['identities'][number]): Promise<void> => {
    const { id, channel, scope, display, shared } = identity;
    const outcome = await acting.act(shown, 'identity-removed', `DELETE /v1/identities/${id}`, null, display);
    if (outcome === null) return;
    const again = { channel, handle: display, shared, ...(scope === '' ? {} : { scope }) };
    acting.tell(outcome, words.t('details.removed', { handle: display }), () => addHandle(shown, again));
  };

  /** Starts another lifecycle beside the ones the contact is in. */
  const enter = async (shown: ContactSubject, lifecycle: Lifecycle): Promise<void> => {
    const [first] = lifecycle.stages;
    if (first === undefined) return;
    const outcome = await acting.act(
      shown,
      'move',
      `POST /v1/contacts/${idOf(shown)}/transitions`,
      { to: first.key, lifecycle: lifecycle.key, expect: { from: null } },
      words.label(first.labels),
    );
    if (outcome === null) return;
    acting.tell(outcome, words.t('details.entered', { lifecycle: words.label(lifecycle.labels) }));
  };

  const setArchived = async (shown: ContactSubject, archived: boolean, silent = false): Promise<void> => {
    const what = archived ? 'archive' : 'restore';
    const outcome = await acting.act(shown, what, `POST /v1/contacts/${idOf(shown)}/${what}`);
    if (outcome === null) return;
    const undo = silent ? undefined : () => setArchived(shown, !archived, true);
    acting.tell(outcome, words.t(archived ? 'details.archived' : 'details.restored'), undo);
  };

  /** The conversation was taken for this person's and is not: remembered, so that they are not offered for it again. */
  const notThem = async (shown: ContactSubject): Promise<void> => {
    const { person } = shown;
    if (person === null || person.conversationKey === null) return;
    const { channel, scope, conversationKey } = person;
    const where = { channel, ...(scope === null || scope === '' ? {} : { scope }), conversation_key: conversationKey };
    const outcome = await acting.write(shown, {
      method: 'POST',
      path: '/v1/conversation-links',
      body: { ...where, contact_id: idOf(shown), verdict: 'not_this_person' },
      label: { what: 'not-them', who: who(shown) },
    });
    if (outcome === null) return;
    if (outcome.status === 'refused') return acting.sayNo(outcome.problem);
    toasts.done(words.t('details.not-them-done', { name: who(shown) }));
    if (outcome.status !== 'done') return;
    subjects.forget(person);
    subjects.again();
  };

  return { open, staff, lifecycles, load, show, change, addHandle, removeHandle, enter, setArchived, notThem };
}
