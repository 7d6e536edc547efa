// What comes next: the open steps, and the one line that makes a new one. What the line is read as is shown before Enter.
import { useSignal } from '@preact/signals';
import { type FollowUpLine, localAt, parseFollowUpLine } from '@sidestage/domain';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { FollowUp } from '../model/wire.ts';
import type { NextStep as NextStepToPlan } from '../model/work.ts';
import { repeatText } from '../words/repeats.ts';
import { CadenceHint } from './cadence-hint.tsx';
import { useModel } from './model-context.ts';
import { Key, Section } from './parts.tsx';
import { Tick } from './tick.tsx';
import { leaveField, useDraft } from './use-draft.ts';
import { focusFirstChoice, WhichTime } from './which-time.tsx';

type NextDue = NextStepToPlan['due'];

/** What a line says, with the time the rep took. */
export function nextOf({ title, repeat }: FollowUpLine, due: NextDue): NextStepToPlan {
  return { title, due, ...(repeat === null ? {} : { repeat }) };
}

const DAY_MS = 86_400_000;

export function NextStep({ subject }: { subject: ContactSubject }) {
  const { words, work, clock, locale } = useModel();
  const { t } = words;
  const { contact, follow_ups, me } = subject.card;
  const line = useDraft(contact.id, 'next');
  const pressed = useSignal(false);
  const read = parseFollowUpLine(line.value, { now: clock.now(), zone: me.zone, locale: locale.value });

  const submit = (event: Event) => {
    event.preventDefault();
    pressed.value = true;
    if (read.due === null || read.title === '') return;
    if (read.choices.length > 0) return focusFirstChoice(event);
    void save(read.due, event);
  };

  const save = async (due: NextDue, event: Event) => {
    pressed.value = true;
    if (read.title === '') return;
    const typed = line.value;
    line.value = '';
    pressed.value = false;
    leaveField(event);
    const kept = await work.planNext(subject, nextOf(read, due));
    // Refused: the words come back, unless something new was typed meanwhile.
    if (!kept && line.value === '') line.value = typed;
  };

  return (
    <Section title={t('next.title')} id="next-title">
      <ul class="steps">
        {follow_ups.map((step) => (
          <Step key={step.id} subject={subject} step={step} />
        ))}
      </ul>
      <form onSubmit={submit}>
        <div class="line">
          <input
            name="next"
            aria-labelledby="next-title"
            aria-describedby="next-read"
            placeholder={t('next.placeholder')}
            maxLength={300}
            autocomplete="off"
            value={line.value}
            onInput={(event) => {
              line.value = event.currentTarget.value;
              pressed.value = false;
            }}
          />
          {line.value === '' ? <Key>f</Key> : null}
        </div>
        <div id="next-read" aria-live="polite">
          {line.value.trim() === '' ? (
            follow_ups.length === 0 ? (
              <CadenceHint subject={subject} />
            ) : null
          ) : (
            <ReadLine read={read} pressed={pressed.value} />
          )}
        </div>
        <WhichTime read={read} onChoose={(due, event) => void save(due, event)} />
      </form>
    </Section>
  );
}

/** How a line is understood, before it is saved. */
export function ReadLine({ read, pressed }: { read: FollowUpLine; pressed: boolean }) {
  const { words, clock } = useModel();
  const { t } = words;
  if (read.due === null) return <p class={pressed ? 'read bad' : 'read soft'}>{t('next.no-time')}</p>;
  return (
    <p class="read">
      <span class="faint" aria-hidden="true">
        ↳
      </span>{' '}
      <b class={read.certain ? '' : 'warn'}>{words.due(read.due, clock.now())}</b>{' '}
      {read.repeat === null ? null : <b>{repeatText(words, read.repeat, clock.now())} </b>}
      <span class="soft">
        {words.zone(read.due.zone)} ·{' '}
        {read.title === '' ? <span class={pressed ? 'bad' : ''}>{t('next.no-title')}</span> : read.title} ·{' '}
        {read.certain ? t('next.enter') : `${t('next.unsure')} · ${t('next.enter')}`}
      </span>
    </p>
  );
}

function Step({ subject, step }: { subject: ContactSubject; step: FollowUp }) {
  const { words, work, now } = useModel();
  const { t } = words;
  const open = useSignal(false);
  const soon = step.bucket !== 'upcoming';
  return (
    <li class={soon ? 'step step-soon' : 'step'} data-step={step.id}>
      <div class="step-line">
        <Tick step={step} onDone={() => void work.close(subject, step, 'complete')} />
        <b class={soon ? 'warn' : ''}>{words.due(step.due, now.value)}</b>
        <span class="row-main">
          {step.title}
          {step.repeat === null ? null : <span class="soft"> ↻ {repeatText(words, step.repeat, now.value)}</span>}
        </span>
        <button
          type="button"
          class="icon"
          data-act="more"
          aria-expanded={open.value}
          aria-label={t('next.more', { title: step.title })}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          ⋯
        </button>
      </div>
      {open.value ? <PutOff subject={subject} step={step} /> : null}
    </li>
  );
}

function PutOff({ subject, step }: { subject: ContactSubject; step: FollowUp }) {
  const { words, work, clock } = useModel();
  const { t } = words;
  const { zone } = subject.card.me;
  const inDays = (days: number, time: string) => ({
    local: `${localAt(clock.now() + days * DAY_MS, zone).slice(0, 10)}T${time}`,
    zone,
  });
  const clockTime = step.due.local.slice(11, 16);
  return (
    <div class="buttons">
      <button type="button" class="chip" onClick={() => void work.snooze(subject, step, inDays(1, '09:00'))}>
        {t('next.tomorrow')}
      </button>
      <button type="button" class="chip" onClick={() => void work.snooze(subject, step, inDays(3, clockTime))}>
        {t('next.in-3-days')}
      </button>
      <button type="button" class="chip" onClick={() => void work.snooze(subject, step, inDays(7, clockTime))}>
        {t('next.next-week')}
      </button>
      <button type="button" class="chip" onClick={() => void work.close(subject, step, 'cancel')}>
        {t(step.repeat === null ? 'next.drop' : 'next.end')}
      </button>
    </div>
  );
}
