import { expect } from '@open-wc/testing';
import { applicationStates } from './application-states.ts';
import { cutOff } from './reflow.ts';
import { until } from './support.ts';

afterEach(() => {
  sessionStorage.clear();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('lang');
});

const widths = [
  ['320 px', 'inline-size: 320px; margin: 0'],
  ['a column of 280 px', 'inline-size: 280px; margin: 0'],
  ['320 px with text of 200 %', 'inline-size: 320px; margin: 0; font-size: 200%'],
] as const;

for (const [state, show] of Object.entries(applicationStates)) {
  it(`axe finds nothing, in Japanese and on a dark page: ${state}`, async () => {
    document.body.style.cssText = 'background: #111; color: #eee';
    await expect(await show()).to.be.accessible();
  });

  it(`axe finds nothing in English, and nothing is cut off: ${state}`, async () => {
    document.documentElement.lang = 'en';
    const list = await show();
    await until('the words', () => list.shadowRoot!.querySelector('.root[lang="en"]'));
    await expect(list).to.be.accessible();
    for (const [what, style] of widths) {
      document.body.style.cssText = style;
      expect(cutOff(list), what).to.deep.equal([]);
    }
    const pressed = [
      ...list.shadowRoot!.querySelectorAll<HTMLElement>(
        '[part="detail"] :is(button, .button, .tick, select, input:not([type="checkbox"], [type="radio"]))',
      ),
    ];
    expect(pressed.length).to.be.greaterThan(1);
    for (const { offsetHeight, outerHTML } of pressed) expect(offsetHeight, outerHTML).to.be.at.least(44);
  });
}
