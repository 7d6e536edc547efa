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

/** `given` stands in the field until the rep writes something else, and is no draft. */
export function useDraft(of: string, field: string, given = ''): Pick<Signal<string>, 'value'> {
  const { drafts } = useModel();
  const text = useSignal(drafts.get(of, field) || given);
  return useMemo(
    () => ({
      get value() {
        return text.value;
      },
      set value(next: string) {
        text.value = next;
        drafts.set(of, field, next === given ? '' : next);
      },
    }),
    [drafts, of, field, given, text],
  );
}
