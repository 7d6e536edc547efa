// What is known of a person beside their stage: name, company, owner, addresses, other lifecycles, and whether it is them.
import { signal } from '@preact/signals';
import { type Acting, inContext } from './acting.ts';
import type { Session } from './session.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Contact, Lifecycle, Staff } from './wire.ts';

export type Details = ReturnType<typeof createDetails>;

export function createDetails(acting: Acting, session: Session) {
  const { subjects, outbox, toasts, words } = acting;
  const open = signal(false);
  /** Who can own a contact and which lifecycles there are: asked for once the details are opened. */
  const staff = signal<Staff[]>([]);
  const lifecycles = signal<Lifecycle[]>([]);

  const show = async () => {
    open.value = true;
    try {
      const [people, models] = await Promise.all([session.ask.get('/v1/staff'), session.ask.get('/v1/lifecycles')]);
      staff.value = people.data.filter((one) => one.active);
      lifecycles.value = models.data;
    } catch {
      // Without the lists the rest still works; the top bar says that the server is away.
    }
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
    const outcome = await acting.writeAndTell<Contact>(shown, {
      method: 'PATCH',
      path: `/v1/contacts/${contact.id}`,
      body: { ...next, ...inContext(shown) },
      label: { what: 'change', who: contact.display_name },
    });
    if (outcome === null || outcome.status === 'refused') return;
    if (silent) return toasts.show({ text: words.t('undone'), tone: 'done' });
    const undo =
      outcome.status === 'waiting' ? () => void outbox.discard(outcome.id) : () => void change(shown, before, true);
    toasts.show({ text: words.t('details.saved'), tone: 'done', undo });
  };

  const addHandle = async (shown: ContactSubject, identity: { channel: string; handle: string }): Promise<boolean> => {
    const outcome = await acting.writeAndTell<{ id: string }>(shown, {
      method: 'POST',
      path: `/v1/contacts/${idOf(shown)}/identities`,
      body: { ...identity, ...inContext(shown) },
      label: { what: 'identity', who: who(shown), detail: identity.handle },
    });
    if (outcome === null || outcome.status === 'refused') return false;
    toasts.show({ text: words.t('details.added', { handle: identity.handle }), tone: 'done' });
    return true;
  };

  const removeHandle = async (shown: ContactSubject, identity: Contact['identities'][number]): Promise<void> => {
    const outcome = await acting.writeAndTell(shown, {
      method: 'DELETE',
      path: `/v1/identities/${identity.id}`,
      label: { what: 'identity-removed', who: who(shown), detail: identity.display },
    });
    if (outcome?.status !== 'done') return;
    const { channel, scope, display, shared } = identity;
    const again = { channel, handle: display, shared, ...(scope === '' ? {} : { scope }) };
    toasts.show({
      text: words.t('details.removed', { handle: display }),
      tone: 'done',
      undo: () => void addHandle(shown, again),
    });
  };

  /** Starts another lifecycle beside the ones the contact is in. */
  const enter = async (shown: ContactSubject, lifecycle: Lifecycle): Promise<void> => {
    const [first] = lifecycle.stages;
    if (first === undefined) return;
    const outcome = await acting.writeAndTell(shown, {
      method: 'POST',
      path: `/v1/contacts/${idOf(shown)}/transitions`,
      body: { to: first.key, lifecycle: lifecycle.key, expect: { from: null }, ...inContext(shown) },
      label: { what: 'move', who: who(shown), detail: words.label(first.labels) },
    });
    if (outcome === null || outcome.status === 'refused') return;
    toasts.show({ text: words.t('details.entered', { lifecycle: words.label(lifecycle.labels) }), tone: 'done' });
  };

  const setArchived = async (shown: ContactSubject, archived: boolean, silent = false): Promise<void> => {
    const outcome = await acting.writeAndTell(shown, {
      method: 'POST',
      path: `/v1/contacts/${idOf(shown)}/${archived ? 'archive' : 'restore'}`,
      body: inContext(shown),
      label: { what: archived ? 'archive' : 'restore', who: who(shown) },
    });
    if (outcome?.status !== 'done') return;
    const undo = silent ? undefined : () => void setArchived(shown, !archived, true);
    toasts.show({ text: words.t(archived ? 'details.archived' : 'details.restored'), tone: 'done', undo });
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
    toasts.show({ text: words.t('details.not-them-done', { name: who(shown) }), tone: 'done' });
    if (outcome.status !== 'done') return;
    subjects.forget(person);
    subjects.again();
  };

  return { open, staff, lifecycles, show, change, addHandle, removeHandle, enter, setArchived, notThem };
}
