// Holds every event that a test's house wrote to the catalogue: its type is known, and it carries exactly what docs/events.md shows.
import { type House, statement } from '@sidestage/api';
import { EVENT_DATA, type EventType, mayBeMissing } from '@sidestage/domain';

/** Throws where an event carries something else than its catalogue says. */
export async function checkEvents(house: House): Promise<void> {
  const { kinds } = await house.deps.db.read({
    kinds: statement(
      'select distinct type, (select json_group_array(key) from json_each(e.data)) from events e',
      [],
      (r): [string, string[]] => [String(r[0]), JSON.parse(String(r[1]))],
    ),
  });
  const faults = kinds.flatMap(([type, members]) => {
    const data = EVENT_DATA[type as EventType];
    if (!data) return [`${type} is in no catalogue`];
    const shown = Object.keys(data);
    const missing = shown.filter((one) => !members.includes(one) && !mayBeMissing(type as EventType, one));
    const more = members.filter((one) => !shown.includes(one));
    return [
      ...missing.map((one) => `${type} lacks ${one}`),
      ...more.map((one) => `${type} has ${one}, which its catalogue does not show`),
    ];
  });
  if (faults.length > 0)
    throw new Error(`Events are not as packages/domain/src/event-data.ts says:\n- ${faults.join('\n- ')}`);
}
