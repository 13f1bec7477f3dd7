import { KankeiProgramList } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { fixtureTown } from '../fixtures/programs.ts';

/** What the console was told while `work` ran. */
async function warnings(work: () => unknown): Promise<string[]> {
  const { warn } = console;
  const told: string[] = [];
  console.warn = (...words: unknown[]) => told.push(words.join(' '));
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return told;
}

describe('importing and defining', () => {
  it('defines nothing by importing classes', () => {
    expect(customElements.get('kankei-program-list')).to.equal(undefined);
  });

  it('shows a tag that was written before the script came, and one that comes later', async () => {
    const early = document.createElement('kankei-program-list');
    early.town = fixtureTown.code;
    document.body.append(early);
    expect(early.shadowRoot).to.equal(null);
    await import('@kankei/elements/embed');
    await customElements.whenDefined('kankei-program-list');
    expect(customElements.get('kankei-program-list')).to.equal(KankeiProgramList);
    // A property that was set before the upgrade counts.
    await early.updateComplete;
    expect(early.town).to.equal(fixtureTown.code);
    expect(early.shadowRoot).not.to.equal(null);
    early.remove();
  });

  it('keeps a tag that is defined already, silently in the same version', async () => {
    expect(await warnings(() => import('@kankei/elements/program-list/define'))).to.deep.equal([]);
    expect(customElements.get('kankei-program-list')).to.equal(KankeiProgramList);
  });
});
