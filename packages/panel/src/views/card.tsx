// One person, in the rep's order: who, where they stand, what is next, what happened, history.
import type { ContactSubject } from '../model/subject-kinds.ts';
import { DetailsView } from './details.tsx';
import { DuplicateLine } from './duplicate-line.tsx';
import { Facts } from './facts.tsx';
import { Happened } from './happened.tsx';
import { History } from './history.tsx';
import { useModel } from './model-context.ts';
import { NextStep } from './next-step.tsx';
import { Face, When } from './parts.tsx';
import { QueuedConflicts } from './queued-conflict.tsx';
import { Stage } from './stage.tsx';
import { PulseView, StandingView } from './standing.tsx';
import { BackToAll } from './stranger.tsx';
import { Tags } from './tags.tsx';

export function CardView({ subject }: { subject: ContactSubject }) {
  const { words, now, me, details } = useModel();
  const { contact } = subject.card;
  const { archived_at } = contact;
  return (
    // Keyed by person: nothing typed or opened for one is ever carried to the next.
    <main class="page card" data-state="contact" data-contact={contact.id} key={contact.id}>
      {subject.back || subject.person === null ? <BackToAll /> : null}
      <Who subject={subject} />
      {details.open.value ? <DetailsView subject={subject} /> : null}
      {archived_at === null ? null : (
        <p class="box box-warn">
          {words.t('archived', { date: words.date(Date.parse(archived_at), now.value, me.value?.zone ?? 'UTC') })}{' '}
          <button
            type="button"
            class="link"
            data-act="restore"
            onClick={() => void details.setArchived(subject, false)}
          >
            {words.t('details.restore')}
          </button>
        </p>
      )}
      <DuplicateLine subject={subject} />
      <QueuedConflicts subject={subject} />
      <Stage subject={subject} />
      <StandingView subject={subject} />
      <Tags subject={subject} />
      <Facts subject={subject} />
      <NextStep subject={subject} />
      <Happened subject={subject} />
      <PulseView subject={subject} />
      <History subject={subject} />
    </main>
  );
}

function Who({ subject }: { subject: ContactSubject }) {
  const { words, details } = useModel();
  const { t } = words;
  const { contact, owner, me } = subject.card;
  // The address of the open conversation first: that is how the rep knows it is the right one.
  const open = contact.identities.find((one) => one.handle === subject.person?.handle?.toLowerCase());
  const shown = open ?? contact.identities[0];
  const others = contact.identities.length - 1;
  return (
    <div class="who">
      <Face name={contact.display_name} />
      <div>
        <h1 class="name">
          <bdi>{contact.display_name}</bdi>
        </h1>
        <p class="soft">
          {contact.company === null ? null : (
            <>
              <bdi>{contact.company}</bdi>
              {' · '}
            </>
          )}
          {shown === undefined ? null : (
            <bdi title={contact.identities.map((one) => `${words.channel(one.channel)}: ${one.display}`).join('\n')}>
              {shown.display}
            </bdi>
          )}
          {others > 0 ? ` ${t('who.more', { count: others })}` : ''}
        </p>
        <p class="soft">
          {owner === null
            ? t('who.no-owner')
            : owner.id === me.id
              ? t('who.owner-you')
              : t('who.owner', { name: owner.name })}
          {' · '}
          {contact.last_touch_at === null ? t('who.no-touch') : <LastTouch at={contact.last_touch_at} />}
        </p>
      </div>
      <button
        type="button"
        class="icon"
        data-act="details"
        aria-expanded={details.open.value}
        aria-label={t('details.title')}
        title={t('details.title')}
        onClick={() => {
          if (details.open.value) details.open.value = false;
          else void details.show();
        }}
      >
        ⋯
      </button>
    </div>
  );
}

function LastTouch({ at }: { at: string }) {
  const { words } = useModel();
  const [before = '', after = ''] = words.t('who.touch').split('{when}');
  return (
    <>
      {before}
      <When at={at} />
      {after}
    </>
  );
}
