import { expect } from '@open-wc/testing';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms } from '../fixtures/programs.ts';
import { all, mount, one, open, search, settle, town, until, words } from './support.ts';

type List = Awaited<ReturnType<typeof mount>>;

const bare = location.href.replace(/#.*/, '');
const begin = (hash: string) => history.replaceState(null, '', bare + hash);

/** A list whose code for the address has come. */
async function synced(attributes: Parameters<typeof mount>[1] = {}): Promise<List> {
  const list = await mount(town(), { sync: '', ...attributes });
  // It asked for that code before this line does, and so has it before.
  await import('../../packages/elements/src/program-list/filter-sync.ts');
  await settle(list);
  return list;
}

/** Goes back or forth in the browser's history. */
async function go(by: number, list: List): Promise<void> {
  const came = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.go(by);
  await came;
  await settle(list);
}

async function chooseKind(list: List, index = 0): Promise<void> {
  all(list, 'kind')[index]!.querySelector('input')!.click();
  await settle(list);
}

describe('a list that keeps its filters in the address', () => {
  it('says there what is chosen, so that it can be sent to others', async () => {
    const list = await synced();
    expect(location.hash).to.equal('');
    await chooseKind(list);
    await search(list, '大根');
    expect(location.hash).to.equal('#kankei&kind=help&q=%E5%A4%A7%E6%A0%B9');
    const other = await mount(town(), { sync: 'unnamed' });
    expect(words(other, 'title')).to.have.length(11);
    list.remove();
    const third = await mount(town(), { sync: '' });
    expect(words(third, 'title')).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
    expect((one(third, 'keyword') as HTMLInputElement).value).to.equal('大根');
    await until('chips', () => all(third, 'chip').length === 2);
  });

  it('asks once for what the address says', async () => {
    begin('#kankei&kind=tour');
    const asked: unknown[] = [];
    const backend = town();
    await mount(
      {
        ...backend,
        programs: (towns, query, more) => {
          asked.push(query?.kind);
          return backend.programs(towns, query, more);
        },
      },
      { sync: '' },
    );
    expect(asked).to.deep.equal([['tour']]);
  });

  it('follows the back and forward buttons', async () => {
    const list = await synced();
    await chooseKind(list);
    await search(list, '大根');
    (await until('the way back', () => all(list, 'clear')[0])).click();
    await settle(list);
    expect(location.hash).to.equal('');
    await go(-1, list);
    expect(location.hash).to.include('kind=help');
    await until('chips', () => words(list, 'chip').join() === '「大根」,お手伝い');
    await go(-2, list);
    expect(words(list, 'count')).to.deep.equal(['11件']);
    expect(one(list, 'kind').querySelector('input')!.checked).to.equal(false);
    await go(1, list);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 2件']);
  });

  it('keeps what is chosen while a program is opened and closed', async () => {
    const list = await synced();
    await chooseKind(list);
    const hash = location.hash;
    await open(list, 'harvest');
    expect(location.hash).to.equal('#kankei-program=999997/harvest');
    one(list, 'back').click();
    await until('the list', () => !all(list, 'detail').length);
    await until('the address', () => location.hash === hash);
    await settle(list);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 2件']);
  });

  it('leaves anchors and routes of the page alone', async () => {
    begin('#/about?kind=help');
    const list = await synced();
    expect(words(list, 'count')).to.deep.equal(['11件']);
    await chooseKind(list);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 2件']);
    expect(location.hash).to.equal('#/about?kind=help');
    begin('');
    const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = '#top';
    await followed;
    await settle(list);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 2件']);
  });

  it('keeps what the page itself stored beside its entry of the history', async () => {
    history.replaceState({ scroll: 7 }, '', bare);
    const list = await synced();
    await chooseKind(list);
    expect(history.state).to.include({ scroll: 7 });
  });

  it('shares the address with other lists, each under its name', async () => {
    const help = await synced({ sync: 'help' });
    const tour = await synced({ sync: 'tour' });
    await search(help, '大根');
    await search(tour, '味噌');
    expect(location.hash).to.equal('#kankei&help.q=%E5%A4%A7%E6%A0%B9&tour.q=%E5%91%B3%E5%99%8C');
    await go(-1, tour);
    expect(words(help, 'count')).to.deep.equal(['条件に合うもの 1件']);
    expect((one(help, 'keyword') as HTMLInputElement).value).to.equal('大根');
    expect(words(tour, 'count')).to.deep.equal(['11件']);
  });

  it('of two lists with the same name, one keeps its filters there', async () => {
    const first = await synced();
    const second = await synced();
    await search(second, '味噌');
    expect(location.hash).to.equal('');
    await search(first, '大根');
    await go(-1, first);
    expect(words(second, 'count')).to.deep.equal(['条件に合うもの 1件']);
    expect(words(first, 'count')).to.deep.equal(['11件']);
  });

  it('without the attribute keeps nothing there', async () => {
    begin('#kankei&kind=tour');
    const list = await mount(town());
    expect(words(list, 'count')).to.deep.equal(['11件']);
    await chooseKind(list);
    expect(location.hash).to.equal('#kankei&kind=tour');
  });
});

describe('an address that somebody else wrote', () => {
  it('narrows by what can be used, and by nothing else', async () => {
    begin(
      '#kankei&kind=help&kind=%00&limit=1&cursor=x&id=over&past=include&sort=new&effort=light&from=2026-02-30&__proto__=1',
    );
    const list = await synced();
    expect(words(list, 'title')).to.deep.equal(['朝市の片付け']);
    await until('its chip', () => words(list, 'chip').join() === '軽作業');
  });

  it('cannot widen what the page asks for', async () => {
    begin('#kankei&kind=tour&kind=help&past=only&town=221309');
    const list = await synced({ kind: 'help,event', past: 'include' });
    await until('its chip', () => words(list, 'chip').join() === 'お手伝い');
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 3件']);
  });

  it('never keeps the list from showing', async () => {
    const part = fc.oneof(
      fc.constantFrom('kind=', 'q=', '=', '&', 'from=', 'open=', '%', '%zz', '.', 'toString=', '<img src=x>', 'past='),
      fc.string({ maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        begin(`#kankei&${parts.join('')}`);
        const list = await mount(town(fixturePrograms), { sync: '' });
        expect(words(list, 'problem')).to.deep.equal([]);
        list.remove();
      }),
      { numRuns: 25 },
    );
  });
});
