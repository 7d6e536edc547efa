// The one step that must happen in the page's own world: editors that keep their own document read what they are given from
// an event's DataTransfer, and Firefox shows them an empty one when the event comes from an extension's world.

/** What the extension's side of an insertion asks of the page's side, as the JSON detail of an event named by the token. */
export interface PageAsk {
  readonly method: 'beforeinput' | 'paste' | 'end';
  readonly text: string;
}

/**
 * Runs inside the page, so it stands alone and uses nothing from around it. It listens for one insertion, under a name
 * nobody else knows, until it is told that it is over. The ask is answered by cancelling it; nothing is sent back.
 */
export function listenForInsertion(token: string): void {
  const LISTEN_MS = 10_000;
  const onAsk = (event: Event) => {
    const { method, text } = JSON.parse((event as CustomEvent<string>).detail) as PageAsk;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (method === 'end') return end();
    const how = { bubbles: true, cancelable: true, composed: true };
    const data = new DataTransfer();
    data.setData('text/plain', text);
    if (method === 'beforeinput') {
      const input = new InputEvent('beforeinput', { ...how, inputType: 'insertReplacementText', dataTransfer: data });
      event.target?.dispatchEvent(input);
      return;
    }
    const paste = new ClipboardEvent('paste', { ...how, clipboardData: data });
    // A browser that takes no data with the event lets it be put in afterwards.
    if (paste.clipboardData?.getData('text/plain') !== text) paste.clipboardData?.setData('text/plain', text);
    event.target?.dispatchEvent(paste);
  };
  const end = () => document.removeEventListener(token, onAsk, true);
  document.addEventListener(token, onAsk, true);
  setTimeout(end, LISTEN_MS);
}
