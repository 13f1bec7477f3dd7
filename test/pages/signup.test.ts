import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  fetched,
  isDefined,
  isUnharmed,
  letCome,
  loaded,
  open,
  openHeld,
  page,
  partsOf,
  type,
  until,
  widget,
} from './support.ts';

const tag = (at = 0) => widget('kankei-fanclub-signup', at);
const root = () => tag()?.shadowRoot;
const part = (name: string) => partsOf(tag(), name)[0];
const control = (name: string) => root()!.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const focused = () => root()?.activeElement as HTMLInputElement | null;

/** The form stands, and the code that follows it has come. */
const ready = async () => {
  await until('the form', () => part('form'));
  await until('the flow', () => root()?.querySelector('[role="status"]'));
};

/** Presses Tab until the focus is where it is wanted. */
async function tabTo(name: string, where: () => Element | null | undefined): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (where() && focused() === where()) return;
    await sendKeys({ press: 'Tab' });
  }
  throw new Error(`Tab never came to ${name}`);
}

const fill = (name: string, text: string) => type(control(name), text);

/** What every form of the tests asks at least. */
function fillIn(): void {
  fill('name', '山田　花子');
  fill('email', `hana-${Math.random()}@example.jp`);
  fill('prefecture', '岐阜県');
  root()!.querySelector<HTMLInputElement>('[name="tier"]')?.click();
  control('privacy').click();
}

async function review(): Promise<void> {
  part('submit')!.click();
  await until('the look over it', () => part('review'));
}

/** Sees what is posted before the network does; `answer` may give another answer, or throw. */
function watchPosts(answer: (request: Request) => Promise<Response>) {
  const posts: { url: string; key: string | null; type: string; body: string }[] = [];
  const real = page().fetch.bind(page());
  page().fetch = async (input, init) => {
    const request = new (page().Request)(input, init);
    if (request.method !== 'POST') return real(request);
    const { url, headers } = request;
    const body = await request.clone().text();
    posts.push({ url, key: headers.get('idempotency-key'), type: headers.get('content-type') ?? '', body });
    return answer(request);
  };
  return { posts, real };
}

// What other tests left behind is not the signup's.
beforeEach(() => sessionStorage.clear());
afterEach(() => sessionStorage.clear());

describe('the signup on a town’s page with a strict policy, from another origin', () => {
  it('takes a person who uses the keyboard alone from the first field to the mail', async function () {
    this.timeout(60_000);
    await open('/hosts/signup.html');
    await ready();
    control('name').focus();
    await sendKeys({ type: 'Hana Yamada' });
    // Nothing but the name: Enter goes on, as in every form, and the faults are told.
    await sendKeys({ press: 'Enter' });
    await until('the summary', () => part('summary') && focused() === part('summary'));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until('the first fault', () => focused() === control('email'));
    await sendKeys({ type: `hana-${Date.now()}@example.jp` });
    await tabTo('the prefecture', () => control('prefecture'));
    await sendKeys({ press: 'ArrowDown' });
    await until('a prefecture', () => control('prefecture').value);
    const tier = root()!.querySelector<HTMLInputElement>('[name="tier"]');
    if (tier) {
      await tabTo('the tier', () => tier);
      await sendKeys({ press: ' ' });
    }
    await tabTo('the consent', () => control('privacy'));
    await sendKeys({ press: ' ' });
    await tabTo('the button', () => part('submit'));
    await sendKeys({ press: 'Enter' });
    await until('the look over it', () => part('review'));
    await until('focus on the heading', () => focused() === part('heading'));
    await tabTo('a change', () => part('change'));
    await sendKeys({ press: 'Enter' });
    await until('the group', () => focused() === control('name'));
    await tabTo('the button', () => part('submit'));
    await sendKeys({ press: 'Enter' });
    await until('focus on the heading', () => part('review') && focused() === part('heading'));
    await tabTo('the last button', () => part('submit'));
    await sendKeys({ press: 'Enter' });
    await until('what happens next', () => part('done'));
    expect(part('done')!.textContent).to.contain('@example.jp');
    isUnharmed();
    expect(sessionStorage).to.have.length(0);
  });

  it('keeps what was typed through a reload, and through going away and back', async function () {
    this.timeout(60_000);
    await open('/hosts/signup.html');
    await ready();
    fill('name', '山田 花子');
    fill('municipality', '飛騨市');
    page().location.reload();
    await loaded();
    await ready();
    expect([control('name').value, control('municipality').value]).to.deep.equal(['山田 花子', '飛騨市']);
    page().location.href = '/hosts/plain.html';
    await until('another page', () => page().document.title === 'plain');
    page().history.back();
    await until('the page', () => page().document.title === 'signup');
    await ready();
    expect([control('name').value, control('municipality').value]).to.deep.equal(['山田 花子', '飛騨市']);
  });

  it('loses nothing when the answer is cut off, and sends the same once more, key and all', async function () {
    this.timeout(60_000);
    await open('/hosts/signup.html');
    await ready();
    fillIn();
    await review();
    let isCut = true;
    const { posts, real } = watchPosts(async (request) => {
      const answer = await real(request);
      // It arrived, was taken, and nobody hears of it.
      if (isCut) throw new TypeError('the connection was lost');
      return answer;
    });
    part('submit')!.click();
    await until('the reason', () => part('problem'));
    expect(part('problem')!.textContent).to.contain('入力した内容は残っています');
    expect(part('review')!.textContent).to.contain('山田 花子');
    const before = posts.length;
    isCut = false;
    part('submit')!.click();
    await until('what happens next', () => part('done'));
    expect(posts.length).to.be.greaterThan(before);
    expect(new Set(posts.map(({ key, body }) => `${key} ${body}`)).size).to.equal(1);
    expect(posts[0]!.key).to.match(/^[0-9a-f]{32}$/);
    expect(posts[0]!.url).not.to.match(/hana|example\.jp/);
  });
});

describe('before the code of the element has come', () => {
  beforeEach(() => openHeld('/hosts/held-signup.html', 'kankei-fanclub-signup', () => part('field')));
  afterEach(letCome);

  it('a person types, ticks and presses Enter; all of it stands, and is gone on with, once it is there', async function () {
    this.timeout(60_000);
    const name = control('name');
    name.focus();
    await sendKeys({ type: 'Hana' });
    await sendKeys({ press: 'Enter' });
    expect(isDefined('kankei-fanclub-signup')).to.equal(false);
    const shared = part('shared')!.querySelector('input')!;
    shared.click();
    await letCome();
    await until('what is missing', () => part('summary') && focused() === part('summary'));
    expect(page().location.pathname).to.equal('/hosts/held-signup.html');
    expect([control('name') === name, name.value, shared.checked]).to.deep.equal([true, 'Hana', true]);
    fill('email', 'hana@example.jp');
    fill('prefecture', '岐阜県');
    root()!.querySelector<HTMLInputElement>('[name="tier"]')?.click();
    control('privacy').click();
    await review();
    expect(part('review')!.textContent).to.contain('Hana');
    expect(page().seen.errors).to.deep.equal([]);
  });

  it('what was typed outlives a reload', async function () {
    this.timeout(60_000);
    fill('name', '山田 花子');
    const before = page().document;
    page().location.reload();
    // Not for its load event: that may wait for the code that is kept back.
    await until('the page anew', () => page().document !== before && part('field'));
    expect([isDefined('kankei-fanclub-signup'), control('name').value]).to.deep.equal([false, '山田 花子']);
    await letCome();
    await ready();
    expect(control('name').value).to.equal('山田 花子');
    expect(part('restored')!.textContent).to.contain('戻しました');
  });

  it('a person goes on typing where the caret stands while it comes', async function () {
    this.timeout(60_000);
    control('name').focus();
    await sendKeys({ type: 'Kn' });
    await sendKeys({ press: 'ArrowLeft' });
    await letCome();
    await until('the consents', () => control('privacy'));
    expect(focused() === control('name')).to.equal(true);
    await sendKeys({ type: 'e' });
    expect(control('name').value).to.equal('Ken');
  });

  it('nothing that stands moves when it comes, and the first of it is fetched side by side', async () => {
    const places = () => ['name', 'kana', 'email', 'birthYear'].map((one) => control(one).getBoundingClientRect().top);
    const before = places();
    const chunks = fetched().map(({ pathname }) => pathname);
    for (const name of ['first-form', 'paint'])
      expect(chunks.some((path) => path.endsWith(`/chunks/${name}.js`))).to.equal(true);
    await letCome();
    await until('the consents', () => control('privacy'));
    expect(places()).to.deep.equal(before);
  });
});

describe('signups beside other widgets', () => {
  it('speak each their language, keep the fallback where there is no answer, and disturb nobody', async function () {
    this.timeout(60_000);
    await open('/hosts/signups.html');
    const text = (index: number) => tag(index)?.shadowRoot?.textContent ?? '';
    await until('Japanese', () => text(0).includes('入力内容を確認する'));
    await until('English', () => text(1).includes('Check what I entered'));
    await until('the reason', () => partsOf(tag(2), 'problem')[0]);
    expect(tag(2)!.querySelector('a')!.getBoundingClientRect().width).to.be.greaterThan(0);
    await until('programs', () => partsOf(widget('kankei-program-list'), 'card')[0]);
    expect(page().seen.errors).to.deep.equal([]);
  });

  it('show the link in their place where scripts are off', async () => {
    await open('/hosts/signup.html', 'allow-same-origin');
    expect(tag()!.querySelector('a')!.getBoundingClientRect().width).to.be.greaterThan(0);
  });
});

describe('the signup of a town without a server', () => {
  for (const format of ['json', 'form'])
    it(`posts what was looked over to the address the town named (${format})`, async function () {
      this.timeout(60_000);
      await open(`/town/club-${format}/index.html`);
      await ready();
      const { posts } = watchPosts(async () => new (page().Response)(null, { status: 204 }));
      fillIn();
      fill('message', '1行目\n2行目 & <b>');
      await review();
      part('submit')!.click();
      await until('what happens next', () => part('done'));
      expect(part('done')!.textContent).to.contain('申し込みを受け付けました');
      expect(posts).to.have.length(1);
      const [{ url, type: kind, body }] = posts as [(typeof posts)[0]];
      expect(url).to.equal('https://town.example/inbox');
      const said = format === 'json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
      const answers = format === 'json' ? said.answers : said;
      expect(kind).to.match(format === 'json' ? /^application\/json/ : /^application\/x-www-form-urlencoded/);
      expect(answers.name).to.equal('山田 花子');
      expect(answers.message).to.equal('1行目\n2行目 & <b>');
      expect(said.town).to.equal('999997');
      expect(sessionStorage).to.have.length(0);
    });

  it('loses nothing when that address does not answer', async function () {
    this.timeout(60_000);
    await open('/town/club-json/index.html');
    await ready();
    let isGone = true;
    const { posts } = watchPosts(async () => {
      if (isGone) throw new TypeError('gone');
      return new (page().Response)('ok');
    });
    fillIn();
    await review();
    part('submit')!.click();
    await until('the reason', () => part('problem'));
    isGone = false;
    part('submit')!.click();
    await until('what happens next', () => part('done'));
    expect(new Set(posts.map(({ body }) => body)).size).to.equal(1);
  });

  it('loses nothing when what sends it cannot be fetched', async function () {
    this.timeout(60_000);
    // Firefox remembers of a module that it did not come, for as long as the page stands.
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const tell = (what: 'cut' | 'mend') => fetch(`/town/club-weak/${what}?${Date.now()}`, { cache: 'no-store' });
    await tell('cut');
    await open('/town/club-weak/index.html');
    await ready();
    const { posts } = watchPosts(async () => new (page().Response)('ok'));
    fillIn();
    await review();
    part('submit')!.click();
    const said = await until('the reason', () => part('problem'));
    expect(said.textContent).to.contain('いま送信できませんでした。入力した内容は残っています。');
    await tell('mend');
    await until('what happens next', () => {
      part('submit')?.click();
      return part('done');
    });
    expect(posts).to.have.length(1);
  });

  it('leads to the form the town has, or to a mail', async () => {
    await open('/town/club-page/index.html?kankei-tie=donated');
    await until('the way there', () => part('link'));
    const links = [...root()!.querySelectorAll<HTMLAnchorElement>('a[part="link"]')];
    expect(links.at(-1)!.href).to.equal('https://form.example/apply?entry.1=donated');
    await open('/town/club-mail/index.html');
    await ready();
    fillIn();
    await review();
    part('submit')!.click();
    await until('a mail', () => root()!.querySelector('textarea[readonly]'));
    expect(decodeURIComponent((part('link') as HTMLAnchorElement).href)).to.contain('お名前：山田 花子');
  });

  it('keeps its fallback where the town’s words cannot be read', async () => {
    await open('/town/club-broken/index.html');
    await until('the reason', () => part('problem')?.textContent);
    expect(tag()!.querySelector('a')!.getBoundingClientRect().width).to.be.greaterThan(0);
  });
});
