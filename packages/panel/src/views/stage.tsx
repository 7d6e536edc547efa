// Where the person stands: the rail of stages with their digits, the likely next move with its criteria, and in place of
// that whatever the last press needs: a reason, a refusal, a conflict.
import { moveTo, positionOf, stageNamed } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, CardStage } from '../model/wire.ts';
import { effectsOf } from './effects.ts';
import { HandoverLine } from './handover.tsx';
import { useModel } from './model-context.ts';
import { MoveAnswer } from './move-answer.tsx';
import { Playbook } from './playbook.tsx';
import { Proposed } from './standing.tsx';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export function Stage({ subject }: { subject: ContactSubject }) {
  const { moves, words, now } = useModel();
  const { t, label } = words;
  const { card } = subject;
  const lifecycle = moves.lifecycleOf(card);
  if (lifecycle === undefined) return <p class="soft">{t('stage.none')}</p>;
  const current = moves.stageOf(card, lifecycle.key);
  const stage = stageNamed(lifecycle, current);
  const entered = card.contact.stages.find(
    (one) => one.lifecycle === lifecycle.key && one.stage === current,
  )?.entered_at;
  const spent = entered === undefined ? 0 : now.value - Date.parse(entered);
  const usual = stage?.usual_days ?? null;
  const late = usual !== null && spent > usual * DAY_MS;
  const time = spent < MINUTE_MS ? words.ago(0, 0, 'UTC') : words.span(spent);
  return (
    <section class="stage" aria-label={label(lifecycle.labels)}>
      <div class="stage-head">
        <strong class="stage-name" data-stage={current}>
          {stage === undefined ? t('stage.none') : label(stage.labels)}
        </strong>
        <span class={late ? 'warn' : 'soft'}>
          {usual === null ? t('stage.for-only', { time }) : t('stage.for', { time, usual: words.span(usual * DAY_MS) })}
        </span>
        <span class="grow" />
        <LifecycleName card={card} lifecycle={lifecycle} />
      </div>
      <Armed lifecycle={lifecycle} />
      <Rail subject={subject} lifecycle={lifecycle} current={current} />
      {stage === undefined ? null : <Playbook subject={subject} lifecycle={lifecycle} stage={stage} key={stage.key} />}
      <Proposed subject={subject} />
      <MoveAnswer subject={subject} lifecycle={lifecycle} />
      <HandoverLine subject={subject} lifecycle={lifecycle} />
    </section>
  );
}

function LifecycleName({ card, lifecycle }: { card: ContactSubject['card']; lifecycle: CardLifecycle }) {
  const { moves, words } = useModel();
  if (card.lifecycles.length < 2) return <span class="soft">{words.label(lifecycle.labels)}</span>;
  return (
    <select
      class="quiet-select"
      aria-label={words.t('stage.lifecycle')}
      value={lifecycle.key}
      onChange={(event) => {
        moves.settle();
        moves.lookedAt.value = event.currentTarget.value;
      }}
    >
      {card.lifecycles.map((one) => (
        <option key={one.key} value={one.key}>
          {words.label(one.labels)}
        </option>
      ))}
    </select>
  );
}

/** Told while digits typed in the page are the panel's. */
function Armed({ lifecycle }: { lifecycle: CardLifecycle }) {
  const { picker, words } = useModel();
  const armed = picker.armed.value;
  const chosen = armed === null ? undefined : stageNamed(lifecycle, armed.choice);
  return (
    <div role="status">
      {armed === null ? null : (
        <p class="armed">
          {chosen === undefined
            ? words.t('picker.armed', { count: lifecycle.stages.length })
            : words.t('picker.chosen', { stage: words.label(chosen.labels) })}
        </p>
      )}
    </div>
  );
}

function Rail({
  subject,
  lifecycle,
  current,
}: {
  subject: ContactSubject;
  lifecycle: CardLifecycle;
  current: string | null;
}) {
  const { moves, words, picker } = useModel();
  const { t, label } = words;
  const chosen = picker.armed.value?.choice;
  const at = lifecycle.stages.findIndex((one) => one.key === current);
  const known = positionOf(subject.card.contact, lifecycle.key);
  const moveOf = (stage: CardStage) => moveTo(subject.card, lifecycle.key, stage.key);
  const isShut = (stage: CardStage) => stage.key !== known && moveOf(stage)?.allowed === false;
  const titleOf = (stage: CardStage) =>
    [label(stage.labels), isShut(stage) ? t('move.shut') : effectsOf(words, moveOf(stage))].filter(Boolean).join(' · ');
  return (
    <fieldset class="rail" aria-label={t('stage.rail')}>
      {lifecycle.stages.map((stage, i) => {
        const where = i === at ? 'current' : i < at ? 'done' : i === at + 1 ? 'next' : 'later';
        const said = where === 'current' || where === 'done' ? t(`stage.is-${where}`) : '';
        const digit = i + 1;
        return (
          <button
            key={stage.key}
            type="button"
            class={`cell cell-${where}${stage.key === current && known !== current ? ' on-its-way' : ''}${stage.key === chosen ? ' chosen' : ''}${isShut(stage) ? ' cell-shut' : ''}`}
            data-stage={stage.key}
            title={titleOf(stage)}
            aria-current={where === 'current' ? 'step' : undefined}
            onClick={() => moves.choose(subject, stage.key)}
          >
            <b>{digit}</b> <span>{label(stage.short)}</span>
            {said === '' ? null : <span class="unseen">{said}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
