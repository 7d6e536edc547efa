// A WebDriver BiDi session over its WebSocket: commands, answers and events. Firefox speaks it without any driver program.
import { CallLine } from './call-line.ts';

export type BidiSession = Pick<CallLine, 'send' | 'on'>;

const GONE = 'The browser is gone.';

export async function connectBidi(url: string): Promise<BidiSession> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`The browser does not answer at ${url}.`));
  });
  const line = new CallLine(async (text) => {
    if (socket.readyState !== WebSocket.OPEN) throw new Error(GONE);
    socket.send(text);
  });
  socket.onmessage = ({ data }) => line.hear(String(data));
  socket.onclose = () => line.end(GONE);
  return line;
}
