import { expect } from '@open-wc/testing';
import { wait } from './support.ts';

type HostWindow = Window & { seen: { errors: string[]; violations: string[] } };

/** What a page came to: its widget shown, and what went wrong. */
const outcomes = new Map<string, { shown: boolean; problem: string; errors: string[]; violations: string[] }>();
const names: string[] = [];

const isWidget = (element: Element) => /^kankei-/.test(element.localName);

/** True once a widget has something to show beside its fallback, and a frame of ours has grown to what it holds. */
function isShown(page: Document): boolean {
  const widgets = [...page.querySelectorAll('*')].filter(isWidget);
  const frames = [...page.querySelectorAll('iframe')];
  return (
    widgets.length + frames.length > 0 &&
    widgets.every(({ shadowRoot }) =>
      Boolean(shadowRoot?.querySelector('[part]') && shadowRoot.querySelector('button, a')),
    ) &&
    frames.every((frame) => frame.getBoundingClientRect().height > 1000)
  );
}

async function visit(name: string): Promise<void> {
  const frame = document.createElement('iframe');
  // In sight: what is far is not fetched.
  frame.style.cssText = 'position:fixed;inset:0;inline-size:800px;block-size:600px;border:0';
  frame.src = `/examples/${name}/`;
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument!;
  for (const end = Date.now() + 12_000; Date.now() < end && !isShown(page); ) await wait(50);
  const problems = [...page.querySelectorAll('*')].map(
    ({ shadowRoot }) => shadowRoot?.querySelector('[part~="problem"]')?.textContent?.trim() ?? '',
  );
  const { errors, violations } = (frame.contentWindow as HostWindow).seen;
  // The test server brings a script of its own.
  const own = violations.filter((one) => !one.includes('__web-dev-server__'));
  outcomes.set(name, { shown: isShown(page), problem: problems.join(''), errors, violations: own });
  frame.remove();
}

before(async function () {
  this.timeout(90_000);
  const index = await (await fetch('/examples/')).text();
  const all = [...index.matchAll(/href="([\w/-]+)\/"/g)].map((match) => match[1]!);
  // What is broken on purpose has a test of its own: doctor.test.ts.
  names.push(...all.filter((name) => name !== 'doctor'));
  const left = [...names];
  const visitor = async () => {
    for (let name = left.shift(); name; name = left.shift()) await visit(name);
  };
  await Promise.all([visitor(), visitor(), visitor(), visitor()]);
});

it('shows its widget on every page to copy, on a site that is not the server’s', () => {
  expect(names.length).to.be.greaterThan(15);
  const good = { shown: true, problem: '', errors: [], violations: [] };
  expect(Object.fromEntries(outcomes)).to.deep.equal(Object.fromEntries(names.map((name) => [name, good])));
});
