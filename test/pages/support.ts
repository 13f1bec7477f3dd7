import { expect } from '@open-wc/testing';
import type { KankeiApi } from '../../packages/elements/src/kankei-api.ts';

/** The window of a page of the town's site; what it notices by `hosts/watch.js`. */
export type HostWindow = Window &
  typeof globalThis & {
    seen: { errors: string[]; violations: string[]; events: Event[]; globals: string[] };
    Kankei: KankeiApi;
  };

let frame: HTMLIFrameElement | undefined;

/** The test under way, and since when. */
let test: Mocha.Test | undefined;
let start = 0;

beforeEach(function () {
  test = this.currentTest;
  start = Date.now();
});
afterEach(() => frame?.remove());

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Waits until the page has loaded, once more if it had. */
export const loaded = () => new Promise((resolve) => frame!.addEventListener('load', resolve, { once: true }));

/** Begins to open a page of the town's site in a frame, in place of the page before; it goes with the test. */
export function beginToOpen(path: string, sandbox = '', height = 600): void {
  frame?.remove();
  frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = String(height);
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = path;
  document.body.append(frame);
}

/** Opens a page of the town's site, and waits until it has loaded. */
export async function open(path: string, sandbox = '', height = 600): Promise<void> {
  beginToOpen(path, sandbox, height);
  await loaded();
}

/** The window of the page. */
export const page = () => frame!.contentWindow as HostWindow;

/** A widget of the page: the first of its kind, or a later one. */
export const widget = (tag: string, at = 0): Element | undefined => frame?.contentDocument?.querySelectorAll(tag)[at];

/** What a widget shows under the name of a part. */
export const partsOf = (one: Element | null | undefined, name: string): HTMLElement[] => [
  ...(one?.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];

/** What the page has fetched so far, in the order it was asked for; names of code without what tells versions apart. */
export const fetched = (): URL[] =>
  page()
    .performance.getEntriesByType('resource')
    .sort((a, b) => a.startTime - b.startTime)
    .map(({ name }) => new URL(name.replace(/-[\w-]{8}\.js$/, '.js')));

/** The same of the kankei server alone: paths with their questions. */
export const asked = (): string[] =>
  fetched()
    .filter(({ origin }) => origin !== location.origin)
    .map(({ pathname, search }) => pathname + search);

/** Types into a field, as its widget hears it. */
export function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new (page().InputEvent)('input', { bubbles: true, composed: true }));
}

/** Nothing was thrown on the page, and nothing stopped by its policy. */
export function isUnharmed(): void {
  expect(page().seen.violations).to.deep.equal([]);
  expect(page().seen.errors).to.deep.equal([]);
}

/** What the widgets of the page say went wrong. */
const problems = () =>
  [...(frame?.contentDocument?.querySelectorAll('*') ?? [])].flatMap((one) =>
    partsOf(one, 'problem').map(({ textContent }) => textContent!.trim()),
  );

/** Lets the code come that `openHeld` has kept back. */
export const letCome = () => fetch('/town/held/release', { cache: 'no-store' });

export const isDefined = (tag: string) => Boolean(page().customElements.get(tag));

/** Opens a page on which a tag is painted while its code is kept back. */
export async function openHeld(path: string, tag: string, isPainted: () => unknown): Promise<void> {
  // Some engines have had the code at hand all the same: then there is nothing before it, and the page is opened anew.
  for (let visits = 0; visits < 5; visits++) {
    await fetch('/town/held/hold', { cache: 'no-store' });
    // The test server remembers what it has answered to an address.
    await open(`${path}?${Date.now()}`);
    await until('what is painted first', isPainted);
    if (!isDefined(tag)) return;
  }
  throw new Error('its code could not be kept back');
}

/** What is left (ms) of the running test's time, but for what it takes to say so; enough where none has begun. */
const timeLeft = () => (test ? start + test.timeout() - Date.now() - 300 : 15_000);

/** Waits until `what` gives something; fails with its name shortly before the test's own time is over. */
export async function until<T>(name: string, what: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = Date.now() + timeLeft(); Date.now() < end; await wait(30)) {
    const value = await what();
    if (value) return value;
  }
  throw new Error(`never came: ${name} (${problems().join(' ') || 'no problem is shown'})`);
}
