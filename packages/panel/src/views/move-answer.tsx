// What stands under the rail: the likely move, or in its place the question or the answer the last press led to.
import { type Conflict, closedIn, type MoveChoice, type Refusal, reasonsFor, stageNamed } from '../model/moves.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle } from '../model/wire.ts';
import { CloseBox, ClosedBox } from './closing.tsx';
import { LikelyMove } from './likely-move.tsx';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';
import { ReasonChoice } from './reason-choice.tsx';

interface Props {
  subject: ContactSubject;
  lifecycle: CardLifecycle;
}

export function MoveAnswer({ subject, lifecycle }: Props) {
  const { moves, closing } = useModel();
  const isHere = (one: MoveChoice | null): one is MoveChoice =>
    one !== null && one.contactId === subject.card.contact.id && one.lifecycle === lifecycle.key;
  const conflict = moves.conflict.value;
  const refusal = moves.refusal.value;
  const asking = moves.asking.value;
  if (isHere(conflict)) return <ConflictBox subject={subject} lifecycle={lifecycle} conflict={conflict as Conflict} />;
  if (isHere(refusal)) return <RefusalBox subject={subject} lifecycle={lifecycle} refusal={refusal as Refusal} />;
  if (isHere(asking)) return <ReasonBox subject={subject} lifecycle={lifecycle} asking={asking} key={asking.to} />;
  const why = closing.asking.value;
  if (why?.contactId === subject.card.contact.id && why.lifecycle === lifecycle.key)
    return <CloseBox subject={subject} lifecycle={lifecycle} asking={why} />;
  const closed = closedIn(subject.card.contact, lifecycle.key);
  if (closed !== null) return <ClosedBox subject={subject} lifecycle={lifecycle} closed={closed} />;
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

function ReasonBox({ subject, lifecycle, asking }: Props & { asking: MoveChoice }) {
  const { moves, words } = useModel();
  return (
    <ReasonChoice
      title={words.t('move.why', { stage: words.label(stageNamed(lifecycle, asking.to)?.labels) })}
      reasons={reasonsFor(subject.card, asking)}
      noted={moves.noted.value}
      onPick={(reason) => moves.pickReason(subject, reason)}
      onNote={(code, note) => moves.giveReason(subject, { code, note })}
      onLeave={() => moves.settle()}
    />
  );
}
