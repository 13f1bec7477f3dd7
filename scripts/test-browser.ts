// npm run test:browser [engine …] [test …]: the tests that render, in all engines side by side. `chromium firefox webkit`
// are engines; `elements/views`, `views` or `pages` are tests.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bundleTests } from './browser-tests.ts';
import { type Engine, findBrowsers, isComplete } from './browsers.mjs';
import { add, againLine, type Counts, closingLine, none } from './counts.ts';
import { buildEmbed } from './embed.ts';
import { run } from './run.ts';
import { startServer, startWebKit } from './test-services.ts';

/** Into how many parts, side by side, an engine's tests are divided: most of a test is waiting. Focus is one's own in each. */
const parts = { chromium: 1, firefox: 1, webkit: 2 };

/** Where the next runner's pages stand, so that two that start together do not reach for the same port. */
let nextPort = 8000;

/** What each test file counted, by its path. */
type Results = Record<string, Counts>;

/** Runs the tests of some files in one engine and shows what it said. A run that counted nothing is a failure. */
async function testEngine(engine: Engine, server: string, files: string[]): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-test-'));
  const file = join(folder, 'counts.json');
  const log = join(folder, 'log.txt');
  const output = openSync(log, 'w');
  const start = performance.now();
  const driver = engine.name === 'webkit' ? await startWebKit(engine) : undefined;
  try {
    const options = ['--config', 'test/web-test-runner.config.ts', '--port', `${nextPort++}`, '--files', ...files];
    // The slowest goes first on a crowded machine, so that all end about together.
    const [command, ...first] = engine.name === 'webkit' ? ['wtr'] : ['nice', '-n', '5', 'wtr'];
    const code = await run(command!, [...first, ...options], {
      stdio: ['ignore', output, output],
      env: {
        ...process.env,
        KANKEI_BROWSERS: engine.name,
        KANKEI_COUNTS: file,
        KANKEI_SERVER: server,
        KANKEI_DRIVER: `${driver?.port}`,
      },
    });
    const took = `${((performance.now() - start) / 1000).toFixed(0)} s`;
    console.log(`\n== ${engine.name}, ${took} ==\n${readFileSync(log, 'utf8')}`);
    const results = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Results) : {};
    const { passed, failed } = Object.values(results).reduce(add, none);
    return (code === 0 && passed) || failed ? results : { ...results, [engine.name]: { ...none, failed: 1 } };
  } finally {
    driver?.stop();
    closeSync(output);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs files in one engine, in as many parts as it is divided into; the largest of each part, which take longest, first. */
async function testInParts(engine: Engine, server: string, files: string[]): Promise<Results> {
  const count = Math.min(parts[engine.name], files.length);
  const sorted = files.toSorted((a, b) => statSync(b).size - statSync(a).size);
  const all = Array.from({ length: count }, (_, part) => sorted.filter((_, nth) => nth % count === part));
  return Object.assign({}, ...(await Promise.all(all.map((some) => testEngine(engine, server, some)))));
}

/** Files of which something failed while other engines drew are run again alone: focus and time are shared there. */
async function testAgain(engine: Engine, server: string, results: Results): Promise<Results> {
  const files = Object.keys(results).filter((file) => results[file]!.failed && existsSync(file));
  if (!files.length) return results;
  console.log(`\n== ${engine.name} again, alone: ${files.map((file) => basename(file)).join(', ')} ==`);
  const second = await testEngine(engine, server, files);
  for (const file of files) {
    const counts = second[file];
    if (counts && !counts.failed) second[file] = { ...counts, again: [`${basename(file)} in ${engine.name}`] };
  }
  return { ...results, ...second };
}

/** Says in one line why an engine is left out. */
function skip({ name, programs, packages }: Engine): Counts {
  const missing = Object.entries(programs).flatMap(([what, path]) => (path ? [] : [what]));
  console.log(
    `\n== ${name}: SKIPPED, this machine has no ${missing.join(', ')} for it (Debian: ${packages.join(', ')}) ==`,
  );
  return { ...none, skipped: 1 };
}

/** Runs the named tests in the named engines, or all; an engine that this machine lacks is said and counted as skipped. */
export async function testBrowsers(names: string[] = []): Promise<Counts> {
  const all = findBrowsers();
  const isEngine = (name: string) => all.some((engine) => engine.name === name);
  const engines = names.some(isEngine) ? all.filter(({ name }) => names.includes(name)) : all;
  let counts = none;
  const [files] = await Promise.all([bundleTests(names.filter((name) => !isEngine(name))), buildEmbed()]);
  const server = await startServer();
  try {
    for (const engine of engines.filter((one) => !isComplete(one))) counts = add(counts, skip(engine));
    const ready = engines.filter(isComplete);
    const first = await Promise.all(ready.map((engine) => testInParts(engine, server.url, files)));
    for (const [at, engine] of ready.entries()) {
      const results = ready.length > 1 ? await testAgain(engine, server.url, first[at]!) : first[at]!;
      counts = Object.values(results).reduce(add, counts);
    }
  } finally {
    server.stop();
  }
  return counts;
}

if (import.meta.main) {
  const counts = await testBrowsers(process.argv.slice(2));
  if (counts.again.length) console.log(`\n${againLine(counts)}\n`);
  console.log(closingLine(counts));
  process.exitCode = counts.failed ? 1 : 0;
}
