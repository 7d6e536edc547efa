// One step of the agenda, and what its keys do: arrows go through the list, Enter opens the person, x is done, s puts off to
// tomorrow, w by a week, u takes back.
import { localAt } from '@sidestage/domain';
import type { Model } from '../model/index.ts';
import type { FollowUp } from '../model/wire.ts';
import { repeatText } from '../words/repeats.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

const DAY_MS = 86_400_000;

/** The same step some days from today, at nine, in the rep's own zone. */
function inDays({ clock, me }: Model, step: FollowUp, days: number): { local: string; zone: string } {
  const zone = me.peek()?.zone ?? step.due.zone;
  return { local: `${localAt(clock.now() + days * DAY_MS, zone).slice(0, 10)}T09:00`, zone };
}

/** Opens the agenda with the focus on its first step, as soon as there is one, unless the rep is elsewhere by then. */
export function openAgenda(root: HTMLElement, { overlay }: Model): boolean {
  overlay.value = { view: 'today' };
  const { ownerDocument: document } = root;
  const before = document.activeElement;
  const isSettled = (): boolean => {
    const now = document.activeElement;
    const isElsewhere = now !== before && now?.matches('button, input, select, textarea, summary') === true;
    if (overlay.peek()?.view !== 'today' || isElsewhere) return true;
    const first = root.querySelector<HTMLElement>('.due [data-step]');
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
  const all = [...(row.closest('.due')?.querySelectorAll<HTMLElement>('[data-step]') ?? [])];
  return all[all.indexOf(row) + by];
}

export function AgendaRow({ step, tone }: { step: FollowUp; tone: 'warn' | 'plain' }) {
  const model = useModel();
  const { words, subjects, overlay, now, agendaActs, toasts } = model;
  const { t } = words;

  const acts: Record<string, (row: HTMLElement) => void> = {
    ArrowDown: (row) => neighbour(row, 1)?.focus(),
    ArrowUp: (row) => neighbour(row, -1)?.focus(),
    x: (row) => leave(row, () => agendaActs.complete(step)),
    s: (row) => leave(row, () => agendaActs.snooze(step, inDays(model, step, 1))),
    w: (row) => leave(row, () => agendaActs.snooze(step, inDays(model, step, 7))),
    u: () => void toasts.undo(),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act(event.currentTarget as HTMLElement);
  };

  return (
    <li class="agenda-row">
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
          <strong>{step.contact_name}</strong>
          <span>
            {step.title}
            {step.repeat === null ? null : <span class="soft"> ↻ {repeatText(words, step.repeat, now.value)}</span>}
          </span>
        </span>
        <span class={tone === 'warn' ? 'row-side warn' : 'row-side soft'}>{words.due(step.due, now.value)}</span>
      </button>
      <button
        type="button"
        class="icon"
        data-act="snooze"
        title={t('next.tomorrow')}
        aria-label={`${t('next.tomorrow')}: ${step.title}`}
        onClick={() => void agendaActs.snooze(step, inDays(model, step, 1))}
      >
        »
      </button>
      <button
        type="button"
        class="icon"
        data-act="complete"
        aria-label={t('next.complete', { title: step.title })}
        onClick={() => void agendaActs.complete(step)}
      >
        ✓
      </button>
    </li>
  );
}

/** The focus goes on to the next step before this one leaves the list. */
function leave(row: HTMLElement, act: () => Promise<void>): void {
  (neighbour(row, 1) ?? neighbour(row, -1))?.focus();
  void act();
}

/** What the keys are, once, above the list. */
export function AgendaKeys() {
  const { words } = useModel();
  return (
    <p class="soft agenda-keys" aria-hidden="true">
      <Key>↑↓</Key> <Key>x</Key> {words.t('agenda.done')} <Key>s</Key> {words.t('agenda.tomorrow')} <Key>w</Key>{' '}
      {words.t('agenda.week')} <Key>u</Key> {words.t('undo')}
    </p>
  );
}
