// The panel as a whole: top, one view, toast, foot.
import type { Model } from '../model/index.ts';
import { CardView } from './card.tsx';
import { Compare } from './compare.tsx';
import { Connect } from './connect.tsx';
import { DueList } from './due-list.tsx';
import { Foot } from './foot.tsx';
import { Home } from './home.tsx';
import { ModelContext, useModel } from './model-context.ts';
import { OutboxView } from './outbox.tsx';
import { Notice } from './parts.tsx';
import { nameGuess } from './person-name.ts';
import { AskFirst, Ignored } from './private.tsx';
import { Search } from './search.tsx';
import { Candidates, Choose, NewPerson, Restricted } from './stranger.tsx';
import { ToastLine } from './toast.tsx';
import { TopBar } from './top-bar.tsx';
import { Failed, Loading, Unreadable } from './trouble.tsx';

export function Panel({ model }: { model: Model }) {
  return (
    <ModelContext.Provider value={model}>
      <div class="panel" lang={model.locale.value}>
        <TopBar />
        <div class="body">
          <Body />
        </div>
        <ToastLine />
        <Foot />
      </div>
    </ModelContext.Provider>
  );
}

function Body() {
  const { session, overlay } = useModel();
  const { status } = session.state.value;
  if (status === 'starting') return <Loading />;
  if (status === 'signed-out') return <Connect />;
  return overlay.value === null ? <SubjectView /> : <OverlayView />;
}

function SubjectView() {
  const { subjects } = useModel();
  const subject = subjects.subject.value;
  switch (subject.kind) {
    case 'loading':
      return <Loading />;
    case 'nobody':
      return <Home />;
    case 'ignored':
      return <Ignored subject={subject} />;
    case 'ask':
      return <AskFirst subject={subject} />;
    case 'unreadable':
      return <Unreadable subject={subject} />;
    case 'choose':
      return <Choose subject={subject} />;
    case 'new':
      return <NewPerson subject={subject} key={subject.generation} />;
    case 'candidates':
      return <Candidates subject={subject} key={subject.generation} />;
    case 'restricted':
      return <Restricted subject={subject} />;
    case 'failed':
      return <Failed subject={subject} />;
    case 'contact':
      return <CardView subject={subject} key={subject.card.contact.id} />;
  }
}

function OverlayView() {
  const { overlay, words, subjects, people } = useModel();
  const { t } = words;
  const shown = overlay.value;
  const close = () => {
    overlay.value = null;
  };
  if (shown === null) return null;
  if (shown.view === 'search')
    return (
      <main class="page" data-state="search">
        <h1 class="unseen">{t('search.label')}</h1>
        <Search
          label={t('search.label')}
          offersRecent
          onClose={close}
          onChoose={(contact) => {
            close();
            void subjects.open(contact.id);
          }}
        />
      </main>
    );
  if (shown.view === 'tie')
    return (
      <main class="page" data-state="tie">
        <Notice title={t('search.tie', { name: nameGuess(shown.person) })} />
        <Search
          label={t('search.label')}
          initial={shown.person.name ?? ''}
          onClose={close}
          onChoose={(contact) => {
            close();
            void people.tie(shown.of, shown.person, contact);
          }}
        />
      </main>
    );
  if (shown.view === 'same-as') {
    const { of } = shown;
    return (
      <main class="page" data-state="same-as">
        <Notice title={t('duplicate.search', { name: of.card.contact.display_name })} />
        <Search
          label={t('search.label')}
          initial={of.card.contact.display_name}
          onClose={close}
          onChoose={(contact) => {
            if (contact.id === of.card.contact.id) close();
            else overlay.value = { view: 'compare', of, otherId: contact.id };
          }}
        />
      </main>
    );
  }
  if (shown.view === 'compare')
    return (
      <>
        <BackLine onClick={close} />
        <Compare of={shown.of} otherId={shown.otherId} onClose={close} />
      </>
    );
  if (shown.view === 'outbox')
    return (
      <>
        <BackLine onClick={close} />
        <OutboxView />
      </>
    );
  return (
    <>
      <BackLine onClick={close} />
      <main class="page" data-state="today">
        <h1>{t('foot.today')}</h1>
        <DueList />
      </main>
    </>
  );
}

function BackLine({ onClick }: { onClick(): void }) {
  const { words } = useModel();
  return (
    <button type="button" class="link back" data-act="close" onClick={onClick}>
      ‹ {words.t('back')}
    </button>
  );
}
