// Suggestions are found in the browser where a town has no server: how long that takes, in Chromium.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { findBrowsers } from '../browsers.mjs';
import type { MatchingTimes } from './page/matching.ts';
import { median, quantile } from './statistics.ts';
import type { Line } from './table.ts';

const count = 10_000;
declare const measureMatching: (count: number, rounds: number) => MatchingTimes;

export async function benchMatching(rounds: number): Promise<Line[]> {
  const executablePath = findBrowsers().find(({ name }) => name === 'chromium')?.programs.browser;
  if (!executablePath) throw new Error('Chromium is not on this machine: npm test installs it on Debian.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundle() });
    const times = await page.evaluate(([count, rounds]) => measureMatching(count, rounds), [count, rounds] as const);
    return lines(times);
  } finally {
    await browser.close();
  }
}

/** The script of the page as one file, built as the embed is. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('page/matching.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['kankei-source'] },
    build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}

function lines({ again, first, sort }: MatchingTimes): Line[] {
  const size = count.toLocaleString('en');
  const line = (what: string, times: number[]): Line => ({
    what,
    value:
      `${median(times).toFixed(1)} ms (p95 ${quantile(times, 0.95).toFixed(1)} ms), ` +
      `${(median(times) / median(sort)).toFixed(1)} × a plain sort (${median(sort).toFixed(1)} ms)`,
    figure: median(times),
    target: { most: 50, unit: ' ms' },
  });
  return [
    line(`${size} programs ranked anew at an answer`, again),
    line(`${size} programs ranked for the first time`, first),
  ];
}
