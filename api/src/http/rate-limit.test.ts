// The bucket itself, with more callers than it remembers.
import { fixedClock } from '@sidestage/domain';
import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

function bucket(burst: number, perSecond: number) {
  const clock = fixedClock(0);
  const limit = createRateLimit(clock, { burst, perSecond });
  const may = (who: string) => {
    try {
      limit(who, new Headers());
      return true;
    } catch {
      return false;
    }
  };
  return { clock, may };
}

it('remembers who has used theirs up while ten thousand others come and go, and forgets those who are whole again', () => {
  const { clock, may } = bucket(2, 1);
  for (let i = 0; i < 9_999; i++) may(`passing ${i}`);
  clock.advance(1_000);
  expect([may('busy'), may('busy'), may('busy')]).toEqual([true, true, false]);
  for (let i = 0; i < 9_999; i++) may(`new ${i}`);
  expect(may('busy')).toBe(false);
});

it('stays bounded where nobody is whole again: whoever was silent longest is forgotten, not everybody', () => {
  const { may } = bucket(1, 1);
  for (let i = 0; i < 10_000; i++) may(`caller ${i}`);
  may('one more');
  expect([may('caller 0'), may('caller 9999'), may('one more')]).toEqual([true, false, false]);
});

it('gives nothing for a clock that goes backwards', () => {
  const { clock, may } = bucket(1, 1);
  clock.advance(10_000);
  expect(may('a')).toBe(true);
  clock.advance(-5_000);
  expect(may('a')).toBe(false);
});
