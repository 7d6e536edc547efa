// `sidestage demo`: sample people for a first look.
import { toInstant } from '@sidestage/domain';
import { expect, it } from 'vitest';
import { newKey, newPlace, sidestage, startServer } from '../support/server.ts';

it('demo makes people in several stages with next steps due when their clock says, and a second run adds nobody', async () => {
  const place = newPlace();
  try {
    const key = newKey(place);
    expect(sidestage(place, 'demo').err).toContain('5 sample people added');
    expect(sidestage(place, 'demo').err).toContain('0 sample people added, 5 were there already');
    const server = await startServer(place, key);
    try {
      const people = (await server.call('GET', '/v1/contacts')).body.data;
      expect(people).toHaveLength(5);
      expect(new Set(people.map((one: { stages: { stage: string }[] }) => one.stages[0]?.stage)).size).toBeGreaterThan(
        3,
      );
      const { data } = (await server.call('GET', '/v1/follow-ups')).body;
      expect(data.length).toBeGreaterThan(0);
      for (const { due } of data) expect(toInstant(due)).toMatchObject({ at: Date.parse(due.at) });
    } finally {
      await server.stop();
    }
  } finally {
    place.remove();
  }
});
