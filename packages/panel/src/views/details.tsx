// The details of a person, opened on demand: who owns them, how they are reached, which lifecycles they are in.
import { useSignal } from '@preact/signals';
import { CHANNELS } from '@sidestage/domain';
import type { ContactSubject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';
import { leaveField } from './use-draft.ts';

export function DetailsView({ subject }: { subject: ContactSubject }) {
  const { words, details, overlay } = useModel();
  const { t } = words;
  const { contact } = subject.card;
  return (
    <section class="box details" aria-label={t('details.title')}>
      <NameAndCompany subject={subject} key={`${contact.display_name}/${contact.company}`} />
      <Owner subject={subject} />
      <Handles subject={subject} />
      <div class="links">
        {subject.person?.conversationKey == null ? null : (
          <button type="button" class="link" data-act="not-them" onClick={() => void details.notThem(subject)}>
            {t('details.not-them')}
          </button>
        )}
        <button
          type="button"
          class="link"
          data-act="same-as"
          onClick={() => {
            overlay.value = { view: 'same-as', of: subject };
          }}
        >
          {t('duplicate.same-as')}
        </button>
        <button
          type="button"
          class="link"
          data-act="archive"
          onClick={() => void details.setArchived(subject, contact.archived_at === null)}
        >
          {t(contact.archived_at === null ? 'details.archive' : 'details.restore')}
        </button>
      </div>
      {/* Last: it comes with the server's answer, and must not move what is above under the hand. */}
      <OtherLifecycles subject={subject} />
    </section>
  );
}

function NameAndCompany({ subject }: { subject: ContactSubject }) {
  const { words, details } = useModel();
  const { t } = words;
  const { contact } = subject.card;
  const name = useSignal(contact.display_name);
  const company = useSignal(contact.company ?? '');
  const next = {
    ...(name.value.trim() === contact.display_name ? {} : { display_name: name.value.trim() }),
    ...(company.value.trim() === (contact.company ?? '') ? {} : { company: company.value.trim() || null }),
  };
  const isChanged = Object.keys(next).length > 0 && name.value.trim() !== '';
  return (
    <form
      class="pair"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged) return;
        leaveField(event);
        void details.change(subject, next);
      }}
    >
      <label class="field">
        <span>{t('new.name')}</span>
        <input
          name="details-name"
          value={name}
          maxLength={200}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </label>
      <label class="field">
        <span>{t('new.company')}</span>
        <input
          name="details-company"
          value={company}
          maxLength={200}
          onInput={(event) => {
            company.value = event.currentTarget.value;
          }}
        />
      </label>
      {isChanged ? (
        <button type="submit" class="primary">
          {t('details.save')}
        </button>
      ) : null}
    </form>
  );
}

function Owner({ subject }: { subject: ContactSubject }) {
  const { words, details } = useModel();
  const { t } = words;
  const { contact, owner } = subject.card;
  const known = details.staff.value;
  const others = owner !== null && !known.some((one) => one.id === owner.id) ? [owner, ...known] : known;
  return (
    <label class="field">
      <span>{t('details.owner')}</span>
      <select
        name="owner"
        value={contact.owner_id ?? ''}
        onChange={(event) => void details.change(subject, { owner_id: event.currentTarget.value || null })}
      >
        <option value="">{t('who.no-owner')}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Handles({ subject }: { subject: ContactSubject }) {
  const { words, details } = useModel();
  const { t } = words;
  const { identities } = subject.card.contact;
  const channel = useSignal('phone');
  const handle = useSignal('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = handle.value.trim();
    if (typed === '') return;
    if (await details.addHandle(subject, { channel: channel.value, handle: typed })) handle.value = '';
  };
  return (
    <div class="field">
      <span>{t('details.addresses')}</span>
      <ul class="handles">
        {identities.map((one) => (
          <li key={one.id}>
            <span class="soft">{words.channel(one.channel)}</span>
            <bdi class="row-main">{one.display}</bdi>
            {one.shared ? <small>{t('details.shared')}</small> : null}
            <button
              type="button"
              class="icon"
              aria-label={t('details.remove', { handle: one.display })}
              onClick={() => void details.removeHandle(subject, one)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form class="inline" onSubmit={submit}>
        <select
          name="channel"
          aria-label={t('details.channel')}
          value={channel}
          onChange={(event) => {
            channel.value = event.currentTarget.value;
          }}
        >
          {CHANNELS.map((one) => (
            <option key={one.key} value={one.key}>
              {words.label(one.labels)}
            </option>
          ))}
        </select>
        <input
          name="handle"
          aria-label={t('details.add')}
          placeholder={t('details.add')}
          maxLength={320}
          autocomplete="off"
          value={handle}
          onInput={(event) => {
            handle.value = event.currentTarget.value;
          }}
        />
      </form>
    </div>
  );
}

function OtherLifecycles({ subject }: { subject: ContactSubject }) {
  const { words, details } = useModel();
  const { t } = words;
  const others = details.lifecycles.value.filter((one) => !subject.card.lifecycles.some(({ key }) => key === one.key));
  if (others.length === 0) return null;
  return (
    <div class="field">
      <span>{t('details.lifecycles')}</span>
      <div class="chips">
        {others.map((one) => (
          <button
            key={one.key}
            type="button"
            class="chip"
            data-lifecycle={one.key}
            onClick={() => void details.enter(subject, one)}
          >
            {t('details.enter', { lifecycle: words.label(one.labels) })}
          </button>
        ))}
      </div>
    </div>
  );
}
