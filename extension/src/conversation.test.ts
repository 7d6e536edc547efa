import { describe, expect, it } from 'vitest';
import { type Conversation, ConversationTracker } from './conversation.ts';
import { reading } from './reading.fixture.ts';
import type { Reading } from './reading.ts';

const wang = reading({ conversationKey: '1', participants: [{ handle: 'wang@example.cn' }] });
const li = reading({ conversationKey: '2', participants: [{ handle: 'li@example.cn' }] });
const list = reading({ kind: 'list' });
const URL_1 = 'https://mail.example.com/?uid=1';
const URL_2 = 'https://mail.example.com/?uid=2';

function track() {
  const published: Conversation[] = [];
  const tracker = new ConversationTracker((conversation) => published.push(conversation));
  const watch = (tabId: number) => {
    tracker.watch(tabId);
    tracker.allow(true);
  };
  const open = (frameId: number, tabId = 1) => {
    const document = {};
    tracker.connected(document, { tabId, frameId });
    return {
      says: (url: string, reading: Reading | null) => tracker.heard(document, { url, reading }),
      ends: () => tracker.gone(document),
    };
  };
  return { tracker, published, watch, open };
}

describe('the conversation in front', () => {
  it('empties at once when another tab comes to the front, before that tab has said anything', () => {
    const { tracker, watch, open } = track();
    watch(1);
    open(0).says(URL_1, wang);
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: wang, url: URL_1 });
    const { generation } = tracker.shown;
    watch(2);
    expect(tracker.shown).toEqual({ generation: generation + 1, status: 'loading', url: null, reading: null });
  });

  it('empties at once when its page starts to change, and stays so until the page speaks again', () => {
    const { tracker, watch, open } = track();
    watch(1);
    const page = open(0);
    page.says(URL_1, wang);
    tracker.navigating(1);
    tracker.allow(true);
    expect(tracker.shown).toMatchObject({ status: 'loading', reading: null });
    page.ends();
    expect(tracker.shown).toMatchObject({ status: 'loading', reading: null });
    open(0).says(URL_2, li);
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: li });
  });

  it('shows nobody from before when it comes back to a tab, though that tab is still connected', () => {
    const { tracker, watch, open } = track();
    watch(1);
    open(0).says(URL_1, wang);
    watch(2);
    watch(1);
    expect(tracker.shown).toMatchObject({ status: 'loading', reading: null });
  });

  it('gives a new generation to every change of tab, page or reading, also back to the same person', () => {
    const { published, watch, open } = track();
    watch(1);
    const page = open(0);
    page.says(URL_1, wang);
    page.says(URL_1, li);
    page.says(URL_1, wang);
    page.says(URL_2, wang);
    watch(1);
    expect(published.map((each) => each.generation)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps its generation when the same thing is said again', () => {
    const { published, watch, open } = track();
    watch(1);
    const page = open(0);
    page.says(URL_1, wang);
    page.says(URL_1, structuredClone(wang));
    expect(published).toHaveLength(2);
  });

  it('keeps its generation when the page only learns the name of somebody whose address is known', () => {
    const { tracker, published, watch, open } = track();
    watch(1);
    const page = open(0);
    page.says(URL_1, wang);
    const { generation } = tracker.shown;
    page.says(URL_1, reading({ conversationKey: '1', participants: [{ handle: 'wang@example.cn', name: 'Wang' }] }));
    expect(tracker.shown).toMatchObject({ generation, reading: { participants: [{ name: 'Wang' }] } });
    expect(published).toHaveLength(3);
    // Where the name is all there is, another name is another person.
    page.says(URL_1, reading({ conversationKey: '1', participants: [{ name: 'Wang' }] }));
    page.says(URL_1, reading({ conversationKey: '1', participants: [{ name: 'Li' }] }));
    expect(tracker.shown.generation).toBe(generation + 2);
  });

  it('does not hear tabs that are not in front', () => {
    const { tracker, watch, open } = track();
    watch(1);
    open(0, 2).says(URL_1, wang);
    tracker.navigating(2);
    expect(tracker.shown).toMatchObject({ generation: 1, reading: null });
  });

  it('forgets a frame with its document, so the mail of a closed preview is gone', () => {
    const { tracker, watch, open } = track();
    watch(1);
    open(0).says(URL_1, list);
    const preview = open(5);
    preview.says(URL_1, wang);
    expect(tracker.shown.reading).toEqual(wang);
    preview.ends();
    expect(tracker.shown.reading).toEqual(list);
  });

  it('hears the new document of a frame only, when the old one has not ended yet and still speaks', () => {
    const { tracker, watch, open } = track();
    watch(1);
    open(0).says(URL_1, list);
    const before = open(5);
    before.says(URL_1, wang);
    const after = open(5);
    expect(tracker.shown.reading).toEqual(list);
    after.says(URL_1, li);
    before.says(URL_1, wang);
    before.ends();
    expect(tracker.shown.reading).toEqual(li);
  });

  it('takes no frame at its word before the page around it has spoken, whichever is first', () => {
    const { tracker, watch, open } = track();
    watch(1);
    const page = open(0);
    const preview = open(5);
    preview.says(URL_1, wang);
    expect(tracker.shown).toMatchObject({ status: 'loading', reading: null });
    page.says(URL_2, list);
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: wang, url: URL_2 });
  });

  it('shows nothing before the switch of the site is known, and nothing at all where it is off', () => {
    const { tracker, open } = track();
    tracker.watch(1);
    open(0).says(URL_1, wang);
    expect(tracker.shown).toMatchObject({ status: 'loading', reading: null });
    tracker.allow(false);
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: null, url: null });
    tracker.allow(true);
    expect(tracker.shown.reading).toEqual(wang);
    tracker.allow(false);
    expect(tracker.shown.reading).toBeNull();
  });

  it('says that nothing is read here once every frame had its time', () => {
    const { tracker, watch } = track();
    watch(1);
    tracker.settle(2);
    expect(tracker.shown.status).toBe('loading');
    tracker.settle(1);
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: null });
  });
});
