// Finding a person by name, company or address: as an overlay, or to tie a person of the conversation to a contact. Before
// anything is typed the overlay offers whom the rep had open last.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { foundIn } from '../model/found-in.ts';
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
  offersRecent = false,
  onChoose,
  onClose,
}: {
  label: string;
  initial?: string;
  offersRecent?: boolean;
  onChoose(contact: Contact): void;
  onClose(): void;
}) {
  const { session, words, details, recent, subjects } = useModel();
  const { t } = words;
  const q = useSignal(initial);
  const found = useSignal<Found>({ status: 'idle' });
  const chosen = useSignal(0);
  const tries = useSignal(0);
  const again = () => {
    tries.value += 1;
  };

  // What the stages found are called.
  useEffect(() => {
    if (details.lifecycles.peek().length === 0) void details.load();
  }, [details]);
  useEffect(() => {
    if (offersRecent) void recent.load();
  }, [recent, offersRecent]);
  // The server is back: what had no answer is asked again.
  const online = session.online.value;
  useEffect(() => {
    if (online && found.peek().status === 'failed') again();
  }, [online]);

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
  }, [asked, session, found, chosen, tries.value]);

  const { status } = found.value;
  const open = subjects.subject.value;
  const last = recent.people.value.filter((one) => open.kind !== 'contact' || one.id !== open.card.contact.id);
  const isRecent = offersRecent && asked === '' && last.length > 0;
  const contacts = isRecent ? last : found.value.status === 'found' ? found.value.contacts : [];
  // Only what was found for what is typed now: Enter must not open the answer to an older question.
  const isAnswer = isRecent || (found.value.status === 'found' && found.value.q === asked);
  return (
    <div class="search">
      <PickList
        id="found"
        label={label}
        placeholder={t('search.placeholder')}
        q={q}
        chosen={chosen}
        options={contacts}
        title={isRecent ? t('search.recent') : undefined}
        rows
        marks={({ id }) => ({ key: id })}
        draw={(contact) => <ContactLine contact={contact} q={asked} />}
        onPick={(contact, byKey) => {
          if (!byKey || isAnswer) onChoose(contact);
        }}
        onKey={(key) => {
          if (key === 'Enter' && status === 'failed') again();
          return false;
        }}
        onClose={onClose}
        focus
        follow
      />
      {status === 'idle' ? <p class="soft">{t('search.hint')}</p> : null}
      {status === 'failed' ? (
        <p class="fault" role="alert">
          {t('search.failed')}{' '}
          <button type="button" class="link" data-act="search-again" onClick={again}>
            {t('try-again')}
          </button>
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
export function ContactLine({ contact, note, q = '' }: { contact: Contact; note?: string; q?: string }) {
  const { details, words } = useModel();
  const [first] = contact.identities;
  // The address that was searched for, where it is one of several.
  const shown = contact.identities.find(({ display }) => foundIn(display, q).some(({ found }) => found)) ?? first;
  const more = [contact.company, shown?.display].filter(Boolean).join(' · ');
  const [at] = contact.stages;
  const lifecycle = details.lifecycles.value.find((one) => one.key === at?.lifecycle);
  const stage = words.label(lifecycle?.stages.find((one) => one.key === at?.stage)?.labels);
  return (
    <>
      <Face name={contact.display_name} />
      <span class="row-main">
        <strong>
          <bdi>
            <Found text={contact.display_name} q={q} />
          </bdi>
        </strong>
        <span class="soft">
          <Found text={more} q={q} />
        </span>
      </span>
      <span class="row-side soft">{note ?? stage}</span>
    </>
  );
}

const Found = ({ text, q }: { text: string; q: string }) => (
  <>{foundIn(text, q).map((piece) => (piece.found ? <mark>{piece.text}</mark> : piece.text))}</>
);
