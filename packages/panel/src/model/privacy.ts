// What the rep reads privately stays private (product rule 14): addresses to be ignored, and channels on which nobody is looked
// up before the rep asks. Both stay on this device; the server never hears of them.
import { signal } from '@preact/signals';
import type { Storage } from '../host.ts';
import type { Person } from './person.ts';

const IGNORED_KEY = 'ignored';
const ON_CLICK_KEY = 'look-up-on-click';

export type Privacy = ReturnType<typeof createPrivacy>;

export function createPrivacy(device: Storage) {
  const ignored = signal<string[]>([]);
  /** Channels on which the rep asks for each look-up. */
  const onClick = signal<string[]>([]);

  const keyOf = ({ channel, handle, name, conversationKey }: Person) =>
    `${channel}:${handle?.trim().toLowerCase() ?? `${conversationKey}/${name}`}`;

  const load = async () => {
    ignored.value = ((await device.get(IGNORED_KEY)) as string[] | undefined) ?? [];
    onClick.value = ((await device.get(ON_CLICK_KEY)) as string[] | undefined) ?? [];
  };
  const keep = (list: typeof ignored, key: string, one: string, isIn: boolean) => {
    const others = list.peek().filter((other) => other !== one);
    list.value = isIn ? [...others, one] : others;
    return device.set(key, list.value);
  };

  return {
    ignored,
    onClick,
    load,
    isIgnored: (person: Person) => ignored.value.includes(keyOf(person)),
    asksFirst: (channel: string) => onClick.value.includes(channel),
    ignore: (person: Person, isIgnored: boolean) => keep(ignored, IGNORED_KEY, keyOf(person), isIgnored),
    askFirst: (channel: string, asks: boolean) => keep(onClick, ON_CLICK_KEY, channel, asks),
  };
}
