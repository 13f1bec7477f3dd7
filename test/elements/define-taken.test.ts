import { expect } from '@open-wc/testing';

describe('a tag that another script has defined', () => {
  it('stays as it is; another version is told once and nothing is thrown', async () => {
    class Older extends HTMLElement {
      static version = '0.0.1';
    }
    customElements.define('kankei-program-list', Older);
    const { warn } = console;
    const told: string[] = [];
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
    await import('@kankei/elements/program-list/define');
    await import('@kankei/elements/embed');
    document.body.append(document.createElement('kankei-program-list'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    console.warn = warn;
    expect(customElements.get('kankei-program-list')).to.equal(Older);
    expect(told).to.deep.equal(['[kankei] <kankei-program-list>: already defined in version 0.0.1; it stays.']);
  });
});
