// What the rep typed and did not send yet, kept per person on the device, so that no switch, reload or update loses a word.
import type { Storage } from '../host.ts';
import { createWindows } from './windows.ts';

const DRAFTS_KEY = 'drafts';
const WRITE_AFTER_MS = 250;
// Older drafts than this many people ago are dropped, oldest first.
const PEOPLE = 200;

type Kept = Record<string, Record<string, string>>;

export type Drafts = ReturnType<typeof createDrafts>;

export function createDrafts(device: Storage) {
  let kept: Kept = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const load = async () => {
    kept = ((await device.get(DRAFTS_KEY)) as Kept | undefined) ?? {};
  };
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const people = Object.keys(kept);
    for (const old of people.slice(0, Math.max(0, people.length - PEOPLE))) delete kept[old];
    return device.set(DRAFTS_KEY, kept);
  };
  // What is written in any window is known in all: whichever keeps next keeps it too.
  const windows = createWindows<[of: string, field: string, text: string]>(`sidestage:${DRAFTS_KEY}`, (said) =>
    place(...said),
  );
  const get = (of: string, field: string) => kept[of]?.[field] ?? '';
  const place = (of: string, field: string, text: string) => {
    const { [of]: own = {}, ...others } = kept;
    const { [field]: _, ...rest } = own;
    const next = text === '' ? rest : { ...rest, [field]: text };
    // The one touched last stands last.
    kept = Object.keys(next).length === 0 ? others : { ...others, [of]: next };
  };
  const set = (of: string, field: string, text: string) => {
    place(of, field, text);
    windows.tell([of, field, text]);
    timer ??= setTimeout(save, WRITE_AFTER_MS);
  };
  const wipe = () => {
    clearTimeout(timer);
    timer = undefined;
    kept = {};
    return device.remove(DRAFTS_KEY);
  };
  /** For a page that is about to go. */
  const flush = () => (timer === undefined ? undefined : void save());
  return { load, get, set, wipe, flush };
}
