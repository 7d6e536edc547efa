// The rep's own follow-ups that are due: overdue and today, over all people.
import { signal } from '@preact/signals';
import type { Session } from './session.ts';
import { isUnreachable } from './session.ts';
import type { FollowUp } from './wire.ts';

export type AgendaState =
  | { status: 'loading' }
  | { status: 'failed'; unreachable: boolean }
  | { status: 'ready'; overdue: FollowUp[]; today: FollowUp[]; upcoming: FollowUp[]; more: boolean; anybody: boolean };

export type Agenda = ReturnType<typeof createAgenda>;

const SHOWN = 50;

export function createAgenda(session: Session) {
  const state = signal<AgendaState>({ status: 'loading' });
  let turn = 0;

  const load = async () => {
    turn += 1;
    const mine = turn;
    try {
      const bucket = (name: 'overdue' | 'today' | 'upcoming', limit: number) =>
        session.ask.get('/v1/follow-ups', { query: { bucket: name, limit } });
      const [overdue, today, upcoming, people] = await Promise.all([
        bucket('overdue', SHOWN),
        bucket('today', SHOWN),
        bucket('upcoming', 5),
        session.ask.get('/v1/contacts', { query: { limit: 1 } }),
      ]);
      if (mine !== turn) return;
      state.value = {
        status: 'ready',
        overdue: overdue.data,
        today: today.data,
        upcoming: upcoming.data,
        more: overdue.next_cursor !== null || today.next_cursor !== null,
        anybody: people.data.length > 0,
      };
    } catch (error) {
      if (mine === turn) state.value = { status: 'failed', unreachable: isUnreachable(error) };
    }
  };

  /** Taken out of the lists at once; the next load has the last word. */
  const without = (id: string) => {
    const now = state.peek();
    if (now.status !== 'ready') return;
    const rest = (steps: FollowUp[]) => steps.filter((step) => step.id !== id);
    state.value = { ...now, overdue: rest(now.overdue), today: rest(now.today), upcoming: rest(now.upcoming) };
  };

  /** Nobody is signed in. */
  const clear = () => {
    turn += 1;
    state.value = { status: 'loading' };
  };

  return { state, load, without, clear };
}
