// A text field that is kept per person until it is sent.
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useModel } from './model-context.ts';

export function useDraft(contactId: string, field: string): Pick<Signal<string>, 'value'> {
  const { drafts } = useModel();
  const text = useSignal(drafts.get(contactId, field));
  return useMemo(
    () => ({
      get value() {
        return text.value;
      },
      set value(next: string) {
        text.value = next;
        drafts.set(contactId, field, next);
      },
    }),
    [drafts, contactId, field, text],
  );
}
