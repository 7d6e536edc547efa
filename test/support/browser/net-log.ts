// Reads the browser's own log of its network: every request, whichever part of the browser made it, and for whom.
import { readFile } from 'node:fs/promises';

export interface LoggedRequest {
  url: string;
  /** The origin of the page or extension it was made for; the browser's own are `not an origin`. */
  initiator: string;
}

interface LogEvent {
  params?: { url?: string; initiator?: string };
}

/** The requests of a browser that is closed. */
export async function requestsIn(file: string): Promise<LoggedRequest[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    // One event per line, so that even a log without its end can be read.
    if (!line.includes('"initiator"')) return [];
    const { params } = JSON.parse(line.replace(/(?:,|\]\})\s*$/, '')) as LogEvent;
    if (params?.url === undefined || params.initiator === undefined) return [];
    return [{ url: params.url, initiator: params.initiator }];
  });
}
