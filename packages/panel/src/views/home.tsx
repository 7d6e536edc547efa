// No conversation: switch the site on where it is off, else what is due today.
import { useSignal } from '@preact/signals';
import { DueList } from './due-list.tsx';
import { useModel } from './model-context.ts';
import { Notice } from './parts.tsx';

export function Home() {
  const { host } = useModel();
  const site = host.site.value;
  return (
    <main class="page">
      {site.state === 'off' && site.origin !== null ? (
        <SiteOff origin={site.origin} />
      ) : site.state === 'unknown' ? (
        <SiteUnknown />
      ) : (
        <NobodyOpen />
      )}
      <DueList />
    </main>
  );
}

function SiteOff({ origin }: { origin: string }) {
  const { host, words } = useModel();
  const denied = useSignal(false);
  const site = new URL(origin).host;
  return (
    <Notice title={words.t('site.off.title')} text={words.t('site.off.text', { site })}>
      <button
        type="button"
        class="primary wide"
        data-act="switch-on"
        onClick={() => {
          // Nothing may be awaited before: the browser asks only inside the click.
          void host.requestSite().then((granted) => {
            denied.value = !granted;
          });
        }}
      >
        {words.t('site.off.button', { site })}
      </button>
      {denied.value ? (
        <p class="fault" role="alert">
          {words.t('site.off.denied')}
        </p>
      ) : null}
    </Notice>
  );
}

function SiteUnknown() {
  const { words } = useModel();
  return <Notice title={words.t('site.unknown.title')} text={words.t('site.unknown.text')} />;
}

function NobodyOpen() {
  const { words, agenda, host } = useModel();
  const { t } = words;
  const due = agenda.state.value;
  if (due.status === 'ready' && !due.anybody) return <Notice title={t('empty.title')} text={t('empty.text')} />;
  const { reading } = host.conversation.value;
  const why = reading?.reason;
  const text =
    why === 'no-reply' || why === 'own'
      ? t(`nobody.${why}`)
      : t(reading === null ? 'nobody.unknown-page' : 'nobody.text');
  return <Notice title={t('nobody.title')} text={text} />;
}
