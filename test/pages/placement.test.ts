import { expect } from '@open-wc/testing';
import { placements } from './placements.ts';
import { asked, open, page, partsOf, until, wait } from './support.ts';

const lists = () => [...page().document.querySelectorAll('kankei-program-list')];
const cardsOf = (tag: Element | undefined) => partsOf(tag, 'card').length;
/** All places hold one list each, with so many cards. */
const isWhole = (places: number, cards: number) =>
  lists().length === places && lists().every((tag) => cardsOf(tag) === cards);

/** Opens a program in a list by its first card. */
async function openProgram(tag: Element): Promise<void> {
  const link = partsOf(tag, 'card')[0]!.querySelector('a')!;
  const title = link.textContent;
  link.click();
  await until('the program', () => partsOf(tag, 'heading')[0]?.textContent === title && partsOf(tag, 'fields')[0]);
}

it('works the same wherever and however often a page brings the script', async () => {
  for (const name of Object.keys(placements)) {
    await open(`/placed/${name}.html`);
    await until(`cards in all three forms (${name})`, () => isWhole(3, 2));
    await page().Kankei.ready;
    const questions = asked().filter((path) => path.includes('/programs'));
    expect(questions, name).to.have.length(1);
    // One copy of each part, from the address that was first.
    const chunks = asked().filter((path) => path.includes('/chunks/'));
    expect(chunks, name).to.deep.equal([...new Set(chunks)]);
    expect(page().seen.errors, name).to.deep.equal([]);
  }
}).timeout(60_000);

it('finds what a page adds as one scrolls on, each once a visitor is near, and asks for it once', async () => {
  await open('/placed/async-in-head.html');
  await until('the first', () => isWhole(3, 2));
  const main = page().document.querySelector('main')!;
  const { innerHTML: batch } = main;
  expect(batch).to.include('kankei-program-list');
  for (let batches = 1; batches < 4; batches++) {
    // As it was served: places that hold nothing of ours.
    main.insertAdjacentHTML(
      'beforeend',
      `<section><div data-kankei="program-list" data-town="999997" data-limit="${batches + 2}"></div>
      <kankei-program-list town="999997" limit="${batches + 2}"></kankei-program-list></section>`,
    );
    const [first, second] = main.lastElementChild!.children;
    await wait(100);
    const isFar = first!.getBoundingClientRect().top > 2 * page().innerHeight;
    if (isFar) expect([first!.children.length, cardsOf(second)]).to.deep.equal([0, 0]);
    page().scrollTo(0, page().document.documentElement.scrollHeight);
    await until(`batch ${batches}`, () =>
      [first!.firstElementChild!, second!].every((tag) => tag && cardsOf(tag) === batches + 2),
    );
    expect(asked().filter((path) => path.includes('/programs'))).to.have.length(batches + 1);
  }
  // What lay above is thrown away, as long pages do.
  main.querySelectorAll('section:not(:last-child), :scope > :not(section)').forEach((one) => void one.remove());
  await until('the rest', () => isWhole(2, 5));
  expect(page().seen.errors).to.deep.equal([]);
}).timeout(30_000);

it('goes on where a page changes its main part and its address by itself, and goes back to what it kept as text', async () => {
  await open('/placed/async-in-head.html');
  await until('the lists', () => isWhole(3, 2));
  await page().Kankei.ready;
  const { document, history, location } = page();
  const main = document.querySelector('main')!;
  const pages: Record<string, string> = { first: main.innerHTML };
  let shown = 'first';
  /** As pjax and its like do: the page that is left is kept as text, scripts of the new one run once more. */
  const show = (name: string) => {
    if (name === shown) return;
    pages[shown] = main.innerHTML;
    shown = name;
    main.innerHTML = pages[name]!;
    for (const script of main.querySelectorAll('script[src]')) {
      const again = document.createElement('script');
      for (const { name, value } of script.attributes) again.setAttribute(name, value);
      script.replaceWith(again);
    }
  };
  page().addEventListener('popstate', ({ state }) => show(state.page));
  history.replaceState({ page: 'first' }, '');
  const { pathname } = location;
  const script = document.querySelector('script[type="module"]')!.outerHTML;
  pages.second = `${script}<kankei-program-list town="999997" limit="3"><a href="/programs">一覧</a></kankei-program-list>`;
  history.pushState({ page: 'second' }, '', '/placed/second.html');
  show('second');
  await until('the next page', () => isWhole(1, 3));
  // Its links lead to the page as it is called now.
  await openProgram(lists()[0]!);
  expect([location.pathname, location.hash.slice(0, 16)]).to.deep.equal(['/placed/second.html', '#kankei-program=']);
  history.back();
  await until('its list', () => !partsOf(lists()[0], 'detail').length && isWhole(1, 3));
  history.back();
  await until('the page before', () => location.pathname === pathname && isWhole(3, 2));
  // One tag in each place, none in another's.
  expect(document.querySelectorAll('kankei-program-list kankei-program-list')).to.have.length(0);
  await openProgram(lists()[1]!);
  expect(lists().filter((tag) => partsOf(tag, 'detail').length)).to.have.length(1);
  expect(page().seen.errors).to.deep.equal([]);
}).timeout(30_000);

describe('a page that one leaves and comes back to', () => {
  /** What a browser tells a page that it puts aside whole, and brings back. */
  const tell = (type: string) =>
    page().dispatchEvent(new (page().PageTransitionEvent)(type, { persisted: true, bubbles: true }));

  it('goes on as it was where the browser had put it aside whole: time, questions, history and what comes to life', async () => {
    await open('/placed/async-in-head.html');
    await until('the lists', () => isWhole(3, 2));
    const [list, other] = lists();
    // Of lists that show the same, one describes it for all.
    await until('what keeps lists right', () => lists().some((tag) => tag.querySelector(':scope > script')));
    await openProgram(list!);
    tell('pagehide');
    // Days go by.
    const clock = page().Date;
    const { now } = clock;
    clock.now = () => now() + 999 * 86_400_000;
    tell('pageshow');
    await until('what is over', () => partsOf(other, 'state').every(({ textContent }) => /終了/.test(textContent!)));
    expect(partsOf(list, 'detail')).to.have.length(1);
    page().history.back();
    await until('the list', () => !partsOf(list, 'detail').length);
    // Options and places that change are followed still, and asked for anew.
    list!.setAttribute('limit', '1');
    lists()[2]!.querySelector('a')!.href = lists()[2]!.querySelector('a')!.href.replace('limit=2', 'limit=3');
    const later = page().document.createElement('div');
    Object.assign(later.dataset, { kankei: 'program-list', town: '999997', limit: '4' });
    page().document.querySelector('h1')!.after(later);
    await until('each as it is asked for now', () => String(lists().map(cardsOf)) === '4,1,2,3');
    await openProgram(lists()[0]!);
    expect(page().seen.errors).to.deep.equal([]);
  }).timeout(30_000);

  it('shows the program again that was open, where it is loaded anew', async () => {
    await open('/placed/async-in-head.html');
    await until('the lists', () => isWhole(3, 2));
    await openProgram(lists()[0]!);
    const { hash } = page().location;
    const title = partsOf(lists()[0], 'heading')[0]!.textContent;
    page().location.href = '/hosts/plain.html';
    await until('another page', () => page().document.title === 'plain' && cardsOf(lists()[0]));
    page().history.back();
    const opened = () => lists().flatMap((tag) => partsOf(tag, 'heading').map(({ textContent }) => textContent));
    await until('the program', () => page().location.hash === hash && opened().includes(title));
    expect(opened()).to.have.length(1);
    page().history.back();
    await until('the lists', () => isWhole(3, 2) && !opened().length);
    expect(page().location.hash).to.equal('');
  }).timeout(30_000);
});
