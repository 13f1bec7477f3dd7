import type { Program } from '@kankei/core';
import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixturePrograms, makeProgram, now } from '../fixtures/programs.ts';
import { all, isVisible, mount, one, open, search, town, until, words } from './support.ts';

describe('the choice of views', () => {
  it('is the visitor’s, and says which one is shown', async () => {
    const list = await mount(town());
    await until('the choice', () => all(list, 'view').length);
    expect(words(list, 'view')).to.deep.equal(['カード', '一覧', 'カレンダー']);
    const pressed = () => all(list, 'view').map((button) => button.getAttribute('aria-pressed'));
    expect(pressed()).to.deep.equal(['true', 'false', 'false']);
    const [, compact, calendar] = all(list, 'view');
    compact!.focus();
    compact!.click();
    await until('the list', () => all(list, 'group').length);
    expect(pressed()).to.deep.equal(['false', 'true', 'false']);
    expect(list.shadowRoot!.activeElement).to.equal(compact);
    calendar!.click();
    await until('the calendar', () => all(list, 'entry').length);
    expect(pressed()).to.deep.equal(['false', 'false', 'true']);
    expect(all(list, 'group')).to.deep.equal([]);
  });

  it('is the page’s: the view it asks for comes first, and only the views it allows are offered', async () => {
    const list = await mount(town(), { view: 'list', views: 'list calendar' });
    expect(all(list, 'group')).not.to.deep.equal([]);
    expect(words(list, 'view')).to.deep.equal(['一覧', 'カレンダー']);
    list.view = 'cards';
    await until('cards', () => !all(list, 'group').length);
    expect(all(list, 'card').length).to.equal(fixturePrograms.length - 1);
  });

  it('is not offered where the page allows one view alone', async () => {
    const list = await mount(town(), { view: 'list', views: 'list' });
    expect(all(list, 'group')).not.to.deep.equal([]);
    expect(all(list, 'view')).to.deep.equal([]);
  });

  it('goes on as cards where a view is not known', async () => {
    const list = await mount(town(), { view: 'gallery' });
    expect(one(list, 'card').className).to.equal('card');
  });
});

/** What stands in the calendar, day by day, as one reads it. */
const days = (list: Element) =>
  all(list, 'day')
    .filter((day) => !day.ariaHidden)
    .map((day) => [
      text(day.querySelector('.whole-date')!),
      ...[...day.querySelectorAll('[part="entry"]')].map((entry) => text(entry)),
    ]);
const text = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const month = (list: Element) => words(list, 'month')[0];
/** The month with all its programs, once it has come. */
const came = (list: Element, name: string) =>
  until(name, () => month(list) === name && one(list, 'days').getAttribute('aria-busy') === 'false');

async function calendar(programs: Partial<Program>[], at = now, attributes: Parameters<typeof mount>[1] = {}) {
  const list = await mount(
    town(
      programs.map((program, index) => makeProgram({ id: `p${index}`, title: `催し${index}`, ...program })),
      { now: () => at },
    ),
    { view: 'calendar', ...attributes },
  );
  await until('the days', () => all(list, 'days').length && one(list, 'days').getAttribute('aria-busy') === 'false');
  return list;
}

describe('the compact list', () => {
  it('has a line for each program in the order of the cards, under the months', async () => {
    const cards = words(await mount(town()), 'title');
    const list = await mount(town(), { view: 'list' });
    expect(words(list, 'title')).to.deep.equal(cards);
    expect(words(list, 'group-heading')).to.deep.equal([
      '2026年11月',
      '2026年12月',
      '2027年1月',
      '2027年3月',
      '日程が決まっていないもの',
    ]);
    for (const heading of all(list, 'group-heading')) expect(heading.getAttribute('aria-level')).to.equal('3');
  });

  it('tells date, title, place and state', async () => {
    const list = await mount(town(fixturePrograms.filter(({ id }) => id === 'harvest')), { view: 'list' });
    expect(words(list, 'card')).to.deep.equal([
      '11月28日（土）9:30〜12:00 あと7日 大根の収穫と、たくあんの仕込み 佐和さんの畑・むすび野町 残りわずか',
    ]);
  });

  for (const view of ['cards', 'list'])
    it(`has no line that breaks within a date, or within how many more there are (${view})`, async () => {
      const sessions = ['2026-11-27', '2026-12-04', '2026-12-11'].map((startDate, index) => ({
        startDate,
        startTime: '13:00',
        endDate: `2026-${['11-29', '12-06', '12-13'][index]}`,
        endTime: '11:00',
      }));
      const list = await mount(town([makeProgram({ id: 'stay', sessions })]), { view });
      const texts = document.createTreeWalker(list.shadowRoot!.querySelector('[part="when"]')!, NodeFilter.SHOW_TEXT);
      const whole: Text[] = [];
      for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
        if (text.data.trim()) whole.push(text);
      expect(whole.map(({ data }) => data.trim())).to.include('ほか2回');
      list.style.display = 'block';
      for (let width = 320; width <= 900; width += 20) {
        list.style.inlineSize = `${width}px`;
        for (const text of whole) {
          const range = document.createRange();
          range.selectNodeContents(text);
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          expect(lines.size, `lines of ${text.data} at ${width} px`).to.equal(1);
        }
      }
    });

  it('puts what is on now where it ends, and what recurs where it comes next', async () => {
    const list = await mount(
      town([
        makeProgram({ id: 'on', title: '展示', sessions: [{ startDate: '2026-08-01', endDate: '2026-12-31' }] }),
        makeProgram({
          id: 'again',
          title: '教室',
          sessions: [{ startDate: '2026-10-01' }, { startDate: '2027-01-02' }],
        }),
      ]),
      { view: 'list' },
    );
    expect(words(list, 'group')).to.deep.equal([
      '2026年12月 8月1日（土）〜12月31日（木） 開催中 展示 場所は主催者に確認',
      '2027年1月 2027年1月2日（土） 教室 場所は主催者に確認',
    ]);
  });

  it('goes on below with “more”, and focus on the first new line', async () => {
    const list = await mount(town(), { view: 'list', limit: 3 });
    const before = words(list, 'title');
    one(list, 'more').focus();
    one(list, 'more').click();
    await until('more', () => all(list, 'card').length === 6);
    expect(words(list, 'title').slice(0, 3)).to.deep.equal(before);
    expect(list.shadowRoot!.activeElement).to.equal(all(list, 'title')[3]!.querySelector('a'));
  });

  it('opens a program in place and comes back to its line', async () => {
    const list = await mount(town(), { view: 'list' });
    await open(list, 'stay');
    one(list, 'back').click();
    await until('the line', () => list.shadowRoot!.activeElement?.matches('[data-program$="/stay"]'));
  });

  it('shows what cannot be read as a line that says so', async () => {
    const backend = town();
    const list = await mount(
      {
        ...backend,
        async programs(...question) {
          const page = await backend.programs(...question);
          return { ...page, programs: [{ title: '壊れた募集' } as (typeof page.programs)[number], ...page.programs] };
        },
      },
      { view: 'list' },
    );
    expect(words(list, 'card')[0]).to.match(/^壊れた募集 内容の一部を読み取れませんでした/);
    expect(all(list, 'card').length).to.equal(fixturePrograms.length);
  });
});

describe('the calendar', () => {
  it('shows the programs of this month on their days, over or not', async () => {
    const list = await calendar([
      { sessions: [{ startDate: '2026-11-03' }] },
      { sessions: [{ startDate: '2026-11-28', startTime: '09:30', endTime: '12:00' }] },
      { sessions: [{ startDate: '2026-12-01' }] },
      { sessions: [{ startDate: '2026-10-31' }] },
      { status: 'cancelled', sessions: [{ startDate: '2026-11-28', startTime: '18:00' }] },
      { status: 'closed', sessions: [{ startDate: '2026-11-28', startTime: '19:00' }] },
    ]);
    expect(month(list)).to.equal('2026年11月');
    expect(days(list)).to.deep.equal([
      ['11月3日（火）', '催し0'],
      ['11月28日（土）', '9:30 催し1', '18:00 中止 催し4', '19:00 受付終了 催し5'],
    ]);
  });

  it('shows each day of what lasts some days, and each date of what recurs', async () => {
    const list = await calendar([
      { sessions: [{ startDate: '2026-11-29', startTime: '10:00', endDate: '2026-12-01', endTime: '15:00' }] },
      { sessions: [{ startDate: '2026-11-04' }, { startDate: '2026-11-30', startTime: '08:00' }] },
      { sessions: [{ startDate: '2026-11-07', startTime: '18:00', endDate: '2026-11-08', endTime: '00:00' }] },
    ]);
    expect(days(list)).to.deep.equal([
      ['11月4日（水）', '催し1'],
      ['11月7日（土）', '18:00 催し2'],
      ['11月29日（日）', '10:00から 催し0'],
      ['11月30日（月）', 'つづき 催し0', '8:00 催し1'],
    ]);
    one(list, 'next').click();
    await came(list, '2026年12月');
    expect(days(list)).to.deep.equal([['12月1日（火）', '15:00まで 催し0']]);
  });

  it('says what lasts long once, beside its first and last day', async () => {
    const list = await calendar([
      { sessions: [{ startDate: '2026-11-20', endDate: '2026-12-05' }] },
      { sessions: [{ startDate: '2026-09-01', endDate: '2027-03-31' }] },
    ]);
    expect(days(list)).to.deep.equal([['11月20日（金）', 'この日から 催し0']]);
    expect(words(list, 'long')).to.deep.equal([
      'この月に続いているもの 催し0 11月20日（金）〜12月5日（土） 催し1 9月1日（火）〜2027年3月31日（水）',
    ]);
  });

  it('tells how many programs have no date', async () => {
    const list = await calendar([{}, {}, { sessions: [{ startDate: '2026-11-30' }] }]);
    expect(words(list, 'undated')).to.deep.equal(['日程が決まっていない募集が、ほかに2件あります。']);
  });

  it('turns the year both ways, and comes back to today’s month', async () => {
    const list = await calendar(
      [
        { sessions: [{ startDate: '2026-12-31', startTime: '23:00', endDate: '2027-01-01', endTime: '01:00' }] },
        { sessions: [{ startDate: '2027-01-31' }] },
      ],
      Date.parse('2026-12-31T23:59:59+09:00'),
    );
    expect(days(list)).to.deep.equal([['12月31日（木）', '23:00から 催し0']]);
    one(list, 'next').click();
    await came(list, '2027年1月');
    expect(days(list)).to.deep.equal([
      ['1月1日（金）', '1:00まで 催し0'],
      ['1月31日（日）', '催し1'],
    ]);
    one(list, 'previous').click();
    await came(list, '2026年12月');
    one(list, 'previous').click();
    await came(list, '2026年11月');
    one(list, 'this-month').click();
    await came(list, '2026年12月');
    expect(one(list, 'this-month').ariaDisabled).to.equal('true');
  });

  it('goes by Tokyo’s day: the month turns there first, and today is marked', async () => {
    const list = await calendar([{ sessions: [{ startDate: '2026-12-01' }] }], Date.parse('2026-11-30T15:00:00Z'));
    expect(month(list)).to.equal('2026年12月');
    expect(words(list, 'day').find((day) => day.includes('きょう'))).to.match(/12月1日（火） きょう 催し0$/);
    expect(all(list, 'day').length).to.equal(31);
  });

  it('lays the days under their weekdays where there is room, and as a list where there is not', async () => {
    const list = await calendar([{ sessions: [{ startDate: '2026-12-01' }] }], Date.parse('2026-12-05T12:00:00+09:00'));
    const left = (day: number) => all(list, 'day')[day - 1]!.getBoundingClientRect().left;
    list.style.display = 'block';
    list.style.width = '900px';
    await nextFrame();
    // 1 December 2026 is a Tuesday, the 6th a Sunday.
    expect(left(1)).to.be.closeTo(left(8), 1);
    expect(left(1)).to.be.greaterThan(left(7));
    expect(left(6)).to.be.lessThan(left(7));
    // The 6th stands under no day: its edge above is its own.
    expect(getComputedStyle(all(list, 'day')[5]!).borderBlockStartWidth).to.equal('1px');
    list.style.width = '280px';
    await nextFrame();
    expect(all(list, 'day').filter(isVisible).length).to.equal(1);
    expect(list.scrollWidth).to.be.at.most(280);
  });

  it('says that a month is empty and leads to the next that is not, with focus on its name', async () => {
    const list = await calendar([
      ...Array.from({ length: 120 }, () => ({ sessions: [{ startDate: '2027-08-01' }] })),
      { sessions: [{ startDate: '2027-06-30', endDate: '2027-07-01' }] },
    ]);
    expect(words(list, 'empty')[0]).to.match(/^2026年11月の募集はありません。/);
    one(list, 'next-month-with').click();
    await came(list, '2027年6月');
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'month'));
    expect(days(list)).to.deep.equal([['6月30日（水）', 'この日から 催し120']]);
  });

  it('offers no further month where there is none', async () => {
    const list = await calendar([{ sessions: [{ startDate: '2026-10-01' }] }, { sessions: [] }]);
    expect(words(list, 'empty')).to.deep.equal(['2026年11月の募集はありません。']);
  });

  it('holds a whole month, however many pages it takes', async () => {
    const list = await calendar(Array.from({ length: 230 }, () => ({ sessions: [{ startDate: '2026-11-25' }] })));
    expect(all(list, 'entry').length).to.equal(230);
  });

  it('asks for so much of a month as one can look through, and says that there is more', async () => {
    let asked = 0;
    const programs = Array.from({ length: 730 }, (_, index) =>
      makeProgram({ id: `p${index}`, sessions: [{ startDate: '2026-11-25' }] }),
    );
    const backend = town(programs);
    const list = await mount(
      {
        ...backend,
        programs: (towns, query, more) => {
          if (query?.limit === 100) asked++;
          return backend.programs(towns, query, more);
        },
      },
      { view: 'calendar' },
    );
    await came(list, '2026年11月');
    expect(all(list, 'entry').length).to.equal(500);
    expect(asked).to.equal(5);
    expect(words(list, 'cut')).to.deep.equal([
      'この月は730件あるため、500件を表示しています。ほかは、条件で絞り込むとご覧になれます。',
    ]);
    await search(list, 'p12');
    await until('all that is found', () => all(list, 'entry').length === 11);
    expect(all(list, 'cut')).to.have.length(0);
  });

  it('folds a crowded day in the grid, and unfolds it with focus where it was', async () => {
    const list = await calendar(Array.from({ length: 6 }, () => ({ sessions: [{ startDate: '2026-11-25' }] })));
    list.style.display = 'block';
    list.style.width = '900px';
    await nextFrame();
    const shown = () => all(list, 'entry').filter(isVisible).length;
    expect(shown()).to.equal(3);
    const button = one(list, 'more-of-day');
    expect(text(button)).to.equal('＋3件11月25日（水）');
    button.focus();
    button.click();
    await until('all', () => shown() === 6);
    expect(list.shadowRoot!.activeElement).to.equal(button);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    list.style.width = '280px';
    button.click();
    await nextFrame();
    expect(shown()).to.equal(6);
  });

  it('shows what the visitor’s search finds', async () => {
    const list = await calendar([
      { title: '草刈り', sessions: [{ startDate: '2026-11-25' }] },
      { title: '餅つき', sessions: [{ startDate: '2026-11-25' }] },
      { title: '餅まき', sessions: [] },
    ]);
    await search(list, '餅');
    await until('the day', () => days(list)[0]?.length === 2);
    expect(days(list)).to.deep.equal([['11月25日（水）', '餅つき']]);
    expect(words(list, 'undated')).to.deep.equal(['日程が決まっていない募集が、ほかに1件あります。']);
  });

  it('shows what is over where nothing is to come', async () => {
    const list = await calendar([
      { sessions: [{ startDate: '2026-11-01' }] },
      { sessions: [{ startDate: '2026-11-02' }] },
    ]);
    expect(days(list).length).to.equal(2);
  });

  it('begins with the last month of what is over, and leads back to today’s', async () => {
    const list = await calendar(
      [
        { sessions: [{ startDate: '2026-09-05' }, { startDate: '2026-09-12' }] },
        { sessions: [{ startDate: '2026-07-01' }] },
      ],
      now,
      { past: 'only' },
    );
    expect(month(list)).to.equal('2026年9月');
    expect(days(list).length).to.equal(2);
    one(list, 'this-month').click();
    await came(list, '2026年11月');
    expect(words(list, 'empty')[0]).to.equal('2026年11月の募集はありません。');
  });

  it('says why a month did not come, and tries again', async () => {
    let fails = false;
    const backend = town(fixturePrograms, { fail: () => (fails ? 'timeout' : undefined) });
    const list = await mount(backend, { view: 'calendar' });
    await came(list, '2026年11月');
    fails = true;
    one(list, 'next').click();
    await until('the reason', () => all(list, 'problem').length);
    expect(one(list, 'problem').getAttribute('role')).to.equal('alert');
    fails = false;
    one(list, 'retry').click();
    await until('the programs', () => days(list).length);
    expect(month(list)).to.equal('2026年12月');
    expect(all(list, 'problem')).to.deep.equal([]);
  });

  it('keeps to the month that was asked for last', async () => {
    let release = () => {};
    const backend = town(fixturePrograms);
    const list = await mount(
      {
        ...backend,
        async programs(towns, query, more) {
          if (query?.from === '2026-12-01')
            await new Promise<void>((resolve) => {
              release = resolve;
            });
          return backend.programs(towns, query, more);
        },
      },
      { view: 'calendar' },
    );
    await came(list, '2026年11月');
    one(list, 'next').click();
    await until('the question', () => month(list) === '2026年12月');
    one(list, 'next').click();
    await came(list, '2027年1月');
    const january = days(list);
    release();
    await nextFrame();
    await nextFrame();
    expect(days(list)).to.deep.equal(january);
  });

  it('passes over what cannot be read and names it below', async () => {
    const backend = town();
    const list = await mount(
      {
        ...backend,
        async programs(...question) {
          const page = await backend.programs(...question);
          return { ...page, programs: [{ title: '壊れた募集' } as (typeof page.programs)[number], ...page.programs] };
        },
      },
      { view: 'calendar' },
    );
    await came(list, '2026年11月');
    expect(days(list).length).to.be.greaterThan(3);
    expect(words(list, 'summary')).to.deep.equal([
      '壊れた募集・内容の一部を読み取れませんでした。くわしくは主催者にお尋ねください。',
    ]);
  });

  it('speaks English, and changes its words with the page', async () => {
    const list = await calendar([{ sessions: [{ startDate: '2026-11-25' }] }], now, { lang: 'en' });
    expect(month(list)).to.equal('November 2026');
    expect(days(list)).to.deep.equal([['Wed, Nov 25', '催し0']]);
    list.lang = 'ja';
    await until('Japanese', () => month(list) === '2026年11月');
    expect(words(list, 'view')).to.deep.equal([]);
  });

  it('is worked by keyboard alone: month, day, program and back', async () => {
    const list = await mount(town(), { view: 'calendar' });
    await came(list, '2026年11月');
    const root = list.shadowRoot!;
    one(list, 'next').focus();
    await sendKeys({ press: 'Enter' });
    await came(list, '2026年12月');
    expect(root.activeElement).to.equal(one(list, 'next'));
    await sendKeys({ press: 'Tab' });
    const entry = all(list, 'entry')[0]!;
    expect(root.activeElement).to.equal(entry);
    await sendKeys({ press: 'Enter' });
    await until('detail', () => all(list, 'fields').length);
    await sendKeys({ press: 'Escape' });
    await until('the entry again', () => root.activeElement === entry);
    expect(month(list)).to.equal('2026年12月');
  });

  it('tells a new month politely', async () => {
    const list = await mount(town(), { view: 'calendar' });
    await came(list, '2026年11月');
    const status = one(list, 'calendar').querySelector('[role="status"]')!;
    expect(text(status)).to.match(/^2026年11月：\d+件$/);
    one(list, 'next').click();
    await came(list, '2026年12月');
    expect(one(list, 'calendar').querySelector('[role="status"]')).to.equal(status);
    expect(text(status)).to.match(/^2026年12月：\d+件$/);
  });
});
