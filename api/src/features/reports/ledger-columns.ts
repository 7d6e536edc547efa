// The ledger of stage moves as columns of numbers, kept by the report thread: read once, and then only what came since, because
// rows are never changed. About 50 bytes a row, and 100 a person. Knows no report; gives whole people.
import type { LedgerRow, Outcome, Person } from '@sidestage/domain';
import type { Reader } from '../../db/database.ts';
import { type Groups, groupPages, type LedgerChunk, ledgerChunk, VALUE_END } from './columns.store.ts';
import type { PeopleFilter } from './report-ask.ts';

// A cancelled report ends within milliseconds.
const PEOPLE_AT_ONCE = 5_000;
const NOBODY = -1;

/** What rows have in common beside their times: few are different. */
interface Kind {
  readonly lifecycle: string;
  readonly to: string | null;
  readonly reason: string | null;
  readonly source: string | null;
  readonly outcome: Outcome | 'open' | null;
}

/** Columns that grow; a row is a place in all of them. */
class Rows {
  size = 0;
  private room = 0;
  seq = new Float64Array(0);
  effectiveAt = new Float64Array(0);
  recordedAt = new Float64Array(0);
  kind = new Uint32Array(0);
  /** The row before it of the same person in the same lifecycle. */
  before = new Int32Array(0);

  add(seq: number, effectiveAt: number, recordedAt: number, kind: number, before: number): number {
    const at = this.size++;
    if (at === this.room) this.grow();
    this.seq[at] = seq;
    this.effectiveAt[at] = effectiveAt;
    this.recordedAt[at] = recordedAt;
    this.kind[at] = kind;
    this.before[at] = before;
    return at;
  }

  private grow() {
    this.room = Math.max(1024, Math.ceil(this.room * 1.5));
    this.seq = moved(this.seq, new Float64Array(this.room));
    this.effectiveAt = moved(this.effectiveAt, new Float64Array(this.room));
    this.recordedAt = moved(this.recordedAt, new Float64Array(this.room));
    this.kind = moved(this.kind, new Uint32Array(this.room));
    this.before = moved(this.before, new Int32Array(this.room));
  }
}

function moved<A extends Float64Array | Uint32Array | Int32Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

/** Who is in a lifecycle: the newest row of each person, by the person's number. */
class Members {
  newest = new Int32Array(0);
  /** Seqs of rows that take another back, by the row taken back, for the few people who have any. */
  readonly takenBack = new Map<number, Map<number, number>>();

  newestOf(person: number): number {
    return person < this.newest.length ? (this.newest[person] as number) : NOBODY;
  }
  set(person: number, row: number) {
    if (person >= this.newest.length) {
      const grown = new Int32Array(Math.max(1024, Math.ceil(person * 1.5))).fill(NOBODY);
      grown.set(this.newest);
      this.newest = grown;
    }
    this.newest[person] = row;
  }
}

type WritableRow = { -readonly [K in keyof LedgerRow]: LedgerRow[K] };
type WritablePerson = { -readonly [K in keyof Person]: Person[K] };

export class LedgerColumns {
  private upTo = 0;
  private readonly rows = new Rows();
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly kinds: Kind[] = [];
  private readonly kindNumbers = new Map<string, number>();
  private readonly lifecycles = new Map<string, Members>();

  /**
   * Reads what was recorded since the last time, up to and with a seq. `check` may throw between two chunks. Needs no snapshot:
   * a row that is there never changes.
   */
  async follow(reader: Reader, upTo: number, check: () => void): Promise<void> {
    while (this.upTo < upTo) {
      check();
      const { chunk } = await reader.read({ chunk: ledgerChunk(this.upTo, upTo) });
      if (chunk[0]) this.take(chunk[0]);
      this.upTo = chunk[0]?.upTo ?? upTo;
    }
  }

  /** Everybody with rows in a lifecycle. A person and their rows are good until the next is asked for. */
  *people(lifecycle: string, check: () => void): Generator<Person> {
    const members = this.lifecycles.get(lifecycle);
    const people = members?.newest.length ?? 0;
    const teller = this.teller();
    for (let number = 0; number < people; number++) {
      if (number % PEOPLE_AT_ONCE === 0) check();
      const row = members?.newestOf(number) ?? NOBODY;
      if (members && row !== NOBODY) yield teller(members, number, row);
    }
  }

  /** The same for those who pass a filter, with what they are grouped by. */
  async *groupedPeople(
    reader: Reader,
    lifecycle: string,
    asked: { readonly filter: PeopleFilter; readonly channel: boolean },
    check: () => void,
  ): AsyncGenerator<Person> {
    const members = this.lifecycles.get(lifecycle);
    const teller = this.teller();
    if (!members) return;
    for await (const page of groupPages(reader, asked.filter, asked.channel)) {
      check();
      for (const [id, owner, source, channel] of page as readonly Groups[]) {
        const number = this.numbers.get(id);
        const row = number === undefined ? NOBODY : members.newestOf(number);
        if (number !== undefined && row !== NOBODY)
          yield Object.assign(teller(members, number, row), { owner, source, channel });
      }
    }
  }

  private take({ text }: LedgerChunk) {
    for (let at = 0; at < text.length; ) {
      // contact, seq, effective_at, recorded_at, seq of the row taken back, kind: see `ledgerChunk`.
      const contact = text.indexOf(VALUE_END, at);
      const seq = text.indexOf(VALUE_END, contact + 1);
      const effective = text.indexOf(VALUE_END, seq + 1);
      const recorded = text.indexOf(VALUE_END, effective + 1);
      const back = text.indexOf(VALUE_END, recorded + 1);
      let end = text.indexOf('\n', back + 1);
      if (end === -1) end = text.length;
      const person = this.personNumber(text.slice(at, contact));
      const kind = this.kindNumber(text.slice(back + 1, end));
      const members = this.membersOf((this.kinds[kind] as Kind).lifecycle);
      const ownSeq = Number(text.slice(contact + 1, seq));
      const row = this.rows.add(
        ownSeq,
        Number(text.slice(seq + 1, effective)),
        Number(text.slice(effective + 1, recorded)),
        kind,
        members.newestOf(person),
      );
      members.set(person, row);
      if (back > recorded + 1) {
        const own = members.takenBack.get(person) ?? new Map<number, number>();
        own.set(ownSeq, Number(text.slice(recorded + 1, back)));
        members.takenBack.set(person, own);
      }
      at = end + 1;
    }
  }

  private personNumber(id: string): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    // A slice would keep the whole chunk in memory.
    const own = Buffer.from(id).toString();
    this.numbers.set(own, this.ids.length);
    return this.ids.push(own) - 1;
  }

  private kindNumber(text: string): number {
    const known = this.kindNumbers.get(text);
    if (known !== undefined) return known;
    const [lifecycle = '', to, reason, source, outcome] = JSON.parse(text) as string[];
    this.kindNumbers.set(text, this.kinds.length);
    return (
      this.kinds.push({
        lifecycle,
        to: to ?? null,
        reason: reason ?? null,
        source: source ?? null,
        outcome: (outcome as Kind['outcome']) ?? null,
      }) - 1
    );
  }

  private membersOf(lifecycle: string): Members {
    const known = this.lifecycles.get(lifecycle);
    if (known) return known;
    const made = new Members();
    this.lifecycles.set(lifecycle, made);
    return made;
  }

  /** Fills one person and their rows again and again: making them anew would cost more than all the counting. */
  private teller(): (members: Members, person: number, newest: number) => WritablePerson {
    const { rows, kinds, ids } = this;
    const pool: WritableRow[] = [];
    const own: WritableRow[] = [];
    const person: WritablePerson = { id: '', rows: own, owner: null, source: null, channel: null };
    return (members, number, newest) => {
      let count = 0;
      for (let row = newest; row !== NOBODY; row = rows.before[row] as number) count++;
      own.length = count;
      const takenBack = members.takenBack.size > 0 ? members.takenBack.get(number) : undefined;
      // Newest first along the chain, oldest first in the array.
      for (let row = newest, i = count - 1; i >= 0; row = rows.before[row] as number, i--) {
        const one = pool[i] ?? emptyRow();
        pool[i] = own[i] = one;
        const kind = kinds[rows.kind[row] as number] as Kind;
        const seq = rows.seq[row] as number;
        one.seq = seq;
        one.to = kind.to;
        one.effectiveAt = rows.effectiveAt[row] as number;
        one.recordedAt = rows.recordedAt[row] as number;
        one.reason = kind.reason;
        one.source = kind.source;
        one.outcome = kind.outcome;
        // Rows are told apart by name only where one takes another back.
        one.id = takenBack ? `#${seq}` : '';
        const back = takenBack?.get(seq);
        one.voids = back === undefined ? null : `#${back}`;
      }
      person.id = ids[number] as string;
      return person;
    };
  }
}

const emptyRow = (): WritableRow => ({
  seq: 0,
  id: '',
  from: null,
  to: null,
  effectiveAt: 0,
  recordedAt: 0,
  voids: null,
  reason: null,
  source: null,
  outcome: null,
});
