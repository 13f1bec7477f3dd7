// npm run test:browser [chromium] [firefox] [webkit]: the tests that render, one engine after the other.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowsers, isComplete } from './browsers.mjs';
import { add, type Counts, closingLine, none } from './counts.ts';
import { run } from './run.ts';

type Engine = ReturnType<typeof findBrowsers>[number];

/** The port WebKit's driver listens on; the runner's configuration knows it too. */
const driverPort = 4567;
const display = ':99';

async function listening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}

/** WebKitGTK needs a screen and a driver, started here and ended by the returned function. */
async function startWebKit({ programs }: Engine): Promise<() => void> {
  const started: ChildProcess[] = [
    spawn(programs.display!, [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: 'ignore' }),
  ];
  await wait(500);
  started.push(
    spawn(programs.driver!, [`--port=${driverPort}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: display,
        // WebKitGTK's sandbox refuses to start as root, which is what test machines run as.
        ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
      },
    }),
  );
  for (let tries = 0; tries < 50 && !(await listening(driverPort)); tries++) await wait(100);
  return () => {
    for (const child of started) child.kill();
  };
}

/** Runs every browser test in one engine. A run that counted nothing is a failure. */
async function testEngine(engine: Engine): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-test-'));
  const file = join(folder, 'counts.json');
  const stop = engine.name === 'webkit' ? await startWebKit(engine) : () => {};
  try {
    const code = await run('wtr', ['--config', 'test/web-test-runner.config.ts'], {
      env: { ...process.env, KANKEI_BROWSERS: engine.name, KANKEI_COUNTS: file },
    });
    const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : none;
    return code === 0 || counts.failed ? counts : add(counts, { passed: 0, failed: 1, skipped: 0 });
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the named engines, or all; one that this machine lacks is said and counted as skipped. */
export async function testBrowsers(names: string[] = []): Promise<Counts> {
  let counts = none;
  for (const engine of findBrowsers()) {
    if (names.length && !names.includes(engine.name)) continue;
    if (isComplete(engine)) {
      console.log(`\n== ${engine.name} ==`);
      counts = add(counts, await testEngine(engine));
    } else {
      const missing = Object.entries(engine.programs).flatMap(([what, path]) => (path ? [] : [what]));
      console.log(
        `\n== ${engine.name}: SKIPPED, this machine has no ${missing.join(', ')} (${engine.packages.join(', ')}) ==`,
      );
      counts = add(counts, { passed: 0, failed: 0, skipped: 1 });
    }
  }
  return counts;
}

if (import.meta.main) {
  const counts = await testBrowsers(process.argv.slice(2));
  console.log(closingLine(counts));
  process.exitCode = counts.failed ? 1 : 0;
}
