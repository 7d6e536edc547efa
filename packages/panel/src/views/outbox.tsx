// What is kept on this device and not sent yet, and what the server refused while nobody looked.

import { toIso } from '@sidestage/domain';
import type { Queued } from '../model/outbox.ts';
import { useModel } from './model-context.ts';
import { Notice, When } from './parts.tsx';
import { QueuedConflict } from './queued-conflict.tsx';

export function OutboxView() {
  const { outbox, words } = useModel();
  const { t } = words;
  const all = outbox.queue.value;
  return (
    <main class="page" data-state="outbox">
      <Notice title={t('outbox.title')} text={t(all.length === 0 ? 'outbox.none' : 'outbox.text')} />
      <ul class="rows">
        {all.map((one) => (
          <li key={one.id} class="waiting">
            <Waiting one={one} />
          </li>
        ))}
      </ul>
      {all.some((one) => one.refused === undefined) ? (
        <button type="button" class="primary" onClick={() => void outbox.drain()}>
          {t('outbox.send')}
        </button>
      ) : null}
    </main>
  );
}

function Waiting({ one }: { one: Queued }) {
  const { outbox, words, overlay, subjects } = useModel();
  const { t } = words;
  const open = (contactId: string | null) => {
    if (contactId === null) return;
    overlay.value = null;
    void subjects.open(contactId);
  };
  if (one.refused?.conflict !== undefined)
    return (
      <>
        <strong class="row-main">{one.label.who}</strong>
        <QueuedConflict one={one} />
      </>
    );
  return (
    <>
      <span class="row-main">
        <strong>{t(`write.${one.label.what}`, { who: one.label.who, detail: one.label.detail ?? '' })}</strong>
        {one.refused === undefined ? (
          <span class="soft">
            <When at={toIso(one.at)} />
          </span>
        ) : (
          <span class="bad">{t('outbox.refused', { detail: words.problem(one.refused) })}</span>
        )}
      </span>
      <span class="buttons">
        {one.contactId === null ? null : (
          <button type="button" class="chip" data-act="open" onClick={() => open(one.contactId)}>
            {t('outbox.open')}
          </button>
        )}
        {one.refused === undefined ? null : (
          <button type="button" class="chip" onClick={() => void outbox.tryAgain(one.id)}>
            {t('try-again')}
          </button>
        )}
        <button type="button" class="chip" onClick={() => void outbox.discard(one.id)}>
          {t('outbox.drop')}
        </button>
      </span>
    </>
  );
}
