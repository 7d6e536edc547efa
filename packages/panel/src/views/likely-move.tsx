// The move a rep most likely makes next, with the criteria that speak for it.
import type { ContactSubject } from '../model/subject.ts';
import type { CardLifecycle, CardStage } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

/** The move a rep most likely makes next, and what speaks for it. */
export function LikelyMove({ subject, lifecycle }: { subject: ContactSubject; lifecycle: CardLifecycle }) {
  const { moves, words } = useModel();
  const { t, label } = words;
  const current = moves.stageOf(subject.card, lifecycle.key);
  const at = lifecycle.stages.findIndex((one) => one.key === current);
  const next = lifecycle.stages[at + 1];
  if (next === undefined) return <p class="soft">{t('move.last')}</p>;
  const ticks = moves.ticksOf(subject.card.contact.id);
  const groups = criteriaGroups(next);
  const isMet = (one: CardStage['criteria'][number]) => one.met || ticks.includes(one.key);
  const met = groups.filter((group) => group.some(isMet)).length;
  return (
    <div class="box">
      <div class="move-line">
        <button type="button" class="primary" data-act="move" onClick={() => moves.choose(subject, next.key)}>
          {t('move.to', { stage: label(next.labels) })} <Key>{at + 2}</Key>
        </button>
        {groups.length > 0 ? <span class="soft">{t('move.met', { met, all: groups.length })}</span> : null}
      </div>
      {groups.length > 0 ? (
        <ul class="criteria">
          {groups.map((group) => (
            <li key={group[0]?.key}>
              {group.length > 1 ? <small class="faint">{t('move.any')}</small> : null}
              {group.map((one) => (
                <Criterion
                  key={one.key}
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

function Criterion({ text, met, onTick }: { text: string; met: boolean; onTick: (() => void) | undefined }) {
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
    <button type="button" class="criterion tickable" aria-pressed={met} onClick={onTick}>
      {mark}
    </button>
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
