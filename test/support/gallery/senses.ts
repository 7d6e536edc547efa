// What a page does to people who enlarge it, hear it or go through it by keys. Each function runs inside the page.

/** What is lost at this width: what sticks out, what scrolls sideways, what is cut off without being told elsewhere. */
export function clippedIn(): string[] {
  const found: string[] = [];
  const { clientWidth } = document.documentElement;
  const nameOf = (element: Element) =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> “${element.textContent?.slice(0, 40)}”`;
  for (const element of document.querySelectorAll<HTMLElement>('#panel *')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen') !== null) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (box.right > clientWidth + 1 || box.left < -1)
      found.push(`sticks out to ${Math.round(box.right)}: ${nameOf(element)}`);
    const { overflowX } = getComputedStyle(element);
    const isField = element.matches('input, textarea, select');
    if (element.scrollWidth <= element.clientWidth + 1 || isField || overflowX === 'visible') continue;
    if (overflowX === 'auto' || overflowX === 'scroll') found.push(`scrolls sideways: ${nameOf(element)}`);
    // Cut short is not lost where the whole is told by a title.
    else if (element.closest('[title]') === null) found.push(`cut off: ${nameOf(element)}`);
  }
  return found;
}

type Listening = typeof globalThis & { announced: string[] };

/** From now on `announced` holds what a screen reader would say unasked: what appears in a live region. */
export function listenToAnnouncements(): void {
  const listening = globalThis as Listening;
  listening.announced = [];
  const live = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
  const hear = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const regions = element === null ? [] : [element.closest(live), ...element.querySelectorAll(live)];
    for (const region of regions) if (region?.textContent) listening.announced.push(region.textContent);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      for (const node of type === 'characterData' ? [target] : addedNodes) hear(node);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** What still moves. */
export function motionIn(): string[] {
  const seconds = (list: string) =>
    list.split(',').map((one) => Number.parseFloat(one) * (one.includes('ms') ? 0.001 : 1));
  return [...document.querySelectorAll('#panel *')].flatMap((element) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
    const moves = animationName !== 'none' && Math.max(...seconds(animationDuration)) > 0.01;
    return moves || Math.max(...seconds(transitionDuration)) > 0.01 ? [`${element.tagName} ${element.className}`] : [];
  });
}

/** What can be reached by Tab, in the order of the page. */
export function tabStops(): string[] {
  const all = document.querySelectorAll<HTMLElement>(
    '#panel :is(a[href], button, input, select, textarea, summary, [tabindex="0"])',
  );
  return [...all]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled'))
    .map(nameOfStop);

  function nameOfStop(one: Element): string {
    return `${one.tagName} ${one.getAttribute('aria-label') ?? one.getAttribute('name') ?? one.textContent}`;
  }
}

/** What has the focus, named as `tabStops` does, and whether an eye can see that it has. */
export function focusNow(): { name: string; isSeen: boolean } | null {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const { outlineStyle, boxShadow } = getComputedStyle(one);
  const name = `${one.tagName} ${one.getAttribute('aria-label') ?? one.getAttribute('name') ?? one.textContent}`;
  return { name, isSeen: outlineStyle !== 'none' || boxShadow !== 'none' };
}
