// What stands under the rail: the likely move, or in its place the question or the answer the last press led to.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Conflict, type MoveChoice, type Refusal, reasonsFor, stageNamed } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject.ts';
import type { CardLifecycle, Reason } from '../model/wire.ts';
import { LikelyMove } from './likely-move.tsx';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

interface Props {
  subject: ContactSubject;
  lifecycle: CardLifecycle;
}

export function MoveAnswer({ subject, lifecycle }: Props) {
  const { moves } = useModel();
  const isHere = (one: MoveChoice | null): one is MoveChoice =>
    one !== null && one.contactId === subject.card.contact.id && one.lifecycle === lifecycle.key;
  const conflict = moves.conflict.value;
  const refusal = moves.refusal.value;
  const asking = moves.asking.value;
  if (isHere(conflict)) return <ConflictBox subject={subject} lifecycle={lifecycle} conflict={conflict as Conflict} />;
  if (isHere(refusal)) return <RefusalBox subject={subject} lifecycle={lifecycle} refusal={refusal as Refusal} />;
  if (isHere(asking)) return <ReasonBox subject={subject} lifecycle={lifecycle} asking={asking} key={asking.to} />;
  return <LikelyMove subject={subject} lifecycle={lifecycle} />;
}

function ConflictBox({ subject, lifecycle, conflict }: Props & { conflict: Conflict }) {
  const { moves, words, now, me } = useModel();
  const { t, label } = words;
  const there = label(stageNamed(lifecycle, conflict.now)?.labels);
  const meant = label(stageNamed(lifecycle, conflict.to)?.labels);
  const when = conflict.at === null ? '' : words.ago(Date.parse(conflict.at), now.value, me.value?.zone ?? 'UTC');
  return (
    <div class="box box-warn" role="alert" data-state="conflict">
      <strong>
        {conflict.by === null
          ? t('conflict.somebody', { stage: there })
          : t('conflict.by', { name: conflict.by, stage: there, when })}
      </strong>
      <p class="soft">{t('conflict.you', { stage: meant })}</p>
      <div class="buttons">
        <button type="button" class="primary" data-act="keep" onClick={() => moves.settle()}>
          {t('conflict.keep', { stage: there })}
        </button>
        <button type="button" class="secondary" data-act="insist" onClick={() => moves.insist(subject)}>
          {t('conflict.change', { stage: meant })}
        </button>
      </div>
    </div>
  );
}

function RefusalBox({ lifecycle, refusal }: Props & { refusal: Refusal }) {
  const { moves, subjects, words } = useModel();
  const { t, label } = words;
  const mismatch = refusal.code === 'context-mismatch';
  const allowed = refusal.allowed.map((key) => label(stageNamed(lifecycle, key)?.labels) || key);
  const text = mismatch
    ? t('mismatch.text')
    : refusal.code === 'move-not-allowed' && allowed.length > 0
      ? t('move.refused-text', { allowed: words.list(allowed) })
      : words.problem(refusal);
  return (
    <div class="box box-bad" role="alert" data-state="refused">
      <strong>
        {mismatch
          ? t('mismatch.title')
          : t('move.refused', { stage: label(stageNamed(lifecycle, refusal.to)?.labels) })}
      </strong>
      <p class="soft">{text}</p>
      <div class="buttons">
        <button type="button" class="secondary" onClick={() => (mismatch ? subjects.again() : moves.settle())}>
          {t(mismatch ? 'look-again' : 'close')} {mismatch ? null : <Key>Esc</Key>}
        </button>
      </div>
    </div>
  );
}

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

function ReasonBox({ subject, lifecycle, asking }: Props & { asking: MoveChoice }) {
  const { moves, words } = useModel();
  const { t, label } = words;
  const reasons = reasonsFor(subject.card, asking);
  const noted = moves.noted.value;
  return (
    <div class="box box-ask" data-state="reason">
      <p role="alert">
        <strong>{t('move.why', { stage: label(stageNamed(lifecycle, asking.to)?.labels) })}</strong>
      </p>
      <ul class="reasons">
        {reasons.map((one) => (
          <li key={one.code}>
            <button
              type="button"
              class="reason"
              data-reason={one.code}
              aria-pressed={noted === one.code}
              onClick={() => moves.pickReason(subject, one)}
            >
              <span class="reason-key">
                {digitOf(reasons, one) === null ? null : <Key>{digitOf(reasons, one)}</Key>}
              </span>
              {label(one.labels)}
            </button>
          </li>
        ))}
      </ul>
      {noted === null ? null : <ReasonNote subject={subject} code={noted} />}
      <button type="button" class="link" onClick={() => moves.settle()}>
        {t('cancel')} <Key>Esc</Key>
      </button>
    </div>
  );
}

function ReasonNote({ subject, code }: { subject: ContactSubject; code: string }) {
  const { moves, words } = useModel();
  const note = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: nothing typed right after the press may be lost.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (note.value.trim() !== '') moves.giveReason(subject, { code, note: note.value.trim() });
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
