// Says what was just done and how to take it back. Announced, never focused.
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';

export function ToastLine() {
  const { toasts, words } = useModel();
  const shown = toasts.toast.value;
  return (
    <div class="toast-place" role={shown?.tone === 'bad' ? 'alert' : 'status'}>
      {shown === null ? null : (
        <div class={`toast toast-${shown.tone}`}>
          <span class="row-main">{shown.text}</span>
          {shown.undo === undefined ? (
            <button type="button" class="toast-undo" aria-label={words.t('close')} onClick={() => toasts.clear()}>
              ×
            </button>
          ) : (
            <button type="button" class="toast-undo" data-act="undo" onClick={() => toasts.undo()}>
              {words.t('undo')} <Key>Esc</Key>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
