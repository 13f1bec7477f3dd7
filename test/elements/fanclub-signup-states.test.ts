import { expect } from '@open-wc/testing';
import { cutOff } from './reflow.ts';
import { signupStates } from './signup-states.ts';
import { until } from './support.ts';

const dark = new CSSStyleSheet();
dark.replaceSync('body { background: #15181c; color: #e8e8e8; }');

/** The ids that are pointed to and stand nowhere. */
function lostIds(root: ShadowRoot): string[] {
  const pointing = [...root.querySelectorAll('[aria-describedby], [aria-labelledby], [for]')];
  return pointing
    .flatMap((one) => ['aria-describedby', 'aria-labelledby', 'for'].map((name) => one.getAttribute(name) ?? ''))
    .flatMap((ids) => ids.split(' '))
    .filter((id) => id && !root.getElementById(id));
}

describe('a signup, in every state', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    document.documentElement.removeAttribute('lang');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== dark);
  });

  for (const lang of ['ja', 'en'])
    for (const [name, show] of Object.entries(signupStates))
      it(`has nothing for axe to find, and points to nothing that is not there (${lang}): ${name}`, async () => {
        document.documentElement.lang = lang;
        const signup = await show();
        await until('the words', () => signup.shadowRoot!.querySelector(`.root[lang="${lang}"]`));
        await expect(signup).to.be.accessible();
        expect(lostIds(signup.shadowRoot!)).to.deep.equal([]);
      });

  for (const [name, show] of Object.entries(signupStates))
    it(`can be read on a dark page: ${name}`, async () => {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, dark];
      const signup = await show();
      expect(signup.shadowRoot!.querySelector('.on-dark')).not.to.equal(null);
      await expect(signup).to.be.accessible();
    });

  for (const [name, show] of Object.entries(signupStates))
    it(`is not cut off in a window of 320 px, with text at its own size and at 200 %: ${name}`, async () => {
      const signup = await show();
      const home = signup.parentElement!;
      home.style.inlineSize = '288px';
      for (const size of ['100%', '200%']) {
        home.style.fontSize = size;
        await signup.updateComplete;
        expect(cutOff(signup), size).to.deep.equal([]);
        expect(home.scrollWidth, size).to.be.at.most(home.clientWidth);
      }
    });

  for (const [name, show] of Object.entries(signupStates))
    it(`leaves room for a finger, 24 px each way and more: ${name}`, async () => {
      const signup = await show();
      for (const element of signup.shadowRoot!.querySelectorAll<HTMLElement>(
        'button, .button, input, select, textarea',
      )) {
        const { width, height } = element.getBoundingClientRect();
        if (width) expect(Math.min(width, height), element.outerHTML.slice(0, 100)).to.be.at.least(24);
      }
    });
});
