import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';
import { fakeHost } from './fake-host.ts';
import { createPrivacy } from './privacy.ts';

const person = (handle: string) => ({ channel: 'email', handle, name: null, scope: null, conversationKey: null });

describe('what the device keeps for all windows', () => {
  it('whom the rep ignores in one window is ignored in all, and no window forgets whom another ignored', async () => {
    const { host } = fakeHost(() => ({ status: 200 }));
    const [first, second] = [createPrivacy(host.storage), createPrivacy(host.storage)];
    await Promise.all([first.load(), second.load()]);
    await Promise.all([first.ignore(person('a@x.cn'), true), second.ignore(person('b@x.cn'), true)]);
    for (const window of [first, second, createPrivacy(host.storage)]) {
      await window.load();
      expect([window.isIgnored(person('a@x.cn')), window.isIgnored(person('b@x.cn'))]).toEqual([true, true]);
    }
    await first.ignore(person('b@x.cn'), false);
    await expect.poll(() => second.isIgnored(person('b@x.cn'))).toBe(false);
  });

  it('half a sentence written in one window outlives what is written in another', async () => {
    const { host } = fakeHost(() => ({ status: 200 }));
    const [first, second] = [createDrafts(host.storage), createDrafts(host.storage)];
    await Promise.all([first.load(), second.load()]);
    first.set('con_1', 'log', 'half a sentence');
    await expect.poll(() => second.get('con_1', 'log')).toBe('half a sentence');
    first.flush();
    second.set('con_2', 'next', 'Fri 10:00');
    second.flush();
    const after = createDrafts(host.storage);
    await after.load();
    expect([after.get('con_1', 'log'), after.get('con_2', 'next')]).toEqual(['half a sentence', 'Fri 10:00']);
  });
});
