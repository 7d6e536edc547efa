import { expect, it } from 'vitest';
import { rarest } from './pieces.ts';

const part = (match: string, share: number) => ({ match, share });
const MILLION = 1_000_000;

it('the rarest piece is met first, and one of another word before a second of the same', () => {
  const words = [
    [part('ann', 0.038), part('nna', 0.038)],
    [part('bra', 0.045), part('ndt', 0.045)],
    [part('137', 0.007)],
  ];
  const { match, share } = rarest(words, MILLION);
  expect(match.split(' AND ').slice(0, 3)).toEqual(['137', 'ann', 'bra']);
  expect(share).toBeLessThan(0.007 * 0.038 * 0.046);
});

it('a piece that everybody has is not met beside one that hardly anybody has', () => {
  expect(rarest([[part('zyx', 0.0001), part('com', 1)]], MILLION).match).toBe('zyx');
});

it('where one piece gives nobody no other is asked for, and without any piece nobody is given', () => {
  expect(rarest([[part('qqq', 0)], [part('ann', 0.038)]], MILLION)).toEqual({ match: 'qqq', share: 0 });
  expect(rarest([[]], MILLION).share).toBe(0);
});
