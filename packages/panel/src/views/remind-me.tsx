// The switch for reminders while the panel is closed, where the browser has them.
import { useModel } from './model-context.ts';

export function RemindMe() {
  const { host, words } = useModel();
  const { reminders } = host;
  if (reminders === undefined) return null;
  const on = reminders.on.value;
  return (
    <div class="remind">
      <button
        type="button"
        class="chip"
        data-act="remind"
        aria-pressed={on}
        // Straight from the click: the browser asks only inside it.
        onClick={() => void reminders.set(!on)}
      >
        {words.t('remind.switch')}
      </button>
      <small class="soft">{words.t('remind.quiet')}</small>
    </div>
  );
}
