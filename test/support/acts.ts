// Counts what an act takes of a rep's hands: clicks and keys. What has to be said (a name, a note, a next step) is written,
// not counted; letters that only choose among things shown are keys.
import type { PanelDriver } from './browser/index.ts';

export interface Hand {
  click(selector: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  write(text: string): Promise<void>;
  /** A key that goes elsewhere than to the panel: a shortcut, a key in the page. */
  pressElsewhere(name: string, press: () => Promise<void>): Promise<void>;
}

export interface Counted {
  readonly act: string;
  readonly clicks: number;
  readonly keys: number;
  /** As told in the table: `t`, `b`, `Enter`. */
  readonly how: readonly string[];
}

export const MOST_CLICKS = 2;
export const MOST_KEYS = 3;

export function countingHand(panel: PanelDriver) {
  const how: string[] = [];
  let clicks = 0;
  let keys = 0;
  const hand: Hand = {
    async click(selector) {
      await panel.click(selector);
      clicks += 1;
      how.push('click');
    },
    async press(...names) {
      for (const name of names) {
        await panel.press(name);
        keys += 1;
        how.push(`\`${name === 'Escape' ? 'Esc' : name}\``);
      }
    },
    async write(text) {
      await panel.type(text);
      how.push('words');
    },
    async pressElsewhere(name, press) {
      await press();
      keys += 1;
      how.push(`\`${name}\``);
    },
  };
  return { hand, counted: (act: string): Counted => ({ act, clicks, keys, how }) };
}

/** Within what the product promises: two clicks, or three keys. */
export const isLight = ({ clicks, keys }: Counted) =>
  (keys === 0 && clicks <= MOST_CLICKS) || (clicks === 0 && keys <= MOST_KEYS);

/** One line per act, by keys and by mouse. */
export function actTable(rows: readonly Counted[]): string {
  const acts = [...new Set(rows.map((one) => one.act))];
  const cell = (found: Counted | undefined, count: (one: Counted) => number) =>
    found === undefined ? '–' : `**${count(found)}** ${found.how.join(' ')}`;
  const lines = acts.map((act) => {
    const ways = rows.filter((one) => one.act === act);
    const byKeys = ways.find((one) => one.clicks === 0);
    const byMouse = ways.find((one) => one.keys === 0 && one.clicks > 0);
    return `| ${act} | ${cell(byKeys, (one) => one.keys)} | ${cell(byMouse, (one) => one.clicks)} |`;
  });
  return ['| act | keys | clicks |', '|---|---|---|', ...lines].join('\n');
}
