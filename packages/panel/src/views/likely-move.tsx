// The move a rep most likely makes next, with the criteria that speak for it.
import { moveTo } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, CardStage } from '../model/wire.ts';
import { CloseLink } from './closing.tsx';
import { effectsOf } from './effects.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

/** The move a rep most likely makes next, and what speaks for it. */
export function LikelyMove({ subject, lifecycle }: { subject: ContactSubject; lifecycle: CardLifecycle }) {
  const { moves, words } = useModel();
  const { t, label } = words;
  const current = moves.stageOf(subject.card, lifecycle.key);
  const at = lifecycle.stages.findIndex((one) => one.key === current);
  const next = lifecycle.stages[at + 1];
  if (next === undefined)
    return (
      <p class="soft move-line">
        {t('move.last')}
        <CloseLink subject={subject} lifecycle={lifecycle} />
      </p>
    );
  const ticks = moves.ticksOf(subject.card.contact.id);
  const groups = criteriaGroups(next);
  const isMet = (one: CardStage['criteria'][number]) => one.met || ticks[one.key] !== undefined;
  const effects = effectsOf(words, moveTo(subject.card, lifecycle.key, next.key), lifecycle.stages[at]);
  const met = groups.filter((group) => group.some(isMet)).length;
  return (
    <div class="box">
      <div class="move-line">
        <button type="button" class="primary" data-act="move" onClick={() => moves.choose(subject, next.key)}>
          {t('move.to', { stage: label(next.labels) })} <Key>{at + 2}</Key>
        </button>
        <CloseLink subject={subject} lifecycle={lifecycle} />
      </div>
      {groups.length === 0 && effects === '' ? null : (
        <p class="soft effects">
          {groups.length > 0 ? t('move.met', { met, all: groups.length }) : null}
          {groups.length > 0 && effects !== '' ? ' · ' : null}
          {effects === '' ? null : (
            <>
              <span aria-hidden="true">→ </span>
              {effects}
            </>
          )}
        </p>
      )}
      {groups.length > 0 ? (
        <ul class="criteria">
          {groups.map((group) => (
            <li key={group[0]?.key}>
              {group.length > 1 ? <small class="faint">{t('move.any')}</small> : null}
              {group.map((one) => (
                <Criterion
                  key={one.key}
                  shows={ticks[one.key]}
                  onShow={(said) => moves.show(subject.card.contact.id, one.key, said)}
                  text={label(one.labels)}
                  met={isMet(one)}
                  onTick={
                    one.check === 'checklist' && !one.met
                      ? () => moves.tick(subject.card.contact.id, one.key)
                      : undefined
                  }
                />
              ))}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface CriterionProps {
  text: string;
  met: boolean;
  onTick: (() => void) | undefined;
  /** Ticked by the rep: true, or what they say shows it. */
  shows: string | true | undefined;
  onShow(said: string): void;
}

function Criterion({ text, met, onTick, shows, onShow }: CriterionProps) {
  const { t } = useModel().words;
  const mark = (
    <>
      <span class={met ? 'mark ok' : 'mark faint'} aria-hidden="true">
        {met ? '✓' : '○'}
      </span>
      {text}
    </>
  );
  if (onTick === undefined) return <div class="criterion">{mark}</div>;
  return (
    <>
      <button type="button" class="criterion tickable" aria-pressed={met} onClick={onTick}>
        {mark}
      </button>
      {shows === undefined ? null : (
        <input
          class="shows"
          name="evidence"
          aria-label={`${text}: ${t('move.shows')}`}
          placeholder={t('move.shows')}
          maxLength={500}
          value={shows === true ? '' : shows}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur();
          }}
          onInput={(event) => onShow(event.currentTarget.value)}
        />
      )}
    </>
  );
}

/** Criteria of which any one is enough stand together and count as one. */
function criteriaGroups(stage: CardStage): CardStage['criteria'][] {
  const groups = new Map<string, CardStage['criteria']>();
  for (const one of stage.criteria) {
    const key = one.any_of === null ? `one:${one.key}` : `any:${one.any_of}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
