// The foot: how much waits for the rep, whether all is saved, and the two settings a rep has.
import { useSignal } from '@preact/signals';
import { useModel } from './model-context.ts';

export function Foot() {
  const { words, agenda, overlay, outbox, locale, setLocale, signOut, session } = useModel();
  const { t } = words;
  // It cannot be taken back: coming in again takes a new code from somebody else.
  const asked = useSignal(false);
  const count = agenda.waiting.value ?? 0;
  const other = locale.value === 'en' ? 'zh-CN' : 'en';
  const signedIn = session.state.value.status === 'signed-in';
  const refused = outbox.queue.value.filter((one) => one.refused !== undefined).length;
  const waiting = outbox.queue.value.length - refused;
  return (
    <footer class="foot">
      {signedIn ? (
        <button
          type="button"
          class="quiet"
          data-act="today"
          onClick={() => {
            overlay.value = { view: 'today' };
          }}
        >
          {t('foot.today')} {count === 0 ? null : <b>{count}</b>}
        </button>
      ) : null}
      <button type="button" class="quiet" lang={other} data-act="language" onClick={() => setLocale(other)}>
        {t('foot.language')}
      </button>
      {signedIn ? (
        <button
          type="button"
          class={asked.value ? 'quiet bad' : 'quiet'}
          data-act="sign-out"
          onBlur={() => {
            asked.value = false;
          }}
          onClick={() => {
            if (asked.value) void signOut();
            asked.value = !asked.value;
          }}
        >
          {t(asked.value ? 'foot.sign-out-sure' : 'foot.sign-out')}
        </button>
      ) : null}
      <span class="grow" />
      {signedIn && refused + waiting > 0 && !(outbox.sending.value && refused === 0) ? (
        <button
          type="button"
          class={refused > 0 ? 'quiet bad' : 'quiet warn'}
          data-act="outbox"
          onClick={() => {
            overlay.value = { view: 'outbox' };
          }}
        >
          {refused > 0 ? t('foot.refused', { count: refused }) : t('foot.waiting', { count: waiting })}
        </button>
      ) : signedIn ? (
        <span class="soft" role="status">
          {t(waiting + outbox.keeping.value > 0 ? 'foot.saving' : 'foot.saved')}
        </span>
      ) : null}
    </footer>
  );
}
