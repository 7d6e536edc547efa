// `npm run bench [-- --only=moves]`: how far the API is from the bare stack it stands on, and how soon a card is drawn.
// `--only=backlog`: cards read while a webhook catches up. `--only=reports`, `lists`, `scale`: what a million people with five million ledger rows cost; see test/README.md.
// Everything is compared within one run on one machine; the numbers alone mean little anywhere else.
import { newPlace, startServer } from '../support/server.ts';
import { timeBacklog } from './backlog-timing.ts';
import { type BulkTimes, timeBulk } from './bulk.ts';
import { makeHouse, PEOPLE } from './house-data.ts';
import { LARGE, largeHouse, SMALL } from './large-house.ts';
import { timeLists } from './list-timing.ts';
import { machine } from './machine.ts';
import { compare } from './pairs.ts';
import { BROWSER, hasBrowser, PANEL_PEOPLE, type PanelTimes, timePanel } from './panel-timing.ts';
import { startFloor, startLoad } from './processes.ts';
import {
  backlogLines,
  bulkLines,
  comparedLine,
  HEAD,
  keep,
  listLines,
  panelLines,
  type Result,
  reportLines,
} from './report.ts';
import { timeReports } from './report-timing.ts';
import { ROWS } from './rows.ts';
import { compareScale, scaleLines } from './scale.ts';

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const say = (line: string) => process.stdout.write(`${line}\n`);

const facts = machine();
say(Object.values(facts).join(' · '));
if (only === 'reports') {
  const reports = await timeReports(await largeHouse(LARGE, say));
  say(reportLines(reports));
  await keep({ machine: facts, reports });
  process.exit();
}
if (only === 'lists') {
  const lists = await timeLists([await largeHouse(SMALL, say), await largeHouse(LARGE, say)]);
  say(listLines(lists));
  await keep({ machine: facts, lists });
  process.exit();
}
if (only === 'backlog') {
  const backlog = await timeBacklog();
  say(backlogLines(backlog));
  await keep({ machine: facts, backlog });
  process.exit();
}
// A million people take a while to gather: only where asked for.
if (only === 'scale') {
  const scale = await compareScale(say);
  say(scaleLines(scale));
  await keep({ machine: facts, scale });
  process.exit(0);
}
say(`Making ${PEOPLE.toLocaleString('en')} people…`);
const place = newPlace();
const ends: (() => unknown)[] = [() => place.remove()];
try {
  const house = await makeHouse(place);
  const server = await startServer(place, house.key);
  ends.push(() => server.stop());
  const results: Result[] = [];
  const rows = ROWS.filter((row) => row.name.startsWith(only));
  if (rows.length > 0) {
    const floor = await startFloor(house.floorFile);
    ends.push(() => floor.stop());
    const load = await startLoad({
      people: { people: house.people, busyCount: house.busyCount },
      targets: [
        { side: 'api', url: server.url, token: house.key },
        { side: 'floor', url: floor.url, token: house.key },
      ],
    });
    ends.push(() => load.stop());
    say(HEAD);
    for (const row of rows) {
      const compared = await compare(load, { api: server.process.pid, floor: floor.pid }, row);
      say(comparedLine(row, compared));
      results.push(Object.assign({}, row, compared));
    }
  }
  let bulk: BulkTimes | undefined;
  if ('bulk'.startsWith(only)) {
    bulk = await timeBulk();
    say(bulkLines(bulk));
  }
  // Kept before a browser has its say.
  await keep({ machine: facts, people: PEOPLE, results, bulk });
  let panel: PanelTimes | undefined;
  if ('panel'.startsWith(only)) {
    if (hasBrowser()) panel = await timePanel(place, server.url, house.people.slice(0, PANEL_PEOPLE));
    say(panel ? panelLines(panel) : `\npanel: left out, there is no browser at ${BROWSER}. Set CHROMIUM to one.`);
  }
  await keep({ machine: facts, people: PEOPLE, results, bulk, panel });
} finally {
  for (const end of ends.reverse()) await end();
}
