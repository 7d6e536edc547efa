// The rows of the table: what each asks, on what floor, and how far from it the API may be.
import type { Ask } from './workloads.ts';

export interface Row {
  readonly name: string;
  readonly title: string;
  /** What the floor does for one request. */
  readonly floor: string;
  readonly ask: Ask;
  readonly connections: number;
  /** The least the ratio to the floor should be; absent where the row is there to inform. */
  readonly aim?: number;
}

const CARD = 'card of a person with a history';
const COMMIT = 'one insert, committed by itself';

export const ROWS: readonly Row[] = [
  {
    name: 'point',
    title: 'one contact by id',
    floor: 'one select of its row',
    ask: 'point',
    connections: 16,
    aim: 0.6,
  },
  { name: 'card', title: CARD, floor: 'one select of the contact row', ask: 'card', connections: 16, aim: 0.6 },
  { name: 'card-batch', title: CARD, floor: '13 plain selects in one batch', ask: 'card-batch', connections: 16 },
  {
    name: 'list',
    title: 'list of 50 in a stage',
    floor: 'one select of 50 rows, same filter and order',
    ask: 'list',
    connections: 16,
    aim: 0.6,
  },
  { name: 'moves-1', title: 'stage moves, 1 client', floor: COMMIT, ask: 'move', connections: 1 },
  { name: 'moves-16', title: 'stage moves, 16 clients', floor: COMMIT, ask: 'move', connections: 16, aim: 1.5 },
  {
    name: 'moves-16-rows',
    title: 'stage moves, 16 clients',
    floor: 'the rows a move writes, one commit each move',
    ask: 'move-rows',
    connections: 16,
  },
  {
    name: 'moves-16-panel',
    title: 'the same, as the panel sends them',
    floor: COMMIT,
    ask: 'panel-move',
    connections: 16,
  },
];
