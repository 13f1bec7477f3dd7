import { KankeiProgramList } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import { applicationStates } from './application-states.ts';
import { all, mount, one, open, search, town, until } from './support.ts';

interface Named {
  name: string;
}
interface Declaration extends Named {
  tagName?: string;
  summary?: string;
  cssParts: Named[];
  cssStates: Named[];
  cssProperties: Named[];
  slots: Named[];
  events: (Named & { type: { text: string } })[];
  attributes: (Named & { description?: string })[];
}

let manifest: Declaration;
before(async () => {
  const answer = await fetch('/packages/elements/custom-elements.json');
  expect(answer.ok, 'npm run manifest makes it').to.equal(true);
  const { modules } = (await answer.json()) as { modules: { declarations: Declaration[] }[] };
  manifest = modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === 'KankeiProgramList')!;
});

const names = (items: Named[]) => items.map(({ name }) => name).sort();

const dated = (index: number) => makeProgram({ id: `dated-${index}`, sessions: [{ startDate: '2026-11-25' }] });

/** The compact list, a crowded month and one with nothing. */
async function lookAtViews(look: (list: Element) => void) {
  look(await mount(town(), { view: 'list' }));
  const crowd = Array.from({ length: 6 }, (_, index) =>
    makeProgram({ id: `crowd-${index}`, sessions: [{ startDate: '2027-03-01' }] }),
  );
  const month = await mount(town([...crowd, makeProgram({ id: 'undated' }), ...fixturePrograms]), { view: 'calendar' });
  await until('the month', () => all(month, 'long').length && all(month, 'view').length);
  look(month);
  const full = await mount(town(Array.from({ length: 501 }, (_, index) => dated(index))), { view: 'calendar' });
  await until('the full month', () => all(full, 'cut').length);
  look(full);
  full.remove();
  const none = await mount(town(crowd), { view: 'calendar' });
  (await until('the way on', () => all(none, 'next-month-with')[0])).click();
  await until('the crowd', () => all(none, 'more-of-day').length);
  look(none);
  one(none, 'this-month').click();
  await until('the empty month', () => all(none, 'next-month-with').length);
  look(none);
}

/** Every part, slot and event that comes up on a walk through all states. */
async function walk() {
  const seen = { parts: new Set<string>(), slots: new Set<string>(), events: new Map<string, string>() };
  const listen = (event: Event) => seen.events.set(event.type, event.constructor.name);
  const types = ['kankei-program-open', 'kankei-program-list-load', 'kankei-application-complete', 'kankei-error'];
  for (const type of types) document.addEventListener(type, listen);
  const look = (list: Element) => {
    for (const element of list.shadowRoot!.querySelectorAll('[part]'))
      for (const part of element.getAttribute('part')!.split(' ')) seen.parts.add(part);
    for (const slot of list.shadowRoot!.querySelectorAll('slot')) seen.slots.add(slot.name);
  };

  look(await mount(town([], { delay: Number.POSITIVE_INFINITY }), {}, false));
  look(await mount(town([], { fail: () => 'network' })));
  const image = { url: new URL('/test/fixtures/none.png', location.href).href };
  const more = Array.from({ length: 30 }, (_, index) => makeProgram({ id: `more-${index}`, themes: [`${index}`] }));
  const list = await mount(town([...fixturePrograms, makeProgram({ id: 'image', image }), ...more]));
  look(list);
  one(list, 'more-filters').click();
  await until('the filters', () => all(list, 'panel').length);
  await search(list, 'くじら');
  await until('chips', () => all(list, 'chip').length);
  look(list);
  one(list, 'clear').click();
  await until('cards', () => all(list, 'card').length);
  for (const id of ['harvest', 'full', 'image']) {
    if (all(list, 'detail').length) {
      one(list, 'back').click();
      await until('the list', () => !all(list, 'detail').length);
    }
    while (!list.shadowRoot!.querySelector(`[data-program$="/${id}"]`)) {
      const before = all(list, 'card').length;
      one(list, 'more').click();
      await until('more', () => all(list, 'card').length > before);
    }
    await open(list, id);
    look(list);
  }
  await lookAtViews(look);
  for (const state of ['what was done', 'one can wait', 'faults', 'what came back', 'the look over it', 'taken']) {
    sessionStorage.clear();
    look(await applicationStates[state]!());
  }
  for (const type of types) document.removeEventListener(type, listen);
  return seen;
}

describe('the manifest', () => {
  it('names every part, slot and event that is rendered, and no other', async () => {
    const { parts, slots, events } = await walk();
    // Shown only to visitors whose clock is not Japan's.
    parts.add('zone');
    // Said only after eight seconds.
    parts.add('slow');
    expect([...parts].sort()).to.deep.equal(names(manifest.cssParts));
    expect([...slots].sort()).to.deep.equal(names(manifest.slots));
    expect(Object.fromEntries(events)).to.deep.equal(
      Object.fromEntries(manifest.events.map(({ name, type }) => [name, type.text])),
    );
  }).timeout(30_000);

  it('names every attribute the element observes, each with its meaning', () => {
    expect(names(manifest.attributes)).to.deep.equal([...KankeiProgramList.observedAttributes, 'lang'].sort());
    for (const { name, description } of manifest.attributes)
      expect(description, name).to.be.a('string').that.is.not.empty;
  });

  it('names every token the style sheets read', () => {
    const css = KankeiProgramList.elementStyles.map((style) => ('cssText' in style ? style.cssText : '')).join();
    const tokens = [...new Set([...css.matchAll(/var\((--kankei-[\w-]+)/g)].map((match) => match[1]!))];
    expect(tokens.sort()).to.deep.equal(names(manifest.cssProperties));
  });

  it('names the states that style sheets can ask for', () => {
    expect(names(manifest.cssStates)).to.deep.equal(['empty', 'failed', 'loading', 'ready']);
    expect(manifest.tagName).to.equal('kankei-program-list');
    expect(manifest.summary).to.be.a('string');
  });
});
