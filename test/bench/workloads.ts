// What is asked of the API and of the floor, request by request. Both are asked the same thing, in the same order.
import { type HouseData, STAGES } from './house-data.ts';
import type { Sent } from './wire.ts';

export type Side = 'api' | 'floor';
export type Ask = 'point' | 'card' | 'card-batch' | 'list' | 'move' | 'move-rows' | 'panel-move';

export interface Workload {
  next(): Sent;
  readonly status: number;
}

export type People = Pick<HouseData, 'people' | 'busyCount'>;

/** Keeps count across rounds, so that every move is from the stage the contact is in. */
export function createWorkloads({ people, busyCount }: People, side: Side): (ask: Ask) => Workload {
  // A step that shares no factor with the count visits everybody, far apart from one to the next.
  const walker = (count: number) => {
    let at = 0;
    return () => {
      at = (at + 7_919) % count;
      return people[at] as (typeof people)[number];
    };
  };
  const anybody = walker(people.length);
  const customer = walker(busyCount);
  const moves = createMoves(people, side);
  const floor = side === 'floor';
  return (ask) => {
    if (ask === 'list')
      return {
        status: 200,
        next: () => ({ method: 'GET', path: floor ? '/list?stage=lead&limit=50' : '/v1/contacts?stage=lead&limit=50' }),
      };
    if (ask === 'move' || ask === 'move-rows' || ask === 'panel-move') return { status: 201, next: () => moves(ask) };
    const whom = ask === 'point' ? anybody : customer;
    const path = (id: string) => {
      if (floor) return `/${ask === 'card-batch' ? 'batch' : 'row'}/${id}`;
      return ask === 'point' ? `/v1/contacts/${id}` : `/v1/contacts/${id}/card`;
    };
    return { status: 200, next: () => ({ method: 'GET', path: path(whom().id) }) };
  };
}

function createMoves(people: People['people'], side: Side) {
  const stages = people.map((person) => person.stage);
  let turn = 0;
  return (ask: Ask): Sent => {
    // Everybody in turn: nobody has two moves under way at once.
    const nth = turn++ % people.length;
    const from = stages[nth] as number;
    const to = (from + 1) % STAGES.length;
    stages[nth] = to;
    const { id } = people[nth] as (typeof people)[number];
    const body = {
      to: STAGES[to],
      ...(to < from ? { reason: { code: 'judged-too-early' } } : {}),
      ...(ask === 'panel-move' ? { expect: { from: STAGES[from] } } : {}),
    };
    if (side === 'floor')
      return { method: 'POST', path: `/${ask === 'move-rows' ? 'move-rows' : 'moves'}/${id}`, body };
    return {
      method: 'POST',
      path: `/v1/contacts/${id}/transitions`,
      body,
      headers: { 'idempotency-key': `bench-${turn}` },
    };
  };
}
