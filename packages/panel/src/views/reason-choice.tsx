// Why: reasons as digits, with a few words where a reason says nothing without. Used by moves and by closings.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Reason } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

/** The digit that chooses a reason: 1 to 9 in order, 0 for "other". */
export function reasonDigit(reasons: Reason[], digit: string): Reason | undefined {
  if (digit === '0') return reasons.find((one) => one.kinds.includes('any'));
  return reasons.filter((one) => !one.kinds.includes('any'))[Number(digit) - 1];
}

function digitOf(reasons: Reason[], reason: Reason): string | null {
  if (reason.kinds.includes('any')) return '0';
  const place = reasons.filter((one) => !one.kinds.includes('any')).indexOf(reason) + 1;
  return place <= 9 ? String(place) : null;
}

interface Props {
  title: string;
  reasons: Reason[];
  /** The reason that waits for its note. */
  noted: string | null;
  onPick(reason: Reason): void;
  onNote(code: string, note: string): void;
  onLeave(): void;
  /** What else there is to choose, above the reasons. */
  children?: ComponentChildren;
}

export function ReasonChoice({ title, reasons, noted, onPick, onNote, onLeave, children }: Props) {
  const { t, label } = useModel().words;
  return (
    <div class="box box-ask" data-state="reason">
      <p role="alert">
        <strong>{title}</strong>
      </p>
      {children}
      <ul class="reasons">
        {reasons.map((one) => (
          <li key={one.code}>
            <button
              type="button"
              class="reason"
              data-reason={one.code}
              aria-pressed={noted === one.code}
              onClick={() => onPick(one)}
            >
              <span class="reason-key">
                {digitOf(reasons, one) === null ? null : <Key>{digitOf(reasons, one)}</Key>}
              </span>
              {label(one.labels)}
            </button>
          </li>
        ))}
      </ul>
      {noted === null ? null : <ReasonNote key={noted} onNote={(note) => onNote(noted, note)} />}
      <button type="button" class="link" onClick={onLeave}>
        {t('cancel')} <Key>Esc</Key>
      </button>
    </div>
  );
}

/** A few words why, then Enter. */
export function ReasonNote({ onNote }: { onNote(note: string): void }) {
  const { words } = useModel();
  const note = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: nothing typed right after the press may be lost.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (note.value.trim() !== '') onNote(note.value.trim());
      }}
    >
      <input
        ref={input}
        name="reason-note"
        aria-label={words.t('move.note')}
        placeholder={words.t('move.note')}
        maxLength={2000}
        value={note}
        onInput={(event) => {
          note.value = event.currentTarget.value;
        }}
      />
      <small class="soft">{words.t('move.note-needed')}</small>
    </form>
  );
}
