import { furusato, toInstant } from '@kankei/core';
import type { KankeiFurusatoInviteEvent } from '@kankei/elements';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixtureFurusato, longFurusato } from '../fixtures/furusato.ts';
import { code, mount, openTool, saying, saysAll, setClock, settle, textOf } from './furusato-support.ts';
import { all, isIn, isVisible, one, showsFallback, town, until, words } from './support.ts';

const flagged = '返礼品が豪華！ポイント還元でお得';
const project = (more: object) =>
  saying(
    furusato.parse({ projects: [{ id: 'a', title: '橋', goal: 1000, raised: 500, asOf: '2026-11-20', ...more }] }),
  );

/** What is written to the console meanwhile. */
async function warned(act: () => Promise<unknown>): Promise<string> {
  const { warn } = console;
  const lines: string[] = [];
  console.warn = (...said: unknown[]) => void lines.push(said.join(' '));
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return lines.join('\n');
}

describe('where the money goes', () => {
  it('comes first, then the projects, then where to donate, then what else there is', async () => {
    const link = await mount(saying(longFurusato));
    const parts = ['title', 'intro', 'uses', 'projects', 'donate', 'tools', 'corporate', 'invitation', 'registration'];
    const elements = parts.map((part) => one(link, part));
    for (const [index, element] of elements.entries())
      if (index) expect(elements[index - 1]!.compareDocumentPosition(element) & 4, parts[index]).to.equal(4);
  });

  it('is told with words, a picture with its own words, and what earlier donations did', async () => {
    const image = {
      url: new URL('/stories/.storybook/public/bridge.svg', location.href).href,
      alt: { ja: '川と橋', en: 'A bridge' },
    };
    const link = await mount(saying({ ...fixtureFurusato, uses: [{ ...fixtureFurusato.uses[0]!, image }] }));
    const [use] = all(link, 'use');
    expect(use!.textContent).to.include('橋を直す').and.include('毎年ひとつずつ').and.include('板を120枚');
    expect((one(link, 'image') as HTMLImageElement).alt).to.equal('川と橋');
    link.lang = 'en';
    await until('English', () => (one(link, 'image') as HTMLImageElement).alt === 'A bridge');
    expect(words(link, 'title')).to.deep.equal(['Furusato nozei']);
    expect(one(link, 'use').querySelector('[part="text"] [lang="ja"]')).not.to.equal(null);
  });

  it('shows no markup, whatever a text holds', async () => {
    const text = '<img src=x onerror=alert(1)> {"ja": "x"} &amp;';
    const link = await mount(
      saying(
        furusato.parse({
          title: text,
          uses: [{ title: text, text, done: text }],
          button: text.slice(0, 40),
          choice: true,
        }),
      ),
    );
    expect(words(link, 'title')).to.deep.equal([text]);
    expect(link.shadowRoot!.querySelector('img')).to.equal(null);
  });
});

describe('a project', () => {
  for (const [more, state, says] of [
    [{}, '受付中', '目標の50%'],
    [{ end: '2026-12-31' }, '受付中', 'あと40日（12月31日（木）まで）'],
    [{ end: '2026-11-21' }, '受付中', 'きょうまで'],
    [{ end: '2026-11-22' }, '受付中', 'あすまで'],
    [{ raised: 999 }, '受付中', '目標の99%'],
    [{ raised: 1000 }, '目標達成・受付中', '目標の100%'],
    [{ raised: 12_500 }, '目標達成・受付中', '目標の1,250%'],
    [{ end: '2026-11-20' }, '受付終了', '11月20日（金）に終わりました'],
    [{ end: '2026-11-20', raised: 1000 }, '目標達成・受付終了', '目標の100%'],
    [{ start: '2027-01-05', raised: 0 }, '受付前', '2027年1月5日（火）から受け付けます'],
  ] as const)
    it(`with ${JSON.stringify(more)} is ${state} and says ${says}`, async () => {
      const link = await mount(project(more));
      expect(words(link, 'state')).to.deep.equal([state]);
      expect(one(link, 'project').textContent).to.include(says);
      expect(one(link, 'state').querySelector('path')).not.to.equal(null);
    });

  it('tells its figures in words and by a bar, with the day they are of', async () => {
    const link = await mount(saying());
    const bar = one(link, 'progress') as HTMLProgressElement;
    expect([bar.value, bar.max, bar.getAttribute('aria-valuetext')]).to.deep.equal([41, 100, '目標の41%']);
    expect(words(link, 'figures')[0]).to.equal(
      '集まった寄付1,240,000円目標3,000,000円目標まで1,760,000円寄付した人96人',
    );
    expect(words(link, 'as-of')[0]).to.equal('11月20日（金）時点');
  });

  it('becomes another at midnight in Tokyo, in a page left open', async () => {
    setClock(toInstant('2026-11-21', '23:59'));
    const link = await mount(project({ end: '2026-11-21' }));
    expect(words(link, 'state')).to.deep.equal(['受付中']);
    setClock(toInstant('2026-11-22'));
    document.dispatchEvent(new Event('visibilitychange'));
    await until('the end', () => words(link, 'state')[0] === '受付終了');
  });

  it('stands after those that still take donations once it is over', async () => {
    const link = await mount(saying(longFurusato));
    const states = words(link, 'state');
    expect(states.slice(-3)).to.deep.equal(['受付前', '受付終了', '目標達成・受付終了']);
    expect(words(link, 'heading')).to.include('寄付を集めている取り組み');
  });

  it('speaks of years as the era has them where the page wants that, also while it stands', async () => {
    const link = await mount(project({ end: '2027-03-31' }), { era: true });
    await until('the era', () => words(link, 'period')[0]?.includes('令和9年3月31日'));
    link.era = false;
    await until('the year', () => words(link, 'period')[0]?.includes('2027年3月31日'));
  });
});

describe('where to donate', () => {
  const links = (link: Element) => all(link, 'donate-link') as HTMLAnchorElement[];

  it('is the town’s form, its portals and ふるさとチョイス, each with the town’s campaign tag', async () => {
    const link = await mount(saying());
    expect(links(link).map(({ href }) => href)).to.deep.equal([
      'https://town.example/furusato/form/?lang=ja&utm_source=kankei',
      'https://portal.example/town/1?utm_source=kankei',
      'https://other.example/?utm_source=kankei',
      'https://www.furusato-tax.jp/city/product/99999?utm_source=kankei',
    ]);
    expect(links(link)[0]!.textContent).to.include('使い道を選んで寄附する').and.include('町の申込フォーム');
    expect(links(link)[2]!.textContent).to.include('other.example');
  });

  it('has no campaign tag and no ふるさとチョイス unless the town wants them', async () => {
    const { campaign: _, ...profile } = fixtureFurusato;
    const link = await mount(saying({ ...profile, choice: false }));
    expect(links(link).some(({ href }) => /utm_|furusato-tax/.test(href))).to.equal(false);
  });

  it('is marked as another site, and opens a tab only where the page asks for it, which is said', async () => {
    const link = await mount(saying());
    for (const one of links(link)) {
      expect([one.rel, one.target]).to.deep.equal(['noopener', '']);
      expect(one.textContent).to.include('別のサイトに移動します');
    }
    link.newTab = true;
    await link.updateComplete;
    for (const one of links(link)) {
      expect([one.rel, one.target]).to.deep.equal(['noopener', '_blank']);
      expect(one.textContent).to.include('別のサイトが新しいタブで開きます');
    }
  });

  it('is not called another site where it is the page’s own', async () => {
    const link = await mount(saying(furusato.parse({ form: { url: `${location.origin}/form/` } })));
    expect(one(link, 'donate-link').textContent).not.to.include('別のサイト');
  });
});

describe('the guard', () => {
  it('never lets a flagged text be drawn, not for a moment, and names it once at the console', async () => {
    const drawn: string[] = [];
    const profile = {
      ...fixtureFurusato,
      button: flagged,
      intro: `${flagged}。`,
      uses: [...fixtureFurusato.uses, { title: '人気の返礼品ランキング' }],
      portals: [{ url: 'https://portal.example/', name: 'ポイント還元ポータル' }],
    };
    let observer: MutationObserver | undefined;
    const look = (link: Element) => drawn.push(link.shadowRoot?.textContent ?? '');
    const { attachShadow } = HTMLElement.prototype;
    HTMLElement.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      observer = new MutationObserver(() => look(this));
      observer.observe(root, { childList: true, subtree: true, characterData: true });
      return root;
    };
    const said = await warned(async () => {
      try {
        await mount(saysAll(profile));
        await mount(saysAll(profile));
      } finally {
        HTMLElement.prototype.attachShadow = attachShadow;
        observer?.disconnect();
      }
    });
    expect(drawn.length).to.be.greaterThan(0);
    expect(drawn.join()).to.include('使い道を選んで寄付する').and.include('portal.example').and.include('橋を直す');
    expect(drawn.join()).not.to.match(/豪華|還元|お得|ランキング/);
    expect(said.match(/返礼品が豪華！ポイント還元でお得$/gm)).to.have.length(1);
    expect(said).to.include('button').and.include('uses.2.title').and.include('portals.0.name');
    expect(said).to.include('「返礼品が豪華」 (return-gifts, since 2024-10-01)');
    expect(said).to.include('「ポイント還元」 (points, since 2025-10-01)');
  });

  it('lets words pass that only look like it', async () => {
    const intro = '商店街のポイントカードが使えます。自己負担の2,000円を除いた額が控除されます。';
    const link = await mount(saysAll({ ...fixtureFurusato, intro }));
    expect(words(link, 'intro')).to.deep.equal([intro]);
  });
});

describe('when something fails', () => {
  it('the plain link stands first, then the reason, then a way to try again, which works', async () => {
    let fails = true;
    const link = await mount(saying(fixtureFurusato, { fail: () => (fails ? 'unavailable' : undefined) }));
    expect([isIn(link, 'failed'), showsFallback(link)]).to.deep.equal([true, true]);
    expect(one(link, 'problem').textContent).to.include('点検中');
    expect(one(link, 'problem').getAttribute('role')).to.equal('alert');
    fails = false;
    one(link, 'retry').click();
    await until('the uses', () => all(link, 'uses').length);
    expect(link.shadowRoot!.activeElement).to.equal(one(link, 'title'));
    expect(showsFallback(link)).to.equal(false);
  });

  it('a page without a link of its own gets one to the town’s site, where that is known', async () => {
    const url = 'https://www.musubino.example/';
    const backend = { ...town([]), town: async () => ({ code, name: 'むすび野町', url }) };
    const link = await mount(backend, {}, true, ' ');
    await until('the site', () => all(link, 'link').length);
    expect((one(link, 'link') as HTMLAnchorElement).href).to.equal(url);
  });

  it('the page is told the code', async () => {
    const codes: string[] = [];
    const listen = (event: Event) => codes.push((event as Event & { code: string }).code);
    document.addEventListener('kankei-error', listen);
    await mount(town([]));
    document.removeEventListener('kankei-error', listen);
    expect(codes).to.deep.equal(['furusato-not-found']);
  });

  for (const answer of [null, 'text', { uses: 'none' }, { uses: [{ title: 7 }] }, { projects: [{ id: 'a' }] }])
    it(`an odd answer of a page’s own backend is no more than that: ${JSON.stringify(answer)}`, async () => {
      const link = await mount(saysAll(answer));
      expect([isIn(link, 'failed'), showsFallback(link)]).to.deep.equal([true, true]);
    });

  it('a town that says nothing leaves the fallback in its place', async () => {
    const link = await mount(saying(furusato.parse({})));
    expect([isIn(link, 'empty'), showsFallback(link)]).to.deep.equal([true, true]);
  });
});

describe('the corporate version', () => {
  it('says from how much on, for whom, that nothing is given in return, and whom to ask', async () => {
    const link = await mount(saying());
    const text = words(link, 'corporate')[0]!;
    for (const part of ['100,000円から', '本社が別の市区町村', '経済的な利益を受けることはできません', '企画課'])
      expect(text).to.include(part);
    expect(one(link, 'corporate').querySelector('[href="tel:0000000000"]')).not.to.equal(null);
  });
});

describe('the invitation to the fan club', () => {
  let signup: HTMLElement;
  beforeEach(() => {
    signup = document.createElement('kankei-fanclub-signup');
    signup.setAttribute('town', code);
    document.body.append(signup);
  });
  afterEach(() => signup.remove());

  async function follow(link: Element, prevents = false): Promise<[town: string | undefined, prevented: boolean]> {
    let invited: string | undefined;
    const listen = (event: KankeiFurusatoInviteEvent) => {
      invited = event.town;
      if (prevents) event.preventDefault();
    };
    document.addEventListener('kankei-furusato-invite', listen, { once: true });
    const anchor = one(link, 'invitation').querySelector('a')!;
    const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
    // A test that leaves the page is over.
    const stay = (event: Event) => {
      prevented = event.defaultPrevented;
      event.preventDefault();
    };
    let prevented = false;
    addEventListener('click', stay, { once: true });
    anchor.dispatchEvent(click);
    return [invited, prevented];
  }

  it('leads to the signup of the same town on the page, and tells the page whose it is', async () => {
    const link = await mount(saying());
    expect(await follow(link)).to.deep.equal([code, true]);
    expect(document.activeElement).to.equal(signup);
  });

  it('leaves the way there to a page that wants it', async () => {
    const link = await mount(saying());
    expect(await follow(link, true)).to.deep.equal([code, true]);
    expect(document.activeElement).not.to.equal(signup);
  });

  it('leads to another address where the town gives one', async () => {
    const url = 'https://club.example/join';
    const link = await mount(saying({ ...fixtureFurusato, invitation: { url } }));
    expect(one(link, 'invitation').querySelector('a')!.href).to.equal(url);
    expect(await follow(link)).to.deep.equal([code, false]);
  });

  it('is not there without a place to lead to: a signup of another town is none', async () => {
    signup.setAttribute('town', '212172');
    const link = await mount(saying());
    expect(all(link, 'invitation')).to.deep.equal([]);
  });
});

describe('ふるさと住民登録制度', () => {
  it('is told as far as it is known, with links only where the town sets them, and without My Number', async () => {
    const link = await mount(saying());
    const text = words(link, 'registration')[0]!;
    for (const part of [
      '2027年1月に始まる予定',
      'ベーシック登録',
      'プレミアム登録',
      '年3回以上',
      '3つの市区町村',
      '2026年11月までに',
    ])
      expect(text).to.include(part);
    expect(text).to.include('このサイトが、マイナンバーをおたずねすることはありません。');
    expect([...one(link, 'registration').querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://www.soumu.go.jp/',
      'https://app.example/',
    ]);
    const plain = await mount(saying({ ...fixtureFurusato, registration: {} }));
    expect(one(plain, 'registration').querySelector('a')).to.equal(null);
    const { registration: _, ...without } = fixtureFurusato;
    expect(all(await mount(saying(without)), 'registration')).to.deep.equal([]);
  });

  it('is no longer told as something to come once its month is there', async () => {
    setClock(toInstant('2027-01-01'));
    const link = await mount(saying(), { era: true });
    await until('the era', () => words(link, 'registration')[0]?.includes('令和9年1月に始まる予定とされていました'));
  });
});

describe('what helps before a donation', () => {
  it('names the years as the era has them where the page wants that, also while it stands', async () => {
    const link = await mount(saying(), { estimate: true, oneStop: true, era: true });
    await until('the estimate', () => textOf(link).includes('令和8年（ことし）'));
    await until('the deadline', () => textOf(link).includes('令和9年1月10日'));
    expect(textOf(link)).not.to.match(/20\d\d年/);
    link.era = false;
    await until(
      'the other years',
      () => textOf(link).includes('2026年（ことし）') && textOf(link).includes('2027年1月10日'),
    );
  });

  it('is fetched and shown by its button, and put away by it', async () => {
    const link = await mount(saying());
    const [estimate] = all(link, 'tool');
    expect(estimate!.getAttribute('aria-expanded')).to.equal('false');
    const shown = await openTool(link, 'estimate');
    expect(isVisible(shown)).to.equal(true);
    expect(shown.textContent).to.include('年収');
    estimate!.click();
    await link.updateComplete;
    expect([isVisible(shown), estimate!.getAttribute('aria-expanded')]).to.deep.equal([false, 'false']);
  });

  it('is open at once where the page wants it, both together too', async () => {
    const link = await mount(saying(), { estimate: true, oneStop: true });
    await until(
      'both',
      () => all(link, 'tool').every((tool) => !tool.hasAttribute('aria-busy')) && textOf(link).includes('年収'),
    );
    for (const name of ['estimate', 'oneStop'])
      expect(isVisible(link.shadowRoot!.querySelector(`#tool-${name}`)!), name).to.equal(true);
  });

  it('speaks the language the page comes to speak', async () => {
    const link = await mount(saying());
    const shown = await openTool(link, 'oneStop');
    const before = shown.textContent;
    link.lang = 'en';
    await until('English', () => /municipalit|town/i.test(shown.textContent!) && shown.textContent !== before);
  });
});

describe('compact', () => {
  it('is one link to the town’s own page, with uses and what running projects have raised', async () => {
    const link = await mount(saying(), { compact: true });
    expect(link.shadowRoot!.querySelectorAll('a')).to.have.length(1);
    expect((one(link, 'donate-link') as HTMLAnchorElement).href).to.equal('https://town.example/furusato/');
    const text = words(link, 'donate-link')[0]!;
    for (const part of [
      '使い道を選んで寄附する',
      '使い道2件・受付中の取り組み2件',
      '計2,152,000円',
      '11月18日（水）〜11月20日（金）時点',
      '別のサイト',
    ])
      expect(text).to.include(part);
  });

  it('leads to where one donates where the town has no page of its own', async () => {
    const { url: _, ...profile } = fixtureFurusato;
    const link = await mount(saying(profile), { compact: true });
    expect((one(link, 'donate-link') as HTMLAnchorElement).href).to.include('https://town.example/furusato/form/');
  });

  it('shows the fallback where there is nowhere to lead to', async () => {
    const link = await mount(saying(furusato.parse({ uses: [{ title: '橋' }] })), { compact: true });
    expect(showsFallback(link)).to.equal(true);
  });
});

describe('the tag', () => {
  it('goes by the keyboard from what it says to where one donates and on through the tools', async () => {
    const link = await mount(saying());
    const stops: string[] = [];
    const [before, after] = [document.createElement('button'), document.createElement('button')];
    link.before(before);
    // Past the last stop of a page the keys go to the browser's own controls, and in Firefox stay there for later pages.
    link.after(after);
    before.focus();
    for (let presses = 0; document.activeElement !== after && presses < 20; presses++) {
      await sendKeys({ press: 'Tab' });
      const focused = link.shadowRoot!.activeElement;
      if (focused) stops.push(focused.getAttribute('part')!);
    }
    expect(document.activeElement).to.equal(after);
    expect(stops.slice(0, 8)).to.deep.equal([
      'link',
      'link',
      'donate-link',
      'donate-link',
      'donate-link',
      'donate-link',
      'tool',
      'tool',
    ]);
  });

  it('shows another town when it comes to name one, and nothing of the one before', async () => {
    const link = await mount(saying());
    link.backend = saying(furusato.parse({ title: '別の町', choice: true }));
    await until('the other', () => words(link, 'title')[0] === '別の町');
    await settle(link);
    expect(textOf(link)).not.to.include('橋を直す');
  });

  it('may be moved and taken out and put back', async () => {
    const link = await mount(saying());
    const home = document.createElement('div');
    document.body.append(home);
    home.append(link);
    link.remove();
    home.append(link);
    await settle(link);
    expect(all(link, 'tools')).to.have.length(1);
    setClock(toInstant('2027-01-01'));
    document.dispatchEvent(new Event('visibilitychange'));
    await until('the end', () => words(link, 'state').includes('受付終了'));
    home.remove();
  });
});
