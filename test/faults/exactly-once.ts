// Kills at each step of a write, then the audit: what the rep did against what the server's ledger says. Nothing may be lost,
// nothing may be there twice.
import { setTimeout as sleep } from 'node:timers/promises';
import { builtExtension } from '../support/browser/build-extension.ts';
import { type GateProxy, startGateProxy } from '../support/gate-proxy.ts';
import { type Kill, type MortalPanel, startMortalPanel } from '../support/mortal-panel.ts';
import { type Random, seededRandom } from '../support/random.ts';
import { newKey, newPlace, type Place, type RunningServer, sidestage, startServer } from '../support/server.ts';

/** Where a write is when something dies. */
export const STEPS = {
  kept: 'kept on the device, not sent',
  leaving: 'sent, the server has not heard it',
  committed: 'committed, the answer not sent',
  answered: 'the answer on its way',
} as const;
export type Step = keyof typeof STEPS;

export interface Trial {
  readonly step: Step;
  readonly kill: Kill;
}

interface Tap extends Trial {
  readonly contactId: string;
  readonly what: 'note' | 'move' | 'follow-up';
  readonly text: string;
}

export interface Verdict {
  readonly seed: number;
  readonly taps: number;
  readonly lost: Tap[];
  readonly twice: Tap[];
  /** Writes that still wait or were refused. */
  readonly unsent: number;
  /** Trials by `step/kill`. */
  readonly counts: Record<string, number>;
}

const PATIENCE_MS = 40_000;

interface Stage {
  readonly place: Place;
  readonly server: RunningServer;
  readonly proxy: GateProxy;
  readonly panel: MortalPanel;
  readonly random: Random;
}

/** Runs the trials one after the other, each on a person of its own, and audits them all at the end. */
export async function runTrials(trials: readonly Trial[], said: (line: string) => void = () => {}): Promise<Verdict> {
  const place = newPlace();
  const key = newKey(place);
  const server = await startServer(place, key);
  const proxy = await startGateProxy(server.url);
  const panel = await startMortalPanel(await builtExtension());
  const random = seededRandom();
  const stage = { place, server, proxy, panel, random };
  try {
    await signIn(stage);
    const taps: Tap[] = [];
    const counts: Record<string, number> = {};
    for (const [n, trial] of trials.entries()) {
      taps.push(await runTrial(stage, trial, n));
      const name = `${trial.step}/${trial.kill}`;
      counts[name] = (counts[name] ?? 0) + 1;
      if (n % 50 === 49) said(`${n + 1} of ${trials.length}`);
    }
    await settled(stage);
    const unsent = (await panel.queue()).length;
    const found = await Promise.all(taps.map((tap) => timesFound(server, tap)));
    return {
      seed: random.seed,
      taps: taps.length,
      lost: taps.filter((_, i) => found[i] === 0),
      twice: taps.filter((_, i) => (found[i] ?? 0) > 1),
      unsent,
      counts,
    };
  } finally {
    await panel.close();
    await proxy.close();
    await server.stop();
    place.remove();
  }
}

async function signIn({ panel, proxy, place }: Stage): Promise<void> {
  const { out } = sidestage(place, 'invite', '--name', 'Lin Hao', '--role', 'rep');
  await panel.page.fill('input[name=server]', proxy.url);
  await panel.page.fill('input[name=code]', out.trim());
  await panel.page.press('input[name=code]', 'Enter');
  await panel.page.waitForSelector('[data-act=today]');
}

async function runTrial(stage: Stage, { step, kill }: Trial, n: number): Promise<Tap> {
  const { panel, proxy, random, server } = stage;
  const text = `Trial ${n} ${random.below(1_000_000)}`;
  const made = await server.call('POST', '/v1/contacts', { display_name: text });
  const tap: Tap = {
    step,
    kill,
    contactId: made.body.id,
    what: random.pick(['note', 'move', 'follow-up'] as const),
    text,
  };
  await openPerson(stage, tap);
  if (step === 'kept') {
    proxy.down = true;
    await press(panel, tap);
    await until(async () => (await panel.queue()).length > 0, 'The write was not kept.');
    await panel.kill(kill);
    proxy.down = false;
  } else {
    const held = proxy.holdNext(step === 'leaving' ? 'before' : 'after');
    await press(panel, tap);
    await held.reached;
    if (step === 'answered') {
      // The answer and the end race each other.
      held.release('pass');
      await sleep(random.below(15));
      await panel.kill(kill);
    } else {
      await panel.kill(kill);
      // A request may reach the server long after who sent it is gone; an answer has nobody left to hear it.
      const late = step === 'leaving' && kill !== 'answer' && random.next() < 0.5;
      if (late) setTimeout(() => held.release('pass'), random.below(400));
      else held.release('drop');
    }
  }
  await panel.revive();
  await settled(stage);
  return tap;
}

async function openPerson({ panel }: Stage, { contactId, text }: Tap): Promise<void> {
  const { page } = panel;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.click('[data-act=search]');
  await page.fill('[data-state=search] input', text);
  await page.click(`[role=option]:has-text("${text}")`);
  await page.waitForSelector(`[data-contact=${contactId}]`);
}

async function press({ page }: MortalPanel, { what, text }: Tap): Promise<void> {
  if (what === 'move') return page.keyboard.press('2');
  await page.keyboard.press(what === 'note' ? 'n' : 'f');
  await page.keyboard.insertText(what === 'note' ? text : `tomorrow 10:00 ${text}`);
  await page.keyboard.press('Enter');
}

/** Waits until the device has nothing left to send. The panel looks by itself; the network's return only hurries it. */
async function settled({ panel }: Stage): Promise<void> {
  await until(async () => {
    const waiting = (await panel.queue()).filter((one) => one.refused === undefined);
    if (waiting.length > 0) await panel.page.evaluate(() => window.dispatchEvent(new Event('online')));
    return waiting.length === 0;
  }, 'Something still waits to be sent.');
}

async function until(met: () => Promise<boolean>, complaint: string): Promise<void> {
  const ends = Date.now() + PATIENCE_MS;
  while (!(await met())) {
    if (Date.now() > ends) throw new Error(complaint);
    await sleep(25);
  }
}

/** How many rows of the ledger say what the rep did. */
async function timesFound(server: RunningServer, { contactId, what, text }: Tap): Promise<number> {
  const own = `/v1/contacts/${contactId}`;
  if (what === 'move') {
    const { data } = (await server.call('GET', `${own}/transitions`)).body;
    return data.filter((row: { to: string; voids: string | null }) => row.to === 'lead' && row.voids === null).length;
  }
  if (what === 'note') {
    const { data } = (await server.call('GET', `${own}/interactions`)).body;
    return data.filter((row: { summary: string }) => row.summary === text).length;
  }
  const { data } = (await server.call('GET', `${own}/timeline?kind=follow_up`)).body;
  return data.filter((row: { type: string }) => row.type === 'follow_up.created').length;
}
