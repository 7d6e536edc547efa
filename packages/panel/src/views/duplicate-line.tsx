// One quiet line on the card: who this may be the same as, and why. It asks; it never decides.
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { DuplicateCandidate } from '../model/wire.ts';

import type { Words } from '../words/index.ts';
import { useModel } from './model-context.ts';

export function DuplicateLine({ subject }: { subject: ContactSubject }) {
  const { words, merging, overlay } = useModel();
  const { t } = words;
  const { contact, duplicates } = subject.card;
  const [candidate] = duplicates.filter((one) => !merging.isApart(contact.id, one.contact.id));
  if (candidate === undefined || contact.archived_at !== null) return null;
  return (
    <section class="same" aria-label={t('duplicate.label')} data-duplicate={candidate.contact.id}>
      <p>
        {t('duplicate.line', {
          name: nameOf(candidate.contact),
          why: words.list(candidate.reasons.map((reason) => reasonText(words, reason))),
        })}
      </p>
      <span class="same-acts">
        <button
          type="button"
          class="link"
          data-act="compare"
          onClick={() => {
            overlay.value = { view: 'compare', of: subject, otherId: candidate.contact.id };
          }}
        >
          {t('duplicate.compare')}
        </button>
        <button
          type="button"
          class="link soft-link"
          data-act="not-same"
          onClick={() => void merging.notSame(subject, candidate.contact)}
        >
          {t('duplicate.not-same')}
        </button>
      </span>
    </section>
  );
}

const nameOf = ({ display_name, company }: DuplicateCandidate['contact']) =>
  company === null ? display_name : `${display_name} (${company})`;

/** Why, and where the two values were read where that is not the same place. */
export function reasonText(words: Words, { code, kinds }: { code: string; kinds: string[] }): string {
  const text = words.said(`duplicate.${code}`) ?? code;
  const [a, b] = kinds;
  return a === undefined || a === b ? text : `${text} (${words.channel(a)} / ${words.channel(b ?? '')})`;
}
