import { describe, expect, it } from 'vitest';
import { type Conversation, ConversationTracker } from './conversation.ts';
import { reading } from './reading.fixture.ts';

const wang = reading({ conversationKey: '1', participants: [{ handle: 'wang@example.cn' }] });
const li = reading({ conversationKey: '2', participants: [{ handle: 'li@example.cn' }] });
const list = reading({ kind: 'list' });
const URL_1 = 'https://mail.example.com/?uid=1';
const URL_2 = 'https://mail.example.com/?uid=2';

function track() {
  const published: Conversation[] = [];
  const tracker = new ConversationTracker((conversation) => published.push(conversation));
  return { tracker, published };
}

describe('the conversation in front', () => {
  it('empties at once when another tab comes to the front, before that tab has said anything', () => {
    const { tracker } = track();
    tracker.watch(1);
    tracker.heard({}, { tabId: 1, frameId: 0 }, { url: URL_1, reading: wang });
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: wang, url: URL_1 });
    const { generation } = tracker.shown;
    tracker.watch(2);
    expect(tracker.shown).toEqual({ generation: generation + 1, status: 'loading', url: null, reading: null });
  });

  it('empties at once when the page starts to leave', () => {
    const { tracker } = track();
    tracker.watch(1);
    tracker.heard({}, { tabId: 1, frameId: 0 }, { url: URL_1, reading: wang });
    tracker.navigating(1);
    expect(tracker.shown).toMatchObject({ status: 'loading', reading: null });
  });

  it('gives a new generation to every change of tab, page or reading, also back to the same person', () => {
    const { tracker, published } = track();
    const document = {};
    const top = { tabId: 1, frameId: 0 };
    tracker.watch(1);
    tracker.heard(document, top, { url: URL_1, reading: wang });
    tracker.heard(document, top, { url: URL_1, reading: li });
    tracker.heard(document, top, { url: URL_1, reading: wang });
    tracker.heard(document, top, { url: URL_2, reading: wang });
    tracker.watch(1);
    expect(published.map((each) => each.generation)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps its generation when the same thing is said again', () => {
    const { tracker, published } = track();
    const document = {};
    tracker.watch(1);
    tracker.heard(document, { tabId: 1, frameId: 0 }, { url: URL_1, reading: wang });
    tracker.heard(document, { tabId: 1, frameId: 0 }, { url: URL_1, reading: structuredClone(wang) });
    expect(published).toHaveLength(2);
  });

  it('does not hear tabs that are not in front', () => {
    const { tracker } = track();
    tracker.watch(1);
    tracker.heard({}, { tabId: 2, frameId: 0 }, { url: URL_1, reading: wang });
    tracker.navigating(2);
    expect(tracker.shown).toMatchObject({ generation: 1, reading: null });
  });

  it('forgets a frame with its document, so the mail of a closed preview is gone', () => {
    const { tracker } = track();
    const preview = {};
    tracker.watch(1);
    tracker.heard({}, { tabId: 1, frameId: 0 }, { url: URL_1, reading: list });
    tracker.heard(preview, { tabId: 1, frameId: 5 }, { url: URL_1, reading: wang });
    expect(tracker.shown.reading).toEqual(wang);
    tracker.gone(preview);
    expect(tracker.shown.reading).toEqual(list);
  });

  it('takes the new document of a frame, not both, when the old one has not ended yet', () => {
    const { tracker } = track();
    tracker.watch(1);
    tracker.heard({}, { tabId: 1, frameId: 0 }, { url: URL_1, reading: list });
    tracker.heard({}, { tabId: 1, frameId: 5 }, { url: URL_1, reading: wang });
    tracker.heard({}, { tabId: 1, frameId: 5 }, { url: URL_1, reading: li });
    expect(tracker.shown.reading).toEqual(li);
  });

  it('drops the frames of the page before when a new page speaks', () => {
    const { tracker } = track();
    tracker.watch(1);
    tracker.heard({}, { tabId: 1, frameId: 5 }, { url: URL_1, reading: wang });
    tracker.heard({}, { tabId: 1, frameId: 0 }, { url: URL_2, reading: list });
    expect(tracker.shown.reading).toEqual(list);
  });

  it('says that nothing is read here once every frame had its time', () => {
    const { tracker } = track();
    tracker.watch(1);
    tracker.settle(2);
    expect(tracker.shown.status).toBe('loading');
    tracker.settle(1);
    expect(tracker.shown).toMatchObject({ status: 'ready', reading: null });
  });
});
