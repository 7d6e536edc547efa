// The scripts of a stage: asked for when the playbook opens, filled for the person shown, and put where the rep writes to them.
import { signal } from '@preact/signals';
import { type Clock, fillScript, SCRIPT_VARIABLE_NAMES, type ScriptValues } from '@sidestage/domain';
import type { Host, Insertion } from '../host.ts';
import { DICTIONARIES, type Words } from '../words/index.ts';
import type { Session } from './session.ts';
import type { Subjects } from './subject.ts';
import type { ContactSubject } from './subject-kinds.ts';
import type { Toasts } from './toast.ts';
import type { CardStage, Me, Script } from './wire.ts';

export type ScriptList =
  | { status: 'loading' }
  | { status: 'failed' }
  /** `more`: there are more than fit here. */
  | { status: 'ready'; scripts: Script[]; more: boolean };

const MOST = 100;

export type Scripts = ReturnType<typeof createScripts>;

export function createScripts(parts: {
  host: Host;
  session: Session;
  subjects: Subjects;
  toasts: Toasts;
  words: Words;
  clock: Clock;
  me: () => Me | null;
}) {
  const { host, session, subjects, toasts, words, clock } = parts;
  /** Whether the playbook is open, and how: only the rep's own key moves the focus into it. */
  const open = signal<'closed' | 'pressed' | 'clicked'>('closed');
  const list = signal<ScriptList>({ status: 'loading' });
  /** An insertion is under way: a second press must not make a second one. */
  const busy = signal(false);
  // What was loaded is shown at once the next time, and loaded anew behind it.
  const known = new Map<string, ScriptList>();
  let wanted = '';

  const load = async (lifecycle: string, stage: string) => {
    const place = `${lifecycle}/${stage}`;
    wanted = place;
    list.value = known.get(place) ?? { status: 'loading' };
    try {
      const answer = await session.ask.get('/v1/scripts', { query: { lifecycle, stage, limit: MOST } });
      const loaded: ScriptList = { status: 'ready', scripts: answer.data, more: answer.next_cursor !== null };
      known.set(place, loaded);
      if (wanted === place) list.value = loaded;
    } catch {
      if (wanted === place && list.peek().status === 'loading') list.value = { status: 'failed' };
    }
  };

  /** What is known of the person for a script in its own language; the rest is for the rep to say. */
  const fill = (shown: ContactSubject, stage: CardStage, script: Script, said: ScriptValues) => {
    const { contact, owner } = shown.card;
    const me = parts.me();
    const locale = script.locale in DICTIONARIES ? (script.locale as keyof typeof DICTIONARIES) : 'en';
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: me?.zone ?? 'UTC' });
    const values: Record<(typeof SCRIPT_VARIABLE_NAMES)[number], string | null> = {
      name: contact.display_name,
      company: contact.company,
      stage: stage.labels[locale],
      owner: owner?.name ?? null,
      me: me?.name ?? null,
      today: day.format(clock.now()),
    };
    const stands = Object.fromEntries(
      SCRIPT_VARIABLE_NAMES.map((name) => [name, values[name]?.trim() ? values[name] : said[name]]),
    );
    return { ...fillScript(script.text, stands as ScriptValues), asked: fillScript(script.text, values).missing };
  };

  const copy = async (text: string): Promise<void> => {
    const copied = await host.copy(text);
    toasts[copied ? 'done' : 'bad'](words.t(copied ? 'script.copied' : 'script.not-copied'));
  };

  /** Into the composer of the open conversation; where that cannot be, onto the clipboard, saying why. True: it is there. */
  const insert = async (shown: ContactSubject, text: string): Promise<boolean> => {
    if (busy.peek()) return false;
    if (!subjects.isCurrent(shown)) {
      toasts.bad(words.t('script.moved-on'));
      return false;
    }
    busy.value = true;
    try {
      const insertion = await host.insert(text, shown.generation);
      // What became of it is told beside its own conversation only.
      if (!subjects.isCurrent(shown)) return false;
      return await tell(insertion, text);
    } finally {
      if (subjects.isCurrent(shown)) busy.value = false;
    }
  };

  const tell = async (insertion: Insertion, text: string): Promise<boolean> => {
    if (insertion.status === 'inserted') {
      toasts.done(words.t('script.inserted'));
      return true;
    }
    const { why } = insertion;
    if (why === 'moved-on' || why === 'uncertain') {
      toasts.bad(words.t(`script.${why}`));
      return false;
    }
    const copied = await host.copy(text);
    const because = words.t(`script.why-${why}`);
    toasts.bad(words.t(copied ? 'script.copied-instead' : 'script.neither', { because }));
    return false;
  };

  /** Another conversation: nothing of the last one is waited for any more. */
  const settle = () => {
    open.value = 'closed';
    busy.value = false;
  };

  const forget = () => {
    known.clear();
    list.value = { status: 'loading' };
  };

  return { open, list, busy, load, fill, insert, copy, settle, forget };
}
