import { expect } from '@open-wc/testing';
import { isUnharmed, open, page, partsOf, until, wait, widget } from './support.ts';

const list = (at = 0) => widget('kankei-program-list', at)!;
const parts = (part: string, at = 0) => partsOf(list(at), part);
/** All cards of a list, once none is on its way. */
const cards = (at = 0) =>
  until('cards', () => {
    const found = parts('card', at);
    return found.length && parts('list', at)[0]?.getAttribute('aria-busy') === 'false' ? found : undefined;
  });

/** True when a person can see the fallback link. */
function showsFallback(): boolean {
  const box = list().querySelector('a')!.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}

describe('the built embed on a town’s own page, from another origin', () => {
  for (const name of ['plain', 'late', 'twice'])
    it(`shows the programs and throws nothing (${name})`, async () => {
      await open(`/hosts/${name}.html`);
      expect((await cards()).length).to.be.greaterThan(5);
      expect(page().seen.errors).to.deep.equal([]);
    });

  it('leaves one name on window', async () => {
    await open('/hosts/plain.html');
    await cards();
    const before = new Set([...page().seen.globals, 'seen']);
    // What Lit and zod note there for further copies of themselves.
    const libraries = /^(lit\w*Versions|reactiveElementVersions|litPropertyMetadata|__zod_globalConfig)$/;
    const added = Object.getOwnPropertyNames(page()).filter((name) => !before.has(name) && !libraries.test(name));
    expect(added.filter((name) => !/^\d+$/.test(name))).to.deep.equal(['Kankei']);
  });

  it('violates nothing under a strict policy with trusted types, not even when a program is opened', async () => {
    await open('/hosts/strict-policy.html');
    const [card] = await cards();
    card!.querySelector<HTMLElement>('a, button')!.click();
    await until('detail', () => parts('detail').length);
    await until('JSON-LD', () => page().document.querySelector('kankei-program-list > script')?.textContent);
    isUnharmed();
  });

  it('keeps a name the page has taken, and throws nothing', async () => {
    await open('/hosts/taken.html');
    await wait(1000);
    expect(showsFallback()).to.equal(true);
    expect(page().seen.errors).to.deep.equal([]);
  });

  for (const name of ['unreachable', 'unknown-town'])
    it(`keeps the fallback link and says what happened when there is no answer (${name})`, async () => {
      await open(`/hosts/${name}.html`);
      await until('the reason', () => parts('problem').length);
      expect(showsFallback()).to.equal(true);
      expect(page().seen.errors).to.deep.equal([]);
    }).timeout(30_000);

  it('shows the fallback link where scripts are off', async () => {
    await open('/hosts/plain.html', 'allow-same-origin');
    expect(showsFallback()).to.equal(true);
  });

  it('shows two widgets on one page', async () => {
    await open('/hosts/two-widgets.html');
    expect((await cards(0)).length).to.equal((await cards(1)).length);
  });
});

describe('the embed folder on a plain web server, under a sub-path', () => {
  it('is asked again for what keeps a list right, when that did not come', async function () {
    // Firefox remembers of a module that it did not come, for as long as the page stands.
    if (navigator.userAgent.includes('Firefox')) this.skip();
    await open('/town/weak/index.html');
    await cards();
    const described = () => page().document.querySelector('kankei-program-list > script');
    // It is asked for within the first second and would be there by then.
    await wait(3000);
    expect(Boolean(described())).to.equal(false);
    await until('JSON-LD', described);
  }).timeout(45_000);

  it('says that a program could not be opened where the person sees it who pressed a card far down', async () => {
    await open('/town/unopened/index.html');
    const card = (await cards()).at(-1)!;
    // What keeps a list right has come.
    await until('JSON-LD', () => page().document.querySelector('kankei-program-list > script'));
    card.scrollIntoView();
    card.querySelector('a')!.click();
    const box = () => parts('problem')[0]?.getBoundingClientRect();
    await until('the reason, in sight', () => box() && box()!.top >= 0 && box()!.bottom <= page().innerHeight);
    expect(parts('card').length).to.be.greaterThan(5);
  });

  it('shows a town’s CSV without our server', async () => {
    await open('/town/files/index.html');
    const found = await cards();
    expect(found.length).to.be.greaterThan(5);
    expect(list().shadowRoot!.textContent).to.include('浜松');
  });
});
