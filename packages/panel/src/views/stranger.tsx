// Somebody the conversation shows who is no contact yet: make them one, tie them to one, or choose who is meant.
import { useSignal } from '@preact/signals';
import { isNoReply } from '@sidestage/domain';
import { useEffect } from 'preact/hooks';
import { keyOf, type Person } from '../model/person.ts';
import type { Subject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';
import { Face, Key, Notice } from './parts.tsx';
import { nameGuess } from './person-name.ts';
import { LookUpSwitch } from './private.tsx';
import { ContactLine } from './search.tsx';
import { useDraft } from './use-draft.ts';

type Of<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

const called = (person: Person) => person.handle ?? person.name ?? '';

export function NewPerson({ subject }: { subject: Of<'new'> }) {
  const { words, outbox } = useModel();
  const { t } = words;
  const { person } = subject;
  const nameOnly = person.handle === null;
  const waits = outbox.queue.value.some((one) => one.label.what === 'create' && isAbout(one.body, person));
  return (
    <main class="page" data-state={nameOnly ? 'name-only' : 'new'}>
      {subject.back ? <BackToAll /> : null}
      <div class="who">
        <Face name={nameGuess(person)} />
        <div>
          <h1 class="name">{nameGuess(person)}</h1>
          <p class="soft">{nameOnly ? words.channel(person.channel) : person.handle}</p>
        </div>
      </div>
      {nameOnly ? (
        <p class="soft">{t('name-only.text')}</p>
      ) : (
        <p class="soft">
          {t('new.text', { handle: called(person) })}
          {person.channel === 'email' && isNoReply(called(person)) ? ` ${t('new.no-reply')}` : ''}
        </p>
      )}
      {waits ? <p class="warn">{t('new.waiting')}</p> : <CreateForm subject={subject} person={person} />}
      <Taken subject={subject} />
    </main>
  );
}

/** Somebody holds the address by now: the rep opens them when what was begun here may go. */
function Taken({ subject: { person, back, taken } }: { subject: Of<'new' | 'candidates'> }) {
  const { words, subjects } = useModel();
  const { t } = words;
  if (taken === undefined) return null;
  const { contactId } = taken;
  return (
    <div class="box box-warn" role="alert">
      <strong>{t('taken.title')}</strong>
      {contactId === null ? (
        <p>{t('taken.hidden', { handle: called(person) })}</p>
      ) : (
        <button
          type="button"
          class="secondary"
          data-act="open-taken"
          onClick={() => void subjects.open(contactId, person, back)}
        >
          {t('taken.open')}
        </button>
      )}
    </div>
  );
}

function isAbout(body: unknown, person: Person): boolean {
  const context = (body as { context?: { channel?: string; handle?: string; conversation_key?: string } } | undefined)
    ?.context;
  if (context?.channel !== person.channel) return false;
  return person.handle === null
    ? context.conversation_key === person.conversationKey
    : context.handle === person.handle;
}

function CreateForm({ subject, person }: { subject: Subject; person: Person }) {
  const { words, people, subjects, overlay, privacy } = useModel();
  const { t } = words;
  const of = keyOf(person);
  const guess = nameGuess(person);
  const name = useDraft(of, 'name', guess);
  const company = useDraft(of, 'company');
  const begun = name.value !== guess || company.value !== '';
  useEffect(() => {
    if (begun) subjects.hold();
  }, [begun, subject, subjects]);
  const busy = useSignal(false);
  const create = async (event: Event) => {
    event.preventDefault();
    if (name.value.trim() === '') return;
    busy.value = true;
    const kept = await people.create(subject, person, { name: name.value.trim(), company: company.value.trim() });
    busy.value = false;
    if (!kept) return;
    name.value = guess;
    company.value = '';
  };
  return (
    <form
      class="create"
      onSubmit={create}
      onFocusIn={(event) => event.target instanceof HTMLInputElement && subjects.hold()}
    >
      <label class="field">
        <span>{t('new.name')}</span>
        <input
          name="name"
          value={name.value}
          maxLength={200}
          required
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        <span>
          {t('new.company')} <small>{t('new.optional')}</small>
        </span>
        <input
          name="company"
          value={company.value}
          maxLength={200}
          onInput={(event) => {
            company.value = event.currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="primary wide" data-act="create" disabled={busy.value || name.value.trim() === ''}>
        {t('new.create')} <Key>c</Key>
      </button>
      <div class="links quieter">
        <button
          type="button"
          class="secondary wide"
          data-act="tie"
          onClick={() => {
            subjects.hold();
            overlay.value = { view: 'tie', of: subject, person };
          }}
        >
          {t('new.link')}
        </button>
        {person.handle === null ? null : (
          <button type="button" class="link" data-act="me" onClick={() => void people.thatIsMe(subject, person)}>
            {t('new.me')}
          </button>
        )}
        <button type="button" class="link" data-act="ignore" onClick={() => void privacy.ignore(person, true)}>
          {t('ignored.start')}
        </button>
        <LookUpSwitch person={person} />
      </div>
    </form>
  );
}

/** By name, or by an address several share: never chosen by itself. */
export function Candidates({ subject }: { subject: Of<'candidates'> }) {
  const { words, people, subjects } = useModel();
  const { t } = words;
  const { person, contacts } = subject;
  const making = useSignal(false);
  const nameOnly = person.handle === null;
  const reasonText = (reasons: string[]) =>
    reasons.includes('shared-handle')
      ? t('candidates.shared-handle')
      : reasons.includes('same-name')
        ? t('candidates.same-name')
        : '';
  const choose = (contact: { id: string; display_name: string }, reasons: string[]) =>
    // A shared address stays shared: opening one of its people ties nothing.
    reasons.includes('shared-handle')
      ? subjects.open(contact.id, person, subject.back)
      : people.tie(subject, person, contact);
  return (
    <main class="page" data-state={nameOnly ? 'name-only' : 'candidates'}>
      {subject.back ? <BackToAll /> : null}
      <Notice
        title={nameOnly ? t('name-only.title', { name: called(person) }) : t('candidates.title')}
        text={nameOnly ? t('name-only.text') : t('candidates.text', { handle: called(person) })}
      />
      <ul class="rows">
        {contacts.map(({ contact, reasons }) => (
          <li key={contact.id}>
            <button type="button" class="row" data-act="candidate" onClick={() => void choose(contact, reasons)}>
              <ContactLine contact={contact} note={reasonText(reasons)} />
            </button>
          </li>
        ))}
      </ul>
      {making.value ? (
        <CreateForm subject={subject} person={person} />
      ) : (
        <button
          type="button"
          class="secondary wide"
          data-act="none-of-these"
          onClick={() => {
            making.value = true;
          }}
        >
          {t('candidates.none', { name: nameGuess(person) })}
        </button>
      )}
      <Taken subject={subject} />
    </main>
  );
}

/** A group, or a mail to several: the rep says whom they mean. */
export function Choose({ subject }: { subject: Of<'choose'> }) {
  const { words, subjects } = useModel();
  const { t } = words;
  const { people, reading } = subject;
  return (
    <main class="page" data-state="choose">
      <Notice title={t(reading.channel === 'email' ? 'choose.several' : 'choose.group')} text={t('choose.text')} />
      <ul class="rows">
        {people.map((person) => (
          <li key={called(person)}>
            <button type="button" class="row" data-act="person" onClick={() => void subjects.lookUp(person, true)}>
              <Face name={nameGuess(person)} />
              <span class="row-main">
                <strong>{person.name ?? (person.handle === null ? t('choose.unnamed') : nameGuess(person))}</strong>
                <span class="soft">{person.handle ?? ''}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

export function Restricted({ subject }: { subject: Of<'restricted'> }) {
  const { words } = useModel();
  const { t } = words;
  const handle = called(subject.person);
  return (
    <main class="page" data-state="restricted">
      <Notice
        title={t('restricted.title')}
        tone="warn"
        text={
          subject.ownerName === null
            ? t('restricted.nobody', { handle })
            : t('restricted.text', { handle, owner: subject.ownerName })
        }
      />
    </main>
  );
}

export function BackToAll() {
  const { words, subjects } = useModel();
  return (
    <button type="button" class="link back" data-act="back" onClick={() => subjects.again()}>
      ‹ {words.t('back')}
    </button>
  );
}
