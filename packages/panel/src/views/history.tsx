// The timeline of one person, newest first, day by day. Moves are filled dots; what was taken back stays, struck through.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ContactSubject } from '../model/subject-kinds.ts';
import { FILTERS, type Filter } from '../model/timeline.ts';
import type { Card, TimelineItem } from '../model/wire.ts';
import type { Words } from '../words/index.ts';
import { useModel } from './model-context.ts';
import { Section, When } from './parts.tsx';

export function History({ subject }: { subject: ContactSubject }) {
  const { words, moves, now, me, timeline, merging } = useModel();
  const { t } = words;
  const { contact, undo } = subject.card;
  const { filter, status } = timeline.of(contact.id);
  useEffect(() => timeline.changed(contact.id), [timeline, contact.id, contact.version]);
  const rows = timeline.rows(subject.card);
  const reverted = new Set(rows.flatMap((one) => (one.type === 'contact.merge_reverted' ? [one.merge_id] : [])));
  // The row that takes back is told by the row it took back.
  const items = rows.filter((one) => one.transition === undefined || one.transition.voids === null);
  const zone = me.value?.zone ?? 'UTC';
  const dayOf = ({ at }: TimelineItem) => words.day(Date.parse(at), now.value, zone);
  const days = Map.groupBy(items, dayOf);
  const canUndo = (item: TimelineItem) =>
    undo !== null && item.transition?.id === undo.transition_id && Date.parse(undo.until) > now.value;
  return (
    <Section title={t('history.title')} id="history-title">
      <fieldset class="chips filters" aria-label={t('history.show')}>
        {(Object.keys(FILTERS) as Filter[]).map((one) => (
          <button
            key={one}
            type="button"
            class="chip"
            data-filter={one}
            aria-pressed={filter === one}
            onClick={() => timeline.choose(contact.id, one)}
          >
            {t(`history.filter.${one}`)}
          </button>
        ))}
      </fieldset>
      {items.length === 0 && status === 'ready' ? <p class="soft">{t('history.none')}</p> : null}
      <div class="timeline">
        {[...days].map(([day, of]) => (
          <div key={day}>
            <h3 class="day">{day}</h3>
            <ol>
              {of.map((item) => (
                <li key={item.id} class={`event event-${item.kind}${item.voided ? ' voided' : ''}`}>
                  <div class="event-what">
                    <What item={item} card={subject.card} />
                  </div>
                  <div class="event-meta">
                    <When at={item.at} as="clock" /> · <Who item={item} card={subject.card} />
                    <Details item={item} card={subject.card} />
                    {item.voided ? ` · ${t('history.voided')}` : ''}
                    {canUndo(item) ? (
                      <>
                        {' · '}
                        <button
                          type="button"
                          class="link"
                          data-act="undo-move"
                          onClick={() => void (item.transition && moves.undo(subject, item.transition))}
                        >
                          {t('undo')}
                        </button>
                      </>
                    ) : null}
                    {item.type === 'contact.merged' && item.merge_id !== undefined && !reverted.has(item.merge_id) ? (
                      <>
                        {' · '}
                        <button
                          type="button"
                          class="link"
                          data-act="revert-merge"
                          onClick={() => void merging.revert(item.merge_id ?? '')}
                        >
                          {t('undo')}
                        </button>
                      </>
                    ) : null}
                  </div>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      {status === 'failed' ? <p class="bad">{t('history.failed')}</p> : null}
      {timeline.hasMore(subject.card) || status === 'failed' ? (
        <button
          type="button"
          class="link more"
          data-act="more-history"
          disabled={status === 'loading'}
          onClick={() => void timeline.more(contact.id)}
        >
          {t(status === 'failed' ? 'try-again' : 'history.more')}
        </button>
      ) : null}
    </Section>
  );
}

function What({ item, card }: { item: TimelineItem; card: Card }): ComponentChildren {
  const { words } = useModel();
  const { t, said } = words;
  const { transition, interaction, follow_up, handover } = item;
  if (transition !== undefined) {
    const to = stageLabel(words, card, transition.lifecycle, transition.to);
    if (transition.outcome === 'open') return t('history.reopened', { stage: to });
    if (transition.outcome !== null) {
      const outcome = said(`outcome.${transition.outcome}`) ?? transition.outcome;
      return t('history.closed', { stage: to, outcome });
    }
    if (transition.from === null) return t('history.entered', { stage: to });
    return (
      <>
        {stageLabel(words, card, transition.lifecycle, transition.from)} → <b>{to}</b>
      </>
    );
  }
  if (interaction !== undefined) {
    const kind = said(`log.${interaction.kind}`) ?? interaction.kind;
    return (
      <>
        <span class="soft">{kind}</span> {interaction.summary}
      </>
    );
  }
  if (follow_up !== undefined) {
    const values = { title: follow_up.title };
    return said(`history.follow_up.${item.change}`, values) ?? t('history.follow_up.updated', values);
  }
  if (handover !== undefined) {
    const names = { from: words.owner(handover.from_function), to: words.owner(handover.to_function) };
    return said(`history.handover.${item.change}`, names) ?? t('history.contact');
  }
  if (item.kind === 'tags') {
    const names = (keys: string[] = []) => words.list(keys.map((key) => words.tag(card.tag_groups, key)));
    const added = item.added?.length ? t('history.tags-added', { tags: names(item.added) }) : '';
    const removed = item.removed?.length ? t('history.tags-removed', { tags: names(item.removed) }) : '';
    return words.list([added, removed].filter(Boolean));
  }
  if (item.kind === 'identity') {
    const key = item.type === 'identity.added' ? 'history.identity-added' : 'history.identity-removed';
    return t(key, { channel: words.channel(item.channel ?? '') });
  }
  if (item.type === 'contact.updated') {
    const { fields = [], owner } = item;
    const others = owner === undefined ? fields : fields.filter((field) => field !== 'owner_id');
    const names = others.flatMap((field) => said(`field.${field}`) ?? []);
    const changed = names.length === 0 ? '' : t('history.contact-fields', { fields: words.list(names) });
    return [owner && givenTo(words, owner), changed].filter(Boolean).join(' · ') || t('history.contact');
  }
  const told = {
    'contact.created': 'history.contact-created',
    'contact.archived': 'history.contact-archived',
    'contact.restored': 'history.contact-restored',
    'contact.merged': 'history.contact-merged',
    'contact.merge_reverted': 'history.contact-merge-reverted',
  } as const;
  return t(told[item.type as keyof typeof told] ?? 'history.contact');
}

function givenTo({ t }: Words, { from, to }: NonNullable<TimelineItem['owner']>): string {
  if (to === null) return t('history.owner-none', { from: from?.name ?? '' });
  return from === null
    ? t('history.owner-given', { to: to.name })
    : t('history.owner', { from: from.name, to: to.name });
}

function Who({ item, card }: { item: TimelineItem; card: Card }) {
  const { words } = useModel();
  if (item.actor.id === card.me.id) return <>{words.t('history.by-you')}</>;
  return <>{words.t('history.by', { name: item.actor.name })}</>;
}

/** How long the stage before had lasted, where anybody could have noticed, and why it was moved. */
function Details({ item, card }: { item: TimelineItem; card: Card }) {
  const { words } = useModel();
  const { transition, handover } = item;
  if (handover?.note) return <> · “{handover.note}”</>;
  if (transition === undefined) return null;
  const { from, time_in_previous_s: before, reason, note, lifecycle } = transition;
  const why = card.reasons.find((one) => one.code === reason);
  const stage = stageLabel(words, card, lifecycle, from);
  return (
    <>
      {from === null || before === null || before < 60
        ? null
        : ` · ${words.t('history.time-before', { time: words.span(before * 1000), stage })}`}
      {why === undefined ? null : ` · ${words.label(why.labels)}`}
      {note === null ? null : ` · “${note}”`}
    </>
  );
}

function stageLabel(
  words: ReturnType<typeof useModel>['words'],
  card: Card,
  lifecycle: string,
  key: string | null,
): string {
  const stage = card.lifecycles.find((one) => one.key === lifecycle)?.stages.find((one) => one.key === key);
  return words.label(stage?.labels) || key || '';
}
