// npm test: everything that must hold, one closing line. Each check that is not a runner counts as one test.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add, againLine, type Counts, closingLine, none } from './counts.ts';
import { run } from './run.ts';
import { testBrowsers } from './test-browser.ts';

async function check(command: string, args: string[]): Promise<Counts> {
  return (await run(command, args)) === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/** Vitest's own totals. A run that ends badly without a failed test counts as one failure. */
async function testNode(): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'kankei-test-'));
  const file = join(folder, 'vitest.json');
  try {
    const code = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
    if (!existsSync(file)) return { ...none, failed: 1 };
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = code !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
    return { ...none, passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const parts: [title: string, work: () => Promise<Counts>][] = [
  ['Build', () => check('node', ['scripts/build.ts'])],
  ['Types', () => check('tsc', ['-b'])],
  ['Lint', () => check('biome', ['ci'])],
  ['Vitest', testNode],
  ['Storybook', () => check('npm', ['run', '--silent', 'build-storybook'])],
  ['Browsers', testBrowsers],
];

let total = none;
const summary: string[] = [];
for (const [title, work] of parts) {
  console.log(`\n=== ${title} ===`);
  const start = performance.now();
  const counts = await work();
  total = add(total, counts);
  summary.push(`${title.padEnd(10)} ${closingLine(counts)} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
}
console.log(`\n${[...summary, againLine(total)].filter(Boolean).join('\n')}\n`);
// Set before the line is printed, so that nothing can follow it.
process.exitCode = total.failed ? 1 : 0;
console.log(closingLine(total));
