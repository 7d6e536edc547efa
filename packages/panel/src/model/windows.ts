// What one window tells the others of the session: whoever signs in or out anywhere does so in all of them.

export type SessionNews = { kind: 'signed-in' } | { kind: 'signed-out'; why: 'ended' | 'left' | 'off' };

const CHANNEL = 'sidestage:session';

/** Tells the other windows, never this one. */
export function createWindows(onNews: (news: SessionNews) => void) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => onNews(data as SessionNews);
  // In tests an open channel would keep the process going.
  (channel as { unref?(): void }).unref?.();
  return { tell: (news: SessionNews) => channel.postMessage(news) };
}
