// A value the device keeps and all windows share. A change is made to what is kept now, not to what this window last saw of it,
// so that two windows do not undo each other; the others show it at once.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Storage } from '../host.ts';
import { createWindows } from './windows.ts';

export interface Shared<T> {
  readonly value: ReadonlySignal<T>;
  load(): Promise<void>;
  /** Shown before it is kept. */
  change(edit: (before: T) => T): Promise<void>;
  /** Nothing of it stays on the device. */
  wipe(): Promise<void>;
}

export function createShared<T>(device: Storage, key: string, empty: T): Shared<T> {
  const value = signal(empty);
  const kept = async () => ((await device.get(key)) as T | undefined) ?? empty;
  const show = (next: T) => {
    if (JSON.stringify(next) !== JSON.stringify(value.peek())) value.value = next;
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => navigator.locks.request(`sidestage:${key}`, work);
  const load = () => inTurn(async () => show(await kept()));
  const windows = createWindows<'changed'>(`sidestage:${key}`, load);

  return {
    value,
    load,
    change(edit) {
      show(edit(value.peek()));
      return inTurn(async () => {
        const next = edit(await kept());
        await device.set(key, next);
        show(next);
        windows.tell('changed');
      });
    },
    wipe() {
      show(empty);
      return inTurn(async () => {
        await device.remove(key);
        show(empty);
        windows.tell('changed');
      });
    },
  };
}
