// What the rep reads privately stays private (product rule 14): addresses to be ignored, and channels on which nobody is looked
// up before the rep asks. Both stay on this device; the server never hears of them.
import type { Storage } from '../host.ts';
import type { Person } from './person.ts';
import { createShared, type Shared } from './shared.ts';

const IGNORED_KEY = 'ignored';
const ON_CLICK_KEY = 'look-up-on-click';

export type Privacy = ReturnType<typeof createPrivacy>;

export function createPrivacy(device: Storage) {
  const ignored = createShared<string[]>(device, IGNORED_KEY, []);
  /** Channels on which the rep asks for each look-up. */
  const onClick = createShared<string[]>(device, ON_CLICK_KEY, []);

  const keyOf = ({ channel, handle, name, conversationKey }: Person) =>
    `${channel}:${handle?.trim().toLowerCase() ?? `${conversationKey}/${name}`}`;

  const keep = (list: Shared<string[]>, one: string, isIn: boolean) =>
    list.change((before) => {
      const others = before.filter((other) => other !== one);
      return isIn ? [...others, one] : others;
    });

  return {
    load: () => Promise.all([ignored.load(), onClick.load()]),
    isIgnored: (person: Person) => ignored.value.value.includes(keyOf(person)),
    asksFirst: (channel: string) => onClick.value.value.includes(channel),
    ignore: (person: Person, isIgnored: boolean) => keep(ignored, keyOf(person), isIgnored),
    askFirst: (channel: string, asks: boolean) => keep(onClick, channel, asks),
  };
}
