// Where the test browsers are on this machine. Built-ins only: the set-up runs this before anything is installed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const folders = (process.env.PATH ?? '').split(delimiter);

/** The first of the names that is a file on the PATH. */
function onPath(...names) {
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isFile);
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}

/** Debian keeps WebKitGTK's test browser out of the PATH, in a folder that names the processor. */
function miniBrowser() {
  if (!existsSync('/usr/lib')) return undefined;
  return readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'webkit2gtk-4.1/MiniBrowser'))
    .find(isFile);
}

/**
 * The engines and what each needs: the programs found, and the Debian packages that bring them.
 * @returns {{ name: 'chromium' | 'firefox' | 'webkit', packages: string[], programs: Record<string, string | undefined> }[]}
 */
export function findBrowsers() {
  return [
    {
      name: 'chromium',
      packages: ['chromium'],
      programs: { browser: onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') },
    },
    {
      name: 'firefox',
      packages: ['firefox-esr'],
      programs: { browser: onPath('firefox-esr', 'firefox') },
    },
    {
      name: 'webkit',
      packages: ['webkit2gtk-driver', 'xvfb'],
      programs: { driver: onPath('WebKitWebDriver'), browser: miniBrowser(), display: onPath('Xvfb') },
    },
  ];
}

/** True when every program an engine needs is there. */
export function isComplete(engine) {
  return Object.values(engine.programs).every(Boolean);
}
