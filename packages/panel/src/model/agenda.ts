// What waits for the rep, over all people: whom another function handed to theirs, and their own steps, overdue and today.
import { computed, signal } from '@preact/signals';
import { SidestageProblem } from '@sidestage/sdk';
import type { Session } from './session.ts';
import { isUnreachable } from './session.ts';
import type { FollowUp, Handover } from './wire.ts';

export type AgendaState =
  | { status: 'loading' }
  | { status: 'failed'; unreachable: boolean }
  | {
      status: 'ready';
      /** Whoever waits longest first. */
      handovers: Handover[];
      overdue: FollowUp[];
      today: FollowUp[];
      upcoming: FollowUp[];
      more: boolean;
      anybody: boolean;
      /** The server did not answer the last time: this is what it said before. */
      isOld: boolean;
    };

export type Agenda = ReturnType<typeof createAgenda>;

const SHOWN = 50;

export function createAgenda(session: Session) {
  const state = signal<AgendaState>({ status: 'loading' });
  let turn = 0;
  /** The rep's own function; asked once a session. */
  let own: string | null | undefined;

  const handedOver = async (): Promise<{ data: Handover[]; next_cursor: string | null }> => {
    const now = session.state.peek();
    if (now.status === 'signed-in') own ??= (await session.ask.get('/v1/staff/{id}', { id: now.staff.id })).function;
    // Who has no function answers for all of them.
    const to = own == null ? {} : { to_function: own };
    return session.ask.get('/v1/handovers', { query: { status: 'open', limit: SHOWN, ...to } });
  };

  const load = async () => {
    turn += 1;
    const mine = turn;
    try {
      const bucket = (name: 'overdue' | 'today' | 'upcoming', limit: number) =>
        session.ask.get('/v1/follow-ups', { query: { bucket: name, limit } });
      const [handovers, overdue, today, upcoming, people] = await Promise.all([
        handedOver().catch((error) => {
          // A server of yesterday knows of none.
          if (error instanceof SidestageProblem && error.status === 404) return { data: [], next_cursor: null };
          throw error;
        }),
        bucket('overdue', SHOWN),
        bucket('today', SHOWN),
        bucket('upcoming', 5),
        session.ask.get('/v1/contacts', { query: { limit: 1 } }),
      ]);
      if (mine !== turn) return;
      state.value = {
        status: 'ready',
        handovers: handovers.data,
        overdue: overdue.data,
        today: today.data,
        upcoming: upcoming.data,
        more: [handovers, overdue, today].some((one) => one.next_cursor !== null),
        anybody: people.data.length > 0,
        isOld: false,
      };
    } catch (error) {
      if (mine !== turn) return;
      const before = state.peek();
      const unreachable = isUnreachable(error);
      state.value =
        before.status === 'ready' && unreachable ? { ...before, isOld: true } : { status: 'failed', unreachable };
    }
  };

  /** Taken out of the lists at once; the next load has the last word. */
  const without = (id: string) => {
    const now = state.peek();
    if (now.status !== 'ready') return;
    const rest = (steps: FollowUp[]) => steps.filter((step) => step.id !== id);
    state.value = { ...now, overdue: rest(now.overdue), today: rest(now.today), upcoming: rest(now.upcoming) };
  };

  /** How much asks for the rep now; null until it is known. */
  const waiting = computed(() => {
    const now = state.value;
    return now.status === 'ready' ? now.handovers.length + now.overdue.length + now.today.length : null;
  });

  /** Nobody is signed in. */
  const clear = () => {
    turn += 1;
    own = undefined;
    state.value = { status: 'loading' };
  };

  return { state, waiting, load, without, clear };
}
