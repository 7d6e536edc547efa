import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedClock, parseInstant, toIso } from './clock.ts';

describe('instants as text', () => {
  it('reads back every instant it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_000_000_000_000, max: 253_402_300_799_999 }), (ms) => {
        expect(parseInstant(toIso(ms))).toBe(ms);
      }),
    );
  });

  it.each([
    ['2026-11-21T22:00:00Z', '2026-11-21T22:00:00.000Z'],
    ['2026-11-21T22:00:00.5Z', '2026-11-21T22:00:00.500Z'],
    ['2026-11-21T22:00:00.123456789Z', '2026-11-21T22:00:00.123Z'],
    ['2026-11-22T06:00:00+08:00', '2026-11-21T22:00:00.000Z'],
    ['2026-11-21T18:30:00-03:30', '2026-11-21T22:00:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-11-21t22:00:00z', '2026-11-21T22:00:00.000Z'],
  ])('reads %s', (text, iso) => {
    const at = parseInstant(text);
    expect(at === undefined ? undefined : toIso(at)).toBe(iso);
  });

  it.each([
    '2026-11-21T22:00:00',
    '2026-11-21T22:00Z',
    '2026-11-21',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T22:60:00Z',
    '2026-11-21T22:00:60Z',
    '2026-11-21T22:00:00+24:00',
    '2026-11-21T22:00:00+0800',
    '2026-11-21 22:00:00Z',
    ' 2026-11-21T22:00:00Z',
    '2026-11-21T22:00:00Z ',
    '2026-11-21T22:00:00.Z',
    '0000-01-01T00:00:00Z',
    '+12026-11-21T22:00:00Z',
    '２０26-11-21T22:00:00Z',
    '1763762400000',
    '',
    `2026-11-21T22:00:00.${'1'.repeat(500)}Z`,
  ])('refuses %s', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('a fixed clock moves only when told', () => {
    const clock = fixedClock(1000);
    expect(clock.now()).toBe(1000);
    clock.advance(5);
    expect(clock.now()).toBe(1005);
  });
});

it('writes every instant as the standard does, before 1970 and far from now too', () => {
  const edges = [0, -1, 1, 86_399_999, 86_400_000, -86_400_000, -86_400_001, 253_402_300_799_999, -62_135_596_800_000];
  const spread = Array.from({ length: 5_000 }, (_, i) => Math.trunc(((i * 7_919_000_003_771) % 3e14) - 6e13));
  for (const ms of [...edges, ...spread]) expect(toIso(ms)).toBe(new Date(ms).toISOString());
  expect(() => toIso(Number.NaN)).toThrow(RangeError);
});
