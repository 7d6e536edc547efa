// The states in which nobody can be shown: each says what happened and what to do.
import type { Subject } from '../model/subject-kinds.ts';
import { DueList } from './due-list.tsx';
import { useModel } from './model-context.ts';
import { Notice } from './parts.tsx';
import { recipeName } from './top-bar.tsx';

type Of<K extends Subject['kind']> = Extract<Subject, { kind: K }>;

export function Unreadable({ subject }: { subject: Of<'unreadable'> }) {
  const { words, overlay, subjects } = useModel();
  const { t } = words;
  const { recipe, reason = '' } = subject.reading;
  const what =
    reason === 'disagree'
      ? t('unreadable.disagree')
      : t('unreadable.field', {
          recipe: recipeName(recipe.id),
          version: recipe.version,
          part: reason.replace(/^field:/, ''),
        });
  return (
    <main class="page" data-state="unreadable">
      <Notice title={t('unreadable.title')} text={what} tone="warn">
        <p>{t('unreadable.text')}</p>
        <div class="buttons">
          <button
            type="button"
            class="primary"
            onClick={() => {
              overlay.value = { view: 'search' };
            }}
          >
            {t('top.search')}
          </button>
          <button type="button" class="secondary" onClick={() => subjects.again()}>
            {t('look-again')}
          </button>
        </div>
      </Notice>
    </main>
  );
}

export function Failed({ subject }: { subject: Of<'failed'> }) {
  const { words, subjects } = useModel();
  const { t } = words;
  const { code, detail, person, contactId } = subject;
  const again = () => {
    // Somebody erased is a stranger from now on.
    if (contactId !== null && code !== 'contact-erased') return void subjects.open(contactId, person);
    subjects.again();
  };
  return (
    <main class="page" data-state={`failed-${code}`}>
      <Notice
        title={t(`failed.${code}.title`)}
        text={code === 'other' ? detail : t(`failed.${code}.text`)}
        tone={code === 'contact-erased' ? 'plain' : 'warn'}
      >
        <button type="button" class="primary" data-act="again" onClick={again}>
          {t('try-again')}
        </button>
      </Notice>
      {code === 'unreachable' ? null : <DueList />}
    </main>
  );
}

/** Nobody yet: the shape of a card, never the last person. */
export function Loading() {
  const { words } = useModel();
  return (
    <main class="page" data-state="loading" aria-busy="true">
      <h1 class="unseen">{words.t('loading')}</h1>
      <div class="skeleton" aria-hidden="true">
        <i class="sk-face" />
        <i class="sk-name" />
        <i class="sk-line" />
        <i class="sk-rail" />
        <i class="sk-box" />
        <i class="sk-line" />
        <i class="sk-line short" />
      </div>
    </main>
  );
}
