// Nothing moves under the rep's hand: what an answer of the server brings takes the place that was kept for it.
import { expect, it } from 'vitest';
import { eachWithAHouse, house, openSignedIn, panel, saved, toastSays } from '../support/gallery/panel-suite.ts';
import { moved, stageOf, withHistory, ZHANG } from '../support/gallery/somebody.ts';

eachWithAHouse();

/** Where each part of the card stands, from the stage down to the log, and what is told of the move that comes next. */
const places = () =>
  panel.page.$$eval('.rail, [data-act=move], .effects, .tags, input[name=next], textarea[name=log]', (all) =>
    all.map((one) => [
      one.className || one.getAttribute('name'),
      Math.round(one.getBoundingClientRect().top),
      one.className.includes('effects') ? one.textContent : '',
    ]),
  );

it.each([
  ['mql', '4', 'sql', []],
  ['lead', '3', 'mql', ['lead']],
  ['sql', '5', 'opportunity', ['sql']],
  ['opportunity', '6', 'customer', ['sql', 'opportunity']],
])('from %s a move by %s stands still once its answer is there', async (from, digit, to, way) => {
  const zhang = await withHistory('Zhang Wei', 'zhang.wei@lumen.example', 'Lumen Optics');
  // Handovers on the way here are answered by nobody.
  const reason = { code: 'dissatisfied' };
  for (const stage of way) await moved(zhang.id, stage, { reason });
  expect(await stageOf(zhang.id)).toBe(from);
  await openSignedIn();
  await panel.page.clock.setFixedTime(house.clock.now());
  await panel.open(ZHANG);
  await panel.page.waitForSelector(`.stage-name[data-stage=${from}]`);
  let answer = () => {};
  const answered = new Promise<undefined>((resolve) => {
    answer = () => resolve(undefined);
  });
  panel.beforeAnswer = async ({ path }) => (path.endsWith('/transitions') ? answered : undefined);
  await panel.page.keyboard.press(digit);
  await panel.page.waitForSelector(`.stage-name[data-stage=${to}]`);
  const before = await places();
  answer();
  await toastSays('Moved to');
  await saved();
  await panel.page.waitForSelector('[data-act=undo-move]');
  expect(await places()).toEqual(before);
});
