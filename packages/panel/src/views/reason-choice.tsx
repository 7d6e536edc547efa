// Why: reasons, each with its key, with a few words where a reason says nothing without. Used by moves and by closings.
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { reasonKeys } from '../model/reason-keys.ts';
import type { Reason } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

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
  const keys = reasonKeys(reasons);
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
              <span class="reason-key">{keys.has(one.code) ? <Key>{keys.get(one.code)}</Key> : null}</span>
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
