// Signing in: the server's address and a one-time invitation code.

import { useSignal } from '@preact/signals';
import { SidestageProblem } from '@sidestage/sdk';
import { DEFAULT_SERVER, readServerAddress } from '../model/session.ts';
import { useModel } from './model-context.ts';

export function Connect() {
  const { session, words, host } = useModel();
  const { t } = words;
  const state = session.state.value;
  const known = state.status === 'signed-out' ? state.server : DEFAULT_SERVER;
  const server = useSignal(known);
  const code = useSignal('');
  const busy = useSignal(false);
  const fault = useSignal<string | null>(null);

  const submit = async (event: Event) => {
    event.preventDefault();
    const address = readServerAddress(server.value);
    if (!address.ok) {
      fault.value = t(`connect.${address.code}`);
      return;
    }
    if (code.value.trim() === '') {
      fault.value = t('connect.code-missing');
      return;
    }
    busy.value = true;
    fault.value = null;
    try {
      await session.signIn(address.server, code.value.trim(), `Sidestage panel ${host.version}`);
    } catch (error) {
      fault.value =
        error instanceof SidestageProblem ? words.problem(error) : t('connect.unreachable', { server: address.server });
    }
    busy.value = false;
  };

  return (
    <main class="page connect">
      <h1>{t('connect.title')}</h1>
      <p class="soft">
        {state.status === 'signed-out' && state.why !== 'never' ? t(`connect.${state.why}`) : t('connect.text')}
      </p>
      <form onSubmit={submit} noValidate>
        <label class="field">
          <span>{t('connect.server')}</span>
          <input
            name="server"
            value={server}
            autocomplete="url"
            spellcheck={false}
            onInput={(event) => {
              server.value = event.currentTarget.value;
            }}
          />
        </label>
        <label class="field">
          <span>{t('connect.code')}</span>
          <input
            name="code"
            class="mono"
            value={code}
            autocomplete="one-time-code"
            spellcheck={false}
            aria-describedby="code-hint"
            onInput={(event) => {
              code.value = event.currentTarget.value;
            }}
          />
          <small id="code-hint">{t('connect.code-hint')}</small>
        </label>
        {fault.value === null ? null : (
          <p class="fault" role="alert">
            {fault.value}
          </p>
        )}
        <button type="submit" class="primary wide" disabled={busy.value}>
          {t(busy.value ? 'connect.busy' : 'connect.submit')}
        </button>
      </form>
    </main>
  );
}
