import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import { all, isIn, mount, one, open, search, town, until, words } from './support.ts';

type List = Awaited<ReturnType<typeof mount>>;

const states: Record<string, () => Promise<List>> = {
  loading: () => mount(town([], { delay: Number.POSITIVE_INFINITY }), {}, false),
  ready: () => mount(town()),
  empty: () => mount(town([])),
  'nothing upcoming': () => mount(town(fixturePrograms.filter(({ id }) => id === 'over'))),
  'nothing found': async () => {
    const list = await mount(town());
    await search(list, 'くじら');
    return list;
  },
  'all filters': async () => {
    const list = await mount(town());
    one(list, 'more-filters').click();
    await until('the filters', () => all(list, 'panel').length);
    return list;
  },
  'chosen filters': async () => {
    const list = await mount(town());
    await search(list, 'の');
    await until('chips', () => all(list, 'chip').length);
    return list;
  },
  failed: () => mount(town([], { fail: () => 'network' })),
  'a program': async () => {
    const list = await mount(town());
    await open(list, 'harvest');
    return list;
  },
  'a program that failed': async () => {
    const list = await mount(
      town(fixturePrograms, { fail: (question) => (question === 'program' ? 'timeout' : undefined) }),
    );
    await open(list, 'harvest');
    return list;
  },
  'the compact list': async () => {
    const list = await mount(town(), { view: 'list' });
    await until('the choice of views', () => all(list, 'view').length);
    return list;
  },
  'the calendar': () => calendar(),
  'the calendar, narrow': async () => {
    const list = await calendar();
    list.style.inlineSize = '280px';
    return list;
  },
  'an empty month': async () => {
    const list = await calendar([makeProgram({ id: 'far', sessions: [{ startDate: '2028-02-29' }] })]);
    await until('the way on', () => all(list, 'next-month-with').length);
    return list;
  },
};

/** A month with everything a calendar may show. */
async function calendar(programs = [...fixturePrograms, ...crowd]): Promise<List> {
  const list = await mount(town(programs), { view: 'calendar' });
  await until('the month', () => one(list, 'days').getAttribute('aria-busy') === 'false');
  return list;
}
const crowd = [0, 1, 2, 3, 4].map((index) =>
  makeProgram({ id: `crowd-${index}`, sessions: [{ startDate: '2026-11-21', endDate: `2026-11-2${1 + index}` }] }),
);

const dark = new CSSStyleSheet();
dark.replaceSync('body { background: #15181c; color: #e8e8e8; }');

afterEach(() => {
  document.documentElement.removeAttribute('lang');
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== dark);
});

describe('axe finds nothing', () => {
  for (const [name, show] of Object.entries(states))
    for (const lang of ['ja', 'en'])
      it(`in ${name}, ${lang}`, async () => {
        document.documentElement.lang = lang;
        await expect(await show()).to.be.accessible();
      });

  for (const [name, show] of Object.entries(states))
    it(`in ${name}, on a dark page`, async () => {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, dark];
      document.documentElement.lang = 'ja';
      await expect(await show()).to.be.accessible();
    });
});

describe('with the keyboard alone', () => {
  it('one searches, opens a program, comes back and goes on', async () => {
    const list = await mount(town());
    const root = list.shadowRoot!;
    one(list, 'keyword').focus();
    await sendKeys({ type: 'yu' });
    (one(list, 'keyword') as HTMLInputElement).value = '大根';
    await sendKeys({ press: 'Enter' });
    await until('one card', () => words(list, 'title').length === 1);
    expect(root.activeElement).to.equal(one(list, 'keyword'));
    const link = one(list, 'title').querySelector('a')!;
    for (let presses = 0; root.activeElement !== link && presses < 20; presses++) await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(link);
    await sendKeys({ press: 'Enter' });
    await until('detail', () => all(list, 'fields').length);
    expect(root.activeElement).to.equal(one(list, 'heading'));
    await sendKeys({ press: 'Tab' });
    expect(root.activeElement).to.equal(one(list, 'apply'));
    await sendKeys({ press: 'Escape' });
    await until('focus on the card', () => root.activeElement === one(list, 'title').querySelector('a'));
  });

  it('one chooses a kind with the space bar and stays on it', async () => {
    const list = await mount(town());
    const box = one(list, 'kind').querySelector('input')!;
    list.shadowRoot!.querySelector('details')!.open = true;
    box.focus();
    await sendKeys({ press: ' ' });
    await until('two cards', () => all(list, 'card').length === 2);
    expect(list.shadowRoot!.activeElement).to.equal(box);
    expect(box.checked).to.equal(true);
  });

  it('one sees where one is: a ring of two colours', async () => {
    const list = await mount(town());
    one(list, 'keyword').focus();
    await sendKeys({ press: 'Tab' });
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one(list, 'submit'));
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '4px']);
    expect(boxShadow).to.include('rgb(255, 212, 61)');
  });
});

describe('to a screen reader', () => {
  it('the number of programs is a polite message that is there before it changes', async () => {
    const list = await mount(town());
    const count = one(list, 'count');
    await search(list, '大根');
    expect(one(list, 'count')).to.equal(count);
    expect(count.getAttribute('role')).to.equal('status');
  });

  it('a failure is told at once', async () => {
    const list = await mount(town([], { fail: () => 'network' }));
    expect(one(list, 'problem').getAttribute('role')).to.equal('alert');
  });

  it('a list that is being asked anew says that it is busy', async () => {
    let answer = () => {};
    const backend = town();
    const list = await mount({
      ...backend,
      programs: async (towns, query, more) => {
        if (query?.q)
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
        return backend.programs(towns, query, more);
      },
    });
    expect(one(list, 'list').getAttribute('aria-busy')).to.equal('false');
    (one(list, 'keyword') as HTMLInputElement).value = '大根';
    one(list, 'submit').click();
    await until('busy', () => one(list, 'list').getAttribute('aria-busy') === 'true');
    expect(isIn(list, 'loading')).to.equal(true);
    answer();
    await until('one card', () => all(list, 'card').length === 1);
  });

  it('pictures have their words, and those without are passed over', async () => {
    const image = { url: new URL('/test/fixtures/none.png', location.href).href };
    const list = await mount(
      town([makeProgram({ id: 'a', image: { ...image, alt: '川と橋' } }), makeProgram({ id: 'b', image })]),
    );
    expect(all(list, 'image').map((element) => (element as HTMLImageElement).alt)).to.deep.equal(['川と橋', '']);
    await until(
      'a picture that does not load to give its room back',
      () => !all(list, 'image')[0]!.getClientRects().length,
    );
  });
});
