// What to call somebody the page shows.
import type { Person } from '../model/person.ts';

/** A page gives an address without a name often enough: the part before the @ is the better guess than nothing. */
export function nameGuess({ name, handle }: Person): string {
  if (name !== null && name.trim() !== '' && name.trim() !== handle) return name.trim();
  return handle?.split('@')[0] ?? '';
}
