// A chat page with many conversations, drawn the way Converse.js draws its own, that switches in the very click: what is
// timed is then the extension and the API, not somebody's chat.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ChatPage {
  readonly url: string;
  stop(): Promise<void>;
}

export async function serveChatPage(jids: readonly string[]): Promise<ChatPage> {
  const html = page(jids);
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const link = (jid: string) => `<li><a class="open-chat" data-jid="${jid}">${jid}</a></li>`;

const page = (jids: readonly string[]) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Chat</title></head><body>
<converse-root><converse-chats>
<converse-controlbox><converse-user-profile><span class="username">rep@chat.example</span></converse-user-profile>
<ul>${jids.map(link).join('')}</ul></converse-controlbox>
<div id="open"></div>
</converse-chats></converse-root>
<script>
globalThis.switches = [];
document.addEventListener('click', (event) => {
  const jid = event.target.dataset?.jid;
  if (jid === undefined) return;
  document.querySelector('#open').innerHTML =
    '<converse-chat jid="' + jid + '"><div class="chatbox-title__text" title="' + jid + '">' + jid.split('@')[0] + '</div></converse-chat>';
  switches.push({ jid, at: performance.timeOrigin + performance.now() });
});
</script></body></html>`;
