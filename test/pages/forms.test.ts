import { expect } from '@open-wc/testing';
import { asked, open, page, partsOf, until, wait } from './support.ts';

/** Long enough for what is on its way, where nothing is to happen. */
const rest = () => wait(400);

const find = <E extends Element = HTMLElement>(selector: string) => page().document.querySelector<E>(selector)!;
const cardsOf = (tag: Element | null | undefined) => partsOf(tag, 'card').length;
const tagIn = (selector: string) => find(selector)?.querySelector<HTMLElement>('kankei-program-list');
const said = (tag: Element) => Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]));

describe('a tag, a place for one and a link to its hosted page', () => {
  it('become the same widget with one question, and take no other attribute', async () => {
    await open('/hosts/forms.html');
    const link = () => find('#link').parentElement!;
    const tags = () => [find('#tag'), tagIn('#div'), link()];
    await until('three cards in each', () => tags().every((tag) => cardsOf(tag) === 3));
    await page().Kankei.ready;
    for (const tag of tags()) {
      expect(tag!.localName).to.equal('kankei-program-list');
      const { id: _, style, ...options } = said(tag!);
      expect(options).to.deep.equal({ town: '999997', limit: '3', accent: '#0a5' });
      expect(style).to.match(/^--kankei-accent: ?#0a5;$/);
      expect(getComputedStyle(tag!.shadowRoot!.querySelector('[part="title"] a')!).color).to.equal('rgb(0, 170, 85)');
      // What stood there is the fallback.
      expect(tag!.querySelector('a')!.textContent).to.equal('募集の一覧を見る');
    }
    expect(asked().filter((path) => path.includes('/programs'))).to.have.length(1);
    expect(find('#kept').querySelector('kankei-program-list')).to.equal(null);
    expect(Object.keys(page().Kankei).sort()).to.deep.equal(['doctor', 'ready', 'scan', 'version']);
    expect(page().seen.errors).to.deep.equal([]);
  });

  it('follow what the page makes of them', async () => {
    await open('/hosts/forms.html');
    await until('the div', () => cardsOf(tagIn('#div')) === 3);
    const div = find('#div');
    const link = find<HTMLAnchorElement>('#link');
    const tag = tagIn('#div')!;
    div.scrollIntoView();
    // Other options, one fewer, one that a script of the page gave the tag itself.
    tag.setAttribute('sort', 'new');
    div.dataset.limit = '2';
    delete div.dataset.accent;
    link.href = link.href.replace('limit=3', 'limit=1');
    await until('two cards', () => cardsOf(tag) === 2);
    await until('one card', () => cardsOf(link.parentElement) === 1);
    expect(said(tag)).to.include({ limit: '2', sort: 'new' }).and.not.to.have.property('accent');
    // Another widget; and back.
    div.scrollIntoView();
    div.dataset.kankei = 'card-check';
    await until('the check', () => div.querySelector('kankei-card-check'));
    expect(div.children).to.have.length(1);
    div.dataset.kankei = 'off';
    await until('what stood there', () => div.querySelector(':scope > a'));
    expect(div.children).to.have.length(1);
    div.dataset.kankei = 'program-list';
    await until('the list again', () => cardsOf(tagIn('#div')));
    expect(div.querySelectorAll('script[type="application/ld+json"]').length).to.be.below(2);
    // A link that leads elsewhere now, and one that the page takes away.
    link.href = 'https://elsewhere.example/';
    await until('the link alone', () => link.parentElement!.localName === 'p');
    link.scrollIntoView();
    link.href = find<HTMLAnchorElement>('#tag a').href;
    const around = await until('the widget around it', () => link.closest('kankei-program-list'));
    link.remove();
    await until('no widget', () => !around.isConnected);
    // The page writes its content anew, adds, moves.
    div.scrollIntoView();
    div.innerHTML = '<a href="/programs">一覧</a>';
    await until('a list with the new fallback', () => tagIn('#div')?.querySelector('a[href="/programs"]'));
    div.append(page().document.createElement('b'));
    await until('it among the fallback', () => tagIn('#div')!.querySelector('b'));
    find('#kept').append(div);
    await rest();
    expect(div.children).to.have.length(1);
    expect(page().seen.errors).to.deep.equal([]);
  }).timeout(30_000);

  it('are found when they come later, in a shadow root too, and again where a page was kept as a copy', async () => {
    await open('/hosts/forms.html');
    await until('the div', () => cardsOf(tagIn('#div')) === 3);
    const later = page().document.createElement('main');
    later.innerHTML = '<div data-kankei="program-list" data-town="999997" data-limit="1">一覧</div>';
    find('h1').after(later);
    await until('the later one', () => cardsOf(tagIn('main')) === 1);
    const root = page().document.createElement('aside').attachShadow({ mode: 'open' });
    find('h1').after(root.host);
    root.innerHTML = '<div data-kankei="program-list" data-town="999997" data-limit="2">一覧</div>';
    await rest();
    expect(root.querySelector('kankei-program-list')).to.equal(null);
    page().Kankei.scan(root);
    await until('the one in the shadow root', () => cardsOf(root.querySelector('kankei-program-list')) === 2);
    root.host.remove();
    // What Turbo and its like do: a copy of the body takes its place, and back.
    const body = page().document.body;
    const copy = body.cloneNode(true) as HTMLBodyElement;
    body.replaceWith(copy);
    await until('cards in the copy', () => cardsOf(tagIn('#div')) === 3 && cardsOf(find('#tag')) === 3);
    expect(find('#div').children).to.have.length(1);
    expect(find('#link').parentElement!.parentElement!.localName).to.equal('p');
    find('#div').dataset.limit = '1';
    await until('one card', () => cardsOf(tagIn('#div')) === 1);
    copy.replaceWith(body);
    await until('the first body as it was', () => cardsOf(tagIn('#div')) === 3);
    expect(page().seen.errors).to.deep.equal([]);
  }).timeout(20_000);

  it('cost a page one file until a visitor is near', async () => {
    await open('/hosts/far.html');
    await rest();
    expect(asked()).to.deep.equal(['/embed/v1/kankei.js']);
    const [near, last] = page().document.querySelectorAll('kankei-program-list');
    page().scrollTo(0, 3000);
    await until('two cards', () => cardsOf(near) === 2);
    // A tag of the same kind is defined by now, and waits all the same.
    await rest();
    expect(cardsOf(last)).to.equal(0);
    expect(asked().filter((path) => path.includes('/programs'))).to.have.length(1);
    expect(find('p > a')).not.to.equal(null);
    page().scrollTo(0, page().document.documentElement.scrollHeight - 1250);
    await until('the rest', () => cardsOf(last) === 4 && cardsOf(find('p > kankei-program-list')) === 1);
    expect(asked().filter((path) => path.includes('/fanclub'))).to.have.length(0);
    // What was hidden comes when it is shown.
    page().scrollTo(0, 0);
    find('#shut').hidden = false;
    await until('the signup', () => find('kankei-fanclub-signup')?.shadowRoot?.querySelector('[part="form"]'));
    expect(page().seen.errors).to.deep.equal([]);
  }).timeout(20_000);

  it('come at once where the address is about one of them', async () => {
    await open('/hosts/far.html#kankei-program=999997/none');
    await until('all lists', () =>
      [...page().document.querySelectorAll('kankei-program-list')].every((tag) => cardsOf(tag) > 0),
    );
  });

  it('share each part of the script and each question, also thirty of them and a script that comes twice', async () => {
    await open('/hosts/many.html');
    await until('all thirty', () => {
      const tags = [...page().document.querySelectorAll('kankei-program-list')];
      return tags.length === 30 && tags.every((tag, at) => cardsOf(tag) === (at % 5) + 1);
    });
    await page().Kankei.ready;
    const all = asked().filter((path) => !/kankei\.js$/.test(path));
    expect(all.filter((path) => path.includes('/programs'))).to.have.length(5);
    expect(all).to.deep.equal([...new Set(all)]);
    expect(page().seen.errors).to.deep.equal([]);
  }).timeout(20_000);

  it('are left to the version that was first, and another says so', async () => {
    await open('/hosts/older.html');
    await rest();
    expect(page().Kankei.version).to.equal('0.9.0');
    expect(find('kankei-program-list').shadowRoot).to.equal(null);
    const { warnings } = page() as unknown as { warnings: string[] };
    expect(new Set(warnings)).to.have.length(1);
    expect(warnings[0]).to.match(/^\[kankei\] 0\.9\.0 is here; \d/);
  });
});

describe('a frame with a hosted page', () => {
  it('grows with it, hears its events, and believes no other frame', async () => {
    await open('/hosts/frame.html');
    const ours = find<HTMLIFrameElement>('#ours');
    const { events } = page().seen;
    await until('a greater height', () => ours.clientHeight > 600);
    expect(ours.clientHeight).to.be.below(20_001).and.not.equal(7777);
    const loaded = await until('the event', () => events[0]);
    expect(loaded.type).to.equal('kankei-program-list-load');
    expect(loaded.target).to.equal(ours);
    expect(loaded).to.have.property('total').that.is.above(5);
    const forger = find<HTMLIFrameElement>('#forger');
    expect(forger.clientHeight).to.equal(150);
    expect((forger.contentWindow as Window & { heard?: unknown[] }).heard).to.deep.equal([]);
    expect(events.every(({ target }) => target === ours)).to.equal(true);
    expect(page().seen.errors).to.deep.equal([]);
  }).timeout(20_000);

  it('speaks the language of its place and is as dark, also when that changes, where the script is a copy on the town’s own site', async () => {
    await open('/hosts/frame-here.html');
    const inside = () =>
      find<HTMLIFrameElement>('#ours').contentDocument?.querySelector<HTMLElement>('kankei-program-list');
    for (const lang of ['en', 'ja']) {
      page().document.documentElement.lang = lang;
      await until(lang, () => inside()?.lang === lang);
    }
    find('#ours').parentElement!.lang = 'en';
    await until('that of the place', () => inside()!.lang === 'en');
    const { body } = page().document;
    const { contentDocument, contentWindow } = find<HTMLIFrameElement>('#ours');
    for (const [color, scheme] of [
      ['#eee', 'dark'],
      ['#111', 'light'],
    ]) {
      body.style.color = color!;
      const shown = () => contentWindow!.getComputedStyle(contentDocument!.documentElement).colorScheme;
      await until(scheme!, () => shown() === scheme);
    }
    // The page's own ground is seen through it.
    expect(contentWindow!.getComputedStyle(contentDocument!.body).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    expect(page().seen.errors).to.deep.equal([]);
  });
});
