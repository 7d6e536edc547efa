// The scripts of a stage: chosen by a digit or a few letters, shown filled, put into the page's composer by Enter or a click.
import { useSignal } from '@preact/signals';
import { isScriptVariable, type ScriptValues, type ScriptVariable } from '@sidestage/domain';
import { useEffect, useRef } from 'preact/hooks';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { CardLifecycle, CardStage, Script } from '../model/wire.ts';
import { useModel } from './model-context.ts';
import { Key } from './parts.tsx';
import { PickList } from './pick-list.tsx';

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
  const preview = useRef<HTMLDivElement>(null);
  useEffect(() => void scripts.load(lifecycle.key, stage.key), [scripts, lifecycle.key, stage.key]);
  const list = scripts.list.value;
  const wanted = q.value.trim().toLowerCase();
  const options = (list.status === 'ready' ? list.scripts : [])
    .filter((one) => `${one.title}\n${one.text}`.toLowerCase().includes(wanted))
    // The rep's own language first; within it, the order of the playbook.
    .sort((a, b) => Number(b.locale === locale.value) - Number(a.locale === locale.value));
  const at = Math.min(chosen.value, options.length - 1);
  const script = options[at];

  // Digits choose as long as no letters do.
  const onKey = (key: string) => {
    if (wanted !== '' || !/^[1-9]$/.test(key)) return false;
    if (Number(key) <= options.length) chosen.value = Number(key) - 1;
    return true;
  };
  return (
    <div class="picker scripts">
      <PickList
        id="script"
        name="script"
        label={t('playbook.find')}
        placeholder={t('playbook.find')}
        q={q}
        chosen={chosen}
        options={options}
        marks={({ id }) => ({ key: id, 'data-script': id })}
        draw={(one, i) => (
          <>
            {i < 9 && wanted === '' ? <Key>{i + 1}</Key> : null}
            <span lang={one.locale}>{one.title}</span>
          </>
        )}
        onPick={(_, byKey) => byKey && preview.current?.querySelector('form')?.requestSubmit()}
        onKey={onKey}
        focus={scripts.open.peek() === 'pressed'}
        follow={false}
      />
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
