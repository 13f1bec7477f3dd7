import { type Backend, fileBackend } from '@kankei/client';
import type { ProgramPage, ProgramQueryInput } from '@kankei/core';
import type { KankeiErrorEvent, KankeiProgramListLoadEvent } from '@kankei/elements';
import { aTimeout, expect, nextFrame, oneEvent } from '@open-wc/testing';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { all, isIn, isVisible, mount, one, search, settle, showsFallback, town, until, words } from './support.ts';

/** A backend that notes what it was asked. */
function noting(backend: Backend): Backend & { asked: { towns: readonly string[]; query: ProgramQueryInput }[] } {
  const asked: { towns: readonly string[]; query: ProgramQueryInput }[] = [];
  return {
    ...backend,
    asked,
    programs(towns, query = {}, more) {
      asked.push({ towns, query });
      return backend.programs(towns, query, more);
    },
  };
}

const many = Array.from({ length: 45 }, (_, index) =>
  makeProgram({ id: `many-${String(index).padStart(2, '0')}`, title: `第${index + 1}回` }),
);

describe('the listing', () => {
  it('shows what is to come as cards, the next first', async () => {
    const list = await mount(town());
    expect(isIn(list, 'ready')).to.equal(true);
    expect(words(list, 'title').slice(0, 2)).to.deep.equal(['朝市の片付け', '大根の収穫と、たくあんの仕込み']);
    expect(words(list, 'title')).not.to.include('稲刈りの手伝い');
    expect(words(list, 'count')).to.deep.equal(['11件']);
  });

  it('tells state, kind, date, place, cost, places left, effort and thanks on a card', async () => {
    const list = await mount(town(fixturePrograms.filter(({ id }) => id === 'harvest')));
    expect(words(list, 'tag')).to.deep.equal(['残りわずか', 'お手伝い']);
    expect(words(list, 'when')).to.deep.equal(['11月28日（土）9:30〜12:00 あと7日']);
    expect(words(list, 'where')).to.deep.equal(['佐和さんの畑・むすび野町']);
    expect([...one(list, 'facts').children].map((fact) => fact.textContent)).to.deep.equal([
      '無料',
      '残り3人',
      '少し体力がいる作業',
      '採れたて野菜のお礼',
    ]);
  });

  it('says that an unknown date, place and cost are unknown, and guesses nothing', async () => {
    const list = await mount(town(fixturePrograms.filter(({ id }) => id === 'bare')));
    expect(words(list, 'when')).to.deep.equal(['日程は要確認']);
    expect(words(list, 'where')).to.deep.equal(['場所は主催者に確認']);
    expect(words(list, 'facts')).to.deep.equal(['料金は要確認']);
  });

  it('tells the cost in the town’s words where no number does, and where there are many, that the detail does', async () => {
    const list = await mount(
      town([
        makeProgram({ id: 'short', feeNote: '材料費のみ' }),
        makeProgram({ id: 'long', feeNote: '一泊目は無料です。'.repeat(10) }),
        makeProgram({ id: 'number', fee: 500, feeNote: '材料費です。' }),
      ]),
    );
    expect(words(list, 'facts').sort()).to.deep.equal(['500円', '料金の説明あり', '材料費のみ'].sort());
  });

  it('says that a program is open only where there is something to apply for', async () => {
    const list = await mount(town([makeProgram({ id: 'event' }), makeProgram({ id: 'help', kind: 'help' })]));
    expect(words(list, 'state')).to.deep.equal(['募集中']);
  });

  it('tells every state by a word and a shape', async () => {
    const list = await mount(town(), { past: 'include' });
    const states = ['募集中', '残りわずか', '満員', '受付終了', '中止', '延期', '終了'];
    expect(new Set(words(list, 'state'))).to.deep.equal(new Set(states));
    const shapes = new Map(
      all(list, 'state').map((tag) => [tag.textContent, tag.querySelector('path')!.getAttribute('d')]),
    );
    expect(new Set(shapes.values()).size).to.equal(states.length);
  });

  it('puts titles at the level the page asks for', async () => {
    const list = await mount(town(), { headingLevel: 2 });
    expect(one(list, 'title').getAttribute('aria-level')).to.equal('2');
  });

  it('gives cards a link that opens the program in this page when it is visited', async () => {
    const list = await mount(town());
    const link = one(list, 'title').querySelector('a')!;
    expect(link.href).to.equal(`${location.href.replace(/#.*/, '')}#kankei-program=999997/today`);
  });

  it('tells the page how many programs there are', async () => {
    const heard = oneEvent(document, 'kankei-program-list-load');
    await mount(town());
    const { total } = (await heard) as unknown as KankeiProgramListLoadEvent;
    expect(total).to.equal(11);
  });
});

describe('searching and narrowing', () => {
  it('finds by keyword and says how many', async () => {
    const list = await mount(town());
    await search(list, 'ダイコン');
    expect(words(list, 'title')).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 1件']);
    expect(one(list, 'count').getAttribute('role')).to.equal('status');
  });

  it('offers only the kinds there are, with their counts', async () => {
    const list = await mount(town());
    expect(words(list, 'kind')).to.deep.equal([
      'お手伝い2件',
      'イベント3件',
      'ツアー・体験1件',
      '働きながら滞在1件',
      '講座1件',
      'オンライン交流1件',
      'お便り1件',
      '祭り1件',
    ]);
  });

  it('widens with every kind that is chosen, and keeps each in its place', async () => {
    const list = await mount(town());
    const before = words(list, 'kind');
    one(list, 'kind').querySelector('input')!.click();
    await settle(list);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 2件']);
    all(list, 'kind')[2]!.querySelector('input')!.click();
    await settle(list);
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 3件']);
    expect(words(list, 'kind')).to.deep.equal(before);
  });

  it('offers to remove the filters where nothing is found, and then shows everything again', async () => {
    const list = await mount(town());
    await search(list, 'くじら');
    expect(isIn(list, 'empty')).to.equal(true);
    expect(words(list, 'empty')[0]).to.include('見つかりませんでした');
    // What is announced; the sentence that says what to try is no live region.
    expect(words(list, 'count')).to.deep.equal(['条件に合うもの 0件']);
    await until('the way back', () => all(list, 'clear').length);
    expect(all(list, 'clear')).to.have.length(1);
    one(list, 'clear').click();
    await settle(list);
    expect(words(list, 'count')).to.deep.equal(['11件']);
    expect((one(list, 'keyword') as HTMLInputElement).value).to.equal('');
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'count'));
  });

  it('drops an answer that a newer question has overtaken', async () => {
    const slow = new Map<string | undefined, (page: ProgramPage) => void>();
    const backend = town();
    const list = await mount({
      ...backend,
      programs: async (towns, query) => {
        const page = await backend.programs(towns, query);
        return query?.q === '古い' ? new Promise((resolve) => slow.set(query.q, () => resolve(page))) : page;
      },
    });
    const field = one(list, 'keyword') as HTMLInputElement;
    field.value = '古い';
    one(list, 'submit').click();
    await until('the old question', () => slow.has('古い'));
    await search(list, '大根');
    slow.get('古い')!({} as ProgramPage);
    await aTimeout(50);
    await settle(list);
    expect(words(list, 'title')).to.deep.equal(['大根の収穫と、たくあんの仕込み']);
  });

  it('asks for what the attributes narrow to', async () => {
    const backend = noting(town());
    await mount(backend, { kind: 'help, event', theme: '農業、食', past: 'include', limit: 5 });
    expect(backend.asked).to.deep.equal([
      {
        towns: ['999997'],
        query: { kind: ['help', 'event'], theme: ['農業', '食'], past: 'include', sort: 'soon', limit: 5 },
      },
    ]);
  });

  it('shows no search where there is one program or none', async () => {
    const list = await mount(town(fixturePrograms.slice(0, 1)));
    expect(all(list, 'search')).to.have.length(0);
  });
});

describe('もっと見る', () => {
  it('adds cards below, moves focus to the first new one and stays where it is', async () => {
    const list = await mount(town(many));
    expect(words(list, 'count')).to.deep.equal(['45件のうち20件を表示']);
    const button = one(list, 'more');
    button.focus();
    button.scrollIntoView({ block: 'center' });
    await nextFrame();
    await nextFrame();
    const place = () => all(list, 'card')[19]!.getBoundingClientRect().top;
    const before = place();
    button.click();
    await until('more cards', () => all(list, 'card').length === 40);
    const link = all(list, 'card')[20]!.querySelector('a');
    await until('focus', () => list.shadowRoot!.activeElement === link);
    expect(place()).to.be.closeTo(before, 1);
    expect(words(list, 'count')).to.deep.equal(['45件のうち40件を表示']);
  });

  it('reaches everything once and in order', async () => {
    const list = await mount(town(many));
    for (const wanted of [40, 45]) {
      one(list, 'more').click();
      await until('more cards', () => all(list, 'card').length === wanted);
    }
    expect(new Set(words(list, 'title')).size).to.equal(45);
    expect(all(list, 'more')).to.have.length(0);
  });

  it('keeps the cards and says so when the rest does not come', async () => {
    let asked = 0;
    const list = await mount(town(many, { fail: () => (asked++ === 1 ? 'timeout' : undefined) }));
    one(list, 'more').click();
    await until('the reason', () => all(list, 'problem').length);
    expect(all(list, 'card')).to.have.length(20);
    one(list, 'more').click();
    await until('more cards', () => all(list, 'card').length === 40);
    expect(all(list, 'problem')).to.have.length(0);
  });
});

describe('a long list', () => {
  const long = Array.from({ length: 160 }, (_, index) =>
    makeProgram({ id: `long-${String(index).padStart(3, '0')}`, title: `第${index + 1}回`, summary: '町の行事です。' }),
  );
  const file = () =>
    fileBackend('https://town.example/programs.json', { fetch: async () => Response.json(long), now: () => now });

  it('of a file is shown whole where the page says so, the first screen first', async () => {
    const list = document.createElement('kankei-program-list');
    Object.assign(list, { town: fixtureTown.code, backend: file(), limit: 2000 });
    const lengths: number[] = [];
    document.body.append(list);
    await until('a card', () => lengths.push(all(list, 'card').length) && lengths.at(-1));
    expect(lengths.at(-1)).to.be.within(2, 60);
    expect(words(list, 'count')).to.deep.equal(['160件']);
    expect(one(list, 'list').getAttribute('aria-busy')).to.equal('true');
    await until('every card', () => one(list, 'list').getAttribute('aria-busy') === 'false');
    expect(all(list, 'summary')).to.have.length(160);
    expect(words(list, 'title')).to.deep.equal(long.map(({ title }) => title));
    expect(isIn(list, 'more')).to.equal(false);
    list.remove();
  });

  it('has the title and link of everything before the cards far down are whole, and focus stays when they become it', async () => {
    const list = document.createElement('kankei-program-list');
    Object.assign(list, { town: fixtureTown.code, backend: file(), limit: 2000 });
    document.body.append(list);
    let last: HTMLElement | undefined;
    let whole = 0;
    await new Promise<void>((resolve) => {
      new MutationObserver((_, observer) => {
        if (all(list, 'card').length < 160) return;
        observer.disconnect();
        last = all(list, 'card')[159]!.querySelector('a')!;
        whole = all(list, 'summary').length;
        last.focus();
        resolve();
      }).observe(list.shadowRoot!, { childList: true, subtree: true });
    });
    expect(whole).to.be.within(2, 60);
    expect(last!.textContent).to.equal('第160回');
    expect(last!.getAttribute('href')).to.contain('long-159');
    await until('every card', () => all(list, 'summary').length === 160);
    expect(list.shadowRoot!.activeElement).to.equal(last);
    expect(all(list, 'card')[159]!.contains(last!)).to.equal(true);
    list.remove();
  });

  it('of a file is shown as many at a time as the page says', async () => {
    const list = await mount(file(), { limit: 150 });
    expect(words(list, 'count')).to.deep.equal(['160件のうち150件を表示']);
    await until('the first', () => all(list, 'card').length === 150);
    one(list, 'more').click();
    await until('the rest', () => all(list, 'card').length === 160);
  });

  it('of a server is shown a hundred at a time, whatever the page says', async () => {
    const list = await mount(town(long), { limit: 150 });
    expect(words(list, 'count')).to.deep.equal(['160件のうち100件を表示']);
  });

  it('narrowed while it is still drawn shows what was searched, and all of it', async () => {
    const list = await mount(file(), { limit: 2000 });
    await search(list, '第1');
    const found = long.map(({ title }) => title).filter((title) => title.startsWith('第1'));
    await until('what was found', () => words(list, 'title').join() === found.join());
  });
});

describe('past programs', () => {
  it('says that nothing is to come and offers what is over', async () => {
    const list = await mount(town(fixturePrograms.filter(({ id }) => id === 'over')));
    expect(words(list, 'empty')).to.deep.equal(['いま募集しているものはありません。']);
    expect(words(list, 'past')).to.deep.equal(['過去の募集を見る（1件）']);
    one(list, 'past').click();
    await settle(list);
    expect(words(list, 'title')).to.deep.equal(['稲刈りの手伝い']);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'count'));
    one(list, 'past').click();
    await settle(list);
    expect(isIn(list, 'empty')).to.equal(true);
  });

  it('shows only what is over where the page asks for it', async () => {
    const list = await mount(town(), { past: 'only' });
    expect(words(list, 'title')).to.deep.equal(['稲刈りの手伝い']);
    expect(all(list, 'past')).to.have.length(0);
  });
});

describe('the fallback', () => {
  it('stands while there is no answer, with quiet placeholders after a moment', async () => {
    const list = await mount(town([], { delay: Number.POSITIVE_INFINITY }), {}, false);
    await until('placeholder', () => all(list, 'placeholder').length);
    expect(isIn(list, 'loading')).to.equal(true);
    expect(showsFallback(list)).to.equal(true);
    expect(getComputedStyle(one(list, 'placeholder')).opacity).to.equal('0');
    // Where the list will begin: nothing moves when it comes.
    expect(list.shadowRoot!.querySelector('.waiting')!.getBoundingClientRect().top).to.equal(
      list.getBoundingClientRect().top,
    );
    await until('placeholders to be seen', () => getComputedStyle(one(list, 'placeholder')).opacity === '1');
  });

  it('gives way to the programs', async () => {
    expect(showsFallback(await mount(town()))).to.equal(false);
  });

  it('stands where there is nothing to list', async () => {
    expect(showsFallback(await mount(town([])))).to.equal(true);
  });

  it('stands first on a failure, with the reason and a way to try again', async () => {
    let fails = true;
    const list = await mount(town(fixturePrograms, { fail: () => (fails ? 'unavailable' : undefined) }));
    expect(isIn(list, 'failed')).to.equal(true);
    expect(showsFallback(list)).to.equal(true);
    expect(words(list, 'problem')[0]).to.include('混み合っているか、点検中');
    expect(words(list, 'retry')).to.deep.equal(['もう一度読み込む']);
    fails = false;
    one(list, 'retry').click();
    await settle(list);
    expect(all(list, 'card')).to.have.length(11);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'count'));
  });

  it('keeps focus on the way to try again while it goes on failing', async () => {
    const list = await mount(town([], { fail: () => 'network' }));
    one(list, 'retry').focus();
    one(list, 'retry').click();
    await settle(list);
    expect(list.shadowRoot!.activeElement).to.equal(one(list, 'retry'));
  });
});

describe('failures', () => {
  it('tells the page the code, and nothing else', async () => {
    const heard = oneEvent(document, 'kankei-error');
    await mount(town([], { fail: () => 'too-many-requests' }));
    const event = (await heard) as unknown as KankeiErrorEvent;
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal(['code']);
    expect(event.code).to.equal('too-many-requests');
  });

  it('says what the webmaster has to mend when the town is missing or unknown', async () => {
    expect(words(await mount(town(), { town: '' }), 'problem')[0]).to.include('town に市区町村コード（6けた）');
    expect(words(await mount(town(), { town: '011002' }), 'problem')[0]).to.include('市区町村コードを確かめて');
  });

  it('names the attribute whose value cannot be used', async () => {
    const said = async (attributes: Parameters<typeof mount>[1]) =>
      words(await mount(town(), attributes), 'problem')[0];
    expect(await said({ kind: 'helping' })).to.include('(kind)');
    expect(await said({ town: '212171' })).to.include('town に書いた市区町村コード');
  });

  it('says so when a page names no place to ask', async () => {
    const list = await mount(undefined);
    expect(words(list, 'problem')[0]).to.include('(endpoint)');
  });

  it('keeps the search when a narrowed question fails', async () => {
    const list = await mount({
      ...town(),
      programs: (towns, query, more) =>
        query?.q
          ? town([], { fail: () => 'timeout' }).programs(towns, query, more)
          : town().programs(towns, query, more),
    });
    await search(list, '大根');
    expect(isIn(list, 'failed')).to.equal(true);
    expect((one(list, 'keyword') as HTMLInputElement).value).to.equal('大根');
    await search(list, '');
    expect(all(list, 'card')).to.have.length(11);
  });

  it('shows a program that cannot be read as a card that says so, between the others', async () => {
    const junk = [
      null,
      {},
      { title: '壊れた募集' },
      { ...makeProgram({ id: 'x' }), sessions: [{ startDate: 'きのう' }] },
    ];
    const backend = town();
    const list = await mount({
      ...backend,
      programs: async (...question) => {
        const page = await backend.programs(...question);
        return { ...page, programs: [...junk, ...page.programs] as typeof page.programs };
      },
    });
    expect(all(list, 'card')).to.have.length(15);
    expect(words(list, 'title').slice(0, 3)).to.deep.equal(['名前のない募集', '名前のない募集', '壊れた募集']);
    expect(words(list, 'title')).to.include('大根の収穫と、たくあんの仕込み');
  });
});

describe('a page that changes', () => {
  it('shows another town when its code changes', async () => {
    const other = { ...fixtureTown, code: '999989', name: 'あさぎり村' };
    const apple = makeProgram({ id: 'apple', town: other.code, title: 'りんご狩り' });
    const list = await mount(town([...fixturePrograms, apple], { towns: [fixtureTown, other] }));
    await search(list, '大根');
    list.setAttribute('town', other.code);
    await settle(list);
    expect(words(list, 'title')).to.deep.equal(['りんご狩り']);
  });

  it('reads several codes however they are typed, and names the towns on the cards', async () => {
    const other = { ...fixtureTown, code: '999989', name: 'あさぎり村' };
    const apple = makeProgram({ id: 'apple', town: other.code, title: 'りんご狩り' });
    const backend = noting(town([apple], { towns: [fixtureTown, other] }));
    const list = await mount(backend, { town: '９９９９９７、 999989,999997' });
    expect(backend.asked[0]!.towns).to.deep.equal(['999997', '999989']);
    await until('the name', () => words(list, 'tag').includes('あさぎり村'));
  });

  it('asks anew when an attribute or the backend changes', async () => {
    const list = await mount(town());
    list.setAttribute('kind', 'help');
    await settle(list);
    expect(all(list, 'card')).to.have.length(2);
    list.backend = town([]);
    await settle(list);
    expect(isIn(list, 'empty')).to.equal(true);
  });

  it('can be moved while more cards are on their way, and then asked for them again', async () => {
    let hold = true;
    const backend = town(many);
    const list = await mount({
      ...backend,
      programs: (towns, query, more) =>
        query?.cursor && hold ? new Promise(() => {}) : backend.programs(towns, query, more),
    });
    one(list, 'more').click();
    await until('waiting', () => words(list, 'more')[0] === '読み込んでいます');
    const box = document.createElement('section');
    list.parentElement!.append(box);
    box.append(list);
    await settle(list);
    hold = false;
    await until('the button', () => words(list, 'more')[0] === 'もっと見る');
    one(list, 'more').click();
    await until('more cards', () => all(list, 'card').length === 40);
  });

  it('is moved without asking again', async () => {
    const backend = noting(town());
    const list = await mount(backend);
    const box = document.createElement('section');
    list.parentElement!.append(box);
    box.append(list);
    await settle(list);
    expect(all(list, 'card')).to.have.length(11);
    expect(backend.asked).to.have.length(1);
  });

  it('stops its question when it is removed, and asks again when it comes back', async () => {
    const signals: AbortSignal[] = [];
    let hold = true;
    const backend = town();
    const list = await mount(
      {
        ...backend,
        programs: (towns, query, more) => {
          signals.push(more!.signal!);
          return hold ? new Promise(() => {}) : backend.programs(towns, query, more);
        },
      },
      {},
      false,
    );
    await until('a question', () => signals.length);
    const parent = list.parentElement!;
    list.remove();
    expect(signals[0]!.aborted).to.equal(true);
    hold = false;
    parent.append(list);
    await settle(list);
    expect(all(list, 'card')).to.have.length(11);
  });

  it('takes over an attribute that changed while it was away', async () => {
    const list = await mount(town());
    const parent = list.parentElement!;
    list.remove();
    list.setAttribute('kind', 'letter');
    await list.updateComplete;
    parent.append(list);
    await settle(list);
    expect(words(list, 'title')).to.deep.equal(['暮らしレター 冬号']);
  });

  it('keeps a width in boxes that shrink to what they hold', async () => {
    const list = await mount(town());
    const box = document.createElement('div');
    box.className = 'shrink';
    list.parentElement!.append(box);
    box.append(list);
    for (const display of ['flex', 'inline-block', 'grid']) {
      box.style.display = display;
      expect(list.getBoundingClientRect().width, display).to.be.greaterThan(200);
    }
    expect(isVisible(one(list, 'card'))).to.equal(true);
  });
});
