// The scripts of a stage: chosen by a digit or a few letters, shown filled, put into the page's composer by Enter or a click.
import { useSignal } from '@preact/signals';
import { isScriptVariable, type ScriptValues, type ScriptVariable } from '@sidestage/domain';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, CardStage, Script } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { arrowTo } from './option-keys.ts';
import { Key } from './parts.tsx';

interface Place {
  subject: ContactSubject;
  lifecycle: CardLifecycle;
  stage: CardStage;
}

export function Scripts(place: Place) {
  const { words, scripts, locale } = useModel();
  const { t } = words;
  const { lifecycle, stage } = place;
  const q = useSignal('');
  const chosen = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => void scripts.load(lifecycle.key, stage.key), [scripts, lifecycle.key, stage.key]);
  const list = scripts.list.value;
  const isReady = list.status === 'ready' && list.scripts.length > 0;
  // Before the next key: nothing typed right after the press may be lost.
  useLayoutEffect(() => {
    if (scripts.open.peek() === 'pressed') input.current?.focus();
  }, [scripts]);

  const wanted = q.value.trim().toLowerCase();
  const options = (list.status === 'ready' ? list.scripts : [])
    .filter((one) => `${one.title}\n${one.text}`.toLowerCase().includes(wanted))
    // The rep's own language first; within it, the order of the playbook.
    .sort((a, b) => Number(b.locale === locale.value) - Number(a.locale === locale.value));
  const at = Math.min(chosen.value, options.length - 1);
  const script = options[at];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const next = arrowTo(event.key, at, options.length);
    if (next !== undefined) {
      event.preventDefault();
      chosen.value = next;
    }
    // Digits choose as long as no letters do.
    const digit = wanted === '' && /^[1-9]$/.test(event.key) ? Number(event.key) : undefined;
    if (digit !== undefined) {
      event.preventDefault();
      if (digit <= options.length) chosen.value = digit - 1;
    }
    if (event.key === 'Enter') preview.current?.querySelector('form')?.requestSubmit();
  };
  return (
    <div class="picker scripts">
      <input
        ref={input}
        role="combobox"
        name="script"
        aria-label={t('playbook.find')}
        aria-expanded={isReady}
        aria-controls="script-options"
        aria-activedescendant={script === undefined ? undefined : `script-${at}`}
        placeholder={t('playbook.find')}
        autocomplete="off"
        value={q}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          q.value = event.currentTarget.value;
          chosen.value = 0;
        }}
      />
      <div id="script-options" role="listbox" aria-label={t('playbook.scripts')} class="options">
        {options.map((one, i) => (
          <div
            key={one.id}
            id={`script-${i}`}
            role="option"
            tabIndex={-1}
            class="option"
            data-script={one.id}
            aria-selected={i === at}
            onClick={() => {
              chosen.value = i;
            }}
            onKeyDown={() => {}}
          >
            {i < 9 && wanted === '' ? <Key>{i + 1}</Key> : null}
            <span lang={one.locale}>{one.title}</span>
          </div>
        ))}
      </div>
      <Nothing status={list.status} found={options.length} more={list.status === 'ready' && list.more} place={place} />
      {script === undefined ? null : (
        <div ref={preview}>
          <Preview key={script.id} script={script} {...place} />
        </div>
      )}
    </div>
  );
}

function Nothing({ status, found, more, place }: { status: string; found: number; more: boolean; place: Place }) {
  const { words, scripts } = useModel();
  const { t } = words;
  const { list } = scripts;
  if (status === 'failed')
    return (
      <p class="soft">
        {t('playbook.failed')}{' '}
        <button type="button" class="link" onClick={() => void scripts.load(place.lifecycle.key, place.stage.key)}>
          {t('try-again')}
        </button>
      </p>
    );
  if (status === 'loading') return <div class="skeleton-lines" aria-hidden="true" />;
  const known = list.value.status === 'ready' && list.value.scripts.length > 0;
  if (found === 0) return <p class="soft">{t(known ? 'playbook.no-match' : 'playbook.none')}</p>;
  return more ? <p class="soft">{t('playbook.more')}</p> : null;
}

/** The script as it would be used. What is not known is asked for here, and nothing is used before all is known. */
function Preview({ subject, stage, script }: Place & { script: Script }) {
  const { words, scripts, overlay } = useModel();
  const { t } = words;
  const said = useSignal<ScriptValues>({});
  const { text, parts, asked } = scripts.fill(subject, stage, script, said.value);
  // Somebody found by search is not who the open conversation is with.
  const canInsert = subject.person !== null && overlay.value === null;
  const use = async (event: Event) => {
    event.preventDefault();
    if (text === null) {
      const form = event.currentTarget as HTMLElement;
      [...form.querySelectorAll('input')].find((one) => one.value.trim() === '')?.focus();
      return;
    }
    if (!canInsert) return void (await scripts.copy(text));
    if (await scripts.insert(subject, text)) scripts.open.value = 'closed';
  };
  return (
    <form class="script" onSubmit={use}>
      <blockquote class="script-text" lang={script.locale}>
        {parts.map((part, i) =>
          'text' in part ? (
            part.text
          ) : part.value === null ? (
            <mark key={i} class="missing">
              {t(`variable.${part.variable}`)}
            </mark>
          ) : (
            <bdi key={i} class="filled">
              {part.value}
            </bdi>
          ),
        )}
      </blockquote>
      {asked.map((name) => (
        <Missing key={name} name={name} said={said} />
      ))}
      <div class="script-acts">
        <button type="submit" class="primary" data-act="use-script" disabled={scripts.busy.value}>
          {t(canInsert ? 'playbook.insert' : 'playbook.copy')} <Key>↵</Key>
        </button>
        {canInsert ? (
          <button
            type="button"
            class="link"
            data-act="copy-script"
            disabled={text === null}
            onClick={() => text !== null && void scripts.copy(text)}
          >
            {t('playbook.copy')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

function Missing({ name, said }: { name: ScriptVariable; said: { value: ScriptValues } }) {
  const { words } = useModel();
  const label = words.t('playbook.missing', { what: words.t(`variable.${name}`) });
  return (
    <label class="field">
      <span>{label}</span>
      <input
        name={`say-${name}`}
        maxLength={200}
        autocomplete="off"
        value={said.value[name] ?? ''}
        onInput={(event) => {
          if (isScriptVariable(name)) said.value = { ...said.value, [name]: event.currentTarget.value };
        }}
      />
    </label>
  );
}
