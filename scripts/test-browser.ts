// npm run test:browser [chromium] [firefox] [webkit]: the tests that render, one engine after the other.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, findBrowsers, isComplete } from './browsers.mjs';
import { add, type Counts, closingLine, none } from './counts.ts';
import { buildEmbed } from './embed.ts';
import { run } from './run.ts';
import { startServer, startWebKit } from './test-services.ts';

/** Runs every browser test in one engine. A run that counted nothing is a failure. */
async function testEngine(engine: Engine, server: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-test-'));
  const file = join(folder, 'counts.json');
  const stop = engine.name === 'webkit' ? await startWebKit(engine) : () => {};
  try {
    const code = await run('wtr', ['--config', 'test/web-test-runner.config.ts'], {
      env: { ...process.env, KANKEI_BROWSERS: engine.name, KANKEI_COUNTS: file, KANKEI_SERVER: server },
    });
    const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : none;
    return (code === 0 && counts.passed) || counts.failed ? counts : add(counts, { passed: 0, failed: 1, skipped: 0 });
  } finally {
    stop();
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
    for (const engine of engines) {
      if (isComplete(engine)) console.log(`\n== ${engine.name} ==`);
      counts = add(counts, isComplete(engine) ? await testEngine(engine, server.url) : skip(engine));
    }
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
