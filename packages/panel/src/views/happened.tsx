// What happened, and in the same submit what comes next: one line that opens into kind, direction and the next step.
import { useSignal } from '@preact/signals';
import { type FollowUpLine, parseFollowUpLine } from '@sidestage/domain';
import type { ContactSubject } from '../model/subject-kinds.ts';
import type { InteractionDirection, InteractionKind } from '../model/work.ts';
import { useModel } from './model-context.ts';
import { nextOf, ReadLine } from './next-step.tsx';
import { Key, Section } from './parts.tsx';
import { leaveField, useDraft } from './use-draft.ts';
import { focusFirstChoice, WhichTime } from './which-time.tsx';

const KINDS: InteractionKind[] = ['call', 'message', 'email', 'meeting', 'note'];

/** What most likely happened: a mail beside a mail, a message beside a chat, a call where nothing is open. */
function usualKind(channel: string | undefined): InteractionKind {
  if (channel === undefined) return 'call';
  return channel === 'email' ? 'email' : 'message';
}

export function Happened({ subject }: { subject: ContactSubject }) {
  const { words, work, clock, locale } = useModel();
  const { t } = words;
  const { contact, me } = subject.card;
  const summary = useDraft(contact.id, 'log');
  const nextLine = useDraft(contact.id, 'log-next');
  const kind = useSignal<InteractionKind>(usualKind(subject.person?.channel));
  const direction = useSignal<InteractionDirection>('outbound');
  const opened = useSignal(false);
  const pressed = useSignal(false);
  const isOpen = opened.value || summary.value !== '' || nextLine.value !== '';
  const read = parseFollowUpLine(nextLine.value, { now: clock.now(), zone: me.zone, locale: locale.value });
  const hasNext = nextLine.value.trim() !== '';

  const submit = (event: Event) => {
    event.preventDefault();
    if (hasNext && read.choices.length > 0) return focusFirstChoice(event);
    void save(read.due, event);
  };

  const save = async (due: FollowUpLine['due'], event: Event) => {
    pressed.value = true;
    if (summary.value.trim() === '' || (hasNext && (due === null || read.title === ''))) return;
    const typed = { summary: summary.value, next: nextLine.value };
    const next = hasNext && due !== null ? nextOf(read, due) : undefined;
    summary.value = '';
    nextLine.value = '';
    pressed.value = false;
    opened.value = false;
    leaveField(event);
    const what = { kind: kind.value, direction: kind.value === 'note' ? ('none' as const) : direction.value };
    const kept = await work.log(subject, { ...what, summary: typed.summary.trim(), next });
    if (!kept && summary.value === '') {
      summary.value = typed.summary;
      nextLine.value = typed.next;
    }
  };

  return (
    <Section title={t('log.title')} id="log-title">
      <form class="log" onSubmit={submit}>
        <div class="line">
          <textarea
            name="log"
            rows={isOpen ? 2 : 1}
            aria-labelledby="log-title"
            placeholder={t('log.placeholder')}
            maxLength={10_000}
            value={summary.value}
            onFocus={() => {
              opened.value = true;
            }}
            onKeyDown={(event) => {
              // Enter in the middle of choosing a Chinese word belongs to the input method.
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            onInput={(event) => {
              summary.value = event.currentTarget.value;
            }}
          />
          {isOpen ? null : <Key>n</Key>}
        </div>
        {isOpen ? (
          <>
            {/* One Tab from what happened: both are written without a click in between. */}
            <input
              name="log-next"
              aria-label={t('log.next')}
              placeholder={t('log.next')}
              maxLength={300}
              autocomplete="off"
              value={nextLine.value}
              onInput={(event) => {
                nextLine.value = event.currentTarget.value;
                pressed.value = false;
              }}
            />
            {hasNext ? <ReadLine read={read} pressed={pressed.value} /> : null}
            {hasNext ? <WhichTime read={read} onChoose={(due, event) => void save(due, event)} /> : null}
            <fieldset class="kinds" aria-label={t('log.kind')}>
              {KINDS.map((one) => (
                <button
                  key={one}
                  type="button"
                  class="chip"
                  aria-pressed={kind.value === one}
                  onClick={() => {
                    kind.value = one;
                  }}
                >
                  {t(`log.${one}`)}
                </button>
              ))}
            </fieldset>
            {kind.value === 'note' ? null : (
              <fieldset class="kinds" aria-label={t('log.direction')}>
                {(['outbound', 'inbound'] as const).map((one) => (
                  <button
                    key={one}
                    type="button"
                    class="chip"
                    aria-pressed={direction.value === one}
                    onClick={() => {
                      direction.value = one;
                    }}
                  >
                    {t(`log.${one}`)}
                  </button>
                ))}
              </fieldset>
            )}
            <button type="submit" class="primary" data-act="log" disabled={summary.value.trim() === ''}>
              {t('log.submit')} <Key>{t('log.keys')}</Key>
            </button>
          </>
        ) : null}
      </form>
    </Section>
  );
}
