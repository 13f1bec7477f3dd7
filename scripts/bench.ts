// npm run bench: how fast the listing is beside a page without a library, suggestions beside a plain sort, the server
// beside a bare handler, and signups beside bare inserts.
// It says what is, and fails only where something could not be measured.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBrowser } from './bench/browser.ts';
import { benchMatching } from './bench/matching.ts';
import { benchServer } from './bench/server.ts';
import { benchSignups } from './bench/signups.ts';
import { type Line, table } from './bench/table.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    only: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    help: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const sizes = values.sizes.split(',').map(Number);
const isCount = (number: number) => Number.isSafeInteger(number) && number > 0;
const wellAsked = isCount(runs) && sizes.every(isCount) && [undefined, 'browser', 'server'].includes(values.only);
if (values.help || !wellAsked) {
  console.log('npm run bench -- [--runs 15] [--only browser|server] [--sizes 1000,10000,100000]');
  process.exit(values.help ? 0 : 1);
}

const folder = mkdtempSync(join(tmpdir(), 'kankei-bench-'));
const lines: Line[] = [];
const conditions = [
  new Date().toISOString().slice(0, 10),
  `Node ${process.versions.node}`,
  `${cpus().length} × ${cpus()[0]?.model.trim()}`,
  `load ${loadavg()[0]!.toFixed(1)} at the start`,
  `medians of ${runs}`,
];
// However it ends, what was measured is told, and whether that is all.
let isWhole = false;
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true });
  console.log(`${table(lines)}\n\n${conditions.join(' · ')} · ${commit()}`);
  if (isWhole) return;
  console.error('\nThis is not all: the bench ended before its end.');
  process.exitCode = 1;
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

if (values.only !== 'server') {
  const measured = await benchBrowser(runs);
  conditions.push(measured.browser);
  lines.push(...measured.lines);
  lines.push(...(await benchMatching(runs)));
}
if (values.only !== 'browser') {
  for (const size of sizes) lines.push(...(await benchServer(folder, { runs, size })));
  lines.push(await benchSignups(folder));
}
isWhole = true;

/** Which state of the sources was measured. */
function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'no git';
  }
}
