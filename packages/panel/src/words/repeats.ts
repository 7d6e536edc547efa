// How a step that comes back is told: "every 2 weeks until 31 Dec".
import type { Repeat } from '@sidestage/domain';
import type { Words } from './index.ts';

type Told = {
  readonly unit: string;
  readonly interval: number;
  readonly day?: number | null | undefined;
  readonly until?: string | null | undefined;
};

export function repeatText({ t, due }: Pick<Words, 't' | 'due'>, repeat: Told, now: number): string {
  const { interval: count, until } = repeat;
  const unit = repeat.unit as Repeat['unit'];
  const text =
    unit === 'month' && repeat.day === 31 && count === 1
      ? t('repeat.month-end')
      : count === 1
        ? t(`repeat.${unit}`)
        : t(`repeat.${unit}s`, { count });
  if (!until) return text;
  const last = due({ local: `${until}T00:00`, zone: 'UTC' }, now).replace(/,? 00:00$/, '');
  return t('repeat.until', { repeat: text, day: last });
}
