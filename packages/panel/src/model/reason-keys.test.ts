import { SEED_REASONS } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import { reasonKeys, reasonOfKey } from './reason-keys.ts';
import type { Reason } from './wire.ts';

const reasons = SEED_REASONS.map(({ code, kinds }) => ({ code, kinds: [...kinds] }) as unknown as Reason);
// What keys.ts does with them on the card.
const TAKEN = [...'acdfnoptx/'];

describe('the key of a reason', () => {
  it('is there for every reason a deployment starts with, each its own, and none that does something else', () => {
    const keys = [...reasonKeys(reasons).values()];
    expect(keys).toHaveLength(reasons.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => TAKEN.includes(key))).toEqual([]);
  });

  it('chooses it: digits in order, then letters, and 0 for any', () => {
    expect(reasonOfKey(reasons, '1')?.code).toBe('entered-by-mistake');
    expect(reasonOfKey(reasons, 'q')?.code).toBe('dissatisfied');
    expect(reasonOfKey(reasons, '0')?.code).toBe('other');
    expect(reasonOfKey(reasons, 'x')).toBeUndefined();
  });

  it('is none where there are more reasons than keys', () => {
    const many = Array.from({ length: 40 }, (_, n) => ({ code: `reason-${n}`, kinds: ['lost'] }) as unknown as Reason);
    expect(reasonKeys(many).size).toBe(26);
  });
});
