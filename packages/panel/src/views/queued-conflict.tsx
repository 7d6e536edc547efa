// A move that waited, and was overtaken: who moved the person where, what the rep had chosen, and the choice between the two.
import { useSignal } from '@preact/signals';
import type { Queued } from '../model/outbox.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';

/** The overtaken moves of the person on the card. */
export function QueuedConflicts({ subject }: { subject: ContactSubject }) {
  const { outbox } = useModel();
  return (
    <>
      {outbox.queue.value
        .filter((one) => one.contactId === subject.card.contact.id && one.refused?.conflict !== undefined)
        .map((one) => (
          <QueuedConflict key={one.id} one={one} />
        ))}
    </>
  );
}

export function QueuedConflict({ one }: { one: Queued }) {
  const { outbox, words, now, me } = useModel();
  const { t, label } = words;
  const asking = useSignal(false);
  const note = useSignal<string | null>(null);
  const conflict = one.refused?.conflict;
  if (conflict === undefined) return null;
  const there = label(conflict.nowLabels) || (conflict.now ?? t('stage.none'));
  const meant = label(conflict.toLabels) || (one.label.detail ?? '');
  const when = conflict.at === null ? '' : words.ago(Date.parse(conflict.at), now.value, me.value?.zone ?? 'UTC');
  const insist = (reason?: { code: string; note?: string }) => void outbox.insist(one, reason);
  return (
    <div class="box box-warn" role="alert" data-state="queued-conflict">
      <strong>
        {conflict.by === null
          ? t('conflict.somebody', { stage: there })
          : t('conflict.by', { name: conflict.by, stage: there, when })}
      </strong>
      <p class="soft">{t('conflict.you-earlier', { stage: meant })}</p>
      {note.value !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const text = event.currentTarget.querySelector('input')?.value.trim() ?? '';
            if (text !== '') insist({ code: note.value ?? '', note: text });
          }}
        >
          <input name="conflict-note" aria-label={t('move.note')} placeholder={t('move.note')} maxLength={2000} />
          <small class="soft">{t('move.note-needed')}</small>
        </form>
      ) : asking.value ? (
        <fieldset class="chips" aria-label={t('move.why', { stage: meant })}>
          {conflict.reasons.map((reason) => (
            <button
              key={reason.code}
              type="button"
              class="chip"
              data-reason={reason.code}
              onClick={() => {
                if (reason.needs_note) note.value = reason.code;
                else insist({ code: reason.code });
              }}
            >
              {label(reason.labels)}
            </button>
          ))}
        </fieldset>
      ) : (
        <div class="buttons">
          <button type="button" class="primary" data-act="keep-theirs" onClick={() => void outbox.discard(one.id)}>
            {t('conflict.keep', { stage: there })}
          </button>
          <button
            type="button"
            class="secondary"
            data-act="replace"
            onClick={() => {
              if (conflict.reasons.length > 0) asking.value = true;
              else insist();
            }}
          >
            {t('conflict.change', { stage: meant })}
          </button>
        </div>
      )}
    </div>
  );
}
