import { forgetCards, KankeiCardCheck, KankeiMemberCard } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { forgedStatement, goodStatement, memberCard, memberToken } from '../fixtures/member-card.ts';
import { fixtureTown, now } from '../fixtures/programs.ts';
import { cardTown, mountCard, mountCheck } from './card-support.ts';
import { all, isIn, one, until, words } from './support.ts';

interface Named {
  name: string;
}
interface Declaration extends Named {
  tagName?: string;
  cssParts: Named[];
  cssStates: Named[];
  cssProperties: Named[];
  slots: Named[];
  events: (Named & { type: { text: string } })[];
  attributes: (Named & { description?: string })[];
}

let declarations: Declaration[];
before(async () => {
  const answer = await fetch('/packages/elements/custom-elements.json');
  expect(answer.ok, 'npm run manifest makes it').to.equal(true);
  const { modules } = (await answer.json()) as { modules: { declarations: Declaration[] }[] };
  declarations = modules.flatMap((module) => module.declarations);
});

const names = (items: readonly Named[]) => items.map(({ name }) => name).sort();
const { code: town } = fixtureTown;

/** Gathers every part, slot and event on a walk through all states. */
async function gather(walk: (look: (element: Element) => void) => Promise<void>) {
  const parts = new Set<string>();
  const slots = new Set<string>();
  const events = new Map<string, string>();
  const listen = (event: Event) => events.set(event.type, event.constructor.name);
  document.addEventListener('kankei-error', listen);
  await walk((element) => {
    for (const found of element.shadowRoot!.querySelectorAll('[part]'))
      for (const part of found.getAttribute('part')!.split(' ')) parts.add(part);
    for (const slot of element.shadowRoot!.querySelectorAll('slot')) slots.add(slot.name);
  });
  document.removeEventListener('kankei-error', listen);
  return { parts: [...parts].sort(), slots: [...slots].sort(), events: Object.fromEntries(events) };
}

async function walkCards(look: (element: Element) => void): Promise<void> {
  const waiting = document.createElement('kankei-member-card');
  Object.assign(waiting, { town, token: memberToken, backend: cardTown({ delay: Number.POSITIVE_INFINITY }) });
  document.body.append(waiting);
  await until('the placeholder', () => all(waiting, 'placeholder').length);
  look(waiting);
  waiting.remove();
  look(await mountCard({ card: memberCard, now: now + 400 * 86_400_000 }));
  const kept = await mountCard({ town, token: memberToken, backend: cardTown() });
  look(kept);
  look(await mountCard({ town, token: memberToken, backend: cardTown({ fail: () => 'network' }) }));
  await forgetCards();
  look(await mountCard({ town, token: memberToken, backend: cardTown({ fail: () => 'network' }) }));
}

async function walkChecks(look: (element: Element) => void): Promise<void> {
  const forget = () => localStorage.removeItem(`kankei-card-check ${town}`);
  forget();
  const check = await mountCheck();
  one(check, 'submit').click();
  await until('what is missing', () => words(check, 'problem')[0]);
  look(check);
  look(await mountCheck({ statement: forgedStatement }));
  look(await mountCheck({ statement: goodStatement }));
  forget();
  look(await mountCheck({ statement: goodStatement, backend: cardTown({ fail: () => 'network' }) }));
  // What should never happen: a backend that answers neither keys nor a problem.
  const broken = { ...cardTown(), cardKeys: () => Promise.resolve(undefined as never) };
  const failed = await mountCheck({ backend: broken });
  failed.statement = goodStatement;
  await until('the failure', () => isIn(failed, 'failed'));
  await failed.updateComplete;
  look(failed);
}

const elements = [
  { element: KankeiMemberCard, walk: walkCards, states: ['failed', 'loading', 'ready'] },
  { element: KankeiCardCheck, walk: walkChecks, states: ['done', 'failed', 'idle', 'loading'] },
] as const;

for (const { element, walk, states } of elements)
  describe(`the manifest of ${element.name}`, () => {
    const find = () => declarations.find(({ name }) => name === element.name)!;

    it('names every part, slot and event that is rendered, and no other', async () => {
      const seen = await gather(walk);
      expect(seen.parts).to.deep.equal(names(find().cssParts));
      expect(seen.slots).to.deep.equal(names(find().slots));
      expect(Object.entries(seen.events)).to.deep.equal(find().events.map(({ name, type }) => [name, type.text]));
    }).timeout(20_000);

    it('names every attribute the element observes, each with its meaning', () => {
      expect(names(find().attributes)).to.deep.equal([...element.observedAttributes, 'lang'].sort());
      for (const { name, description } of find().attributes)
        expect(description, name).to.be.a('string').that.is.not.empty;
    });

    it('names every token the style sheets read', () => {
      const css = element.elementStyles.map((style) => ('cssText' in style ? style.cssText : '')).join();
      const tokens = [...new Set([...css.matchAll(/var\((--kankei-[\w-]+)/g)].map((match) => match[1]!))];
      expect(tokens.sort()).to.deep.equal(names(find().cssProperties));
    });

    it('names the states that style sheets can ask for', () => {
      expect(names(find().cssStates)).to.deep.equal(states);
    });
  });
