// What one window of the panel tells the others: of the session, and of what the device keeps for all of them.

/** Tells the other windows, never this one. */
export function createWindows<News>(channelName: string, onNews: (news: News) => void) {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => onNews(data as News);
  // In tests an open channel would keep the process going.
  (channel as { unref?(): void }).unref?.();
  return { tell: (news: News) => channel.postMessage(news) };
}
