// Sample people, made through the same services as everybody else.
import { localAt, toInstant } from '@sidestage/domain';
import { createContact } from '../features/contacts/create-contact.ts';
import { createFollowUp } from '../features/follow-ups/follow-ups.service.ts';
import { createScript } from '../features/scripts/scripts.service.ts';
import { scriptsAfter } from '../features/scripts/scripts.store.ts';
import { moveContact } from '../features/transitions/move.service.ts';
import type { Call } from '../http/operation.ts';
import { Problem } from '../http/problem.ts';
import type { House } from '../server.ts';
import { asSystem } from './as-system.ts';

const PEOPLE = [
  {
    name: 'Zhang Wei',
    company: 'Lumen Optics',
    email: 'zhang.wei@lumen.example',
    moves: ['lead', 'mql'],
    tags: ['grade-a'],
    next: 'Send framed-lens quote',
  },
  {
    name: '李娜',
    company: '明视眼镜连锁',
    email: 'li.na@mingshi.example',
    moves: ['lead', 'mql', 'sql'],
    tags: ['grade-b'],
    next: '给李姐发报价单',
  },
  {
    name: 'Ana Costa',
    company: 'Costa & Filhos',
    email: 'ana@costa.example',
    moves: ['lead'],
    tags: [],
    next: undefined,
  },
  {
    name: '王强',
    company: '四方商贸',
    email: 'wang.qiang@sifang.example',
    moves: ['lead', 'mql', 'sql', 'opportunity', 'customer'],
    tags: ['grade-a'],
    next: '回访使用情况',
  },
  { name: 'Tom Hale', company: null, email: 'tom.hale@hale.example', moves: [], tags: [], next: undefined },
] as const;

const SCRIPTS = [
  [
    'lead',
    'en',
    'Price list',
    'Hello {name}, {me} here. May I send you our price list? Which products matter most to you?',
  ],
  ['lead', 'zh-CN', '发价目表', '{name}您好，我是{me}。可以把我们的价目表发给您吗？您最关心哪些产品？'],
  [
    'mql',
    'en',
    'Similar case',
    'Hello {name}, {company} reminded me of a customer with the same question. May I tell you how they solved it?',
  ],
  ['mql', 'zh-CN', '相似案例', '{name}您好，有一位和{company}情况相似的客户，我把他们的做法发给您参考，好吗？'],
] as const;

/** The first texts of a playbook, where it has none yet. */
async function demoScripts(house: House): Promise<void> {
  const any = { lifecycle: 'seven-stage', stage: null, locale: null };
  const { rows } = await house.deps.db.read({ rows: scriptsAfter(any, ['', 0, ''], 1) });
  if (rows.length > 0) return;
  for (const [stage, locale, title, text] of SCRIPTS)
    await asSystem(
      house,
      createScript as (call: Call<unknown, unknown, never>) => ReturnType<typeof createScript>,
      { lifecycle: 'seven-stage', stage, locale, title, text } as never,
    );
}

export async function demoHouse(house: House): Promise<{ created: number; kept: number }> {
  const { clock, settings } = house.deps;
  let created = 0;
  await demoScripts(house);
  for (const person of PEOPLE) {
    try {
      const contact = (await asSystem(
        house,
        createContact as (call: Call<unknown, unknown, never>) => ReturnType<typeof createContact>,
        {
          display_name: person.name,
          company: person.company,
          identities: [{ channel: 'email', handle: person.email }],
          tags: [...person.tags],
          source: 'demo',
        } as never,
      )) as { id: string };
      for (const to of person.moves)
        await asSystem(house, (call) => moveContact(call, contact.id, { to } as never, false), {});
      if (person.next) {
        const zone = settings.get().zone;
        const tomorrow = localAt(clock.now() + 86_400_000, zone).slice(0, 10);
        const due = toInstant({ local: `${tomorrow}T10:00`, zone });
        if (!due.ok) throw new Error(due.detail);
        await asSystem(
          house,
          (call) =>
            createFollowUp(
              call,
              contact.id,
              { title: person.next ?? '', due: { local: due.local, zone, at: due.at } },
              undefined,
            ),
          {},
        );
      }
      created++;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'handle-taken') throw error;
    }
  }
  return { created, kept: PEOPLE.length - created };
}
