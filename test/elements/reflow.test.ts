import { expect } from '@open-wc/testing';
import { cutOff } from './reflow.ts';
import { states } from './states.ts';
import { all, mount, town } from './support.ts';

/** A window of 320 px, which one of 1280 px has at 400 %, less the margins of a page. */
const narrow = '288px';

describe('nothing is cut off and nothing scrolls sideways', () => {
  for (const [name, show] of Object.entries(states))
    it(`in a window of 320 px, with text at its own size and at 200 %: ${name}`, async () => {
      const list = await show();
      const home = list.parentElement!;
      home.style.inlineSize = narrow;
      for (const size of ['100%', '200%']) {
        home.style.fontSize = size;
        await list.updateComplete;
        expect(cutOff(list), size).to.deep.equal([]);
        expect(home.scrollWidth, size).to.be.at.most(home.clientWidth);
      }
    });
});

describe('motion', () => {
  it('is nowhere but in what appears at once, whatever a visitor prefers', async () => {
    const shown = [await mount(town(), {}), await states.loading!(), await states['a program that is on its way']!()];
    for (const list of shown)
      for (const element of list.shadowRoot!.querySelectorAll('*')) {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        expect([transitionDuration, animationDuration], element.outerHTML.slice(0, 100)).to.deep.equal(['0s', '0s']);
      }
  });
});

describe('room', () => {
  it('is enough to press everything with a finger: 24 px each way and more', async () => {
    const lists = [await states['all filters']!(), await states['programs: calendar']!()];
    for (const list of lists)
      for (const element of list.shadowRoot!.querySelectorAll<HTMLElement>('button, summary, .kind, [part="date"]')) {
        if (!element.getClientRects().length) continue;
        const { width, height } = element.getBoundingClientRect();
        expect(Math.min(width, height), element.outerHTML.slice(0, 100)).to.be.at.least(24);
      }
    expect(all(lists[0]!, 'choice').length).to.be.greaterThan(5);
  });
});
