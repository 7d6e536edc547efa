import { describe, expect, it } from 'vitest';
import { fixedClock } from './clock.ts';
import { ID_PREFIXES, type IdPrefix, isId, newId } from './ids.ts';

describe('ids', () => {
  it('carry their prefix and 26 lower-case characters without i, l, o, u', () => {
    for (const prefix of Object.keys(ID_PREFIXES) as IdPrefix[]) {
      const id = newId(prefix);
      expect(id).toMatch(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`));
      expect(isId(prefix, id)).toBe(true);
    }
  });

  it('sort in the order they were made, inside a millisecond, across them and when the clock is set back', () => {
    const clock = fixedClock(1_795_000_000_000);
    const made: string[] = [];
    for (let i = 0; i < 3000; i++) {
      if (i % 700 === 0) clock.advance(i === 1400 ? -5000 : 3);
      made.push(newId('con', clock));
    }
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('go on past the last value of a millisecond', () => {
    const clock = fixedClock(1_795_000_000_000);
    const full = (bytes: Uint8Array) => void bytes.fill(31);
    const first = newId('con', clock, full);
    const second = newId('con', clock, full);
    expect(second > first).toBe(true);
    expect(isId('con', second)).toBe(true);
  });

  it('say the time of their making in the first ten characters', () => {
    const zero = (bytes: Uint8Array) => void bytes.fill(0);
    expect(newId('con', fixedClock(0), zero)).toBe('con_00000000000000000000000000');
    expect(newId('con', fixedClock(33), zero)).toBe('con_00000000110000000000000000');
  });

  it('are recognised in one spelling only', () => {
    const id = newId('con');
    expect(isId('idn', id)).toBe(false);
    expect(isId('con', id.toUpperCase())).toBe(false);
    expect(isId('con', `${id}0`)).toBe(false);
    expect(isId('con', id.slice(0, -1))).toBe(false);
    expect(isId('con', `${id}\n`)).toBe(false);
    expect(isId('con', 'con_8zzzzzzzzzzzzzzzzzzzzzzzzz')).toBe(false);
    expect(isId('con', '')).toBe(false);
  });
});
