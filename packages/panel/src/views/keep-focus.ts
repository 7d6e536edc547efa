// Keeps the focus in the panel when what had it goes: a step that was completed, a tag that was taken off. It moves to the
// part that held it, so that the next Tab goes on from there; where the rep left a field on purpose it stays left.

export function keepFocus(root: HTMLElement): () => void {
  const { ownerDocument: document } = root;
  const ended = new AbortController();
  const { signal } = ended;
  let focused: Element | undefined;
  let around: Element[] = [];

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    focused = target;
    around = [];
    for (let one = target.parentElement; one !== null && one !== root; one = one.parentElement)
      if (one.matches('section, main')) around.push(one);
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // What is taken away, or switched off while it works, loses the focus too; what stays as it was has been left.
    queueMicrotask(() => {
      if (target === focused && focused?.isConnected && !focused.matches(':disabled')) focused = undefined;
    });
  };
  const observer = new MutationObserver(() => {
    if (focused === undefined || focused.isConnected) return;
    focused = undefined;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    const place = around.find((one) => one.isConnected) ?? root.querySelector('main');
    if (!(place instanceof HTMLElement)) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });

  root.addEventListener('focusin', onFocusIn, { signal });
  root.addEventListener('focusout', onFocusOut, { signal });
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    ended.abort();
    observer.disconnect();
  };
}
