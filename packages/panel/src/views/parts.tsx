// The small pieces every view is made of.
import type { ComponentChildren } from 'preact';
import { useModel } from './model-context.ts';

export function Key({ children }: { children: ComponentChildren }) {
  return (
    <span class="key" aria-hidden="true">
      {children}
    </span>
  );
}

/** A section with its quiet title. */
export function Section({ title, children, id }: { title: string; children: ComponentChildren; id: string }) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id} class="section-title">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What happened and what to do: the shape of every state that is not a person. */
export function Notice({
  title,
  text,
  tone = 'plain',
  children,
}: {
  title: string;
  text?: string | undefined;
  tone?: 'plain' | 'warn' | 'bad';
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice notice-${tone}`}>
      <h1>{title}</h1>
      {text === undefined ? null : <p>{text}</p>}
      {children}
    </div>
  );
}

/** A time told relative when near, or by date and clock, or by the clock under its day; the whole of it on hover and to screen readers. */
export function When({ at, as = 'ago' }: { at: string; as?: 'ago' | 'moment' | 'clock' }) {
  const { words, now, me } = useModel();
  const zone = me.value?.zone ?? 'UTC';
  const ms = Date.parse(at);
  const text = as === 'clock' ? words.clock(ms, zone) : words[as](ms, now.value, zone);
  return (
    <time dateTime={at} title={words.absolute(ms, zone)}>
      {text}
    </time>
  );
}

/** One or two letters for a face: initials, or the family name of a Chinese name. */
export function initials(name: string): string {
  const letters = [...name.trim()];
  if (/\p{Script=Han}/u.test(letters[0] ?? '')) return letters[0] ?? '';
  const words = name
    .trim()
    .split(/[\s@._-]+/)
    .filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

export function Face({ name }: { name: string }) {
  return (
    <span class="face" aria-hidden="true">
      {initials(name)}
    </span>
  );
}
