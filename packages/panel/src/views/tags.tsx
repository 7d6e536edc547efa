// The tags of a person, and the type-ahead that adds one. A single-choice group swaps by itself.
import { useSignal } from '@preact/signals';
import type { ContactSubject } from '../model/subject-kinds.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';
import { PickList } from './pick-list.tsx';

const MANY = 6;

export function Tags({ subject }: { subject: ContactSubject }) {
  const { words, work, tagging } = useModel();
  const { t, label } = words;
  const { contact, tag_groups } = subject.card;
  // What comes next stays on the first screen, however many tags there are.
  const all = useSignal(false);
  const groupOf = (key: string) => tag_groups.findIndex((one) => one.tags.some((tag) => tag.key === key));
  // Group by group in the company's order; what is in none comes last.
  const tags = [...contact.tags].sort((a, b) => (groupOf(a) + 1 || Infinity) - (groupOf(b) + 1 || Infinity) || 0);
  const shown = all.value ? tags : tags.slice(0, MANY);
  const more = contact.tags.length - shown.length;
  return (
    <section class="tags" aria-label={t('tags.label')}>
      <ul class="chips">
        {shown.map((key, at) => {
          const group = tag_groups[groupOf(key)];
          // Named once, by its first.
          const isNamed = at > 0 && groupOf(shown[at - 1] ?? '') === groupOf(key);
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
                {isNamed || name.startsWith(groupName) ? null : <span class="soft">{groupName}</span>} <b>{name}</b>
                <span class="chip-x" aria-hidden="true">
                  ×
                </span>
              </button>
            </li>
          );
        })}
        {more === 0 ? null : (
          <li>
            <button
              type="button"
              class="chip"
              data-act="all-tags"
              onClick={() => {
                all.value = true;
              }}
            >
              {t('who.more', { count: more })}
            </button>
          </li>
        )}
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
  const close = () => {
    tagging.value = false;
  };
  return (
    <div class="picker">
      <PickList
        id="tag"
        label={t('tags.find')}
        placeholder={t('tags.find')}
        q={q}
        chosen={chosen}
        options={options}
        marks={({ key }) => ({ key, 'data-option': key })}
        draw={(tag) => (
          <>
            <span class="mark ok" aria-hidden="true">
              {contact.tags.includes(tag.key) ? '✓' : ''}
            </span>
            <span class="row-main">{label(tag.labels)}</span>
            <span class="soft">
              {tag.group}
              {tag.single ? ` · ${t('tags.one')}` : ''}
            </span>
          </>
        )}
        onPick={({ key }) => {
          const has = contact.tags.includes(key);
          void work.changeTags(subject, has ? [] : [key], has ? [key] : []);
          close();
        }}
        onClose={close}
        focus
        follow
      />
      {options.length === 0 ? <p class="soft">{t('tags.none')}</p> : null}
    </div>
  );
}
