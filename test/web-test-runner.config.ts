// @web/test-runner over the bundled tests, one engine or several: KANKEI_BROWSERS=chromium,firefox,webkit.
// `npm run test:browser` bundles them, starts the server (KANKEI_SERVER) and WebKit's driver (at the port KANKEI_DRIVER),
// and reads KANKEI_COUNTS' file.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  defaultReporter,
  type Reporter,
  summaryReporter,
  type TestRunnerConfig,
  type TestSession,
  type TestSuiteResult,
} from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { type Engine, findBrowsers } from '../scripts/browsers.mjs';
import { type Counts, none } from '../scripts/counts.ts';
import { hostPages } from './pages/host-pages.ts';
import { answerOddly } from './pages/odd-answers.ts';

type Launcher = NonNullable<TestRunnerConfig['browsers']>[number];

const launchers: Record<Engine['name'], (programs: Engine['programs']) => Launcher> = {
  chromium: ({ browser }) =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: browser!,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    }),
  firefox: ({ browser }) =>
    puppeteerLauncher({
      launchOptions: { browser: 'firefox', executablePath: browser!, headless: true },
      concurrency: 1,
    }),
  webkit: ({ browser }) =>
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: Number(process.env.KANKEI_DRIVER),
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      } as WebdriverIO.Capabilities,
    }) as unknown as Launcher,
};

const wanted = (process.env.KANKEI_BROWSERS ?? 'chromium').split(',');
const browsers = findBrowsers()
  .filter(({ name }) => wanted.includes(name))
  .map(({ name, programs }) => launchers[name](programs));

const counted = (suite: TestSuiteResult): TestSuiteResult['tests'] => [
  ...suite.tests,
  ...suite.suites.flatMap(counted),
];

/** What each file counted. One that did not get as far as its tests counts as one failure. */
function count(sessions: Iterable<TestSession>): Record<string, Counts> {
  const files: Record<string, Counts> = {};
  for (const { testFile, testResults, passed } of sessions) {
    const tests = testResults ? counted(testResults) : [];
    const counts = { ...none };
    for (const test of tests) counts[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
    if (!passed && tests.every((test) => test.passed || test.skipped)) counts.failed++;
    files[testFile] = counts;
  }
  return files;
}

function countsReporter(file: string): Reporter {
  return { onTestRunFinished: ({ sessions }) => writeFileSync(file, JSON.stringify(count(sessions))) };
}

const countsFile = process.env.KANKEI_COUNTS;
/** Where the reference server runs. */
const server = process.env.KANKEI_SERVER;

/**
 * A comparison that fails carries what was compared, and the runner clones it to send it: of an element that throws, and
 * the runner waits until its time is over. Such a value goes as its name.
 */
const cloneAnything = `
  const clone = window.structuredClone;
  const named = (key, value) => (value instanceof Node ? '<' + value.nodeName.toLowerCase() + '>' : value);
  window.structuredClone = (value, ...rest) => {
    try {
      return clone(value, ...rest);
    } catch {
      return JSON.parse(JSON.stringify(value, named));
    }
  };
`;

export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  files: 'dist/test/{elements,pages}/**/*.test.js',
  browsers,
  concurrency: 1,
  testsFinishTimeout: 180_000,
  testRunnerHtml: (framework) => `<!doctype html>
<html>
  <body>
    <script>${cloneAnything}</script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  testFramework: { config: { timeout: 10_000 } },
  // What the widgets tell webmasters: many tests are about it.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('[kankei]'),
  middleware: server ? [async (context, next) => void ((await answerOddly(context, server)) || (await next()))] : [],
  plugins: server ? [hostPages(server)] : [],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    summaryReporter({}),
    ...(countsFile ? [countsReporter(countsFile)] : []),
  ],
} satisfies TestRunnerConfig;
