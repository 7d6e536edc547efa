// Somebody another function handed to the rep's: from whom and since when. Opens the person, where they are taken over or declined.
import type { Handover } from '../model/wire.ts';
import { rowKeys } from './agenda-row.tsx';
import { useModel } from './model-context.ts';
import { When } from './parts.tsx';

export function HandedRow({ handover }: { handover: Handover }) {
  const { words, subjects, overlay } = useModel();
  const open = () => {
    overlay.value = null;
    void subjects.open(handover.contact_id);
  };
  return (
    <li>
      <button
        type="button"
        class="row"
        data-handover={handover.id}
        aria-keyshortcuts="o"
        onKeyDown={rowKeys({ o: open })}
        onClick={open}
      >
        <span class="row-main">
          <span class="row-head">
            <strong>
              <bdi>{handover.contact_name}</bdi>
            </strong>
            <small class="soft">
              <When at={handover.opened_at} />
            </small>
          </span>
          <span class="soft">{words.t('due.handed-from', { from: words.owner(handover.from_function) })}</span>
        </span>
      </button>
    </li>
  );
}
