// The panel's mind: everything it knows and can do, without a pixel. Views read its signals and call its acts.
import { computed, effect, signal } from '@preact/signals';
import { type Clock, systemClock } from '@sidestage/domain';
import type { Host } from '../host.ts';
import { createWords, localeOf } from '../words/index.ts';
import { createActing } from './acting.ts';
import { createAgenda } from './agenda.ts';
import { createAgendaActs } from './agenda-acts.ts';
import { createClosing } from './closing.ts';
import { createDetails } from './details.ts';
import { createDrafts } from './drafts.ts';
import { createHanding } from './handing.ts';
import { createLive } from './live.ts';
import { createMerging } from './merging.ts';
import { createMoves } from './moves.ts';
import { createOutbox } from './outbox.ts';
import { createPeople } from './people.ts';
import type { Person } from './person.ts';
import { createPicker } from './picker.ts';
import { createPrivacy } from './privacy.ts';
import { createRecent } from './recent.ts';
import { createScripts } from './scripts.ts';
import { createSession } from './session.ts';
import { createStanding } from './standing.ts';
import { createSubjects } from './subject.ts';
import type { ContactSubject, Subject } from './subject-kinds.ts';
import { createTimeline } from './timeline.ts';
import { createToasts } from './toast.ts';
import { createWhatsNew } from './whats-new.ts';
import type { Me } from './wire.ts';
import { createWork } from './work.ts';

/** What covers the person for a moment; null: nothing does. */
export type Overlay =
  | null
  | { view: 'search' }
  /** Searching for the contact a person of the conversation is tied to. */
  | { view: 'tie'; of: Subject; person: Person }
  /** Searching for who a person is the same as; then the two side by side. */
  | { view: 'same-as'; of: ContactSubject }
  | { view: 'compare'; of: ContactSubject; otherId: string }
  | { view: 'today' }
  | { view: 'outbox' };

const LOCALE_KEY = 'locale';
// Often enough for "2 min ago", seldom enough to cost nothing.
const TICK_MS = 30_000;

export type Model = Awaited<ReturnType<typeof createModel>>;

export async function createModel(host: Host, clock: Clock = systemClock) {
  const locale = signal(localeOf(((await host.storage.get(LOCALE_KEY)) as string | undefined) ?? host.locale));
  const words = createWords(locale);
  const session = createSession(host, clock);
  const privacy = createPrivacy(host.storage);
  const subjects = createSubjects(host, session, privacy);
  const recent = createRecent({ device: host.storage, session, privacy, subjects });
  const outbox = createOutbox(host, session, clock, subjects);
  const toasts = createToasts();
  const drafts = createDrafts(host.storage);
  const agenda = createAgenda(session);
  const acting = createActing({ subjects, outbox, toasts, words, clock });
  const moves = createMoves(acting, () => void agenda.load());
  const work = createWork(acting, { followUps: () => void agenda.load() });
  const agendaActs = createAgendaActs({ agenda, outbox, subjects, toasts, words, clock });
  const details = createDetails(acting, session);
  const closing = createClosing(acting, moves);
  const handing = createHanding(acting, () => void agenda.load());
  const standing = createStanding(acting, session, moves, host.storage);
  const timeline = createTimeline(session);
  const live = createLive(session, createWhatsNew({ subjects, agenda, timeline, session }));
  const merging = createMerging(acting, session);
  const picker = createPicker({ host, subjects, moves, toasts, words });
  const overlay = signal<Overlay>(null);
  const me = signal<Me | null>(null);
  const scripts = createScripts({ host, session, subjects, toasts, words, clock, me: () => me.value });
  /** Whether the tag picker is open. */
  const tagging = signal(false);
  /** The present, as far as what is drawn needs it. */
  const now = signal(clock.now());

  const loadMe = async () => {
    try {
      me.value = await session.ask.get('/v1/me');
      host.setOwn(me.value.addresses.map((one) => one.handle));
    } catch {
      // Shown where it matters: the card fails to load for the same reason and says so.
    }
  };
  const people = createPeople(acting, { own: () => me.peek()?.addresses ?? [], ownChanged: loadMe });

  const setLocale = (next: string) => {
    locale.value = localeOf(next);
    void host.storage.set(LOCALE_KEY, locale.value);
  };

  const generation = computed(() => host.conversation.value.generation);
  const stops: (() => void)[] = [];
  const start = async () => {
    await Promise.all([drafts.load(), privacy.load(), standing.load()]);
    const ticking = setInterval(() => {
      now.value = clock.now();
      // A colleague may have moved them meanwhile.
      void subjects.refresh();
    }, TICK_MS);
    stops.push(() => clearInterval(ticking), subjects.start());
    await session.start();
    stops.push(
      recent.start(),
      effect(() => {
        const now = session.state.value;
        live.stop();
        if (now.status !== 'signed-in') {
          if (now.status === 'signed-out') void forget(now.why);
          me.value = null;
          overlay.value = null;
          toasts.clear();
          scripts.forget();
          return;
        }
        live.start(now);
        void loadMe();
        void standing.loadFields();
        void agenda.load();
        void outbox.drain();
      }),
      // Another conversation: what was asked or just said was about the last person.
      effect(() => {
        generation.value;
        now.value = clock.now();
        picker.disarm();
        moves.settle();
        toasts.clear();
        tagging.value = false;
        details.open.value = false;
        scripts.settle();
        const covering = overlay.peek();
        if (covering !== null && 'of' in covering) overlay.value = null;
      }),
      effect(() => {
        const signedIn = session.state.value.status === 'signed-in';
        host.badge(signedIn ? (agenda.waiting.value ?? 0) : 0);
      }),
      // Looked at anew whenever it is opened: what the rep's own acts changed is no news from elsewhere.
      effect(() => {
        if (overlay.value?.view === 'today') void agenda.load();
      }),
      // The server is back: what waits goes out, and what could not be shown is shown.
      effect(() => {
        if (!session.online.value) return;
        void outbox.drain();
        const shown = subjects.subject.peek();
        if (shown.kind === 'failed' && shown.code === 'unreachable') subjects.again();
        const due = agenda.state.peek();
        if (due.status === 'failed' || (due.status === 'ready' && due.isOld)) void agenda.load();
      }),
      effect(() => {
        if (outbox.deliveredLate.value === null) return;
        void subjects.refresh();
        void agenda.load();
      }),
    );
  };

  /** Not before everything is sent or dropped: signing out must lose nothing and leave nothing behind. */
  const signOut = async () => {
    if (outbox.queue.peek().length > 0) {
      overlay.value = { view: 'outbox' };
      toasts.bad(words.t('sign-out.waiting'));
      return;
    }
    await session.signOut();
  };

  /** What the device held of the customers goes with the session, in every window. Only what waits to be sent outlives one that ran out. */
  const forget = async (why: 'never' | 'ended' | 'left' | 'off') => {
    await recent.wipe();
    if (why === 'never') return;
    agenda.clear();
    if (why !== 'ended') await Promise.all([drafts.wipe(), standing.wipe()]);
    if (why === 'off') await outbox.wipe();
  };

  const stop = () => {
    for (const end of stops) end();
    live.stop();
    outbox.stop();
    drafts.flush();
  };

  return {
    host,
    clock,
    locale,
    setLocale,
    words,
    session,
    signOut,
    outbox,
    subjects,
    toasts,
    drafts,
    agenda,
    agendaActs,
    moves,
    work,
    people,
    details,
    closing,
    handing,
    standing,
    merging,
    timeline,
    picker,
    scripts,
    privacy,
    recent,
    overlay,
    tagging,
    me,
    now,
    start,
    stop,
  };
}
