// The company's own fields of a person, typed and changed in place, and what rules made of them: why, and what a person said instead.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FieldValue } from '../model/standing.ts';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { Classification, Field } from '../model/wire.ts';
import type { Words } from '../words/index.ts';
import { useModel } from './model-context.ts';
import { leaveField } from './use-draft.ts';

export function Facts({ subject }: { subject: ContactSubject }) {
  const { standing, words } = useModel();
  const { t, label } = words;
  const { contact } = subject.card;
  const fields = standing.fields.value;
  const open = useSignal(false);
  // What the rules say is asked while it is looked at, and again when the person changed.
  useEffect(() => {
    if (open.value) void standing.explain(contact.id);
  }, [standing, contact.id, contact.version, open.value]);
  if (fields.length === 0) return null;
  const told = fields.filter((one) => contact.fields[one.key] !== undefined);
  const explained = standing.explained.value;
  return (
    <details
      class="facts"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>
        <span class="faint">{t('facts.title')}</span>{' '}
        {told.length === 0
          ? t('facts.none')
          : told.map((one) => `${label(one.labels)} ${valueText(words, one, contact.fields[one.key])}`).join(' · ')}
      </summary>
      <div class="facts-grid">
        {fields.map((one) => (
          <FieldInput key={`${one.key} ${contact.fields[one.key]}`} subject={subject} field={one} />
        ))}
      </div>
      {explained?.contactId === contact.id
        ? explained.data.rules.map((one) => <Verdict key={one.rule} subject={subject} verdict={one} />)
        : null}
    </details>
  );
}

function FieldInput({ subject, field }: { subject: ContactSubject; field: Field }) {
  const { standing, words } = useModel();
  const { label, t } = words;
  const value = subject.card.contact.fields[field.key];
  const save = (next: FieldValue | null) => void standing.setField(subject, field.key, next);
  const name = `field-${field.key}`;
  const choices: readonly (readonly [string, string])[] | null =
    field.type === 'choice'
      ? field.choices.map((one) => [one.key, label(one.labels)] as const)
      : field.type === 'boolean'
        ? [
            ['true', t('yes')],
            ['false', t('no')],
          ]
        : null;
  const typed = {
    id: name,
    name,
    maxLength: 2000,
    defaultValue: value === undefined ? '' : String(value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) (event.currentTarget as HTMLElement).blur();
    },
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
      const text = currentTarget.value.trim();
      const next = text === '' ? null : field.type === 'number' ? Number(text) : text;
      // No number: shown as such, and nothing is written.
      currentTarget.ariaInvalid = String(Number.isNaN(next));
      if (!Number.isNaN(next)) save(next);
    },
  };
  return (
    <div class="field">
      <label for={name}>{label(field.labels)}</label>
      {choices !== null ? (
        <select
          id={name}
          name={name}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            save(chosen === '' ? null : field.type === 'boolean' ? chosen === 'true' : chosen);
          }}
        >
          <option value="">–</option>
          {choices.map(([key, text]) => (
            <option key={key} value={key}>
              {text}
            </option>
          ))}
        </select>
      ) : field.type === 'date' ? (
        <input type="date" {...typed} />
      ) : (
        <input type="text" inputMode={field.type === 'number' ? 'decimal' : 'text'} {...typed} />
      )}
    </div>
  );
}

/** "Large: by the rule By size, because Employees is 2,000", or who said otherwise and why, with the way back. */
function Verdict({ subject, verdict }: { subject: ContactSubject; verdict: Classification['rules'][number] }) {
  const { standing, words } = useModel();
  const { t, label, tag } = words;
  const why = useSignal('');
  const groups = subject.card.tag_groups;
  const field = standing.fields.value.find((one) => one.key === verdict.field);
  const named = (key: string | null) => (key === null ? t('rule.no-tag') : tag(groups, key));
  const because = t('rule.because', {
    rule: label(verdict.labels),
    field: label(field?.labels) || verdict.field,
    value: verdict.value === null ? '–' : field ? valueText(words, field, verdict.value) : String(verdict.value),
  });
  const { override } = verdict;
  if (override === null)
    return verdict.tag === null ? null : (
      <p class="verdict" data-verdict={verdict.rule}>
        <b>{named(verdict.tag)}</b> <span class="soft">{because}</span>
      </p>
    );
  const hand = verdict.tag;
  return (
    <div class="verdict" data-verdict={verdict.rule}>
      <p>
        <b>{named(verdict.tag)}</b> <span class="soft">{t('rule.by-hand')}</span>
        {override.reason === null ? null : <> “{override.reason}”</>}
      </p>
      <p class="soft">
        {t('rule.would', { tag: named(verdict.ruled) })} {because}
      </p>
      {override.reason === null && hand !== null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const reason = why.value.trim();
            if (reason === '') return;
            leaveField(event);
            void standing.sayWhy(subject, hand, reason);
          }}
        >
          <input
            name={`why-${verdict.rule}`}
            aria-label={t('rule.why')}
            placeholder={t('rule.why')}
            maxLength={500}
            value={why}
            onInput={(event) => {
              why.value = event.currentTarget.value;
            }}
          />
        </form>
      ) : null}
      <button
        type="button"
        class="link"
        data-act="back-to-rule"
        onClick={() => void standing.backToRule(subject, verdict)}
      >
        {t('rule.back')}
      </button>
    </div>
  );
}

function valueText({ t, label, number }: Words, field: Field, value: unknown): string {
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const chosen = field.choices.find((one) => one.key === value);
  return chosen === undefined ? String(value) : label(chosen.labels);
}
