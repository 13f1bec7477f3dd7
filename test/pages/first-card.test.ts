import { expect } from '@open-wc/testing';
import { asked, beginToOpen, letCome, openHeld, page, partsOf, until, wait, widget } from './support.ts';

const tag = 'kankei-program-list';

/** Opens a page of the town's site and looks at every frame until its first widget shows a card. */
async function openUntilCard(path: string): Promise<void> {
  beginToOpen(path);
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise(requestAnimationFrame))
    if (part('card')) return;
  throw new Error('never came: a card');
}

const part = (name: string, at = 0) => partsOf(widget(tag, at), name)[0];
/** The paths the page has asked the kankei server for so far, in that order. */
const paths = () => asked().map((path) => path.split('?')[0]!);
const lists = () => paths().filter((path) => path.endsWith('/programs'));
const chunks = (name: string) => paths().filter((path) => path.endsWith(`/chunks/${name}.js`));

/** How far what a person sees of the page moves from now on, as far as the browser tells. */
function watchShifts(): number[] {
  const shifts: number[] = [];
  new (page().PerformanceObserver)((seen) => {
    for (const entry of seen.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
  }).observe({ type: 'layout-shift' });
  return shifts;
}

describe('until the first card', () => {
  it('a page fetches the embed, then its data and two more files side by side, and neither ky nor zod', async () => {
    await openUntilCard('/hosts/plain.html');
    const [embed, ...next] = paths().slice(0, 4);
    expect(embed).to.equal('/embed/v1/kankei.js');
    expect(next).to.have.members([
      '/embed/v1/chunks/first-cards.js',
      '/embed/v1/chunks/paint.js',
      '/v1/towns/999997/programs',
    ]);
    expect(chunks('http-backend')).to.deep.equal([]);
    expect(lists()).to.have.length(1);
    // They come when a program is opened: what is looked for above is what they are called.
    part('title')!.querySelector('a')!.click();
    await until('what asks for a program', () => chunks('http-backend').length);
    expect(chunks('http-backend')).to.have.length(1);
  });

  it('what is sent ahead is what the lists ask, whatever their attributes say', async () => {
    await openUntilCard('/hosts/attributes.html');
    expect(lists()).to.deep.equal(['/v1/towns/999997/programs']);
  });
});

describe('before the code of its element has come', () => {
  const list = (at = 0) => widget(tag, at)!.shadowRoot!;

  beforeEach(() => openHeld('/hosts/held-lists.html', tag, () => part('card') && part('card', 1)));
  afterEach(letCome);

  it('a list shows its first cards, and goes on from the very same', async () => {
    const before = [...list().querySelectorAll('[part="card"]')];
    const words = before.map(({ textContent }) => textContent);
    const shifts = watchShifts();
    await letCome();
    await until('the other cards', () => list().querySelectorAll('[part="card"]').length > before.length);
    await until('the choice of views', () => part('view'));
    await wait(100);
    const after = [...list().querySelectorAll('[part="card"]')].slice(0, before.length);
    expect(after).to.deep.equal(before);
    expect(after.map(({ textContent }) => textContent)).to.deep.equal(words);
    expect(list().querySelectorAll('[part="list"]')).to.have.length(1);
    expect(shifts).to.deep.equal([]);
    expect(paths().filter((path) => path.endsWith('/programs'))).to.have.length(1);
  });

  it('a list speaks the language of its place', async () => {
    expect(list(1).querySelector('[part="submit"]')!.textContent).to.equal('Search');
    await letCome();
    await until('the choice of views', () => part('view', 1));
    expect(list(1).querySelector('[part="submit"]')!.textContent).to.equal('Search');
  });

  it('a card that is pressed opens its program as soon as it can', async () => {
    const link = list().querySelector('a')!;
    const title = link.textContent;
    link.click();
    await letCome();
    const heading = () => list().querySelector('[part="heading"]')?.textContent;
    await until('the opened program', () => heading() === title);
  });

  it('of two lists, the one whose card was pressed last opens its program', async () => {
    const link = (at: number, card: number) => partsOf(widget(tag, at), 'card')[card]!.querySelector('a')!;
    // A list keeps the wish of its visitor, who then turns to the other.
    link(1, 0).click();
    link(0, 1).click();
    const title = link(0, 1).textContent;
    await letCome();
    await until('the opened program', () => part('heading')?.textContent === title);
    expect(part('heading', 1)).to.equal(undefined);
  });

  it('what is searched for is found as soon as it can, and the page stays', async () => {
    const { document } = page();
    const input = list().querySelector<HTMLInputElement>('[part="keyword"]')!;
    input.value = '収穫';
    input.form!.requestSubmit();
    await letCome();
    await until('what was found', () => part('count')!.textContent!.startsWith('条件に合うもの'));
    expect(page().document).to.equal(document);
    expect(input.isConnected).to.equal(true);
    expect(input.value).to.equal('収穫');
  });
});
