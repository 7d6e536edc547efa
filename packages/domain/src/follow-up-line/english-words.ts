// What the English rules for days and for times have in common.
import type { Period } from './rule.ts';

export const EDGE = '(?<![\\p{L}\\p{N}_/.-])';
export const END = '(?![\\p{Script=Latin}\\p{N}_])';

export function periodOf(word: string | undefined): Period | undefined {
  switch (word?.toLowerCase().replace(/\./g, '')) {
    case 'am':
    case 'morning':
      return 'morning';
    case 'pm':
    case 'afternoon':
      return 'afternoon';
    case 'evening':
    case 'night':
      return 'evening';
    default:
      return undefined;
  }
}
