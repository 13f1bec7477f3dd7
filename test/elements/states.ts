import { longProgram } from '../fixtures/long-program.ts';
import { kindPrograms } from '../fixtures/program-kinds.ts';
import { fixturePrograms, fixtureTown, makeProgram } from '../fixtures/programs.ts';
import { all, mount, one, open, search, settle, town, until } from './support.ts';

export type List = Awaited<ReturnType<typeof mount>>;
type ViewName = 'cards' | 'list' | 'calendar';

const never = { delay: Number.POSITIVE_INFINITY };
const far = makeProgram({ id: 'far', sessions: [{ startDate: '2028-02-29' }] });
const over = fixturePrograms.filter(({ id }) => id === 'over');
const more = Array.from({ length: 9 }, (_, index) =>
  makeProgram({ id: `more-${index}`, sessions: [{ startDate: '2026-11-25' }] }),
);
/** Days that begin together and end one after the other. */
const crowd = [0, 1, 2, 3, 4].map((index) =>
  makeProgram({ id: `crowd-${index}`, sessions: [{ startDate: '2026-11-21', endDate: `2026-11-2${1 + index}` }] }),
);

/** Fails from the second question of a kind on. */
function failsLater(code: 'network' | 'timeout' = 'network') {
  let asked = 0;
  return town([...fixturePrograms, ...more], { fail: () => (asked++ ? code : undefined) });
}

/** A list in a view, with all that comes with it. */
async function shown(view: ViewName, backend = town(), attributes: Parameters<typeof mount>[1] = {}): Promise<List> {
  const list = await mount(backend, { view, ...attributes });
  if (view === 'calendar')
    await until(
      'the month',
      () => all(list, 'empty').length || all(list, 'days')[0]?.getAttribute('aria-busy') === 'false',
    );
  return list;
}

/** Searches for what a question no longer answers. */
async function stale(view: ViewName): Promise<List> {
  const failing: { code?: 'network' } = {};
  const list = await shown(view, town(fixturePrograms, { fail: () => failing.code }));
  await until('what keeps it right', () => list.querySelector('script'));
  failing.code = 'network';
  await search(list, '大根');
  await until('the reason', () => all(list, 'problem').length);
  return list;
}

async function chosen(view: ViewName, words: string): Promise<List> {
  const list = await shown(view);
  await search(list, words);
  await until('chips', () => all(list, 'chip').length);
  return list;
}

async function opened(id: string, backend = town()): Promise<List> {
  const list = await mount(backend);
  await open(list, id);
  return list;
}

const inEachView = (name: string, show: (view: ViewName) => Promise<List>) =>
  Object.fromEntries((['cards', 'list', 'calendar'] as const).map((view) => [`${name}: ${view}`, () => show(view)]));

/** Every state of a program list in every view that has it, as a visitor may come to see it. */
export const states: Record<string, () => Promise<List>> = {
  loading: () => mount(town([], never), {}, false),
  ...inEachView('programs', (view) => shown(view, town([...fixturePrograms, ...crowd]))),
  ...inEachView('long texts', (view) => shown(view, town([longProgram, ...fixturePrograms]))),
  ...inEachView('nothing', (view) => shown(view, town([]))),
  ...inEachView('nothing upcoming', (view) => shown(view, town(over))),
  ...inEachView('past programs', (view) => shown(view, town(), { past: 'only' })),
  ...inEachView('nothing found', (view) => chosen(view, 'くじら')),
  ...inEachView('chosen filters', (view) => chosen(view, 'の')),
  ...inEachView('failed', (view) => mount(town([], { fail: () => 'network' }), { view })),
  ...inEachView('stale', stale),
  ...inEachView('several towns', (view) =>
    shown(
      view,
      town(
        [...fixturePrograms, makeProgram({ id: 'neighbour', town: '999989', sessions: [{ startDate: '2026-11-29' }] })],
        {
          towns: [fixtureTown, { code: '999989', name: 'あさぎり村' }],
        },
      ),
      { town: `${fixtureTown.code} 999989` },
    ),
  ),
  offline: async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      return await mount(town([], { fail: () => 'network' }));
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  },
  'one that cannot be read': () => {
    const backend = town();
    return shown('cards', {
      ...backend,
      async programs(...question) {
        const page = await backend.programs(...question);
        return { ...page, programs: [{ title: '壊れた募集' } as (typeof page.programs)[number], ...page.programs] };
      },
    });
  },
  'all filters': async () => {
    const list = await shown('cards', town([longProgram, ...fixturePrograms]));
    one(list, 'more-filters').click();
    await until('the filters', () => all(list, 'panel').length);
    return list;
  },
  'more that failed': async () => {
    const list = await mount(failsLater('timeout'), { limit: 5 });
    one(list, 'more').click();
    await until('the reason', () => all(list, 'problem').length);
    return list;
  },
  'one program alone': () => mount(town(), { program: 'harvest' }),
  'one program that is gone': () => mount(town(), { program: 'gone' }),
  pictures: () => {
    const image = { url: new URL('/stories/.storybook/public/bridge.svg', location.href).href };
    return mount(town([makeProgram({ id: 'a', image: { ...image, alt: '川と橋' } }), makeProgram({ id: 'b', image })]));
  },
  'a program that is on its way': async () => {
    const list = await mount({ ...town(), program: () => new Promise(() => {}) });
    list.shadowRoot!.querySelector<HTMLElement>('[data-program$="/harvest"]')!.click();
    await until('its title', () => all(list, 'heading').length);
    return list;
  },
  'a program that failed': () =>
    opened('harvest', town(fixturePrograms, { fail: (question) => (question === 'program' ? 'timeout' : undefined) })),
  'a program that is gone': () =>
    opened(
      'harvest',
      town(fixturePrograms, { fail: (question) => (question === 'program' ? 'program-not-found' : undefined) }),
    ),
  ...Object.fromEntries(
    ['harvest', 'bare', 'full', 'closed', 'cancelled', 'postponed'].map((id) => [
      `the program ${id}`,
      () => opened(id),
    ]),
  ),
  'the program over': async () => {
    const list = await mount(town(), { past: 'only' });
    await open(list, 'over');
    return list;
  },
  'a program with long texts': () => opened('long', town([longProgram])),
  ...Object.fromEntries(kindPrograms.map(({ id }) => [`a program, ${id}`, () => opened(id, town(kindPrograms))])),
  'a crowded day, unfolded': async () => {
    const list = await shown('calendar', town(more));
    one(list, 'more-of-day').click();
    await settle(list);
    return list;
  },
  'an empty month': async () => {
    const list = await shown('calendar', town([far]));
    await until('the way on', () => all(list, 'next-month-with').length);
    return list;
  },
  'a month that failed': async () => {
    const list = await mount(failsLater(), { view: 'calendar' });
    await until('the reason', () => all(list, 'problem').length);
    return list;
  },
};
