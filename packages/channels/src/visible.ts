// Whether an element is drawn. Mail and chat pages keep earlier conversations in the document, hidden.

/** True when nothing around the element hides it. Sizes are not looked at: a page may be drawn in a tiny frame. */
export function isDrawn(element: Element): boolean {
  if (!element.isConnected) return false;
  if (typeof element.checkVisibility === 'function') return element.checkVisibility({ visibilityProperty: true });
  const view = element.ownerDocument.defaultView;
  if (view === null) return false;
  if (view.getComputedStyle(element).visibility !== 'visible') return false;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    // Asked for besides the style: a page's own `display` may not overrule what it says itself.
    if (at.hasAttribute('hidden') || view.getComputedStyle(at).display === 'none') return false;
  }
  return true;
}

/** The elements of a selector that are drawn. */
export function drawn(document: Document, select: string): Element[] {
  return [...document.querySelectorAll(select)].filter(isDrawn);
}
