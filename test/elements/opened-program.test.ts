import type { KankeiProgramOpenEvent } from '@kankei/elements';
import { aTimeout, expect, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { kindPrograms } from '../fixtures/program-kinds.ts';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import { all, mount, one, open, settle, town, until, words } from './support.ts';

const link = (list: Element, id: string) => list.shadowRoot!.querySelector<HTMLElement>(`[data-program$="/${id}"]`)!;

/** The fields of the opened program, by label. */
const fields = (list: Element): Record<string, string> =>
  Object.fromEntries(
    [...one(list, 'fields').querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling!.textContent!.replace(/\s+/g, ' ').trim(),
    ]),
  );

const hrefs = (list: Element, part: string) => all(list, part).map((element) => (element as HTMLAnchorElement).href);

describe('the first program that is opened', () => {
  it('leaves the list dimmed until its code has come, and the list comes back as it was', async () => {
    const list = await mount(town());
    const busy = () => one(list, 'list').getAttribute('aria-busy');
    expect(busy()).to.equal('false');
    link(list, 'harvest').click();
    await list.updateComplete;
    expect([busy(), all(list, 'detail').length]).to.deep.equal(['true', 0]);
    await until('detail', () => all(list, 'fields').length);
    one(list, 'back').click();
    await until('the list', () => !all(list, 'detail').length);
    expect(busy()).to.equal('false');
  });
});

describe('an opened program', () => {
  it('stands in place of the list, its title focused', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    expect(words(list, 'heading')).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'heading'));
    expect(one(list, 'list').getClientRects().length).to.equal(0);
  });

  it('shows its title at once and the rest when it comes', async () => {
    const backend = town();
    let answer = () => {};
    const list = await mount({
      ...backend,
      program: async (...question) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return backend.program(...question);
      },
    });
    link(list, 'harvest').click();
    await until('title', () => all(list, 'heading').length);
    expect(words(list, 'heading')).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
    expect(all(list, 'fields')).to.have.length(0);
    answer();
    await until('fields', () => all(list, 'fields').length);
  });

  it('tells everything that is known, label by label', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    expect(fields(list)).to.deep.equal({
      よみがな: 'ダイコンノシュウカク',
      日時: '11月28日（土）9:30〜12:00',
      申込の締切: '11月26日（木）まで あと5日',
      場所: '佐和さんの畑',
      住所: '架空県むすび野町字上野12',
      集合場所: 'むすび野駅前',
      行き方: 'むすび野駅から送迎あり',
      駐車場: '5台',
      料金: '無料',
      定員: '10人・残り3人',
      開催に必要な人数: '2人',
      参加できる人: '小学生以上。小学生は保護者と一緒に。',
      年齢: '6歳から',
      体への負担: '少し体力がいる作業中腰の作業が続きます。',
      'お礼・報酬': 'お礼あり採れたて野菜',
      持ち物: '長靴、軍手、飲み物',
      通じる言葉: '日本語・英語',
      受け入れる人: '佐和 きみ畑と漬物のことなら何でも聞いてください。',
      取り次ぐ人: 'つながり係 野上',
      主催: '上野集落地域の団体',
      申込方法: '申込フォームから',
      問い合わせ先: 'つながり係000-000-0000 tsunagari@musubino.example',
      テーマ: '農業・食',
      更新日: '11月10日（火）',
    });
  });

  it('says what is unknown and matters, and leaves out the rest', async () => {
    const list = await mount(town());
    await open(list, 'bare');
    expect(fields(list)).to.deep.equal({ 日時: '日程は要確認', 場所: '場所は主催者に確認', 料金: '料金は要確認' });
  });

  for (const { id, title } of kindPrograms)
    it(`can be read for every kind (${id})`, async () => {
      const list = await mount(town(kindPrograms));
      const detail = await open(list, id);
      expect(words(list, 'heading')).to.deep.equal([title]);
      expect(detail.textContent).not.to.match(/undefined|null|NaN|\[object/);
      await expect(list).to.be.accessible();
    });

  it('lists every date that is to come, those beyond a dozen folded under their number', async () => {
    const sessions = Array.from({ length: 20 }, (_, index) => ({
      startDate: `2026-12-${String(index + 1).padStart(2, '0')}`,
    }));
    const past = { startDate: '2026-11-01' };
    const list = await mount(town([makeProgram({ id: 'weekly', sessions: [past, ...sessions] }), ...fixturePrograms]));
    await open(list, 'weekly');
    const dates = [...one(list, 'fields').querySelectorAll<HTMLElement>('dd:first-of-type li')];
    const shown = () => dates.filter((date) => date.checkVisibility()).map(({ textContent }) => textContent);
    expect([dates.length, shown().length, shown()[0]]).to.deep.equal([20, 12, '12月1日（火）']);
    const rest = one(list, 'fields').querySelector('summary')!;
    expect(rest.textContent).to.equal('ほか8回');
    rest.click();
    await until('all dates', () => shown().at(-1) === '12月20日（日）');
    await expect(list).to.be.accessible();
  });

  it('says why one cannot join, and then offers no way to apply', async () => {
    const apply = { url: 'https://musubino.example/apply' };
    const closed = makeProgram({ id: 'shut', title: '締切後', deadline: { date: '2026-11-20' }, apply });
    const list = await mount(town([closed, ...fixturePrograms]));
    await open(list, 'shut');
    expect(words(list, 'notice')).to.deep.equal(['受付は終わりました。']);
    const middle = (of: Element | Range) => {
      const { top, bottom } = of.getBoundingClientRect();
      return (top + bottom) / 2;
    };
    const sentence = document.createRange();
    sentence.selectNodeContents(one(list, 'notice').lastChild!);
    expect(middle(one(list, 'notice').querySelector('svg')!)).to.be.closeTo(middle(sentence), 1.5);
    expect(all(list, 'apply')).to.have.length(0);
  });

  it('says so when it is gone, with a way back', async () => {
    const list = await mount(
      town(fixturePrograms, { fail: (question) => (question === 'program' ? 'program-not-found' : undefined) }),
    );
    await open(list, 'harvest');
    expect(words(list, 'problem')[0]).to.include('掲載が終わったのかもしれません');
    one(list, 'back').click();
    await until('the list', () => !all(list, 'detail').length);
  });

  it('can be asked for again after a failure', async () => {
    let fails = true;
    const list = await mount(
      town(fixturePrograms, { fail: (question) => (question === 'program' && fails ? 'network' : undefined) }),
    );
    await open(list, 'harvest');
    fails = false;
    one(list, 'retry').click();
    await until('fields', () => all(list, 'fields').length);
  });

  it('shows what its card knew while the rest cannot be had, and says so', async () => {
    let fails = true;
    const list = await mount(
      town(fixturePrograms, { fail: (question) => (question === 'program' && fails ? 'timeout' : undefined) }),
    );
    await open(list, 'harvest');
    expect(words(list, 'problem').join()).to.include('時間がかかっています').and.include('一覧にある内容だけ');
    expect(fields(list)).to.include({ 日時: '11月28日（土）9:30〜12:00', 場所: '佐和さんの畑', 料金: '無料' });
    expect(fields(list)).not.to.have.property('持ち物');
    fails = false;
    one(list, 'retry').click();
    await until('all', () => all(list, 'fields').length && fields(list).持ち物);
    expect(all(list, 'problem')).to.have.length(0);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'heading'));
  });

  it('shows nothing of what is gone but that it is', async () => {
    const list = await mount(
      town(fixturePrograms, { fail: (question) => (question === 'program' ? 'program-not-found' : undefined) }),
    );
    await open(list, 'harvest');
    expect(all(list, 'fields')).to.have.length(0);
    expect(words(list, 'problem').join()).not.to.include('一覧にある内容だけ');
  });

  it('is asked for again when the connection is back, and focus stays where it is', async () => {
    let fails = true;
    const list = await mount(
      town(fixturePrograms, { fail: (question) => (question === 'program' && fails ? 'network' : undefined) }),
    );
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      await open(list, 'harvest');
      expect(words(list, 'problem').join()).to.include('インターネットにつながっていません');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    fails = false;
    one(list, 'share').focus();
    dispatchEvent(new Event('online'));
    await until('all', () => fields(list).持ち物);
    expect(all(list, 'problem')).to.have.length(0);
    expect(one(list, 'share').matches(':focus')).to.equal(true);
  });

  it('says after eight seconds that it takes long, shows what its card knew, and still takes the answer', async () => {
    let answer = () => {};
    let asked = 0;
    const backend = town();
    const list = await mount({
      ...backend,
      program: async (...question) => {
        asked++;
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return backend.program(...question);
      },
    });
    link(list, 'harvest').click();
    await until('a placeholder', () => all(list, 'detail')[0]?.querySelector('[part="placeholder"]'));
    await aTimeout(6000);
    expect(all(list, 'slow')).to.have.length(0);
    await until('word', () => all(list, 'slow').length);
    expect(words(list, 'slow').join()).to.include('時間がかかっています');
    expect(fields(list)).to.include({ 場所: '佐和さんの畑' });
    await expect(list).to.be.accessible();
    one(list, 'retry').click();
    await until('another question', () => asked === 2);
    answer();
    await until('all', () => all(list, 'fields').length && fields(list).持ち物);
    expect(all(list, 'slow')).to.have.length(0);
  }).timeout(20_000);

  it('tells what everybody asks first before a long text, and the rest after it', async () => {
    const description = 'はじめての方も歓迎です。'.repeat(40);
    const program = { ...fixturePrograms.find(({ id }) => id === 'harvest')!, description };
    const list = await mount(town([program]));
    const detail = await open(list, 'harvest');
    const order = [...detail.querySelectorAll('.lead, [part="description"], [part="actions"], dt')].map(
      (element) => element.getAttribute('part') ?? (element.matches('dt') ? element.textContent : 'lead'),
    );
    expect(order.slice(0, 3)).to.deep.equal(['lead', 'actions', '日時']);
    expect(order.indexOf('料金')).to.be.lessThan(order.indexOf('description'));
    expect(order.indexOf('持ち物')).to.be.greaterThan(order.indexOf('description'));
  });

  it('says whose time it tells to a visitor in another zone', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    const isElsewhere = new Date().getTimezoneOffset() !== -540;
    expect(one(list, 'detail').textContent!.includes('日時はすべて日本時間です。')).to.equal(isElsewhere);
  });

  it('tells the page which program was opened, by town and id alone', async () => {
    const list = await mount(town());
    setTimeout(() => link(list, 'harvest').click());
    const event = (await oneEvent(list, 'kankei-program-open')) as KankeiProgramOpenEvent;
    expect(Object.entries(event).filter(([key]) => key !== 'isTrusted')).to.deep.equal([
      ['town', '999997'],
      ['program', 'harvest'],
    ]);
    expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
  });
});

describe('ways in and out', () => {
  it('closes with Escape and gives focus back to the card it came from', async () => {
    const list = await mount(town());
    link(list, 'full').focus();
    await sendKeys({ press: 'Enter' });
    await until('detail', () => all(list, 'fields').length);
    await sendKeys({ press: 'Escape' });
    await until('the list', () => !all(list, 'detail').length);
    await until('focus', () => list.shadowRoot!.activeElement === link(list, 'full'));
  });

  it('puts the card where it stood in the window', async () => {
    const list = await mount(town());
    link(list, 'letter').scrollIntoView({ block: 'center' });
    // Cards that have come into view are laid out now.
    await nextFrame();
    await nextFrame();
    const top = link(list, 'letter').getBoundingClientRect().top;
    await open(list, 'letter');
    one(list, 'back').click();
    await until('focus', () => list.shadowRoot!.activeElement === link(list, 'letter'));
    await until('its place', () => Math.abs(link(list, 'letter').getBoundingClientRect().top - top) < 2);
  });

  it('keeps Escape from the page while a program is open, and only then', async () => {
    const list = await mount(town());
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    document.addEventListener('keydown', listen);
    await open(list, 'harvest');
    await sendKeys({ press: 'Escape' });
    await until('the list', () => !all(list, 'detail').length);
    await until('focus', () => list.shadowRoot!.activeElement === link(list, 'harvest'));
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal(['Escape']);
  });

  it('leaves a click for another tab to the browser', async () => {
    const list = await mount(town());
    const outcome = new Promise<boolean>((resolve) => {
      list.addEventListener('click', (event) => {
        resolve(event.defaultPrevented);
        event.preventDefault();
      });
    });
    link(list, 'harvest').dispatchEvent(
      new MouseEvent('click', { ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
    );
    expect(await outcome).to.equal(false);
    await list.updateComplete;
    expect(all(list, 'detail')).to.have.length(0);
  });

  it('opens the program that the page’s address names, in one list only', async () => {
    history.replaceState(null, '', '#kankei-program=999997/stay');
    const [first, second] = [await mount(town()), await mount(town())];
    await until('heading', () => all(first, 'fields').length);
    expect(words(first, 'heading')).to.deep.equal(['りんご農家で働く二週間']);
    expect(all(second, 'detail')).to.have.length(0);
  });

  it('opens nothing for an address that is not its own', async () => {
    history.replaceState(null, '', '#kankei-program=011002/stay');
    expect(all(await mount(town()), 'detail')).to.have.length(0);
  });

  it('closes when the page turns to another town', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    list.town = '011002';
    await settle(list);
    expect(all(list, 'detail')).to.have.length(0);
  });
});

describe('links', () => {
  it('lead to the application, a calendar, a map and the original page, and say when they leave the site', async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    expect(hrefs(list, 'apply')).to.deep.equal(['https://musubino.example/apply/harvest']);
    const [calendar, map, source] = hrefs(list, 'link').map((href) => new URL(href));
    expect(Object.fromEntries(calendar!.searchParams)).to.deep.equal({
      action: 'TEMPLATE',
      text: '大根の収穫と、たくあんの仕込み',
      dates: '20261128T093000/20261128T120000',
      ctz: 'Asia/Tokyo',
      details: '雪の前に、畑いっぱいの大根を一緒に抜きます。\nhttps://musubino.example/programs/harvest',
      location: '佐和さんの畑 架空県むすび野町字上野12',
    });
    expect(map!.searchParams.get('query')).to.equal('架空県むすび野町字上野12');
    expect(source!.href).to.equal('https://musubino.example/programs/harvest');
    for (const element of [...all(list, 'apply'), ...all(list, 'link')]) {
      expect(element.textContent).to.include('別のサイトが開きます');
      expect(element.getAttribute('rel')).to.equal('noopener');
    }
  });

  it('offer the calendar file where the backend has one', async () => {
    const programCalendar = (code: string, id: string) => `https://api.example/v1/towns/${code}/programs/${id}.ics`;
    const list = await mount({ ...town(), links: { programCalendar } });
    await open(list, 'harvest');
    expect(hrefs(list, 'link')[0]).to.equal('https://api.example/v1/towns/999997/programs/harvest.ics');
    expect(words(list, 'link')[0]).to.equal('カレンダーに追加');
  });

  for (const [sessions, dates] of [
    [[{ startDate: '2026-12-31' }], '20261231/20270101'],
    [[{ startDate: '2026-12-30', endDate: '2027-01-02' }], '20261230/20270103'],
    [
      [{ startDate: '2026-12-30', startTime: '20:00', endDate: '2026-12-31', endTime: '01:00' }],
      '20261230T200000/20261231T010000',
    ],
    [[{ startDate: '2026-12-30', startTime: '20:00' }], '20261230T200000/20261230T200000'],
  ] as const)
    it(`fill the calendar in with ${dates}`, async () => {
      const list = await mount(town([makeProgram({ id: 'dated', sessions: [...sessions] })]));
      await open(list, 'dated');
      expect(new URL(hrefs(list, 'link')[0]!).searchParams.get('dates')).to.equal(dates);
    });

  it('offer no calendar for what is cancelled', async () => {
    const list = await mount(town());
    await open(list, 'cancelled');
    expect(all(list, 'link')).to.have.length(0);
  });

  it('call a number only where the whole text is one number with its area code', async () => {
    const phones = {
      '0577-00-0000': 'tel:0577000000',
      '（０５７７）００−００００': 'tel:0577000000',
      '+81 577-00-0000': 'tel:+81577000000',
      '222-1400': undefined,
      '0577-00-0000（平日のみ）': undefined,
      '0577-00-0000 / 0577-00-0001': undefined,
    };
    const programs = Object.keys(phones).map((phone, index) => makeProgram({ id: `p${index}`, contact: { phone } }));
    const list = await mount(town(programs));
    for (const [index, [phone, href]] of Object.entries(phones).entries()) {
      await open(list, `p${index}`);
      expect(fields(list).問い合わせ先, phone).to.equal(phone);
      expect(list.shadowRoot!.querySelector('dd a')?.getAttribute('href') ?? undefined, phone).to.equal(href);
      one(list, 'back').click();
      await until('the list', () => !all(list, 'detail').length);
    }
  });

  it('are made of addresses in texts, and of nothing else', async () => {
    const description =
      '詳細はhttps://a.example/x?y=1#z、または（https://b.example/path）。\njavascript:alert(1) や hana@c.example まで。https://';
    const list = await mount(town([makeProgram({ id: 'text', description })]));
    await open(list, 'text');
    const text = one(list, 'description');
    expect(text.textContent).to.equal(description);
    expect(getComputedStyle(text).whiteSpace).to.match(/pre-line|preserve-breaks/);
    expect([...text.querySelectorAll('a')].map((a) => a.href)).to.deep.equal([
      'https://a.example/x?y=1#z',
      'https://b.example/path',
      'mailto:hana@c.example',
    ]);
  });
});

describe('what is not to be trusted', () => {
  const markup = '<img src=x onerror=hacked=1><b>&amp;太字</b>';

  it('shows markup in every field as the text it is', async () => {
    const [help] = kindPrograms;
    const spoil = (value: unknown): unknown => {
      if (typeof value === 'string') return /^\d|^https?:|@/.test(value) ? value : markup;
      if (Array.isArray(value)) return value.map(spoil);
      if (value && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one)]));
      return value;
    };
    const own = {
      id: help!.id,
      town: help!.town,
      kind: help!.kind,
      mode: help!.mode,
      status: help!.status,
      pay: help!.pay,
      effort: help!.effort,
      organizer: { ...help!.organizer!, name: markup },
      languages: ['ja'],
    };
    const program = { ...(spoil(help) as typeof help), ...own } as NonNullable<typeof help>;
    const list = await mount(town([program]));
    const detail = await open(list, program.id);
    expect(detail.querySelectorAll('b, dd img')).to.have.length(0);
    expect(words(list, 'heading')).to.deep.equal([markup]);
    expect(detail.textContent!.split(markup).length).to.be.greaterThan(10);
    expect((window as { hacked?: number }).hacked).to.equal(undefined);
  });

  it('links and shows nothing that is not http or https', async () => {
    const url = 'javascript:window.hacked=1';
    const program = {
      ...makeProgram({ id: 'bad' }),
      url,
      apply: { url },
      image: { url },
      contact: { url, name: '係' },
    };
    const list = await mount({ ...town([makeProgram({ id: 'bad' })]), program: async () => program });
    const detail = await open(list, 'bad');
    expect(detail.querySelectorAll('a, img')).to.have.length(0);
  });
});
