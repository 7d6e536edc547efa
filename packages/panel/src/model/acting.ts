// What every act of the rep goes through: is this still the person on the screen, then into the queue, then told.
import type { Clock } from '@sidestage/domain';
import type { SidestageProblem } from '@sidestage/sdk';
import type { Words } from '../words/index.ts';
import type { Outbox, Outcome, Write } from './outbox.ts';
import type { Subjects } from './subject.ts';
import type { ContactSubject, Subject } from './subject-kinds.ts';
import type { Toasts } from './toast.ts';

/** The conversation a write is made in, as its body names it. */
export const inContext = ({ context }: ContactSubject) => (context === undefined ? {} : { context });

export type Acting = ReturnType<typeof createActing>;

export function createActing(parts: {
  subjects: Subjects;
  outbox: Outbox;
  toasts: Toasts;
  words: Words;
  clock: Clock;
}) {
  const { subjects, outbox, toasts, words } = parts;

  const sayNo = (problem: SidestageProblem) => toasts.show({ text: words.problem(problem), tone: 'bad' });

  /** Null: what the rep acted on is not what is open any more; nothing was written, or it is kept as refused. */
  const submit = async <T>(shown: Subject, write: Write): Promise<Outcome<T> | null> => {
    if (!subjects.isCurrent(shown)) {
      toasts.show({ text: words.t('moved-on'), tone: 'bad' });
      return null;
    }
    try {
      const outcome = await outbox.submit<T>(write, () => subjects.isCurrent(shown));
      // Nothing of somebody erased stays on the screen.
      if (outcome.status === 'refused' && outcome.problem.code === 'contact-erased') void subjects.refresh();
      if (outcome.status !== 'refused' || outcome.kept !== true) return outcome;
      // Nobody sees the person it is about any more: it is listed as not sent, and said where the rep is now.
      toasts.show({ text: words.t('refused-elsewhere', { who: write.label.who }), tone: 'bad' });
      return null;
    } catch (error) {
      // The device could not even keep it.
      toasts.show({ text: words.t('not-kept', { detail: String(error) }), tone: 'bad' });
      return null;
    }
  };

  const write = <T>(shown: ContactSubject, one: Omit<Write, 'contactId'>): Promise<Outcome<T> | null> =>
    submit<T>(shown, { ...one, contactId: shown.card.contact.id });

  /** Like `write`, where a refusal is told in the toast and the card is loaded anew afterwards, whatever happened. */
  const writeAndTell = async <T>(shown: ContactSubject, one: Omit<Write, 'contactId'>): Promise<Outcome<T> | null> => {
    const outcome = await write<T>(shown, one);
    if (outcome === null) return null;
    if (outcome.status === 'refused') sayNo(outcome.problem);
    if (outcome.status !== 'waiting') await subjects.refresh();
    return outcome;
  };

  return { ...parts, submit, write, writeAndTell, sayNo };
}
