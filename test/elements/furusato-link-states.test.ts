import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { furusatoStates } from './furusato-states.ts';
import { cutOff } from './reflow.ts';
import { all, one, until } from './support.ts';

const dark = new CSSStyleSheet();
dark.replaceSync('body { background: #15181c; color: #e8e8e8; }');

/** The ids that are pointed to and stand nowhere. */
function lostIds(root: ShadowRoot): string[] {
  const names = ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for'];
  return [...root.querySelectorAll('*')]
    .flatMap((one) => names.map((name) => one.getAttribute(name) ?? ''))
    .flatMap((ids) => ids.split(' '))
    .filter((id) => id && !root.getElementById(id));
}

describe('a link to furusato nozei, in every state', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== dark);
  });

  for (const lang of ['ja', 'en'])
    for (const [name, show] of Object.entries(furusatoStates))
      it(`has nothing for axe to find, and points to nothing that is not there (${lang}): ${name}`, async () => {
        document.documentElement.lang = lang;
        const link = await show();
        await until('the words', () => link.shadowRoot!.querySelector(`.root[lang="${lang}"]`));
        await link.updateComplete;
        await expect(link).to.be.accessible();
        expect(lostIds(link.shadowRoot!)).to.deep.equal([]);
      });

  for (const [name, show] of Object.entries(furusatoStates))
    it(`can be read on a dark page: ${name}`, async () => {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, dark];
      const link = await show();
      expect(link.shadowRoot!.querySelector('.on-dark')).not.to.equal(null);
      await expect(link).to.be.accessible();
    });

  for (const [name, show] of Object.entries(furusatoStates))
    it(`is not cut off in a window of 320 px, with text at its own size and at 200 %: ${name}`, async () => {
      const link = await show();
      const home = link.parentElement!;
      home.style.inlineSize = '288px';
      for (const size of ['100%', '200%']) {
        home.style.fontSize = size;
        await link.updateComplete;
        expect(cutOff(link), size).to.deep.equal([]);
        expect(home.scrollWidth, size).to.be.at.most(home.clientWidth);
      }
    });

  for (const [name, show] of Object.entries(furusatoStates))
    it(`leaves room for a finger, 24 px each way and more: ${name}`, async () => {
      const link = await show();
      for (const element of link.shadowRoot!.querySelectorAll<HTMLElement>('button, .button, input, select')) {
        const { width, height } = element.getBoundingClientRect();
        if (width) expect(Math.min(width, height), element.outerHTML.slice(0, 100)).to.be.at.least(24);
      }
    });
});

describe('a link to furusato nozei, in forced colours', () => {
  before(async function () {
    // Only Chromium's driver can pretend that a visitor has chosen them.
    await emulateMedia({ forcedColors: 'active' }).catch(() => {});
    if (!matchMedia('(forced-colors: active)').matches) this.skip();
  });
  after(() => emulateMedia({ forcedColors: 'none' }).catch(() => {}));

  it('has states with a shape and a word, edges around cards, and a bar that is seen', async () => {
    const link = await furusatoStates['long texts, projects in every state']!();
    for (const state of all(link, 'state')) {
      expect(state.textContent!.trim()).not.to.equal('');
      expect(getComputedStyle(state.querySelector('path')!).stroke).to.equal(getComputedStyle(state).color);
      expect(getComputedStyle(state).borderTopStyle).to.equal('solid');
    }
    expect(getComputedStyle(one(link, 'project')).borderTopStyle).to.equal('solid');
    const bar = getComputedStyle(one(link, 'progress'));
    expect([bar.borderTopStyle, bar.borderTopWidth]).to.deep.equal(['solid', '1px']);
    expect(bar.borderTopColor).not.to.equal(getComputedStyle(document.body).backgroundColor);
  });
});
