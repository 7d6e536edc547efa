// Finding a person by name, company or address: as an overlay, or to tie a person of the conversation to a contact.
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Contact } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { arrowTo } from './option-keys.ts';
import { Face } from './parts.tsx';

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
  const { session, words } = useModel();
  const { t } = words;
  const q = useSignal(initial);
  const found = useSignal<Found>({ status: 'idle' });
  const chosen = useSignal(0);
  const input = useRef<HTMLInputElement>(null);

  // The rep asked for this by a key or a click in the panel, so the focus is theirs to give.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const next = arrowTo(event.key, chosen.value, contacts.length);
    if (next !== undefined) {
      event.preventDefault();
      chosen.value = next;
    }
    // Only what was found for what is typed now: Enter must not open the answer to an older question.
    const current = found.value.status === 'found' && found.value.q === q.value.trim();
    const contact = contacts[chosen.value];
    if (event.key === 'Enter' && current && contact !== undefined) onChoose(contact);
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };

  return (
    <div class="search">
      <div class="search-line">
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded={contacts.length > 0}
          aria-controls="search-results"
          aria-activedescendant={contacts.length > 0 ? `found-${chosen.value}` : undefined}
          placeholder={t('search.placeholder')}
          value={q}
          spellcheck={false}
          onKeyDown={onKeyDown}
          onInput={(event) => {
            q.value = event.currentTarget.value;
          }}
        />
        <button type="button" class="quiet" onClick={onClose}>
          {t('close')}
        </button>
      </div>
      <div id="search-results" role="listbox" aria-label={label} class="rows">
        {contacts.map((contact, i) => (
          <div
            key={contact.id}
            id={`found-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen.value}
            class="row"
            onPointerMove={() => {
              chosen.value = i;
            }}
            onClick={() => onChoose(contact)}
            onKeyDown={() => {}}
          >
            <ContactLine contact={contact} />
          </div>
        ))}
      </div>
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

/** A contact in a list: face, name, company and address. */
export function ContactLine({ contact, note }: { contact: Contact; note?: string }) {
  const more = [contact.company, contact.identities[0]?.display].filter(Boolean).join(' · ');
  return (
    <>
      <Face name={contact.display_name} />
      <span class="row-main">
        <strong>{contact.display_name}</strong>
        <span class="soft">{more}</span>
      </span>
      {note === undefined ? null : <span class="row-side soft">{note}</span>}
    </>
  );
}
