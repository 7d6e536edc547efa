// The tags of a person, and the type-ahead that adds one. A single-choice group swaps by itself.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ContactSubject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';
import { arrowTo } from './option-keys.ts';
import { Key } from './parts.tsx';

export function Tags({ subject }: { subject: ContactSubject }) {
  const { words, work, tagging } = useModel();
  const { t, label } = words;
  const { contact, tag_groups } = subject.card;
  return (
    <section class="tags" aria-label={t('tags.label')}>
      <ul class="chips">
        {contact.tags.map((key) => {
          const group = tag_groups.find((one) => one.tags.some((tag) => tag.key === key));
          const name = words.tag(tag_groups, key);
          const groupName = label(group?.labels);
          return (
            <li key={key}>
              <button
                type="button"
                class="chip"
                data-tag={key}
                aria-label={t('tag.remove', { tag: `${groupName} ${name}`.trim() })}
                title={t('tag.remove', { tag: name })}
                onClick={() => void work.changeTags(subject, [], [key])}
              >
                {/* "Grade A" in the group Grade reads once. */}
                {name.startsWith(groupName) ? null : <span class="soft">{groupName}</span>} <b>{name}</b>
                <span class="chip-x" aria-hidden="true">
                  ×
                </span>
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            class="chip chip-add"
            data-act="tag"
            aria-expanded={tagging.value}
            onClick={() => {
              tagging.value = !tagging.value;
            }}
          >
            {t('tags.add')} <Key>t</Key>
          </button>
        </li>
      </ul>
      {tagging.value ? <TagPicker subject={subject} /> : null}
    </section>
  );
}

function TagPicker({ subject }: { subject: ContactSubject }) {
  const { words, work, tagging } = useModel();
  const { t, label } = words;
  const { contact, tag_groups } = subject.card;
  const q = useSignal('');
  const chosen = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  // Before the next key: nothing typed right after the press may be lost.
  useLayoutEffect(() => input.current?.focus(), []);

  const wanted = q.value.trim().toLowerCase();
  const options = tag_groups.flatMap((group) =>
    group.tags
      // Found by the name in either language, by the key and by the group.
      .filter((tag) =>
        [tag.key, tag.labels.en, tag.labels['zh-CN'], label(group.labels)].some((text) =>
          text.toLowerCase().includes(wanted),
        ),
      )
      .map((tag) => ({ ...tag, group: label(group.labels), single: group.mode === 'single' })),
  );
  const at = Math.min(chosen.value, options.length - 1);
  const close = () => {
    tagging.value = false;
  };
  const toggle = (key: string) => {
    const has = contact.tags.includes(key);
    void work.changeTags(subject, has ? [] : [key], has ? [key] : []);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const next = arrowTo(event.key, at, options.length);
    if (next !== undefined) {
      event.preventDefault();
      chosen.value = next;
    }
    const option = options[at];
    if (event.key === 'Enter' && option !== undefined) toggle(option.key);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return (
    <div class="picker">
      <input
        ref={input}
        role="combobox"
        aria-label={t('tags.find')}
        aria-expanded="true"
        aria-controls="tag-options"
        aria-activedescendant={options.length > 0 ? `tag-${at}` : undefined}
        placeholder={t('tags.find')}
        value={q}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          q.value = event.currentTarget.value;
          chosen.value = 0;
        }}
      />
      <div id="tag-options" role="listbox" aria-label={t('tags.label')} class="options">
        {options.map((option, i) => (
          <div
            key={option.key}
            id={`tag-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            class="option"
            data-option={option.key}
            onPointerMove={() => {
              chosen.value = i;
            }}
            onClick={() => toggle(option.key)}
            onKeyDown={() => {}}
          >
            <span class="mark ok" aria-hidden="true">
              {contact.tags.includes(option.key) ? '✓' : ''}
            </span>
            <span class="row-main">{label(option.labels)}</span>
            <span class="soft">
              {option.group}
              {option.single ? ` · ${t('tags.one')}` : ''}
            </span>
          </div>
        ))}
      </div>
      {options.length === 0 ? <p class="soft">{t('tags.none')}</p> : null}
    </div>
  );
}
