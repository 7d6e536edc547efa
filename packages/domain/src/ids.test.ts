import { describe, expect, it } from 'vitest';
import { fixedClock } from './clock.ts';
import { ID_PREFIXES, type IdPrefix, newId } from './ids.ts';

describe('ids', () => {
  it('carry their prefix and 26 lower-case characters without i, l, o, u', () => {
    for (const prefix of Object.keys(ID_PREFIXES) as IdPrefix[]) {
      expect(newId(prefix)).toMatch(new RegExp(`^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`));
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
    expect(second).toMatch(/^con_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
  });

  it('say the time of their making in the first ten characters', () => {
    const zero = (bytes: Uint8Array) => void bytes.fill(0);
    expect(newId('con', fixedClock(0), zero)).toBe('con_00000000000000000000000000');
    expect(newId('con', fixedClock(33), zero)).toBe('con_00000000110000000000000000');
  });
});
