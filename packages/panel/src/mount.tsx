// Draws the panel into a place and keeps it going until it is taken down.
import { render } from 'preact';
import type { Host } from './host.ts';
import { createModel } from './model/index.ts';
import { keepFocus } from './views/keep-focus.ts';
import { listenToKeys } from './views/keys.ts';
import { Panel } from './views/panel.tsx';

/** Resolves once the first view is drawn. Returns what takes it down. */
export async function mountPanel(root: HTMLElement, host: Host): Promise<() => void> {
  const model = await createModel(host);
  render(<Panel model={model} />, root);
  const forget = listenToKeys(root, model);
  const letGo = keepFocus(root);
  const page = root.ownerDocument.defaultView;
  // A panel that comes back into view looks again; one that goes keeps the last words typed.
  const onVisible = () => {
    if (root.ownerDocument.visibilityState === 'hidden') return model.drafts.flush();
    void model.subjects.refresh();
    void model.agenda.load();
    void model.outbox.drain();
  };
  const onOnline = () => void model.outbox.drain();
  root.ownerDocument.addEventListener('visibilitychange', onVisible);
  page?.addEventListener('online', onOnline);
  await model.start();
  return () => {
    root.ownerDocument.removeEventListener('visibilitychange', onVisible);
    page?.removeEventListener('online', onOnline);
    forget();
    letGo();
    model.stop();
    render(null, root);
  };
}
