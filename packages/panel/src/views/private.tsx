// Nobody was looked up: the rep ignores this address, or asks for each look-up on this channel.
import type { Person } from '../model/person.ts';
import type { Subject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';
import { Face, Notice } from './parts.tsx';
import { nameGuess } from './person-name.ts';

type Of<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

export function Ignored({ subject }: { subject: Of<'ignored'> }) {
  const { words, privacy } = useModel();
  const { t } = words;
  const { person } = subject;
  return (
    <main class="page" data-state="ignored">
      <Notice title={t('ignored.title')} text={t('ignored.text', { handle: person.handle ?? person.name ?? '' })}>
        <button
          type="button"
          class="secondary"
          data-act="stop-ignoring"
          onClick={() => void privacy.ignore(person, false)}
        >
          {t('ignored.stop')}
        </button>
      </Notice>
    </main>
  );
}

export function AskFirst({ subject }: { subject: Of<'ask'> }) {
  const { words, subjects } = useModel();
  const { t } = words;
  const { person } = subject;
  return (
    <main class="page" data-state="ask">
      <div class="who">
        <Face name={nameGuess(person)} />
        <div>
          <h1 class="name">
            <bdi>{nameGuess(person)}</bdi>
          </h1>
          <p class="soft">{person.handle ?? words.channel(person.channel)}</p>
        </div>
      </div>
      <p class="soft">{t('ask.text')}</p>
      <button type="button" class="primary wide" data-act="look-up" onClick={() => void subjects.lookUp(person)}>
        {t('ask.button')}
      </button>
      <LookUpSwitch person={person} />
    </main>
  );
}

/** Whether people of this channel are looked up by themselves. */
export function LookUpSwitch({ person }: { person: Person }) {
  const { words, privacy } = useModel();
  const { channel } = person;
  const asks = privacy.asksFirst(channel);
  return (
    <button type="button" class="link" data-act="look-up-switch" onClick={() => void privacy.askFirst(channel, !asks)}>
      {words.t(asks ? 'ask.by-itself' : 'ask.on-click', { channel: words.channel(channel) })}
    </button>
  );
}
