import type { Program } from '@kankei/core';
import { expect } from '@open-wc/testing';
import { fixturePrograms, fixtureTown, makeProgram } from '../fixtures/programs.ts';
import { all, isVisible, mount, one, search, settle, town, until, words } from './support.ts';

type List = Awaited<ReturnType<typeof mount>>;

const neighbour = { code: '999989', name: 'あさぎり村' };

/** Programs that differ in everything one can narrow by. */
const varied: Program[] = [
  ...fixturePrograms,
  makeProgram({ id: 'mixed', mode: 'mixed', themes: ['文化'], sessions: [{ startDate: '2026-11-22' }] }),
];

/** Opens the filters beyond words and kinds. */
async function unfold(list: List): Promise<void> {
  one(list, 'more-filters').click();
  await until('the filters', () => all(list, 'panel').length);
}

const legends = (list: List) => all(list, 'filter').map((filter) => filter.querySelector('legend')!.textContent);

/** The box or button of a value, by its words. */
function choice(list: List, label: string): HTMLInputElement {
  const found = all(list, 'choice').find((element) => element.querySelector('span')!.textContent === label);
  if (!found) throw new Error(`no choice ${label} among ${words(list, 'choice').join()}`);
  return found.querySelector('input')!;
}

async function choose(list: List, label: string): Promise<void> {
  choice(list, label).click();
  await settle(list);
}

function setDay(list: List, name: 'from' | 'to', day: string): Promise<void> {
  const field = all(list, 'date').find((one) => (one as HTMLInputElement).name === name) as HTMLInputElement;
  field.value = day;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  return settle(list);
}

describe('the filters beyond words and kinds', () => {
  it('are folded, and there only when a visitor unfolds them, whatever was searched before', async () => {
    const list = await mount(town(varied));
    expect(words(list, 'more-filters')).to.deep.equal(['くわしく絞り込む']);
    await search(list, '大根');
    await until('the chip', () => all(list, 'chip').length);
    expect(all(list, 'panel')).to.have.length(0);
    one(list, 'clear').click();
    await settle(list);
    expect(all(list, 'panel')).to.have.length(0);
    await unfold(list);
    expect(isVisible(one(list, 'panel'))).to.equal(true);
    expect(legends(list)).to.deep.equal(['テーマ', '場所', '時期', '体への負担', 'お礼・報酬', '募集の状況']);
  });

  it('are offered only where the data differs in them', async () => {
    const same = [1, 2, 3].map((id) =>
      makeProgram({ id: `same-${id}`, themes: ['農業'], effort: 'light', pay: 'wage', place: { area: '東' } }),
    );
    const list = await mount(town(same));
    expect(all(list, 'more-filters')).to.have.length(0);
    const other = await mount(town([...same, makeProgram({ id: 'hard', effort: 'hard' })]));
    await unfold(other);
    expect(legends(other)).to.deep.equal(['体への負担']);
    expect(words(other, 'choice')).to.deep.equal(['軽作業3件', '力仕事1件']);
  });

  it('count what each value would leave', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    for (const element of all(list, 'choice')) {
      const input = element.querySelector('input')!;
      const promised = element.querySelector('.number')?.textContent;
      if (!promised) continue;
      input.click();
      await settle(list);
      expect(words(list, 'count').join(), element.textContent!).to.match(new RegExp(` ${promised}$`));
      one(list, 'clear').click();
      await settle(list);
    }
  });

  it('widen within one and narrow together', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    await choose(list, '力仕事');
    expect(words(list, 'title')).to.deep.equal(['りんご農家で働く二週間']);
    await choose(list, '軽作業');
    expect(words(list, 'title')).to.deep.equal(['朝市の片付け', 'りんご農家で働く二週間']);
    await choose(list, '報酬あり');
    expect(words(list, 'title')).to.deep.equal(['りんご農家で働く二週間']);
  });

  it('show ten values at first, and all with one press, which goes on at the eleventh', async () => {
    const themed = Array.from({ length: 14 }, (_, index) =>
      makeProgram({
        id: `theme-${index}`,
        themes: [`テーマ${index}`],
        place: { area: index < 11 ? `${index}区` : '0区' },
      }),
    );
    const list = await mount(town(themed));
    await unfold(list);
    const [themes, areas] = all(list, 'filter');
    const boxes = () => [...themes!.querySelectorAll('input')];
    expect(boxes()).to.have.length(10);
    // One more would need no more room than the button.
    expect(areas!.querySelectorAll('input')).to.have.length(11);
    expect(words(list, 'more-choices')).to.deep.equal(['もっと見る（あと4）']);
    one(list, 'more-choices').click();
    await until('all', () => boxes().length === 14);
    expect(boxes()[10]!.matches(':focus')).to.equal(true);
    expect(all(list, 'more-choices')).to.have.length(0);
  });

  it('hide no value that is chosen', async () => {
    const themed = Array.from({ length: 14 }, (_, index) =>
      makeProgram({ id: `theme-${index}`, themes: [`テーマ${String(index).padStart(2, '0')}`] }),
    );
    history.replaceState(null, '', '#kankei&theme=テーマ13');
    const list = await mount(town(themed), { sync: '' });
    await unfold(list);
    expect(choice(list, 'テーマ13').checked).to.equal(true);
  });

  it('stay where they are while one chooses, also those that would leave nothing', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    const labels = () => all(list, 'choice').map((element) => element.querySelector('span')!.textContent);
    const before = labels();
    await choose(list, '力仕事');
    await choose(list, '手紙');
    expect(labels()).to.deep.equal(before);
    expect(words(list, 'empty')).to.have.length(1);
  });

  it('know today, the weekend, this and the next month, and any other days', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    await choose(list, 'きょう');
    expect(words(list, 'title')).to.deep.equal(['朝市の片付け', '写真展「橋のある風景」']);
    const dates = () => all(list, 'date').map((field) => (field as HTMLInputElement).value);
    expect(dates()).to.deep.equal(['2026-11-21', '2026-11-21']);
    await choose(list, '来月');
    expect(dates()).to.deep.equal(['2026-12-01', '2026-12-31']);
    await setDay(list, 'from', '2027-01-05');
    expect(dates()).to.deep.equal(['2027-01-05', '']);
    expect(words(list, 'chip')).to.deep.equal(['2027年1月5日（火）から']);
    expect(words(list, 'title')).to.deep.equal(['りんご農家で働く二週間', '写真展「橋のある風景」']);
    await choose(list, 'いつでも');
    expect(dates()).to.deep.equal(['', '']);
    expect(all(list, 'chip')).to.have.length(0);
  });

  it('ask nothing while a year is still being typed', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    await setDay(list, 'from', '0020-01-01');
    expect(words(list, 'count')).to.deep.equal(['12件']);
  });

  it('name towns where there are several', async () => {
    const programs = [...varied, makeProgram({ id: 'apple', town: neighbour.code, title: 'りんご狩り' })];
    const backend = town(programs, { towns: [fixtureTown, neighbour] });
    const list = await mount(backend, { town: `${fixtureTown.code} ${neighbour.code}` });
    await unfold(list);
    await until('the name', () => words(list, 'choice').includes('あさぎり村1件'));
    await choose(list, 'あさぎり村');
    expect(words(list, 'title')).to.deep.equal(['りんご狩り']);
  });

  it('keep what can be joined online, and what is still open', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    await choose(list, 'オンラインで参加できるものだけ');
    expect(words(list, 'title')).to.deep.equal(['プログラムmixed', 'オンラインお茶会', '暮らしレター 冬号']);
    await choose(list, 'オンラインで参加できるものだけ');
    await choose(list, 'いま申し込めるものだけ');
    expect(words(list, 'state')).not.to.include('満員');
    expect(words(list, 'chip')).to.deep.equal(['いま申し込めるものだけ']);
  });
});

describe('chips', () => {
  it('tell all that is chosen, and take it away one by one', async () => {
    const list = await mount(town(varied));
    await search(list, 'の');
    one(list, 'kind').querySelector('input')!.click();
    await settle(list);
    await until('two chips', () => all(list, 'chip').length === 2);
    expect(words(list, 'chip')).to.deep.equal(['「の」', 'お手伝い']);
    expect(one(list, 'chip').getAttribute('aria-label')).to.equal('「の」を外す');
    one(list, 'chip').click();
    await settle(list);
    expect(words(list, 'chip')).to.deep.equal(['お手伝い']);
    expect((one(list, 'keyword') as HTMLInputElement).value).to.equal('');
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'chip'));
    one(list, 'chip').click();
    await settle(list);
    expect(words(list, 'count')).to.deep.equal(['12件']);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'count'));
    expect(one(list, 'kind').querySelector('input')!.checked).to.equal(false);
  });

  it('all go at once, and every filter with them', async () => {
    const list = await mount(town(varied));
    await unfold(list);
    await choose(list, '力仕事');
    await choose(list, '来月');
    one(list, 'clear').click();
    await settle(list);
    expect(all(list, 'chip')).to.have.length(0);
    expect(words(list, 'count')).to.deep.equal(['12件']);
    expect(choice(list, '力仕事').checked).to.equal(false);
    expect(choice(list, 'いつでも').checked).to.equal(true);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'count'));
  });
});

describe('attributes narrow from outside:', () => {
  it('program shows one program alone, also when it is over', async () => {
    const list = await mount(town(varied), { program: 'over' });
    expect(words(list, 'title')).to.deep.equal(['稲刈りの手伝い']);
    expect(all(list, 'search')).to.have.length(0);
    expect(words(list, 'count')).to.deep.equal(['']);
    list.program = 'stay harvest';
    await settle(list);
    expect(words(list, 'title')).to.deep.equal(['大根の収穫と、たくあんの仕込み', 'りんご農家で働く二週間']);
  });

  it('a program that is not there is said to be gone, beside the fallback', async () => {
    const list = await mount(town(varied), { program: 'gone' });
    expect(words(list, 'problem').join()).to.include('見つかりませんでした');
    expect(isVisible(list.querySelector('a')!)).to.equal(true);
  });

  it('from and to keep the days, also against what a visitor chooses', async () => {
    const list = await mount(town(varied), { from: '2026-12-01', to: '2026-12-31' });
    const inDecember = words(list, 'title');
    expect(inDecember).to.include('オンラインお茶会').and.not.include('朝市の片付け');
    await unfold(list);
    await setDay(list, 'from', '2026-11-01');
    expect(words(list, 'title')).to.deep.equal(inDecember);
    await setDay(list, 'from', '2026-12-10');
    expect(words(list, 'title')).to.include('オンラインお茶会').and.not.include('味噌蔵をめぐる一日');
  });

  it('kind and theme are all that can be chosen', async () => {
    const list = await mount(town(varied), { kind: 'help,event', theme: '農業,文化' });
    expect(words(list, 'kind').map((kind) => kind.replace(/\d.*/, ''))).to.deep.equal(['お手伝い', 'イベント']);
    await unfold(list);
    expect(words(list, 'choice').filter((text) => /^(農業|食|手紙|文化)/.test(text))).to.have.length(2);
  });

  it('sort puts what was changed last, or must be applied for next, first', async () => {
    const programs = [
      makeProgram({ id: 'a', title: 'あ', updatedAt: '2026-11-01T00:00:00Z', deadline: { date: '2026-11-25' } }),
      makeProgram({ id: 'b', title: 'い', updatedAt: '2026-11-02T00:00:00Z', deadline: { date: '2026-11-30' } }),
    ];
    const list = await mount(town(programs), { sort: 'new' });
    expect(words(list, 'title')).to.deep.equal(['い', 'あ']);
    list.sort = 'deadline';
    await settle(list);
    expect(words(list, 'title')).to.deep.equal(['あ', 'い']);
  });

  it('a value that cannot be used is named', async () => {
    const list = await mount(town(varied), { from: 'tomorrow' });
    expect(words(list, 'problem').join()).to.include('(from)');
  });
});
