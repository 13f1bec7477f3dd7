// What a visitor waits for: the built embed beside a page without a library, in turn, in Chromium.
import { once } from 'node:events';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowsers } from '../browsers.mjs';
import { sliding, sums } from './estimates.ts';
import { answerSize, fileSize, hasReserve, pageUrl, type Shown, servePages, type Which } from './pages.ts';
import { median, quantile } from './statistics.ts';
import type { Line } from './table.ts';

/** What the pages' own measuring script leaves. */
interface Measure {
  first?: number;
  all?: number;
  whole?: number;
  shift: number;
  longest: number;
  filter(words: string): Promise<number>;
  word(word: string): Promise<number>;
}
declare const window: { measure: Measure };

type Condition = 'plain' | '4× CPU' | '1.6 Mbit/s, 150 ms';
const conditions: Condition[] = ['plain', '4× CPU', '1.6 Mbit/s, 150 ms'];
const pages: Which[] = ['floor', 'kankei'];

/** Words that stand in titles alone, each in about one of eighty. */
const searches = ['大根の収穫', 'そばまつり', '里山を歩く', '和紙づくり', '藍体験', 'みその手入れ', '星空を語る'];
const filterChanges = 1_000;

export async function benchBrowser(runs: number): Promise<{ lines: Line[]; browser: string }> {
  const executablePath = findBrowsers().find(({ name }) => name === 'chromium')?.programs.browser;
  if (!executablePath) throw new Error('Chromium is not on this machine: npm test installs it on Debian.');
  const server = await servePages(Math.floor(Date.now() / 60_000) * 60_000);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
  });
  try {
    const lines = [
      ...(await untouched(browser, runs)),
      ...(await firstCards(browser, runs)),
      ...(await wholeLists(browser, runs)),
      ...(await filtering(browser, runs)),
    ];
    for (const one of awaited) lines.push(...(await firstSight(browser, runs, one)));
    lines.push(sums(), await visit(browser, pageUrl('kankei', 'furusato'), { done: 'first' }, sliding));
    return { lines, browser: `Chromium ${browser.version()}, headless` };
  } finally {
    await browser.close();
    server.close();
    await once(server, 'close');
  }
}

/** Opens a page in a browser that has seen nothing yet, and hands it to `use` once `done` holds. */
async function visit<T>(
  browser: Browser,
  url: string,
  { condition = 'plain', done }: { condition?: Condition; done: 'first' | 'whole' },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const viewport = { width: 1024, height: 768 };
  const context = await browser.newContext({ viewport, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  try {
    const page = await context.newPage();
    await impose(page, condition);
    await page.goto(url);
    await page.waitForFunction((name) => window.measure[name] !== undefined, done, { timeout: 60_000 });
    return await use(page);
  } finally {
    await context.close();
  }
}

async function impose(page: Page, condition: Condition): Promise<void> {
  if (condition === 'plain') return;
  const session = await page.context().newCDPSession(page);
  if (condition === '4× CPU') await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  else
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 0.75e6 / 8,
    });
}

/** Both pages in turn, as often as wanted, after one visit of each that does not count. */
async function compare<T>(runs: number, see: (which: Which) => Promise<T>): Promise<Record<Which, T[]>> {
  const seen: Record<Which, T[]> = { floor: [], kankei: [] };
  for (let run = -1; run < runs; run++)
    for (const which of pages) {
      const one = await see(which);
      if (run >= 0) seen[which].push(one);
    }
  return seen;
}

const ms = (time: number) => `${time.toFixed(time < 100 ? 1 : 0)} ms`;

/** A time beside the floor's. */
function beside(what: string, times: Record<Which, number[]>, most: number): Line {
  const [kankei, floor] = [median(times.kankei), median(times.floor)];
  const figure = kankei / floor;
  return {
    what,
    value: `${figure.toFixed(2)} × floor (${ms(kankei)} : ${ms(floor)})`,
    figure,
    target: { most, unit: ' ×' },
  };
}

/** How long (ms) a page is left alone. */
const rest = 1_000;

/** What the script costs a page whose widgets nobody has come near, beside the same page without it. */
async function untouched(browser: Browser, runs: number): Promise<Line[]> {
  const seen = await compare(runs, async (which) => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    try {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(pageUrl(which, 'far'));
      await page.waitForTimeout(rest);
      const { metrics } = await session.send('Performance.getMetrics');
      const files = await page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /\/embed\/|\/v1\//.test(name)).length,
      );
      const longest = await page.evaluate(() => window.measure.longest);
      return { layouts: metrics.find(({ name }) => name === 'LayoutCount')!.value, longest, files };
    } finally {
      await context.close();
    }
  });
  const of = (which: Which, name: 'layouts' | 'longest' | 'files') => median(seen[which].map((one) => one[name]));
  const layouts = of('kankei', 'layouts') - of('floor', 'layouts');
  const longest = of('kankei', 'longest');
  const files = of('kankei', 'files');
  return [
    {
      what: 'widgets far below: layouts more than without the script',
      value: `${layouts} (${of('kankei', 'layouts')} : ${of('floor', 'layouts')})`,
      figure: layouts,
      target: { most: 0 },
    },
    {
      what: 'widgets far below: longest task',
      value: longest ? ms(longest) : 'none over 50 ms',
      figure: longest,
      target: { most: 50, unit: ' ms' },
    },
    { what: 'widgets far below: files fetched', value: String(files), figure: files, target: { most: 1 } },
  ];
}

async function firstCards(browser: Browser, runs: number): Promise<Line[]> {
  const lines: Line[] = [];
  const settled: Measure[] = [];
  for (const condition of conditions) {
    const seen = await compare(runs, (which) =>
      visit(browser, pageUrl(which, answerSize), { condition, done: 'first' }, async (page) => {
        if (which === 'kankei' && condition === 'plain') await page.waitForTimeout(500);
        return page.evaluate(
          (): Measure =>
            ({ ...window.measure, root: undefined, painted: undefined, filter: undefined, word: undefined }) as never,
        );
      }),
    );
    if (condition === 'plain') settled.push(...seen.kankei);
    const times = { floor: seen.floor.map(({ first }) => first!), kankei: seen.kankei.map(({ first }) => first!) };
    lines.push(beside(`first card painted, ${answerSize} programs, ${condition}`, times, 1.05));
  }
  const longest = median(settled.map((one) => one.longest));
  const shift = Math.max(...settled.map((one) => one.shift));
  return [
    ...lines,
    {
      what: `longest task, ${answerSize} programs`,
      value: longest ? ms(longest) : 'none over 50 ms',
      figure: longest,
      target: { most: 50, unit: ' ms' },
    },
    {
      what: `layout shift, ${hasReserve() ? 'room kept by kankei.css' : 'no room kept'}`,
      value: shift.toFixed(4),
      figure: shift,
      target: { most: 0 },
    },
  ];
}

/** What is waited for on a page that is compared under every condition. */
interface Awaited {
  what: string;
  shown: Shown;
  /** Times the floor. */
  most: number;
}

/** The signup of a fan club until somebody can type; a link to furusato nozei until one can follow it. */
const awaited: Awaited[] = [
  { what: 'first field of a signup', shown: 'form', most: 1.15 },
  { what: 'furusato link painted', shown: 'furusato', most: 1.15 },
];

async function firstSight(browser: Browser, runs: number, { what, shown, most }: Awaited): Promise<Line[]> {
  const lines: Line[] = [];
  for (const condition of conditions) {
    const seen = await compare(runs, (which) =>
      visit(browser, pageUrl(which, shown), { condition, done: 'first' }, (page) =>
        page.evaluate(() => window.measure.first!),
      ),
    );
    lines.push(beside(`${what}, ${condition}`, seen, most));
  }
  return lines;
}

async function wholeLists(browser: Browser, runs: number): Promise<Line[]> {
  const seen = await compare(runs, (which) =>
    visit(browser, pageUrl(which, fileSize), { done: 'whole' }, (page) =>
      page.evaluate(() => {
        const { first, all, whole } = window.measure;
        return { first: first!, all: all!, whole: whole! };
      }),
    ),
  );
  const times = (name: 'first' | 'all' | 'whole') => ({
    floor: seen.floor.map((one) => one[name]),
    kankei: seen.kankei.map((one) => one[name]),
  });
  const size = fileSize.toLocaleString('en');
  return [
    beside(`first card painted, ${size} programs`, times('first'), 0.4),
    // The page asks for the whole file at once, as the floor shows it.
    beside(`all programs in the list by title and link, ${size}`, times('all'), 0.6),
    beside(`all their cards whole, ${size}`, times('whole'), 1.1),
  ];
}

/** Keyword changes over a whole file: how long one takes, and what a thousand leave behind. */
async function filtering(browser: Browser, runs: number): Promise<Line[]> {
  return visit(browser, pageUrl('kankei', fileSize), { done: 'whole' }, async (page) => {
    const session = await page.context().newCDPSession(page);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      const { nodes } = await session.send('Memory.getDOMCounters');
      return { used: usedSize / 1e6, nodes };
    };
    const change = (count: number, rest = 0, what: 'filter' | 'word' = 'filter') =>
      page.evaluate(
        async ({ words, changes, rest, what }) => {
          const times: number[] = [];
          for (let at = 0; at < changes; at++) {
            if (rest) await new Promise((resolve) => setTimeout(resolve, rest + ((at * 5) % 17)));
            times.push(await window.measure[what](words[at % words.length]!));
          }
          return times;
        },
        { words: searches, changes: count, rest, what },
      );
    // Nobody waits for a frame with a key: each comes at another moment between two, when what was before is at rest.
    const count = 34 + 2 * runs;
    const times = (await change(searches.length + count, 150)).slice(searches.length);
    const least = await change(count, 50, 'word');
    const before = await heap();
    await change(filterChanges);
    const after = await heap();
    const growth = after.used - before.used;
    const signed = (number: number, digits = 0) => `${number < 0 ? '−' : '+'} ${Math.abs(number).toFixed(digits)}`;
    return [
      {
        what: `keyword filter over ${fileSize.toLocaleString('en')} programs, to the next paint`,
        value: `${ms(median(times))} (p95 ${ms(quantile(times, 0.95))}; one word of the page alone ${ms(median(least))})`,
        figure: median(times),
        target: { most: 16, unit: ' ms' },
      },
      {
        what: `memory after ${filterChanges.toLocaleString('en')} filter changes`,
        value: `${before.used.toFixed(1)} MB ${signed(growth, 2)} MB, ${before.nodes} nodes ${signed(after.nodes - before.nodes)}`,
        figure: growth,
        target: { most: 1, unit: ' MB more' },
      },
    ];
  });
}
