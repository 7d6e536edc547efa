// What happens elsewhere, as it happens. Of all open windows one leads: it alone holds the event stream and tells the others,
// so that six windows cost the server one line. When it closes, the next takes its lock and goes on after the last event heard.
import { followEvents, type SidestageEvent, SidestageProblem } from '@sidestage/sdk';
import { CLIENT_ID } from './client-id.ts';
import type { Session } from './session.ts';

export interface Happening {
  seq: number;
  type: string;
  /** Every id the event speaks of. */
  ids: string[];
  clientId: string | null;
}

type Message =
  | { kind: 'happening'; of: string; happening: Happening }
  | { kind: 'opened'; of: string }
  | { kind: 'restored'; of: string };

const LEAD_LOCK = 'sidestage:lead';
const CHANNEL = 'sidestage:live';
const AGAIN_MS = 30_000;

export type Live = ReturnType<typeof createLive>;

/**
 * `happening`: somebody else, or another window, wrote. `opened`: what was missed before the line stood is not told.
 * `restored`: the log is an older one than was read from, and so is all that was kept newer than the server.
 */
export function createLive(
  session: Session,
  on: { happening(happening: Happening): void; opened(): void; restored(): void },
) {
  let ending = new AbortController();
  let channel: BroadcastChannel | undefined;
  /** Whose events these are: another server or person has another log. */
  let of = '';
  let place: number | undefined;

  const hear = (message: Message) => {
    if (message.of !== of) return;
    if (message.kind === 'opened') return on.opened();
    if (message.kind === 'restored') {
      place = undefined;
      return on.restored();
    }
    const { happening } = message;
    // A new leader begins where it stopped hearing, which may be before where another window did.
    if (place !== undefined && happening.seq <= place) return;
    place = happening.seq;
    if (happening.clientId !== CLIENT_ID) on.happening(happening);
  };

  const tell = (message: Message) => {
    channel?.postMessage(message);
    hear(message);
  };

  /** True: this server's log ends before the place it was asked to go on from, as after a backup was restored. */
  const follow = async (server: string, signal: AbortSignal): Promise<boolean> => {
    let hadPlace = place !== undefined;
    const stream = followEvents({
      baseUrl: server,
      fetch: session.send,
      clientId: CLIENT_ID,
      signal,
      ...(place === undefined ? {} : { after: place }),
      // Where the last event heard is known, the stream itself tells what was missed.
      onOpen: () => {
        // The line begins with where it stands, so from now on it has a place also where nothing happened.
        hadPlace = true;
        if (place === undefined) tell({ kind: 'opened', of });
      },
    });
    try {
      for await (const event of stream) tell({ kind: 'happening', of, happening: happeningOf(event) });
    } catch (error) {
      return hadPlace && error instanceof SidestageProblem && error.status === 422;
    }
    return false;
  };

  /** Waits for its turn to lead, and leads until this window closes or the session ends. */
  const lead = async (server: string, signal: AbortSignal) => {
    await navigator.locks.request(LEAD_LOCK, { signal }, async () => {
      while (!signal.aborted) {
        if (await follow(server, signal)) {
          tell({ kind: 'restored', of });
          continue;
        }
        // Refused outright: the session has ended, or this server has no stream. The panel still looks now and then.
        await rest(AGAIN_MS, signal);
      }
    });
  };

  const stop = () => {
    ending.abort();
    channel?.close();
    channel = undefined;
    place = undefined;
  };

  /** Begins with a session; ends with `stop`. */
  const start = ({ server, staff }: { server: string; staff: { id: string } }) => {
    stop();
    of = `${server} ${staff.id}`;
    ending = new AbortController();
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => hear(data as Message);
    lead(server, ending.signal).catch(() => {});
  };

  return { start, stop };
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function happeningOf({ seq, type, contact_id, data, actor }: SidestageEvent): Happening {
  const said = [contact_id, ...Object.values(data)];
  return { seq, type, ids: said.filter((one) => typeof one === 'string'), clientId: actor.client_id };
}
