import { expect } from '@open-wc/testing';
import { states } from './states.ts';
import { until } from './support.ts';

/** Looks at every state of a list with axe, on a page in this language; `wanted` leaves states out by their name. */
export function lookEverywhere(lang: string, wanted: (state: string) => boolean = () => true): void {
  beforeEach(() => {
    document.documentElement.lang = lang;
  });
  afterEach(() => document.documentElement.removeAttribute('lang'));
  for (const [name, show] of Object.entries(states))
    if (wanted(name))
      it(name, async () => {
        const list = await show();
        await until('the words', () => list.shadowRoot!.querySelector(`.root[lang="${lang}"]`));
        await expect(list).to.be.accessible();
      });
}
