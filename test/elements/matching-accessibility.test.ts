import { expect } from '@open-wc/testing';
import { matchingStates } from './matching-states.ts';
import { cutOff } from './reflow.ts';
import { until } from './support.ts';

afterEach(() => {
  sessionStorage.clear();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('lang');
});

/** Pages that leave little room. */
const narrow = [
  'inline-size: 320px; margin: 0',
  'inline-size: 280px; margin: 0',
  'inline-size: 640px; margin: 0; font-size: 200%',
  'inline-size: 320px; margin: 0; font-size: 200%',
];

describe('in every state, in Japanese and English, axe finds nothing and nothing is cut off in a narrow page', () => {
  for (const [state, show] of Object.entries(matchingStates))
    it(state, async () => {
      const form = await show();
      for (const lang of ['ja', 'en']) {
        document.documentElement.lang = lang;
        await until('the words', () => form.shadowRoot!.querySelector(`.root[lang="${lang}"]`));
        await form.updateComplete;
        for (const style of narrow) {
          document.body.style.cssText = style;
          expect(cutOff(form), `${lang}, ${style}`).to.deep.equal([]);
        }
        document.body.removeAttribute('style');
        await expect(form).to.be.accessible();
      }
    }).timeout(10_000);

  it('on a dark page', async () => {
    document.body.style.cssText = 'background: #111; color: #eee';
    for (const state of ['what suits', 'a need with a fault', 'a look over an enquiry', 'a need was taken']) {
      sessionStorage.clear();
      await expect(await matchingStates[state]!(), state).to.be.accessible();
    }
  });
});

it('everything that can be pressed is at least 44 px high', async () => {
  const states = ['what suits', 'nothing suits', 'what a resident needs', 'a look over a need', 'an enquiry'];
  const forms: Element[] = [];
  for (const state of states) {
    sessionStorage.clear();
    forms.push(await matchingStates[state]!());
  }
  const pressed = forms.flatMap((form) => [
    ...form.shadowRoot!.querySelectorAll<HTMLElement>(
      'button, .tick, select, .contact a, input:not([type="checkbox"], [type="radio"])',
    ),
  ]);
  expect(pressed.length).to.be.greaterThan(20);
  for (const { offsetHeight, outerHTML } of pressed) expect(offsetHeight, outerHTML).to.be.at.least(44);
});

it('every part, and nothing else, is in the manifest', async () => {
  const answer = await fetch('/packages/elements/custom-elements.json');
  expect(answer.ok, 'npm run manifest makes it').to.equal(true);
  const { modules } = (await answer.json()) as {
    modules: { declarations: { tagName?: string; cssParts: { name: string }[] }[] }[];
  };
  const declared = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'kankei-matching-form')!
    .cssParts.map(({ name }) => name);
  const shown = new Set(['more', 'back', 'note', 'alternatives']);
  for (const show of Object.values(matchingStates)) {
    sessionStorage.clear();
    for (const element of (await show()).shadowRoot!.querySelectorAll('[part]'))
      for (const part of element.getAttribute('part')!.split(' ')) shown.add(part);
  }
  expect([...shown].sort()).to.deep.equal([...declared].sort());
});
