import { expect } from '@open-wc/testing';
import { matchingStates } from './matching-states.ts';
import { cutOff } from './reflow.ts';
import { until } from './support.ts';

afterEach(() => {
  sessionStorage.clear();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('lang');
});

for (const lang of ['ja', 'en'])
  describe(`in every state, in ${lang}`, () => {
    for (const [state, show] of Object.entries(matchingStates))
      it(`axe finds nothing: ${state}`, async () => {
        document.documentElement.lang = lang;
        const form = await show();
        await until('the words', () => form.shadowRoot!.querySelector(`.root[lang="${lang}"]`));
        await expect(form).to.be.accessible();
      });
  });

describe('in a page that', () => {
  for (const [what, style] of [
    ['is 320 px wide', 'inline-size: 320px; margin: 0'],
    ['has a column of 280 px', 'inline-size: 280px; margin: 0'],
    ['has text of 200 %', 'inline-size: 640px; margin: 0; font-size: 200%'],
    ['is 320 px wide with text of 200 %', 'inline-size: 320px; margin: 0; font-size: 200%'],
  ] as const)
    describe(what, () => {
      for (const [state, show] of Object.entries(matchingStates))
        it(`nothing is cut off: ${state}`, async () => {
          document.body.style.cssText = style;
          expect(cutOff(await show())).to.deep.equal([]);
        });
    });

  it('is dark, axe finds nothing', async () => {
    document.body.style.cssText = 'background: #111; color: #eee';
    await expect(await matchingStates['what suits']!()).to.be.accessible();
  });
});

it('everything that can be pressed is at least 44 px high', async () => {
  const forms = [await matchingStates['what suits']!(), await matchingStates['nothing suits']!()];
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
  for (const show of Object.values(matchingStates))
    for (const element of (await show()).shadowRoot!.querySelectorAll('[part]'))
      for (const part of element.getAttribute('part')!.split(' ')) shown.add(part);
  expect([...shown].sort()).to.deep.equal([...declared].sort());
});
