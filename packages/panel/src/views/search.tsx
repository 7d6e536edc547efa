// Finding a person by name, company or address: as an overlay, or to tie a person of the conversation to a contact.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Contact } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Face } from './parts.tsx';
import { PickList } from './pick-list.tsx';

const TYPING_MS = 120;
const SHOWN = 12;

type Found = { status: 'idle' } | { status: 'failed' } | { status: 'found'; q: string; contacts: Contact[] };

export function Search({
  label,
  initial = '',
  onChoose,
  onClose,
}: {
  label: string;
  initial?: string;
  onChoose(contact: Contact): void;
  onClose(): void;
}) {
  const { session, words, details } = useModel();
  const { t } = words;
  const q = useSignal(initial);
  const found = useSignal<Found>({ status: 'idle' });
  const chosen = useSignal(0);

  // What the stages found are called.
  useEffect(() => {
    if (details.lifecycles.peek().length === 0) void details.load();
  }, [details]);

  const asked = q.value.trim();
  useEffect(() => {
    if (asked === '') {
      found.value = { status: 'idle' };
      return;
    }
    const given = new AbortController();
    const typing = setTimeout(async () => {
      try {
        const { data } = await session.ask.get('/v1/contacts', {
          query: { q: asked, limit: SHOWN },
          signal: given.signal,
        });
        if (given.signal.aborted) return;
        found.value = { status: 'found', q: asked, contacts: data };
        chosen.value = 0;
      } catch {
        if (!given.signal.aborted) found.value = { status: 'failed' };
      }
    }, TYPING_MS);
    return () => {
      clearTimeout(typing);
      given.abort();
    };
  }, [asked, session, found, chosen]);

  const contacts = found.value.status === 'found' ? found.value.contacts : [];
  return (
    <div class="search">
      <PickList
        id="found"
        label={label}
        placeholder={t('search.placeholder')}
        q={q}
        chosen={chosen}
        options={contacts}
        rows
        marks={({ id }) => ({ key: id })}
        draw={(contact) => <ContactLine contact={contact} />}
        // Only what was found for what is typed now: Enter must not open the answer to an older question.
        onPick={(contact, byKey) => {
          if (!byKey || (found.value.status === 'found' && found.value.q === q.value.trim())) onChoose(contact);
        }}
        onClose={onClose}
        focus
        follow
      />
      {found.value.status === 'idle' ? <p class="soft">{t('search.hint')}</p> : null}
      {found.value.status === 'failed' ? (
        <p class="fault" role="alert">
          {t('search.failed')}
        </p>
      ) : null}
      {found.value.status === 'found' && contacts.length === 0 ? (
        <p class="soft" role="status">
          {t('search.none', { q: found.value.q })}
        </p>
      ) : null}
    </div>
  );
}

/** A contact in a list: face, name, company and address, and where they stand unless there is something else to note. */
export function ContactLine({ contact, note }: { contact: Contact; note?: string }) {
  const { details, words } = useModel();
  const more = [contact.company, contact.identities[0]?.display].filter(Boolean).join(' · ');
  const [at] = contact.stages;
  const lifecycle = details.lifecycles.value.find((one) => one.key === at?.lifecycle);
  const stage = words.label(lifecycle?.stages.find((one) => one.key === at?.stage)?.labels);
  return (
    <>
      <Face name={contact.display_name} />
      <span class="row-main">
        <strong>
          <bdi>{contact.display_name}</bdi>
        </strong>
        <span class="soft">{more}</span>
      </span>
      <span class="row-side soft">{note ?? stage}</span>
    </>
  );
}
