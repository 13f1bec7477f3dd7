import { type Backend, fileBackend } from '@kankei/client';
import type { KankeiProgramList } from '@kankei/elements/program-list';
import { expect } from '@open-wc/testing';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import {
  all,
  isIn,
  isVisible,
  mount,
  one,
  open,
  search,
  settle,
  showsFallback,
  town,
  until,
  words,
} from './support.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A town that fails with a code while told to. */
function frail() {
  const failing: { code: 'network' | 'timeout' | 'internal' | undefined; asked: number } = {
    code: undefined,
    asked: 0,
  };
  const backend = town(fixturePrograms, {
    fail: () => {
      failing.asked++;
      return failing.code;
    },
  });
  return { backend, failing };
}

/** A list whose lazy keeper has come: it writes JSON-LD for what is listed. */
async function kept(backend: Backend, more: Parameters<typeof mount>[1] = {}): Promise<KankeiProgramList> {
  const list = await mount(backend, more);
  await until('upkeep', () => list.querySelector('script'));
  return list;
}

const near = (list: Element, id: string) =>
  [...all(list, 'card')]
    .find((card) => card.querySelector(`[data-program$="/${id}"]`))!
    .querySelector('.near')
    ?.textContent?.trim();

describe('a list in a page left open', () => {
  const newYear = Date.parse('2027-01-01T00:00:00+09:00');
  const programs = [
    makeProgram({ id: 'first', sessions: [{ startDate: '2027-01-01' }] }),
    makeProgram({ id: 'second', sessions: [{ startDate: '2027-01-02' }] }),
    makeProgram({ id: 'last', kind: 'help', sessions: [{ startDate: '2026-12-31' }] }),
  ];

  it('turns its words at midnight in Tokyo by itself, across the end of the year', async () => {
    const list = await kept(town(programs, { now: () => newYear - 2500 }));
    expect([near(list, 'last'), near(list, 'first'), near(list, 'second')]).to.deep.equal([
      'きょう',
      'あす',
      'あと2日',
    ]);
    expect(words(list, 'when').join()).to.include('2027年1月1日');
    await until('the new year', () => near(list, 'first') === 'きょう');
    expect([near(list, 'last'), near(list, 'second')]).to.deep.equal([undefined, 'あす']);
    expect(words(list, 'when').join()).to.include('1月1日（金）').and.not.to.include('2027年1月1日');
    expect(words(list, 'state').join()).to.include('終了');
  });

  it('closes what can be applied for at its deadline', async () => {
    const noon = Date.parse('2026-11-21T12:00:00+09:00');
    const dated = makeProgram({
      id: 'dated',
      kind: 'help',
      sessions: [{ startDate: '2026-12-01' }],
      deadline: { date: '2026-11-21', time: '12:00' },
    });
    const list = await kept(town([dated], { now: () => noon - 2000 }));
    expect(words(list, 'state')).to.deep.equal(['募集中']);
    await until('closed', () => words(list, 'state')[0] === '受付終了');
  });

  it('corrects itself after the machine has slept, also an opened program', async () => {
    const list = await kept(town(programs, { now: () => newYear - 3_600_000 }));
    await open(list, 'first');
    const clock = Date.now;
    Date.now = () => clock() + 2 * 3_600_000;
    try {
      document.dispatchEvent(new Event('visibilitychange'));
      await until(
        'the new year',
        () => one(list, 'fields').textContent!.includes('1月1日（金）') && near(list, 'first') === 'きょう',
      );
      expect(one(list, 'fields').textContent).not.to.include('2027年');
    } finally {
      Date.now = clock;
    }
  });
});

describe('an answer that is late or does not come', () => {
  it('is said to take long after eight seconds, with a way to try again, and still taken', async () => {
    let answer = () => {};
    let asked = 0;
    const backend = town();
    const slow: Backend = {
      ...backend,
      programs: async (...question) => {
        asked++;
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return backend.programs(...question);
      },
    };
    const list = await mount(slow, {}, false);
    await pause(7000);
    expect(all(list, 'slow')).to.have.length(0);
    await until('word', () => all(list, 'slow').length);
    expect(words(list, 'slow')[0]).to.include('時間がかかっています');
    expect(showsFallback(list)).to.equal(true);
    await expect(list).to.be.accessible();
    one(list, 'retry').click();
    await until('another question', () => asked === 2);
    answer();
    await settle(list);
    expect(all(list, 'card')).to.have.length(11);
    expect(all(list, 'slow')).to.have.length(0);
  }).timeout(25_000);

  it('leaves the programs that stand, and says of when they are', async () => {
    const { backend, failing } = frail();
    const list = await kept(backend);
    failing.code = 'network';
    await search(list, '大根');
    expect(isIn(list, 'failed')).to.equal(true);
    expect(all(list, 'card')).to.have.length(11);
    expect(words(list, 'problem')).to.deep.equal([
      'いま情報を読み込めませんでした。通信の状態を確かめて、もう一度お試しください。 12:00の情報を表示しています。 選んだ条件は、まだ反映していません。',
    ]);
    expect(words(list, 'count')).to.deep.equal(['']);
    await expect(list).to.be.accessible();
    failing.code = undefined;
    one(list, 'retry').click();
    await settle(list);
    expect(all(list, 'card')).to.have.length(1);
    expect(all(list, 'problem')).to.have.length(0);
  });

  it('says of more programs that do not come why, and of when those are that stand', async () => {
    const { backend, failing } = frail();
    const list = await kept(backend, { limit: 4 });
    failing.code = 'timeout';
    one(list, 'more').focus();
    one(list, 'more').click();
    await until('the reason', () => all(list, 'problem').length);
    expect(words(list, 'problem')).to.deep.equal([
      '返事が届くまでに時間がかかっています。少し待ってから、もう一度お試しください。 ここまでの4件は12:00の情報です。',
    ]);
    expect(all(list, 'card')).to.have.length(4);
    expect(one(list, 'more').matches(':focus')).to.equal(true);
    await expect(list).to.be.accessible();
    failing.code = undefined;
    one(list, 'more').click();
    await until('more', () => all(list, 'card').length === 8);
    expect(all(list, 'problem')).to.have.length(0);
  });

  it('shows no old “nothing found” for a new question', async () => {
    const { backend, failing } = frail();
    const list = await kept(backend);
    await search(list, 'くじら');
    failing.code = 'internal';
    await search(list, '大根');
    expect(all(list, 'empty')).to.have.length(0);
    expect(showsFallback(list)).to.equal(true);
  });

  it('is asked for once more when the connection is back, and focus stays where it is', async () => {
    const { backend, failing } = frail();
    const list = await kept(backend);
    failing.code = 'network';
    list.kind = 'help';
    await settle(list);
    expect(isIn(list, 'failed')).to.equal(true);
    const { asked } = failing;
    dispatchEvent(new Event('online'));
    await settle(list);
    await pause(50);
    expect(failing.asked).to.equal(asked + 1);
    failing.code = undefined;
    dispatchEvent(new Event('online'));
    await until('ready', () => isIn(list, 'ready'));
    expect(Boolean(list.shadowRoot!.activeElement)).to.equal(false);
  });

  it('is told from being offline', async () => {
    const { backend, failing } = frail();
    const list = await kept(backend);
    failing.code = 'network';
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      list.kind = 'help';
      await settle(list);
      expect(words(list, 'problem')[0]).to.include('インターネットにつながっていません').and.to.include('12:00の情報');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });
});

describe('JSON-LD', () => {
  const graph = (list: Element) =>
    [...list.querySelectorAll('script')].flatMap(
      (script) => (JSON.parse(script.textContent!) as { '@graph': { name: string; url: string }[] })['@graph'],
    );

  it('tells search engines what is listed and has a date, among the children that stay the fallback', async () => {
    const list = await kept(town());
    const [script] = list.querySelectorAll('script');
    expect(script!.type).to.equal('application/ld+json');
    const names = graph(list).map(({ name }) => name);
    expect(names).to.include('大根の収穫と、たくあんの仕込み').and.not.to.include('名前だけの行事');
    expect(graph(list)[0]!.url).to.match(/^https?:/);
    expect(isVisible(list.querySelector('a')!)).to.equal(false);
  });

  it('follows what is listed, and goes with the list', async () => {
    const list = await kept(town());
    await search(list, '大根');
    await until('one', () => graph(list).length === 1);
    await search(list, 'くじら');
    await until('none', () => !list.querySelector('script'));
    expect(showsFallback(list)).to.equal(true);
    await search(list, '');
    await until('all', () => graph(list).length > 5);
    const home = list.parentElement!;
    list.remove();
    expect(Boolean(list.querySelector('script'))).to.equal(false);
    home.append(list);
    await until('again', () => graph(list).length > 5);
    list.setAttribute('no-jsonld', '');
    await until('none', () => !list.querySelector('script'));
  });

  it('tells of the first hundred of a file shown whole', async () => {
    const long = Array.from({ length: 120 }, (_, index) =>
      makeProgram({ id: `long-${index}`, sessions: [{ startDate: '2026-12-01' }] }),
    );
    const fetch = async () => Response.json(long);
    const list = await kept(fileBackend('https://town.example/programs.json', { fetch, now: () => now }), {
      limit: 2000,
    });
    await until('cards', () => all(list, 'card').length === 120);
    expect(graph(list)).to.have.length(100);
  });

  it('describes once what two lists show, and leaves it to the other when one goes', async () => {
    const first = await kept(town());
    const second = await mount(town());
    await pause(1500);
    expect(Boolean(second.querySelector('script'))).to.equal(false);
    first.remove();
    await until('handed on', () => second.querySelector('script'));
  });

  it('cannot be broken out of, and one program that cannot be read does not spoil it', async () => {
    const title = '</script><img src=x onerror=alert(1)><!--';
    const evil = makeProgram({ id: 'evil', title, sessions: [{ startDate: '2026-12-01' }] });
    const backend = town([evil]);
    const list = await kept({
      ...backend,
      programs: async (...question) => {
        const page = await backend.programs(...question);
        const junk = [null, {}, { id: 'x', town: fixtureTown.code, sessions: [{ startDate: 'きのう' }], url: '::' }];
        return { ...page, programs: [...junk, ...page.programs] as typeof page.programs };
      },
    });
    expect(list.querySelector('script')!.textContent).not.to.match(/[<>]/);
    expect(graph(list).map(({ name }) => name)).to.include(title);
    expect(Boolean(list.querySelector('img'))).to.equal(false);
  });

  it('is written for the instant of the answer', async () => {
    const soon = makeProgram({ id: 'soon', fee: 0, sessions: [{ startDate: '2026-12-01' }] });
    const list = await kept(town([soon], { now: () => now }));
    expect(list.querySelector('script')!.textContent).to.include('schema.org/InStock');
  });
});
