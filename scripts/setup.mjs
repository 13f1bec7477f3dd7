// Installs what is missing, and nothing else: packages as the lockfile says, the Node they need, and with --browsers
// the engines the tests run in. Built-ins only, for the system's Node (20.19 or later). With --quiet it says nothing
// on standard output.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowsers, isComplete } from './browsers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const quiet = process.argv.includes('--quiet');
const say = (line) => quiet || console.log(line);

function run(command, args, options = {}) {
  const out = quiet ? 'ignore' : 'inherit';
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', out, 'inherit'], ...options }).status === 0;
}

/** Holds the lockfile's hash of the last installation that went well. */
const stamp = join(root, 'node_modules/.kankei-installed');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** True when nothing is installed, or the lockfile has changed since. */
function packagesAreStale() {
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockHash();
}

function installPackages() {
  say('Installing packages …');
  // Install scripts stay off: some packages would download browsers that are never used. Only Node's own is run below.
  // Not `npm ci`: it refuses a lockfile that lacks the optional binaries of platforms its author could not reach.
  if (run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']))
    return writeFileSync(stamp, lockHash());
  console.error('npm install failed: see the lines above. Without a network connection packages cannot be installed.');
  process.exit(1);
}

/** Scripts find this one first: npm puts the folder before the machine's own on their PATH. */
const runtime = join(root, 'node_modules/.bin/node');

function runtimeWorks() {
  const version = spawnSync(runtime, ['--version'], { encoding: 'utf8' });
  return version.status === 0 && Number(/^v(\d+)/.exec(version.stdout)?.[1]) >= 24;
}

/** The npm package `node` carries the Node 24 that all scripts run on, whatever the machine has. */
function installRuntime() {
  if (runtimeWorks()) return;
  say('Installing the Node that the scripts run on …');
  run('npm', ['rebuild', 'node', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (runtimeWorks()) return;
  console.error('Node 24 could not be installed into node_modules. Is there a build of it for this machine?');
  process.exit(1);
}

const hasJapaneseFont = () => spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' }).stdout?.trim();

function installBrowsers() {
  const packages = findBrowsers().flatMap((engine) => (isComplete(engine) ? [] : engine.packages));
  if (!hasJapaneseFont()) packages.push('fontconfig', 'fonts-noto-cjk');
  if (!packages.length) return;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) {
    say(`Missing for the browser tests, and not installable here (needs apt and root): ${packages.join(' ')}`);
    return;
  }
  say(`Installing for the browser tests: ${packages.join(' ')} …`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  run('apt-get', ['update', '-qq'], options);
  // One by one, so that what one archive lacks does not keep the others away.
  for (const name of packages) run('apt-get', ['install', '-y', '-qq', name], options);
}

if (packagesAreStale()) installPackages();
installRuntime();
if (process.argv.includes('--browsers')) installBrowsers();
