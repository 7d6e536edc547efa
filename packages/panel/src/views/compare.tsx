// Two people side by side: what they share is quiet, what differs is chosen by a press, and what a merge would do is said
// before it is done.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import {
  type Comparison,
  differing,
  differingStages,
  otherSide,
  type Rehearsal,
  type Takeable,
} from '../model/merging.ts';
import { positionOf, stageNamed } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { Card } from '../model/wire.ts';

import { useModel } from './model-context.ts';
import { Face, Notice, When } from './parts.tsx';

const LABELS = {
  display_name: 'new.name',
  company: 'new.company',
  owner_id: 'details.owner',
  source: 'merge.source',
} as const;
const SIDES = ['first', 'second'] as const;
type Side = (typeof SIDES)[number];

export function Compare({ of, otherId, onClose }: { of: ContactSubject; otherId: string; onClose(): void }) {
  const { merging, words } = useModel();
  const { t } = words;
  useEffect(() => {
    void merging.compare(of, otherId);
    return merging.close;
  }, [merging, of, otherId]);
  const state = merging.state.value;
  if (state.status === 'failed')
    return (
      <main class="page" data-state="compare-failed">
        <Notice title={t('failed.other.title')} text={t('merge.gone')} tone="warn">
          <button type="button" class="secondary" onClick={onClose}>
            {t('close')}
          </button>
        </Notice>
      </main>
    );
  if (state.status === 'loading')
    return (
      <main class="page" data-state="loading" aria-busy="true">
        <h1 class="unseen">{t('loading')}</h1>
        <div class="skeleton" aria-hidden="true">
          <i class="sk-box" />
          <i class="sk-box" />
        </div>
      </main>
    );
  const { comparison, rehearsal } = state;
  return (
    <main class="page compare" data-state="compare" data-rehearsal={rehearsal.status}>
      <h1>{t('merge.title')}</h1>
      <Heads comparison={comparison} />
      <Rows comparison={comparison} />
      <Plan comparison={comparison} rehearsal={rehearsal} />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          data-act="merge"
          disabled={rehearsal.status !== 'ready'}
          onClick={async () => {
            if (await merging.merge(comparison)) onClose();
          }}
        >
          {t('merge.do')}
        </button>
        <button
          type="button"
          class="secondary"
          data-act="not-same"
          onClick={() => {
            onClose();
            void merging.notSame(of, comparison.second.contact);
          }}
        >
          {t('duplicate.not-same')}
        </button>
      </div>
    </main>
  );
}

/** Who survives: the two as cards, one of them chosen. */
function Heads({ comparison }: { comparison: Comparison }) {
  const { merging, words } = useModel();
  const { t } = words;
  return (
    <fieldset class="sides" aria-label={t('merge.survives')}>
      {SIDES.map((side) => {
        const { contact } = comparison[side];
        const survives = comparison.survivor === side;
        return (
          <button
            key={side}
            type="button"
            class="side"
            data-side={side}
            aria-pressed={survives}
            onClick={() => merging.choose(comparison, { survivor: side })}
          >
            <Face name={contact.display_name} />
            <strong>
              <bdi>{contact.display_name}</bdi>
            </strong>
            <small>{t(survives ? 'merge.stays' : 'merge.goes')}</small>
          </button>
        );
      })}
    </fieldset>
  );
}

function Rows({ comparison }: { comparison: Comparison }) {
  const { words, merging } = useModel();
  const { t } = words;
  const open = differing(comparison);
  const stages = differingStages(comparison);
  const shownOf = (card: Card, field: Takeable) =>
    field === 'owner_id' ? (card.owner?.name ?? null) : card.contact[field];
  const lifecycles = new Map(
    [...comparison.first.lifecycles, ...comparison.second.lifecycles].map((one) => [one.key, one]),
  );
  const tags = (card: Card) => words.list(card.contact.tags.map((key) => words.tag(card.tag_groups, key)));
  return (
    <dl class="both">
      {(['display_name', 'company', 'owner_id', 'source'] as const).map((field) => (
        <Row
          key={field}
          label={t(LABELS[field])}
          cells={SIDES.map((side) => shownOf(comparison[side], field))}
          chosen={open.includes(field) ? (comparison.take[field] ?? comparison.survivor) : undefined}
          onChoose={(side) => merging.choose(comparison, { take: { ...comparison.take, [field]: side } })}
        />
      ))}
      {[...lifecycles.values()].map((lifecycle) => {
        const at = (side: Side) => positionOf(comparison[side].contact, lifecycle.key);
        const chosenStage = comparison.stages[lifecycle.key] ?? at(comparison.survivor);
        return (
          <Row
            key={lifecycle.key}
            label={lifecycles.size > 1 ? words.label(lifecycle.labels) : t('merge.stage')}
            cells={SIDES.map((side) => words.label(stageNamed(lifecycle, at(side))?.labels) || null)}
            chosen={
              stages.includes(lifecycle.key) ? (SIDES.find((side) => at(side) === chosenStage) ?? 'first') : undefined
            }
            onChoose={(side) =>
              merging.choose(comparison, { stages: { ...comparison.stages, [lifecycle.key]: at(side) ?? '' } })
            }
          />
        );
      })}
      <Row
        label={t('details.addresses')}
        cells={SIDES.map((side) => {
          const { identities } = comparison[side].contact;
          return identities.length === 0 ? null : (
            <ul>
              {identities.map((one) => (
                <li key={one.id}>
                  <small>{words.channel(one.channel)}</small> <bdi>{one.display}</bdi>
                </li>
              ))}
            </ul>
          );
        })}
      />
      <Row label={t('tags.label')} cells={SIDES.map((side) => tags(comparison[side]) || null)} />
      <Row
        label={t('merge.touch')}
        cells={SIDES.map((side) => {
          const at = comparison[side].contact.last_touch_at;
          return at === null ? null : <When at={at} />;
        })}
      />
      <Row
        label={t('merge.since')}
        cells={SIDES.map((side) => <When key={side} at={comparison[side].contact.created_at} as="moment" />)}
      />
    </dl>
  );
}

/** One line of both; with `chosen` the rep says which of the two stays. */
function Row({
  label,
  cells,
  chosen,
  onChoose,
}: {
  label: string;
  cells: ComponentChildren[];
  chosen?: Side | undefined;
  onChoose?: (side: Side) => void;
}) {
  if (cells.every((cell) => cell === null)) return null;
  return (
    <div class="both-row">
      <dt>{label}</dt>
      {SIDES.map((side, i) => (
        <dd key={side}>
          {chosen === undefined || cells[i] === null ? (
            (cells[i] ?? <span class="faint">–</span>)
          ) : (
            <button
              type="button"
              class="pick"
              aria-pressed={chosen === side}
              aria-label={typeof cells[i] === 'string' ? `${label}: ${cells[i]}` : label}
              onClick={() => onChoose?.(side)}
            >
              {cells[i]}
            </button>
          )}
        </dd>
      ))}
    </div>
  );
}

function Plan({ comparison, rehearsal }: { comparison: Comparison; rehearsal: Rehearsal }) {
  const { words } = useModel();
  const { t } = words;
  if (rehearsal.status === 'failed')
    return (
      <p class="box box-warn" role="alert">
        {rehearsal.detail}
      </p>
    );
  const loser = comparison[otherSide(comparison.survivor)].contact.display_name;
  const survivor = comparison[comparison.survivor].contact.display_name;
  const moved =
    rehearsal.status === 'ready'
      ? Object.entries(rehearsal.merge.moved).flatMap(([kind, count]) =>
          count > 0 ? (words.said(`merge.moved.${kind}`, { count }) ?? []) : [],
        )
      : [];
  return (
    <div class="box plan" role="status">
      {rehearsal.status === 'asking' ? (
        <p class="soft">{t('merge.asking')}</p>
      ) : (
        <>
          <p>
            {moved.length === 0
              ? t('merge.nothing-moves', { name: survivor })
              : t('merge.moves', { name: survivor, what: words.list(moved) })}
          </p>
          <p class="soft">{t('merge.leads', { loser, survivor })}</p>
        </>
      )}
    </div>
  );
}
