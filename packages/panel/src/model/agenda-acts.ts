// Done and put off from the agenda, over all people. These acts name a step of the list, not whoever a conversation is with, so
// they carry no conversation with them.
import type { Clock } from '@sidestage/domain';
import type { Words } from '../words/index.ts';
import type { Agenda } from './agenda.ts';
import type { Outbox, WriteLabel } from './outbox.ts';
import type { Subjects } from './subject.ts';
import type { Toasts } from './toast.ts';
import type { FollowUp } from './wire.ts';
import { type NextStep, withoutStep, withStep } from './work.ts';

export type AgendaActs = ReturnType<typeof createAgendaActs>;

export function createAgendaActs(parts: {
  agenda: Agenda;
  outbox: Outbox;
  subjects: Subjects;
  toasts: Toasts;
  words: Words;
  clock: Clock;
}) {
  const { agenda, outbox, subjects, toasts, words, clock } = parts;

  /** Shows it as done, sends it, and tells how it went. `undo` is offered once it is done. */
  const act = async (
    step: FollowUp,
    act: {
      verb: 'complete' | 'snooze' | 'reopen';
      body: object;
      what: WriteLabel['what'];
      done: string;
      undo?: () => void;
    },
  ) => {
    if (act.verb !== 'reopen') agenda.without(step.id);
    // The same step stands on the card of whoever is shown.
    if (act.verb !== 'snooze')
      subjects.patchContact(step.contact_id, (card) =>
        act.verb === 'reopen' ? withStep(card, step) : withoutStep(card, step),
      );
    const label = { what: act.what, who: step.contact_name, detail: step.title };
    const outcome = await outbox
      .submit({
        method: 'POST',
        path: `/v1/follow-ups/${step.id}/${act.verb}`,
        body: act.body,
        contactId: step.contact_id,
        label,
      })
      // The device could not even keep it.
      .catch((error: unknown) => {
        toasts.bad(words.t('not-kept', { detail: String(error) }));
        return null;
      });
    if (outcome?.status === 'refused') toasts.bad(words.problem(outcome.problem));
    else if (outcome?.status === 'waiting') {
      const { id } = outcome;
      toasts.done(words.t('waits', { text: act.done }), () => outbox.discard(id).then(agenda.load));
      return;
    } else if (outcome !== null) toasts.done(act.done, act.undo);
    await Promise.all([agenda.load(), subjects.refresh()]);
  };

  const complete = (step: FollowUp) =>
    act(step, {
      verb: 'complete',
      body: {},
      what: 'complete',
      done: words.t('next.done', { title: step.title }),
      undo: () => void act(step, { verb: 'reopen', body: {}, what: 'reopen', done: words.t('undone') }),
    });

  const snooze = (step: FollowUp, until: NextStep['due']) =>
    act(step, {
      verb: 'snooze',
      body: { until },
      what: 'snooze',
      done: words.t('next.snoozed', { due: words.due(until, clock.now()) }),
      undo: () => {
        const back = { local: step.due.local, zone: step.due.zone };
        void act(step, { verb: 'snooze', body: { until: back }, what: 'snooze', done: words.t('undone') });
      },
    });

  return { complete, snooze };
}
