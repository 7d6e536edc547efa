// A text field that is kept per person until it is sent, and left once it is.
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useModel } from './model-context.ts';

/** After a line is sent the keys are the panel's again: the next digit moves a stage, it is not typed. */
export function leaveField(event: Event): void {
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  const form = currentTarget.closest('form');
  const { activeElement } = currentTarget.ownerDocument;
  if (activeElement instanceof HTMLElement && form?.contains(activeElement)) activeElement.blur();
}

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
