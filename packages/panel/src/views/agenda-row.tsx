// One step of the agenda, and what its keys do: arrows go through the list, Enter opens the person, x is done, s puts off to
// tomorrow, w by a week, u takes back.
import { localAt } from '@sidestage/domain';
import type { Model } from '../model/index.ts';
import type { FollowUp } from '../model/wire.ts';
import { repeatText } from '../words/repeats.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';
import { Tick } from './tick.tsx';

const DAY_MS = 86_400_000;

/** The same step some days from today, at nine, in the rep's own zone. */
function inDays({ clock, me }: Model, step: FollowUp, days: number): { local: string; zone: string } {
  const zone = me.peek()?.zone ?? step.due.zone;
  return { local: `${localAt(clock.now() + days * DAY_MS, zone).slice(0, 10)}T09:00`, zone };
}

/** Opens the agenda with the focus on its first row, as soon as there is one, unless the rep is elsewhere by then. */
export function openAgenda(root: HTMLElement, { overlay }: Model): boolean {
  overlay.value = { view: 'today' };
  const { ownerDocument: document } = root;
  const before = document.activeElement;
  const isSettled = (): boolean => {
    const now = document.activeElement;
    const isElsewhere = now !== before && now?.matches('button, input, select, textarea, summary') === true;
    if (overlay.peek()?.view !== 'today' || isElsewhere) return true;
    const first = root.querySelector<HTMLElement>('.due .row');
    first?.focus();
    return first !== null;
  };
  // Drawn in this turn's microtasks, or when the steps have come.
  const drawn = new MutationObserver(() => {
    if (isSettled()) drawn.disconnect();
  });
  drawn.observe(root, { childList: true, subtree: true });
  return true;
}

function neighbour(row: HTMLElement, by: 1 | -1): HTMLElement | undefined {
  const all = [...(row.closest('.due')?.querySelectorAll<HTMLElement>('.row') ?? [])];
  return all[all.indexOf(row) + by];
}

type RowActs = Record<string, (row: HTMLElement) => void>;

/** What keys do on a row: the arrows go to the one beside it, the rest is the row's own. */
export function rowKeys(own: RowActs) {
  const acts: RowActs = {
    ArrowDown: (row) => neighbour(row, 1)?.focus(),
    ArrowUp: (row) => neighbour(row, -1)?.focus(),
    ...own,
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act(event.currentTarget as HTMLElement);
  };
}

export function AgendaRow({ step, tone }: { step: FollowUp; tone: 'warn' | 'plain' }) {
  const model = useModel();
  const { words, subjects, overlay, now, agendaActs, toasts } = model;
  const { t } = words;

  const onKeyDown = rowKeys({
    x: (row) => leave(row, () => agendaActs.complete(step)),
    s: (row) => leave(row, () => agendaActs.snooze(step, inDays(model, step, 1))),
    w: (row) => leave(row, () => agendaActs.snooze(step, inDays(model, step, 7))),
    u: () => void toasts.undo(),
  });

  return (
    <li class="agenda-row">
      <Tick step={step} onDone={() => void agendaActs.complete(step)} />
      <button
        type="button"
        class="row"
        data-step={step.id}
        aria-keyshortcuts="x s w u"
        onKeyDown={onKeyDown}
        onClick={() => {
          overlay.value = null;
          void subjects.open(step.contact_id);
        }}
      >
        <span class="row-main">
          <span class="row-head">
            <strong>
              <bdi>{step.contact_name}</bdi>
            </strong>
            <small class={tone === 'warn' ? 'warn' : 'soft'}>{words.due(step.due, now.value)}</small>
          </span>
          <span>
            {step.title}
            {step.repeat === null ? null : <span class="soft"> ↻ {repeatText(words, step.repeat, now.value)}</span>}
          </span>
        </span>
      </button>
      <button
        type="button"
        class="chip later"
        data-act="snooze"
        title={t('next.tomorrow')}
        aria-label={`${t('next.tomorrow')}: ${step.title}`}
        onClick={() => void agendaActs.snooze(step, inDays(model, step, 1))}
      >
        {t('agenda.tomorrow')}
      </button>
    </li>
  );
}

/** The focus goes on to the next step before this one leaves the list. */
function leave(row: HTMLElement, act: () => Promise<void>): void {
  (neighbour(row, 1) ?? neighbour(row, -1))?.focus();
  void act();
}

/** What the keys are, once, below the list. */
export function AgendaKeys({ steps, handed }: { steps: boolean; handed: boolean }) {
  const { t } = useModel().words;
  const keys: [string, string][] = [
    ['↑↓', ''],
    ...(handed ? [['o', t('outbox.open')] as [string, string]] : []),
    ...(steps
      ? ([
          ['x', t('agenda.done')],
          ['s', t('agenda.tomorrow')],
          ['w', t('agenda.week')],
          ['u', t('undo')],
        ] as [string, string][])
      : []),
  ];
  return (
    <p class="soft agenda-keys" aria-hidden="true">
      {keys.map(([key, does]) => (
        <span key={key}>
          <Key>{key}</Key> {does}
        </span>
      ))}
    </p>
  );
}
