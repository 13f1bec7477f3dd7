// What the reference server takes to answer a listing: the query alone, then over HTTP beside a bare handler.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fromSearchParams, type ProgramQuery } from '@kankei/core';
import { type Database, openDatabase, replacePrograms, saveTown, searchPrograms } from '@kankei/server';
import { root } from '../run.ts';
import { throughput } from './load.ts';
import { explain, isScan } from './plans.ts';
import { makePrograms, now, town } from './programs.ts';
import { commonQueries, manyQueries, warmingQueries } from './questions.ts';
import { median, quantile } from './statistics.ts';
import type { Line } from './table.ts';

/** What `npm start` gives to Node. */
const startFlags = readFileSync(join(root, 'package.json'), 'utf8')
  .match(/"start": "node (.*) scripts\/start\.ts"/)![1]!
  .split(' ');

const port = 9471;
const barePort = 9472;
const address = `http://127.0.0.1:${port}`;

/** Measures with so many programs; their database stands in `folder` meanwhile. */
export async function benchServer(folder: string, { runs, size }: { runs: number; size: number }): Promise<Line[]> {
  const file = join(folder, `${size}.sqlite`);
  const db = await openDatabase(file);
  try {
    await saveTown(db, town, now);
    await replacePrograms(db, makePrograms(size), { town: town.code, source: 'import', now });
    return [
      await checkPlans(db, size),
      ...(await measureQueries(db, size, runs)),
      ...(await measureHttp(file, size, () => write(db))),
    ];
  } finally {
    await db.destroy();
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
  }
}

let writes = 0;

/** Changes the town a little: nothing that was found before holds any longer. */
const write = (db: Database) => saveTown(db, { ...town, greeting: `${++writes}` }, now);

function readQuery(search: string): ProgramQuery {
  const read = fromSearchParams([...new URLSearchParams(search)]);
  if ('errors' in read) throw new Error(`${search}: ${JSON.stringify(read.errors)}`);
  return read.query;
}

const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
const spread = (times: number[]) => `p50 ${ms(median(times))}, p95 ${ms(quantile(times, 0.95))}`;
const named = (size: number) => `${size.toLocaleString('en')} programs`;

/** What SQLite says it does for the common questions when nothing of the town is in memory. */
async function checkPlans(db: Database, size: number): Promise<Line> {
  const steps: string[] = [];
  for (const search of commonQueries)
    steps.push(...(await explain(db, (watched) => searchPrograms(watched, [town.code], readQuery(search), now))));
  const scans = steps.filter(isScan);
  const value = `${scans.length} scans in ${steps.length} steps of SQLite ${scans.join(', ')}`.trim();
  return { what: `plans, ${named(size)}, common questions`, value, figure: scans.length, target: { most: 0 } };
}

/** The query alone: when the town was just written, when only the question is new, and asked again. */
async function measureQueries(db: Database, size: number, runs: number): Promise<Line[]> {
  const ask = async (search: string) => {
    const start = performance.now();
    await searchPrograms(db, [town.code], readQuery(search), now);
    return performance.now() - start;
  };
  const cold: number[] = [];
  for (const search of commonQueries) {
    await write(db);
    cold.push(await ask(search));
  }
  for (const search of warmingQueries) await ask(search);
  const first: number[] = [];
  for (const search of manyQueries) first.push(await ask(search));
  const again: number[] = [];
  for (let run = 0; run < runs; run++) for (const search of commonQueries) again.push(await ask(search));
  const line = (how: string, times: number[]) => ({ what: `list query, ${named(size)}, ${how}`, value: spread(times) });
  return [line('the town just written', cold), line('for the first time', first), line('asked again', again)];
}

const pathOf = (query: string) => `/v1/towns/${town.code}/programs?${encodeURI(query)}`;

/** How long a load lasts, in ms, and in how many rounds. */
const duration = 600;
const rounds = 5;

/** Of so many questions that were asked for the first time, the bare handler answers one. */
const sampled = 20;

function start(file: string, at: number): ChildProcess {
  return fork(new URL('serve.ts', import.meta.url), [file, String(at)], { cwd: root, execArgv: startFlags });
}

/**
 * Over HTTP, and the bare handler with the same bytes; in turn, so that whatever else the machine does meets both. Each in a
 * process of its own: what the bare handler answers is no part of the memory that the server takes.
 */
async function measureHttp(file: string, size: number, change: () => Promise<void>): Promise<Line[]> {
  const [child, bare] = [start(file, port), start(file, barePort)];
  try {
    await Promise.all([heard(child), heard(bare)]);
    for (let limit = 10; limit < 18; limit++) {
      const paths = warmingQueries.map((query) => pathOf(`${query}&limit=${limit}`));
      await throughput(port, paths, { duration: 60_000, once: true });
    }
    const first: number[] = [];
    const firstFloor: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const some = manyQueries.filter((_, index) => index % rounds === round);
      first.push(await throughput(port, some.map(pathOf), { duration: 60_000, once: true }));
      const sample = some.filter((_, index) => index % sampled === 0);
      firstFloor.push(await measureBare(bare, sample));
    }
    const again: number[] = [];
    const floor: number[] = [];
    for (let round = 0; round < rounds; round++) {
      again.push(await throughput(port, commonQueries.map(pathOf), { duration }));
      floor.push(await measureBare(bare, commonQueries));
    }
    const memory = Number(await tell(child, 'memory')) / 1e6;
    const cold: number[] = [];
    for (const query of commonQueries) {
      await change();
      cold.push(await throughput(port, [pathOf(query)], { duration: 60_000, once: true }));
    }
    const bareRate = median(firstFloor);
    return [
      compare(`reads/s, ${named(size)}, each question for the first time`, median(first), bareRate),
      compare(`reads/s, ${named(size)}, the town written before each question`, median(cold), bareRate, false),
      compare(`reads/s, ${named(size)}, common questions, no HTTP cache`, median(again), median(floor)),
      {
        what: `resident memory, ${named(size)}`,
        value: `${Math.round(memory)} MB`,
        ...(size === 100_000 ? { figure: memory, target: { most: 150, unit: ' MB' } } : {}),
      },
    ];
  } finally {
    for (const one of [child, bare])
      if (one.connected) {
        one.disconnect();
        await once(one, 'exit');
      }
  }
}

/** The bare handler, with the bytes that the server answers these questions with. */
async function measureBare(bare: ChildProcess, queries: readonly string[]): Promise<number> {
  const bodies: string[] = [];
  for (const query of queries) bodies.push(await (await fetch(address + pathOf(query))).text());
  await tell(bare, { bodies });
  const paths = bodies.map((_, index) => `/bare/${index}`);
  return throughput(barePort, paths, { duration });
}

async function tell(child: ChildProcess, message: object | string): Promise<unknown> {
  child.send(message);
  return heard(child);
}

/** The next thing the server says; throws when it ends instead: nobody would be left to wait for. */
async function heard(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const ended = once(child, 'exit', over).then(([code, signal]) => {
    throw new Error(`the server that is measured ended (${signal ?? code}); it says above why`);
  });
  try {
    return (await Promise.race([once(child, 'message', over), ended]))[0];
  } finally {
    ended.catch(() => {});
    over.abort();
  }
}

function compare(what: string, reads: number, floor: number, isAimedAt = true): Line {
  const ratio = reads / floor;
  const value = `${ratio.toFixed(ratio < 0.1 ? 4 : 2)} × bare Hono (${Math.round(reads)} : ${Math.round(floor)})`;
  return { what, value, ...(isAimedAt && { figure: ratio, target: { least: 0.5, unit: ' ×' } }) };
}
