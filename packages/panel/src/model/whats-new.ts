// What of the news from elsewhere concerns this window: the person it shows and what is on the rep's agenda is loaded anew,
// and what it kept of anybody else they speak of is let go.
import type { Agenda } from './agenda.ts';
import type { Happening } from './live.ts';
import type { Session } from './session.ts';
import type { Subjects } from './subject.ts';
import { concerns } from './subject-kinds.ts';
import type { Timeline } from './timeline.ts';

// Many events at once, as an import writes them, are one look.
const PAUSE_MS = 250;
const WHO_IS_WHO = /^(contact\.(created|updated|merge|restored|erased)|identity\.|conversation\.)/;
const LEAVES_THE_AGENDA = ['contact.archived', 'contact.restored', 'contact.erased', 'contact.merged'];

export function createWhatsNew({
  subjects,
  agenda,
  timeline,
  session,
}: {
  subjects: Subjects;
  agenda: Agenda;
  timeline: Pick<Timeline, 'forget'>;
  session: Session;
}) {
  const lookAtPerson = atMostEvery(PAUSE_MS, () => void subjects.refresh());
  const lookAtAgenda = atMostEvery(PAUSE_MS, () => void agenda.load());

  const isShown = ({ type, ids }: Happening) => {
    const shown = subjects.subject.peek();
    if (shown.kind === 'contact') return concerns(ids, shown.card);
    // No news names an address: whoever became known may be the stranger shown.
    return (
      WHO_IS_WHO.test(type) && (shown.kind === 'new' || shown.kind === 'candidates' || shown.kind === 'restricted')
    );
  };

  const isOnAgenda = ({ type, ids }: Happening) => {
    const due = agenda.state.peek();
    const now = session.state.peek();
    if (now.status !== 'signed-in') return false;
    if (LEAVES_THE_AGENDA.includes(type) || type.startsWith('handover.')) return true;
    if (!type.startsWith('follow_up.')) return false;
    const listed = due.status === 'ready' ? [...due.overdue, ...due.today, ...due.upcoming] : [];
    return due.status !== 'ready' || ids.includes(now.staff.id) || listed.some((step) => ids.includes(step.id));
  };

  return {
    happening(news: Happening) {
      subjects.heard(news.ids);
      if (isShown(news)) lookAtPerson();
      if (isOnAgenda(news)) lookAtAgenda();
    },
    restored() {
      timeline.forget();
      void subjects.startAnew();
      lookAtAgenda();
    },
    opened() {
      lookAtPerson();
      lookAtAgenda();
    },
  };
}

/** Runs at once, and then once more at the end of the pause for all that asked meanwhile. */
function atMostEvery(ms: number, run: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = false;
  return () => {
    if (waiting !== undefined) {
      asked = true;
      return;
    }
    run();
    const look = () => {
      waiting = undefined;
      if (!asked) return;
      asked = false;
      run();
      waiting = setTimeout(look, ms);
    };
    waiting = setTimeout(look, ms);
  };
}
