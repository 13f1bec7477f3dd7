// npm run test:browser [chromium] [firefox] [webkit]: the tests that render, in as many engines at a time as there are cores.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, findBrowsers, isComplete } from './browsers.mjs';
import { add, type Counts, closingLine, none } from './counts.ts';
import { buildEmbed } from './embed.ts';
import { run } from './run.ts';
import { startServer, startWebKit } from './test-services.ts';

const slowestFirst: Engine['name'][] = ['firefox', 'webkit', 'chromium'];

/** Where each engine's pages stand, so that two that start together do not reach for the same port. */
const ports = { chromium: 8000, firefox: 8001, webkit: 8002 };

/**
 * Runs every browser test in one engine, its output shown as it comes, or `later` in one piece. A run that counted
 * nothing is a failure.
 */
async function testEngine(engine: Engine, server: string, later = false): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-test-'));
  const file = join(folder, 'counts.json');
  const log = join(folder, 'log.txt');
  const output = later ? openSync(log, 'w') : 'inherit';
  const start = performance.now();
  const stop = engine.name === 'webkit' ? await startWebKit(engine) : () => {};
  try {
    const code = await run('wtr', ['--config', 'test/web-test-runner.config.ts', '--port', `${ports[engine.name]}`], {
      stdio: ['ignore', output, output],
      env: { ...process.env, KANKEI_BROWSERS: engine.name, KANKEI_COUNTS: file, KANKEI_SERVER: server },
    });
    const took = `${((performance.now() - start) / 1000).toFixed(0)} s`;
    console.log(`\n== ${engine.name}, ${took} ==\n${later ? readFileSync(log, 'utf8') : ''}`);
    const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : none;
    return (code === 0 && counts.passed) || counts.failed ? counts : add(counts, { passed: 0, failed: 1, skipped: 0 });
  } finally {
    stop();
    if (typeof output === 'number') closeSync(output);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says in one line why an engine is left out. */
function skip({ name, programs, packages }: Engine): Counts {
  const missing = Object.entries(programs).flatMap(([what, path]) => (path ? [] : [what]));
  console.log(
    `\n== ${name}: SKIPPED, this machine has no ${missing.join(', ')} for it (Debian: ${packages.join(', ')}) ==`,
  );
  return { passed: 0, failed: 0, skipped: 1 };
}

/** Runs the named engines, or all; one that this machine lacks is said and counted as skipped. */
export async function testBrowsers(names: string[] = []): Promise<Counts> {
  const engines = findBrowsers().filter(({ name }) => !names.length || names.includes(name));
  let counts = none;
  await buildEmbed();
  const server = await startServer();
  try {
    for (const engine of engines.filter((one) => !isComplete(one))) counts = add(counts, skip(engine));
    // Each engine takes one test file at a time and keeps one core busy; the slowest begin.
    const waiting = slowestFirst.flatMap((name) =>
      engines.filter((engine) => engine.name === name && isComplete(engine)),
    );
    const results: Counts[] = [];
    const lanes = Math.min(availableParallelism(), waiting.length);
    await Promise.all(
      Array.from({ length: lanes }, async () => {
        for (let engine = waiting.shift(); engine; engine = waiting.shift())
          results.push(await testEngine(engine, server.url, lanes > 1));
      }),
    );
    counts = results.reduce(add, counts);
  } finally {
    server.stop();
  }
  return counts;
}

if (import.meta.main) {
  const counts = await testBrowsers(process.argv.slice(2));
  console.log(closingLine(counts));
  process.exitCode = counts.failed ? 1 : 0;
}
