// npm run test:browser [chromium] [firefox] [webkit]: the tests that render, in Firefox, then in the others side by side.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, findBrowsers, isComplete } from './browsers.mjs';
import { add, type Counts, closingLine, none } from './counts.ts';
import { buildEmbed } from './embed.ts';
import { run } from './run.ts';
import { startServer, startWebKit } from './test-services.ts';

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
    // Each engine takes one test file at a time and keeps one core busy: two go side by side. Firefox goes alone, for it
    // gives keys and focus away while others draw.
    const ready = engines.filter(isComplete);
    const results: Counts[] = [];
    for (const isFirefox of [true, false]) {
      const together = ready.filter(({ name }) => (name === 'firefox') === isFirefox);
      results.push(
        ...(await Promise.all(together.map((engine) => testEngine(engine, server.url, together.length > 1)))),
      );
    }
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
