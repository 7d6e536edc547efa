// What every act of the rep goes through: is this still the person on the screen, then into the queue, then told.
import type { Clock } from '@sidestage/domain';
import type { SidestageProblem } from '@sidestage/sdk';
import type { Words } from '../words/index.ts';
import type { Outbox, Outcome, Write, WriteLabel } from './outbox.ts';
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

  const sayNo = (problem: SidestageProblem) => toasts.bad(words.problem(problem));

  /** Null: what the rep acted on is not what is open any more; nothing was written, or it is kept as refused. */
  const submit = async <T>(shown: Subject, write: Write): Promise<Outcome<T> | null> => {
    if (!subjects.isCurrent(shown)) {
      toasts.bad(words.t('moved-on'));
      return null;
    }
    try {
      const outcome = await outbox.submit<T>(write, () => subjects.isCurrent(shown));
      // Nothing of somebody erased stays on the screen.
      if (outcome.status === 'refused' && outcome.problem.code === 'contact-erased') void subjects.refresh();
      if (outcome.status !== 'refused' || outcome.kept !== true) return outcome;
      // Nobody sees the person it is about any more: it is listed as not sent, and said where the rep is now.
      toasts.bad(words.t('refused-elsewhere', { who: write.label.who }));
      return null;
    } catch (error) {
      // The device could not even keep it.
      toasts.bad(words.t('not-kept', { detail: String(error) }));
      return null;
    }
  };

  const write = <T>(shown: ContactSubject, one: Omit<Write, 'contactId'>): Promise<Outcome<T> | null> =>
    submit<T>(shown, { ...one, contactId: shown.card.contact.id });

  /**
   * One act on a person, named as the queue tells it. Its body names the conversation it was made in; a refusal is told in the
   * toast; the card is loaded anew afterwards, whatever happened. Null: refused, or not about who is open any more.
   */
  const act = async <T>(
    shown: ContactSubject,
    what: WriteLabel['what'],
    request: `${Write['method']} /${string}`,
    body: object | null = {},
    detail?: string,
  ): Promise<Exclude<Outcome<T>, { status: 'refused' }> | null> => {
    const [method, path = ''] = request.split(' ') as [Write['method'], string];
    const label = { what, who: shown.card.contact.display_name, detail };
    const said = body === null ? undefined : { ...body, ...inContext(shown) };
    const outcome = await write<T>(shown, { method, path, body: said, label });
    // Not waited for: what is told last, and taken back by Esc, is the act that was answered last.
    if (outcome?.status !== 'waiting') void subjects.refresh();
    if (outcome === null) return null;
    if (outcome.status !== 'refused') return outcome;
    sayNo(outcome.problem);
    return null;
  };

  /** Says that it is done, or that it waits to be sent. `undo` takes back what was done; what waits is only dropped. */
  const tell = <T>(
    outcome: Exclude<Outcome<T>, { status: 'refused' }>,
    text: string,
    undo?: (data: T) => unknown,
  ): void =>
    outcome.status === 'waiting'
      ? toasts.done(words.t('waits', { text }), () => outbox.discard(outcome.id).then(subjects.refresh))
      : toasts.done(text, undo && (() => undo(outcome.data)));

  return { ...parts, submit, write, act, tell, sayNo };
}
