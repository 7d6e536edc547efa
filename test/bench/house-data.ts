// The people every measurement runs on, made through the API itself, and the copy of the file the floor gets.
import { copyFileSync } from 'node:fs';
import { newKey, type Place, startServer } from '../support/server.ts';
import { type Sent, Wire } from './wire.ts';

export const PEOPLE = 10_000;
/** People with a history of moves, calls and a next step, as a rep's own customers have: cards are read from these. */
const BUSY = 500;
export const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'customer'] as const;
const WIRES = 16;

export interface Person {
  readonly id: string;
  readonly jid: string;
  /** Index into STAGES. */
  readonly stage: number;
}

export interface HouseData {
  readonly key: string;
  /** A second file with the same rows, for the floor. */
  readonly floorFile: string;
  readonly people: readonly Person[];
  /** The first so many of them have a history. */
  readonly busyCount: number;
}

export async function makeHouse(place: Place): Promise<HouseData> {
  const key = newKey(place);
  const server = await startServer(place, key);
  const people: Person[] = new Array(PEOPLE);
  try {
    const wires = await Promise.all(Array.from({ length: WIRES }, () => Wire.open(server.url, key)));
    let next = 0;
    const maker = async (wire: Wire) => {
      for (let nth = next++; nth < PEOPLE; nth = next++) people[nth] = await makePerson(wire, nth);
    };
    await Promise.all(wires.map(maker));
    for (const wire of wires) wire.close();
  } finally {
    await server.stop();
  }
  // Stopped cleanly, the file holds everything: its write-ahead log was emptied.
  const floorFile = `${place.folder}/floor.db`;
  copyFileSync(place.file, floorFile);
  return { key, floorFile, people, busyCount: BUSY };
}

const TAGS = ['grade-a', 'grade-b', 'grade-c'];

async function makePerson(wire: Wire, nth: number): Promise<Person> {
  const jid = `person-${nth}@chat.example`;
  const stage = nth % STAGES.length;
  const busy = nth < BUSY;
  const { id } = await send(wire, {
    method: 'POST',
    path: '/v1/contacts',
    body: {
      display_name: `Person ${nth}`,
      company: `Company ${nth % 700}`,
      source: 'fair',
      identities: [
        { channel: 'xmpp', handle: jid },
        { channel: 'email', handle: `person-${nth}@mail.example` },
      ],
      tags: [TAGS[nth % TAGS.length]],
      fields: { interest: 'frames', seats: nth % 40 },
      stages: { 'seven-stage': busy ? 'subscriber' : STAGES[stage] },
    },
  });
  if (busy) await makeHistory(wire, id, stage);
  return { id, jid, stage };
}

async function makeHistory(wire: Wire, id: string, stage: number): Promise<void> {
  const own = `/v1/contacts/${id}`;
  for (const to of STAGES.slice(0, stage + 1))
    await send(wire, { method: 'POST', path: `${own}/transitions`, body: { to } });
  for (const kind of ['call', 'message', 'meeting']) {
    const occurred_at = '2026-11-20T10:00:00+08:00';
    const summary = 'Asked about delivery in spring and wants to see two more frames before deciding.';
    await send(wire, {
      method: 'POST',
      path: `${own}/interactions`,
      body: { kind, direction: 'inbound', occurred_at, summary },
    });
  }
  await send(wire, {
    method: 'POST',
    path: '/v1/follow-ups',
    body: { contact_id: id, title: 'Send the quote', due: { local: '2031-01-15T10:00', zone: 'Asia/Shanghai' } },
  });
}

async function send(wire: Wire | undefined, what: Sent): Promise<{ id: string }> {
  const answer = await wire?.send(what);
  if (answer === undefined || answer.status >= 300) throw new Error(`${what.path}: ${answer?.body}`);
  return JSON.parse(answer.body);
}
