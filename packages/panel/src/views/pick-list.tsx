// A field with a list under it: arrows go through the list, and Enter picks from it, while the focus stays in the field.
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useModel } from './model-context.ts';

interface Props<T> {
  /** Names the list and its options in the page. */
  id: string;
  label: string;
  placeholder: string;
  q: Signal<string>;
  /** Which of the options is pointed at. */
  chosen: Signal<number>;
  options: readonly T[];
  /** What the list is of, where that is not what was typed. */
  title?: string | undefined;
  /** People, each a row of two lines, with a way to close the list. */
  rows?: boolean;
  /** What marks an option in the page; `key` is its own. */
  marks(option: T): { key: string; [mark: `data-${string}`]: string };
  draw(option: T, at: number): ComponentChildren;
  onPick(option: T, byKey: boolean): void;
  /** Any other key; true: it meant something. */
  onKey?(key: string): boolean;
  onClose?(): void;
  /** The rep asked for the list by a key or a click in the panel, so the focus is theirs to give. */
  focus: boolean;
  /** Whether the pointer chooses as it moves. */
  follow: boolean;
  name?: string;
}

export function PickList<T>(props: Props<T>) {
  const { id, label, placeholder, q, chosen, options, rows, marks, draw, onPick, onKey, onClose, focus, follow } =
    props;
  const { t } = useModel().words;
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: nothing typed right after the press may be lost.
  useLayoutEffect(() => {
    if (!focus) return;
    input.current?.focus();
    input.current?.select();
  }, []);
  const at = Math.min(chosen.value, options.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const { key } = event;
    const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && options.length > 0) {
      event.preventDefault();
      // Round both ends.
      chosen.value = (at + by + options.length) % options.length;
    } else if (onKey?.(key)) event.preventDefault();
    const one = options[at];
    if (key === 'Enter' && one !== undefined) onPick(one, true);
    if (key === 'Escape' && onClose !== undefined) {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <>
      <div class="search-line">
        <input
          ref={input}
          role="combobox"
          name={props.name}
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-options`}
          aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          value={q}
          onKeyDown={onKeyDown}
          onInput={(event) => {
            q.value = event.currentTarget.value;
            chosen.value = 0;
          }}
        />
        {rows ? (
          <button type="button" class="quiet" onClick={onClose}>
            {t('close')}
          </button>
        ) : null}
      </div>
      {props.title === undefined ? null : <p class="section-title">{props.title}</p>}
      <div id={`${id}-options`} role="listbox" aria-label={label} class={rows ? 'rows' : 'options'}>
        {options.map((one, i) => (
          <div
            {...marks(one)}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            class={rows ? 'row' : 'option'}
            onPointerMove={() => {
              if (follow) chosen.value = i;
            }}
            onClick={() => {
              chosen.value = i;
              onPick(one, false);
            }}
            onKeyDown={() => {}}
          >
            {draw(one, i)}
          </div>
        ))}
      </div>
    </>
  );
}
