// How a person stands beside their stage: health with the figures that told it, warmth, cadence, quadrant, other lifecycles.
import { positionOf, stageNamed } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { Card } from '../model/wire.ts';
import type { Words } from '../words/index.ts';
import { useModel } from './model-context.ts';
import { Key, When } from './parts.tsx';

const DAY_MS = 86_400_000;

/** A move proposed at the boiling point: made by the rep or not at all. */
export function Proposed({ subject }: { subject: ContactSubject }) {
  const { standing, moves, words } = useModel();
  const { t, label } = words;
  const { card } = subject;
  const proposal = standing.proposalFor(subject);
  const lifecycle = card.lifecycles.find((one) => one.key === proposal?.lifecycle);
  if (proposal === undefined || lifecycle === undefined || moves.lifecycleOf(card)?.key !== lifecycle.key) return null;
  const stage = label(stageNamed(lifecycle, proposal.to)?.labels);
  const { degrees, boiling_point } = card.temperature;
  return (
    <div class="box box-ask" data-state="proposed">
      <div>
        <strong>{t('proposal.title', { stage })}</strong>
        <p class="soft">{t('proposal.because', { degrees: Math.round(degrees), boiling: boiling_point })}</p>
      </div>
      <div class="buttons">
        <button type="button" class="primary" data-act="accept" onClick={() => standing.accept(subject, proposal)}>
          {t('move.to', { stage })} <Key>{lifecycle.stages.findIndex((one) => one.key === proposal.to) + 1}</Key>
        </button>
        <button
          type="button"
          class="secondary"
          data-act="decline"
          onClick={() => void standing.decline(subject, proposal)}
        >
          {t('proposal.decline')}
        </button>
      </div>
    </div>
  );
}

/** Beside the stage: what is wrong, if anything is, and the other lifecycles. */
export function StandingView({ subject }: { subject: ContactSubject }) {
  const { health } = subject.card;
  return (
    <dl class="standing">
      {health !== null && health.fired.length > 0 ? <Health health={health} /> : null}
      <Elsewhere subject={subject} />
    </dl>
  );
}

/**
 * What comes of the rep's own acts: a tag changes the rhythm, a call the warmth. Below the places they are done in, or a row
 * that comes and goes would move those under the hand.
 */
export function PulseView({ subject: { card } }: { subject: ContactSubject }) {
  const { words, now } = useModel();
  const { t } = words;
  const { cadence, temperature, quadrant } = card;
  const which = words.said(`quadrant.${quadrant}`);
  return (
    <dl class="standing">
      {cadence === null ? null : (
        <Row name={t('standing.cadence')}>
          {graded(words, card, cadence.tag)} · {t('cadence.every', { days: cadence.days })}
          {' · '}
          {Date.parse(cadence.due_at) <= now.value ? (
            <span class="warn">{overdue(words, now.value - Date.parse(cadence.due_at))}</span>
          ) : (
            <span class="soft">{t('cadence.in', { time: words.span(Date.parse(cadence.due_at) - now.value) })}</span>
          )}
        </Row>
      )}
      {temperature.degrees < 1 ? null : <Warmth temperature={temperature} />}
      {which === undefined ? null : <Row name={t('standing.quadrant')}>{which}</Row>}
    </dl>
  );
}

/** Nobody is late by minutes: within the day it is simply due. */
const overdue = ({ t, span }: Words, ms: number) =>
  ms < DAY_MS ? t('cadence.now') : t('cadence.overdue', { time: span(ms) });

/** "Grade A", once where the tag says its group itself. */
function graded({ tag, label }: Words, { tag_groups }: Card, key: string): string {
  const name = tag(tag_groups, key);
  const group = label(tag_groups.find((one) => one.tags.some((each) => each.key === key))?.labels);
  return name.startsWith(group) ? name : `${group} ${name}`;
}

function Row({ name, children, tone }: { name: string; children: preact.ComponentChildren; tone?: string }) {
  return (
    <div class={tone === undefined ? 'fact' : `fact ${tone}`}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Health({ health }: { health: NonNullable<Card['health']> }) {
  const { words } = useModel();
  return (
    <Row name={words.t('standing.health')}>
      <b class="warn" data-health={health.state}>
        <span aria-hidden="true">▲ </span>
        {words.said(`health.${health.state}`) ?? health.state}
      </b>
      {health.fired.map((one) => (
        <span key={one.rule} class="line-of" data-rule={one.rule}>
          {firedText(words, one)}
        </span>
      ))}
    </Row>
  );
}

/** The rule in words with its figures; a rule this panel does not know shows the figures alone. */
function firedText({ said }: Words, { rule, figures }: NonNullable<Card['health']>['fired'][number]): string {
  return (
    said(`fired.${rule}`, figures) ??
    Object.entries(figures)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  );
}

function Warmth({ temperature: { degrees, boiling_point, boiling } }: { temperature: Card['temperature'] }) {
  const { t } = useModel().words;
  const text = t('warmth.degrees', { degrees: Math.round(degrees), boiling: boiling_point });
  return (
    <Row name={t('standing.warmth')}>
      <span class="warmth">
        <span class="meter" aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * degrees) / boiling_point)}%` }} />
        </span>
        <span class={boiling ? 'warn' : 'soft'}>{text}</span>
      </span>
    </Row>
  );
}

/** Where they are in the other lifecycles; a press looks at that one. */
function Elsewhere({ subject: { card } }: { subject: ContactSubject }) {
  const { moves, words } = useModel();
  const { t, label } = words;
  const shown = moves.lifecycleOf(card);
  const others = card.lifecycles.filter((one) => one !== shown);
  if (others.length === 0) return null;
  return (
    <Row name={t('standing.elsewhere')}>
      <span class="chips">
        {others.map((one) => {
          const entered = card.contact.stages.find(({ lifecycle }) => lifecycle === one.key)?.entered_at;
          return (
            <button
              key={one.key}
              type="button"
              class="chip"
              data-elsewhere={one.key}
              onClick={() => {
                moves.settle();
                moves.lookedAt.value = one.key;
              }}
            >
              <span class="soft">{label(one.labels)}</span>{' '}
              <b>{label(stageNamed(one, positionOf(card.contact, one.key))?.labels)}</b>
              {entered === undefined ? null : (
                <span class="soft">
                  <When at={entered} />
                </span>
              )}
            </button>
          );
        })}
      </span>
    </Row>
  );
}
