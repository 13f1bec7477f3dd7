import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { toolStates } from './furusato-tool-states.ts';
import { ask, donate, mountTool, tool } from './furusato-tools-support.ts';
import { cutOff } from './reflow.ts';
import { all, one } from './support.ts';

afterEach(() => {
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('lang');
});

for (const lang of ['ja', 'en'])
  describe(`in every state, in ${lang}`, () => {
    for (const [state, show] of Object.entries(toolStates))
      it(`axe finds nothing: ${state}`, async () => {
        document.documentElement.lang = lang;
        await expect(await show(lang)).to.be.accessible();
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
      for (const [state, show] of Object.entries(toolStates))
        it(`nothing is cut off: ${state}`, async () => {
          document.body.style.cssText = style;
          expect(cutOff(await show())).to.deep.equal([]);
        });
    });

  it('is dark, axe finds nothing', async () => {
    document.body.style.cssText = 'background: #111; color: #eee';
    const estimate = await mountTool('estimate');
    await ask(estimate, { salary: '1000000000', year: '2027' });
    await expect(estimate).to.be.accessible();
    const oneStop = await mountTool('one-stop');
    await donate(oneStop, ...'ABCDEF');
    await expect(oneStop).to.be.accessible();
  });
});

describe('to the hand', () => {
  it('everything that can be pressed is at least 44 px high', async () => {
    const estimate = await mountTool('estimate');
    await ask(estimate);
    const oneStop = await mountTool('one-stop');
    await donate(oneStop, '飛騨市');
    const pressed = [tool(estimate, 'estimate'), tool(oneStop, 'one-stop')].flatMap((part) => [
      ...part.querySelectorAll<HTMLElement>(
        'button, .tick, select, summary, input:not([type="checkbox"], [type="radio"])',
      ),
    ]);
    expect(pressed.length).to.be.greaterThan(20);
    for (const { offsetHeight, outerHTML } of pressed) expect(offsetHeight, outerHTML).to.be.at.least(44);
  });
});

describe('in forced colours', () => {
  const forced = matchMedia('(forced-colors: active)');
  before(async function () {
    // Only Chromium's driver can pretend that a visitor has chosen them.
    await emulateMedia({ forcedColors: 'active' }).catch(() => {});
    if (!forced.matches) this.skip();
  });
  after(() => emulateMedia({ forcedColors: 'none' }).catch(() => {}));

  it('the result has its edge and its word, and what is wrong its sign', async () => {
    const estimate = await mountTool('estimate');
    await ask(estimate);
    expect(getComputedStyle(one(estimate, 'result')).borderTopStyle).to.equal('solid');
    const mark = one(estimate, 'limit').previousElementSibling!;
    expect(getComputedStyle(mark).borderTopStyle).to.equal('solid');
    expect(mark.textContent).to.equal('目安');
    const oneStop = await mountTool('one-stop');
    await donate(oneStop, ...'ABCDEF');
    const bad = all(oneStop, 'standing')[0]!.querySelector('.bad')!;
    expect(getComputedStyle(bad, '::before').content).to.include('⚠');
  });
});

it('every part of the tools is in the manifest', async () => {
  const answer = await fetch('/packages/elements/custom-elements.json');
  expect(answer.ok, 'npm run manifest makes it').to.equal(true);
  const { modules } = (await answer.json()) as {
    modules: { declarations: { tagName?: string; cssParts: { name: string }[] }[] }[];
  };
  const declared = modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'kankei-furusato-link')!
    .cssParts.map(({ name }) => name);
  const shown = new Set<string>();
  for (const show of Object.values(toolStates))
    for (const element of (await show()).shadowRoot!.querySelectorAll('[part="tools"] [part]'))
      for (const part of element.getAttribute('part')!.split(' ')) shown.add(part);
  expect([...shown].filter((part) => !declared.includes(part))).to.deep.equal([]);
  expect(shown).to.include.keys('limit', 'sum', 'refusal', 'void', 'donation', 'summary');
});
