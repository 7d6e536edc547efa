// What of the news from elsewhere concerns this window: the person it shows and the steps on the rep's agenda are loaded anew.
import type { Agenda } from './agenda.ts';
import type { Happening } from './live.ts';
import type { Session } from './session.ts';
import type { Subjects } from './subject.ts';

// Many events at once, as an import writes them, are one look.
const PAUSE_MS = 250;
const LEAVES_THE_AGENDA = ['contact.archived', 'contact.restored', 'contact.erased', 'contact.merged'];

export function createWhatsNew({
  subjects,
  agenda,
  session,
}: {
  subjects: Subjects;
  agenda: Agenda;
  session: Session;
}) {
  const lookAtPerson = atMostEvery(PAUSE_MS, () => void subjects.refresh());
  const lookAtAgenda = atMostEvery(PAUSE_MS, () => void agenda.load());

  const isShown = ({ ids }: Happening) => {
    const shown = subjects.subject.peek();
    // What belongs to nobody, such as a renamed tag or a published lifecycle, may be on any card.
    return (
      shown.kind === 'contact' && (ids.includes(shown.card.contact.id) || !ids.some((id) => id.startsWith('con_')))
    );
  };

  const isOnAgenda = ({ type, ids }: Happening) => {
    const due = agenda.state.peek();
    const now = session.state.peek();
    if (now.status !== 'signed-in') return false;
    if (LEAVES_THE_AGENDA.includes(type)) return true;
    if (!type.startsWith('follow_up.')) return false;
    const listed = due.status === 'ready' ? [...due.overdue, ...due.today, ...due.upcoming] : [];
    return due.status !== 'ready' || ids.includes(now.staff.id) || listed.some((step) => ids.includes(step.id));
  };

  return {
    happening(news: Happening) {
      if (isShown(news)) lookAtPerson();
      if (isOnAgenda(news)) lookAtAgenda();
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
