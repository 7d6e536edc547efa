// Where the person was read from, and whether the server can be reached.
import type { Model } from '../model/index.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

export function TopBar() {
  const model = useModel();
  const { words, overlay, session } = model;
  const { dot, name, text } = origin(model);
  const signedIn = session.state.value.status === 'signed-in';
  return (
    <header class="top">
      <span class={`dot dot-${dot}`} aria-hidden="true" />
      <p class="origin" title={text === '' ? name : `${name} · ${text}`}>
        <strong>{name}</strong>
        {text === '' ? null : <span class="soft"> · {text}</span>}
      </p>
      {signedIn ? (
        <button
          type="button"
          class="quiet"
          data-act="search"
          onClick={() => {
            overlay.value = { view: 'search' };
          }}
        >
          {words.t('top.search')} <Key>/</Key>
        </button>
      ) : null}
    </header>
  );
}

function origin({ words, host, session, outbox, subjects }: Model): {
  dot: 'ok' | 'warn' | 'off';
  name: string;
  text: string;
} {
  const { t } = words;
  if (session.state.value.status !== 'signed-in') return { dot: 'off', name: 'Sidestage', text: '' };
  const { reading, status } = host.conversation.value;
  const site = host.site.value;
  const name = reading === null ? siteName(site.origin) : recipeName(reading.recipe.id);
  const waiting = outbox.queue.value.filter((one) => one.refused === undefined).length;
  if (!session.online.value)
    return { dot: 'warn', name, text: waiting > 0 ? t('top.waiting', { count: waiting }) : t('top.offline') };
  const subject = subjects.subject.value;
  if (subject.kind === 'contact' && subject.person === null) return { dot: 'off', name, text: t('top.picked') };
  if (site.state === 'off') return { dot: 'off', name, text: t('top.off') };
  if (status === 'loading') return { dot: 'off', name, text: t('top.looking') };
  if (reading === null || reading.kind === 'list' || reading.kind === 'none')
    return { dot: 'off', name, text: t('top.nothing') };
  if (reading.kind === 'unreadable') return { dot: 'warn', name, text: t('top.unreadable') };
  const { trust, version } = reading.recipe;
  if (trust === 'unverified') return { dot: 'warn', name, text: t('top.unverified') };
  if (trust === 'reported') return { dot: 'ok', name, text: t('top.reported', { date: version }) };
  return { dot: 'ok', name, text: t(reading.channel === 'email' ? 'top.read-mail' : 'top.read-chat') };
}

function siteName(origin: string | null): string {
  return origin === null ? 'Sidestage' : new URL(origin).hostname;
}

/** `converse` → "Converse": recipes are named after the tool they read. */
export function recipeName(id: string): string {
  return id.slice(0, 1).toUpperCase() + id.slice(1);
}
