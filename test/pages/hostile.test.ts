import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { type HostilePage, hostilePages } from './hostile-pages.ts';
import { until, wait } from './support.ts';

/** What a page tells of itself; `hosts/town.js` has it. */
interface Report {
  errors: string[];
  violations: string[];
  added: string[];
  changed: string[];
  moved: string[];
  /** Heights of the frames on the page. */
  frames: number[];
  widgets: {
    cards: number;
    buttons: number;
    problem: string;
    fallback: boolean;
    text: string;
    color: string;
    smallest: number;
    overflow: number;
  }[];
}
type TownWindow = Window & { town: { start(): void; report(): Report }; translate(): void };

interface Opened {
  name: string;
  page: HostilePage;
  frame: HTMLIFrameElement;
}

const opened = new Map<string, Opened>();
const windowOf = (frame: HTMLIFrameElement) => frame.contentWindow as TownWindow;

/** Opens a page in a frame that covers the window: what is out of sight is not fetched. */
async function open(name: string): Promise<void> {
  const page = hostilePages[name]!;
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;inset:0;inline-size:800px;block-size:600px;border:0';
  if (page.sandbox) frame.setAttribute('sandbox', page.sandbox);
  frame.src = `/hostile/${name}.html`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  opened.set(name, { name, page, frame });
  await loaded;
  if (name.includes('jquery')) {
    const heights = () => [...windowOf(frame).document.querySelectorAll('.box')].map((box) => box.clientHeight);
    await until('boxes of one height', () => new Set(heights()).size === 1);
  }
  if (name === 'libraries')
    await until('the page’s own part', () =>
      windowOf(frame).document.querySelector('town-note')?.shadowRoot?.textContent?.includes('999997'),
    );
  if (page.sandbox === 'allow-scripts') windowOf(frame).postMessage({ town: 'start' }, '*');
  else if (!page.sandbox) windowOf(frame).town.start();
}

/** What a page tells of itself, also one of another origin, which has to be asked. */
async function report({ page, frame }: Opened): Promise<Report> {
  if (page.sandbox !== 'allow-scripts') return windowOf(frame).town.report();
  windowOf(frame).postMessage({ town: 'report' }, '*');
  return new Promise((resolve) => {
    addEventListener('message', function take({ data, source }) {
      if (source !== frame.contentWindow || !data.report) return;
      removeEventListener('message', take);
      resolve(data.report);
    });
  });
}

/** Waits until what is to become of all widgets of a page has; gives what the page tells then. */
function settled(one: Opened): Promise<Report> {
  const isDone = ({ widgets, frames }: Report) =>
    widgets.length > 0 &&
    frames.every((height) => height > 300) &&
    widgets.every(({ cards, problem, fallback }) =>
      one.page.outcome === 'falls back'
        ? fallback && (problem || /blocked-script|refused-policy/.test(one.name))
        : cards > 0,
    );
  let last: Report | undefined;
  return until(`the end of ${one.name}`, async () => {
    last = await report(one);
    return isDone(last) ? last : undefined;
  }).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)}`);
  });
}

// Some at a time: each is a page of its own, and all cover one another.
const together = 6;
before(async function () {
  this.timeout(60_000);
  const names = Object.keys(hostilePages);
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let name = names.shift(); name; name = names.shift()) {
        await open(name);
        const one = opened.get(name)!;
        if (!one.page.sandbox?.includes('origin')) await settled(one).catch(() => {});
      }
    }),
  );
});
after(() => {
  for (const { frame } of opened.values()) frame.remove();
});

/** What Lit and zod note on window for further copies of themselves; and our one name. */
const known = /^(Kankei|lit\w*Versions|reactiveElementVersions|litPropertyMetadata|__zod_globalConfig)$/;

describe('a page with a widget and', () => {
  for (const [name, page] of Object.entries(hostilePages))
    it(`${page.what} is unharmed, and the widget ${page.outcome ?? 'works'} (${name})`, async () => {
      const one = opened.get(name)!;
      if (page.sandbox === 'allow-same-origin') {
        const link = windowOf(one.frame).document.querySelector('kankei-program-list a')!.getBoundingClientRect();
        expect(link.width * link.height).to.be.greaterThan(0);
        return;
      }
      const { errors, violations, added, changed, moved, widgets } = await settled(one);
      expect(errors).to.deep.equal([]);
      // The test server brings a script of its own.
      const own = violations.filter((one) => !one.includes('__web-dev-server__'));
      if (!page.mayViolate) expect(own).to.deep.equal([]);
      expect(added.filter((key) => !known.test(key))).to.deep.equal([]);
      expect(changed).to.deep.equal([]);
      expect(moved).to.deep.equal([]);
      for (const { cards, fallback, overflow, smallest } of widgets) {
        if (page.outcome === 'falls back') expect(fallback).to.equal(true);
        else expect(cards).to.be.greaterThan(0);
        expect(overflow).to.be.lessThan(1);
        expect(smallest).to.be.at.least(14);
      }
    }).timeout(20_000);
});

describe('beside one another, hostile pages', () => {
  it('is read on a dark ground: its links are light there', async () => {
    const light = ({ widgets }: Report) => Math.min(...(widgets[0]!.color.match(/\d+/g) ?? []).map(Number));
    expect(light(await report(opened.get('calm')!))).to.be.lessThan(60);
    expect(light(await report(opened.get('dark')!))).to.be.greaterThan(120);
  });

  it('keeps the edges of what can be pressed in forced colours', async function () {
    await emulateMedia({ forcedColors: 'active' }).catch(() => {});
    const { document: page } = windowOf(opened.get('nasty')!.frame);
    if (!page.defaultView!.matchMedia('(forced-colors: active)').matches) return this.skip();
    const buttons = [...page.querySelector('kankei-program-list')!.shadowRoot!.querySelectorAll('button')];
    const shown = buttons.filter((button) => button.getBoundingClientRect().width > 0);
    expect(shown.length).to.be.greaterThan(2);
    for (const button of shown) {
      const { color, backgroundColor } = getComputedStyle(button);
      expect(color, button.outerHTML).not.to.equal(backgroundColor);
    }
    await emulateMedia({ forcedColors: 'none' });
  });

  it('reads the same whatever a page’s sheet does to text', async () => {
    const calm = (await report(opened.get('calm')!)).widgets[0]!;
    for (const name of ['normalize', 'meyer', 'reboot', 'preflight', 'kiso', 'nasty']) {
      const [widget] = (await report(opened.get(name)!)).widgets;
      expect(widget!.text, name).to.equal(calm.text);
      expect(widget!.buttons, name).to.equal(calm.buttons);
    }
  });

  it('asks once for each distinct question of thirty widgets, and fetches each part once', () => {
    const { performance } = windowOf(opened.get('many')!.frame) as unknown as typeof globalThis;
    const names = performance.getEntriesByType('resource').map((entry) => entry.name);
    const questions = names.filter((one) => /\/v1\/towns\//.test(one));
    expect(new Set(questions).size).to.equal(3);
    expect(questions).to.have.length(3);
    const parts = names.filter((one) => /\/embed\//.test(one));
    expect(parts).to.have.length(new Set(parts).size);
  });

  it('keeps what a translation has changed, and says in words what changes after it', async () => {
    const { frame } = opened.get('translated')!;
    const page = windowOf(frame);
    const widget = page.document.querySelector('kankei-program-list')!;
    const root = widget.shadowRoot!;
    page.translate();
    await until('a translated card', () => root.querySelector('[part~="card"] font'));
    // The words of the page's new language come, and are translated, too; then other questions are asked.
    await wait(300);
    const said = () => root.querySelector('[part~="count"]')?.textContent?.match(/\d+/g)?.join();
    const all = said();
    widget.setAttribute('kind', 'help');
    await until('another number of programs', () => said() && said() !== all);
    widget.setAttribute('town', '000000');
    await until('why there are none', () => root.querySelector('[part~="problem"]')?.textContent?.trim());
    widget.setAttribute('town', '999997');
    await until('cards again', () => root.querySelectorAll('[part~="card"]').length > 0);
    expect(page.town.report().errors).to.deep.equal([]);
  }).timeout(20_000);
});
