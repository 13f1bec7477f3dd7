// What the reference server takes to answer a listing: the query alone, then over HTTP beside a bare handler.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromSearchParams, type ProgramQuery } from '@kankei/core';
import { type Database, openDatabase, replacePrograms, saveTown, searchPrograms } from '@kankei/server';
import { root } from '../run.ts';
import { throughput } from './load.ts';
import { makePrograms, now, town } from './programs.ts';
import { median, quantile } from './statistics.ts';
import type { Line } from './table.ts';

/** What visitors ask: the list as it opens, each filter, the orders, words, dates. */
const commonQueries = [
  '',
  'kind=help',
  'kind=event&kind=festival',
  'theme=農業',
  'pay=thanks',
  'mode=online',
  'open=true',
  'from=2026-11-28&to=2026-11-29',
  'from=2026-12-01&to=2026-12-31',
  'past=only',
  'sort=deadline',
  'sort=new',
  'q=大根',
  'q=収穫 手伝う',
  'q=そば&kind=course',
];

/** What `npm start` gives to Node. */
const startFlags = readFileSync(join(root, 'package.json'), 'utf8')
  .match(/"start": "node (.*) scripts\/start\.ts"/)![1]!
  .split(' ');

const port = 9471;
const address = `http://127.0.0.1:${port}`;

/** Measures at each number of programs; the databases stand in `folder` meanwhile. */
export async function benchServer(folder: string, { runs, sizes }: { runs: number; sizes: number[] }): Promise<Line[]> {
  const lines: Line[] = [];
  for (const size of sizes) {
    const file = join(folder, `${size}.sqlite`);
    const db = await openDatabase(file);
    await saveTown(db, town, now);
    await replacePrograms(db, makePrograms(size), { town: town.code, source: 'import', now });
    lines.push(await measureQueries(db, size, runs));
    await db.destroy();
    lines.push(...(await measureHttp(file, size)));
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
  return lines;
}

function readQuery(search: string): ProgramQuery {
  const read = fromSearchParams([...new URLSearchParams(search)]);
  if ('errors' in read) throw new Error(`${search}: ${JSON.stringify(read.errors)}`);
  return read.query;
}

const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
const named = (size: number) => `${size.toLocaleString('en')} programs`;

async function measureQueries(db: Database, size: number, runs: number): Promise<Line> {
  const times: number[] = [];
  for (let run = -1; run < runs; run++)
    for (const search of commonQueries) {
      const start = performance.now();
      await searchPrograms(db, [town.code], readQuery(search), now);
      // The first round is for the caches of SQLite and the compiler.
      if (run >= 0) times.push(performance.now() - start);
    }
  return { what: `list query, ${named(size)}`, value: `p50 ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}` };
}

/** The common questions narrowed further, each finding others: no answer to one is of use for another. */
const variedQueries = ['上野', '中野', '下野', '川上', '川下', '山田'].flatMap((area) =>
  ['light', 'medium', 'hard'].flatMap((effort) =>
    commonQueries.map((query) => `${query}${query && '&'}area=${area}&effort=${effort}`),
  ),
);

const pathOf = (query: string) => `/v1/towns/${town.code}/programs?${encodeURI(query)}`;

/** How long a load lasts at most, in ms. */
const duration = 3_000;

async function measureHttp(file: string, size: number): Promise<Line[]> {
  const child = fork(new URL('serve.ts', import.meta.url), [file, String(port)], {
    execArgv: startFlags,
  });
  try {
    await once(child, 'message');
    await throughput(port, commonQueries.map(pathOf), { duration: 60_000, once: true });
    const first = await throughput(port, variedQueries.map(pathOf), { duration, once: true });
    await throughput(port, commonQueries.map(pathOf), { duration });
    // Before the bare handler is asked, whose bytes are no part of the server.
    const memory = Number(await tell(child, 'memory')) / 1e6;
    const bodies: string[] = [];
    for (const query of commonQueries) bodies.push(await (await fetch(address + pathOf(query))).text());
    await tell(child, { bodies });
    // In turn, so that whatever else the machine does meets both.
    const again: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < 5; round++) {
      again.push(await throughput(port, commonQueries.map(pathOf), { duration: duration / 3 }));
      floor.push(
        await throughput(
          port,
          bodies.map((_, index) => `/bare/${index}`),
          { duration: duration / 3 },
        ),
      );
    }
    return [
      compare(`reads/s, ${named(size)}, each question for the first time`, first, median(floor)),
      compare(`reads/s, ${named(size)}, common questions, no HTTP cache`, median(again), median(floor)),
      {
        what: `resident memory, ${named(size)}`,
        value: `${Math.round(memory)} MB`,
        ...(size === 100_000 ? { figure: memory, target: { most: 150, unit: ' MB' } } : {}),
      },
    ];
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

async function tell(child: ChildProcess, message: object | string): Promise<unknown> {
  child.send(message);
  const [answer] = await once(child, 'message');
  return answer;
}

function compare(what: string, reads: number, floor: number): Line {
  const ratio = reads / floor;
  const value = `${ratio.toFixed(ratio < 0.1 ? 4 : 2)} × bare Hono (${Math.round(reads)} : ${Math.round(floor)})`;
  return { what, value, figure: ratio, target: { least: 0.5, unit: ' ×' } };
}
