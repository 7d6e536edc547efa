// @vitest-environment jsdom
// What holds for every recipe of the registry. A new recipe is tested by being listed and having fixtures.
import { CHANNELS } from '@sidestage/domain';
import { describe, expect, it } from 'vitest';
import { draw, fixturesOf } from './fixtures.fixture.ts';
import { readConversation } from './read-conversation.ts';
import type { ReadingKind } from './reading.ts';
import type { Recipe, View } from './recipe.ts';
import { RECIPES } from './registry.ts';
import { isDrawn } from './visible.ts';

const DAY = /^20\d\d-\d\d-\d\d$/;
const DAY_FIRST = /^20\d\d-\d\d-\d\d\b/;

describe.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))('the recipe of %s', (id, recipe) => {
  const fixtures = fixturesOf(id);
  const named = (...kinds: ReadingKind[]) =>
    fixtures.filter((one) => kinds.includes(one.expect.kind)).map((one) => [one.name, one] as const);
  const read = (fixture: { url: string; own: string[] }) =>
    readConversation(document, fixture.url, { recipes: [recipe], own: fixture.own });

  it('is plain data: what is left after a trip through JSON is the same', () => {
    expect(JSON.parse(JSON.stringify(recipe))).toEqual(recipe);
  });

  it('says how far it is to be believed, since when, and what each fact rests on', () => {
    expect(['measured', 'source', 'reported', 'unverified']).toContain(recipe.trust);
    expect(recipe.checkedOn).toMatch(DAY);
    expect(recipe.sources.length).toBeGreaterThan(0);
    for (const source of recipe.sources)
      expect(source).toMatch(/^(measured|source|documented|reported|unverified)\b.*: \S/);
    expect(recipe.sources.some((source) => source.startsWith(recipe.trust))).toBe(true);
    expect(Number.isInteger(recipe.version) && recipe.version > 0).toBe(true);
  });

  it('reads a channel that the product knows', () => {
    expect(CHANNELS.map(({ key }) => key)).toContain(recipe.channel);
  });

  it('has a page for every kind it can answer', () => {
    const kinds = new Set(fixtures.map((fixture) => fixture.expect.kind));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['direct', 'group', 'list', 'none', 'unreadable']));
  });

  it.each(fixtures.map((fixture) => [fixture.promise, fixture] as const))('%s', (_promise, fixture) => {
    expect(fixture.date).toMatch(DAY_FIRST);
    expect(fixture.source).not.toBe('');
    draw(fixture.html);
    const { id: recipeId, version, trust, channel } = recipe;
    expect(read(fixture)).toEqual({
      channel,
      recipe: { id: recipeId, version, trust },
      scope: null,
      ...fixture.expect,
    });
  });

  it('does not claim another page that shows the same words', () => {
    draw('<body><h2>Price list</h2><p>Ana Ruiz, ana@buyer.example</p></body>');
    expect(readConversation(document, 'https://example.com/mail')).toBeNull();
  });

  it.each(named('direct', 'group'))(
    'selects nobody once the conversation is hidden by anything around it (%s)',
    (_name, fixture) => {
      for (const hide of [
        (element: HTMLElement) => element.setAttribute('hidden', ''),
        (element: HTMLElement) => element.style.setProperty('display', 'none'),
        (element: HTMLElement) => element.style.setProperty('visibility', 'hidden'),
      ]) {
        draw(fixture.html);
        hide(document.body);
        expect(['list', 'none', 'unreadable']).toContain(read(fixture)?.kind);
      }
    },
  );

  it.each(named('direct', 'group'))(
    'believes neither of two conversations that are drawn at once, and is not misled by a hidden one (%s)',
    (_name, fixture) => {
      draw(fixture.html);
      const other = twin(recipe);
      other.element.before(other.copy);
      expect(read(fixture)).toMatchObject({ kind: 'unreadable', reason: 'disagree', participants: [] });
      other.copy.style.display = 'none';
      expect(read(fixture)).toMatchObject(fixture.expect);
    },
  );

  it.each(named('direct'))('names the part that failed when it is gone (%s)', (_name, fixture) => {
    draw(fixture.html);
    const { people, parts = [] } = drawnView(recipe).view;
    const needed = [...parts, ...people.map(({ each, ...one }) => ({ ...one, select: each }))];
    for (const { name, select } of needed.filter(({ count }) => count[0] > 0)) {
      draw(fixture.html);
      for (const element of drawnView(recipe).element.querySelectorAll(select)) element.remove();
      expect(read(fixture)).toMatchObject({ kind: 'unreadable', reason: `field:${name}`, participants: [] });
    }
  });

  it.each(named('direct'))(
    'names the part that failed when its value is not what it should be (%s)',
    (_name, fixture) => {
      draw(fixture.html);
      for (const { name, each, handle } of drawnView(recipe).view.people) {
        draw(fixture.html);
        const element = drawnView(recipe).element.querySelector(each);
        if (element === null || handle === undefined || handle.value === 'text') continue;
        const { attribute } = handle.value;
        element.setAttribute(attribute, `Ana <${element.getAttribute(attribute)}>`);
        expect(read(fixture)).toMatchObject({ kind: 'unreadable', reason: `field:${name}` });
      }
    },
  );
});

/** The conversation this page shows, and the view that finds it. */
function drawnView(recipe: Recipe): { view: View; element: Element } {
  for (const view of recipe.views) {
    const element = [...document.querySelectorAll(view.select)].find(isDrawn);
    if (element !== undefined) return { view, element };
  }
  throw new Error(`no conversation of ${recipe.id} in this page`);
}

/** The open conversation, and a copy of it that is with somebody else. */
function twin(recipe: Recipe): { element: Element; copy: HTMLElement } {
  const { element } = drawnView(recipe);
  const copy = element.cloneNode(true) as HTMLElement;
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const { name, value } of [...one.attributes]) {
      if (/^[^\s@]+@[^\s@]+$/.test(value)) one.setAttribute(name, `other-${value}`);
    }
    if (one.childElementCount === 0) one.textContent = one.textContent.replace(/[^\s@<]+@/, 'other-$&');
  }
  return { element, copy };
}
