// What the compiler refuses: `npm run check` fails when a line marked here is no error any more.
import { expect, it } from 'vitest';
import { statement } from '../../db/statement.ts';
import type { MutationSpec } from '../../http/mutate.ts';
import type { OnContact } from './on-contact.ts';

const own = statement('select 1', [], (r) => Number(r[0]));

it('what a write reads cannot replace what every write on a contact reads', () => {
  const load = <S extends Record<string, typeof own>>(loads: OnContact<S>['load']) => Object.keys(loads);
  expect(load({ own })).toEqual(['own']);
  // @ts-expect-error The contact itself.
  load({ own, contact: own });
  // @ts-expect-error Who holds the handle of the open conversation.
  load({ holders: own });
  // @ts-expect-error Who the open conversation is linked with.
  load({ link: own });
  // @ts-expect-error The answer kept under the Idempotency-Key.
  load({ knownKey: own });
});

it('nor the kept answer of any write', () => {
  const load = <S extends Record<string, typeof own>>(loads: MutationSpec<S>['load']) => Object.keys(loads);
  expect(load({ own })).toEqual(['own']);
  // @ts-expect-error The answer kept under the Idempotency-Key.
  load({ knownKey: own });
});
