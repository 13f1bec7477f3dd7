import { expect } from '@open-wc/testing';

interface Seen {
  errors: string[];
  violations: string[];
  globals: string[];
}
type HostWindow = Window & { seen: Seen };

const frames: HTMLIFrameElement[] = [];

/** Opens a page of the town's site in a frame of its own. */
async function open(path: string, sandbox?: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = path;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  return frame;
}

const seenBy = (frame: HTMLIFrameElement) => (frame.contentWindow as HostWindow).seen;
const widgetIn = (frame: HTMLIFrameElement, index = 0) =>
  frame.contentDocument!.querySelectorAll('kankei-program-list')[index]!;
const parts = (frame: HTMLIFrameElement, part: string, index = 0) => [
  ...(widgetIn(frame, index).shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${part}"]`) ?? []),
];

/** Waits until `what` gives something truthy; fails with its name after so many milliseconds. */
async function until<T>(name: string, what: () => T, patience = 10_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const value = what();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`never came: ${name}`);
}

const cards = (frame: HTMLIFrameElement, index = 0) =>
  until('cards', () => {
    const found = parts(frame, 'card', index);
    return found.length ? found : undefined;
  });

/** True when a person can see the fallback link. */
function showsFallback(frame: HTMLIFrameElement): boolean {
  const box = widgetIn(frame).querySelector('a')!.getBoundingClientRect();
  return box.width > 0 && box.height > 0;
}

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('the built embed on a town’s own page, from another origin', () => {
  for (const page of ['plain', 'late', 'twice'])
    it(`shows the programs and throws nothing (${page})`, async () => {
      const frame = await open(`/hosts/${page}.html`);
      expect((await cards(frame)).length).to.be.greaterThan(5);
      expect(seenBy(frame).errors).to.deep.equal([]);
    });

  it('leaves one name on window', async () => {
    const frame = await open('/hosts/plain.html');
    await cards(frame);
    const before = new Set([...seenBy(frame).globals, 'seen']);
    // What Lit and zod note there for further copies of themselves.
    const libraries = /^(lit\w*Versions|reactiveElementVersions|litPropertyMetadata|__zod_globalConfig)$/;
    const added = Object.getOwnPropertyNames(frame.contentWindow).filter(
      (name) => !before.has(name) && !libraries.test(name),
    );
    expect(added.filter((name) => !/^\d+$/.test(name))).to.deep.equal(['Kankei']);
  });

  it('violates nothing under a strict policy with trusted types, not even when a program is opened', async () => {
    const frame = await open('/hosts/strict-policy.html');
    const [card] = await cards(frame);
    card!.querySelector<HTMLElement>('a, button')!.click();
    await until('detail', () => parts(frame, 'detail').length);
    await until('JSON-LD', () => frame.contentDocument!.querySelector('kankei-program-list > script')?.textContent);
    expect(seenBy(frame).violations).to.deep.equal([]);
    expect(seenBy(frame).errors).to.deep.equal([]);
  });

  it('keeps a name the page has taken, and throws nothing', async () => {
    const frame = await open('/hosts/taken.html');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(showsFallback(frame)).to.equal(true);
    expect(seenBy(frame).errors).to.deep.equal([]);
  });

  for (const page of ['unreachable', 'unknown-town'])
    it(`keeps the fallback link and says what happened when there is no answer (${page})`, async () => {
      const frame = await open(`/hosts/${page}.html`);
      await until('the reason', () => parts(frame, 'problem').length);
      expect(showsFallback(frame)).to.equal(true);
      expect(seenBy(frame).errors).to.deep.equal([]);
    }).timeout(30_000);

  it('shows the fallback link where scripts are off', async () => {
    const frame = await open('/hosts/plain.html', 'allow-same-origin');
    expect(showsFallback(frame)).to.equal(true);
  });

  it('shows two widgets on one page', async () => {
    const frame = await open('/hosts/two-widgets.html');
    expect((await cards(frame, 0)).length).to.equal((await cards(frame, 1)).length);
  });
});

describe('the embed folder on a plain web server, under a sub-path', () => {
  it('is asked again for what keeps a list right, when that did not come', async function () {
    // Firefox remembers of a module that it did not come, for as long as the page stands.
    if (navigator.userAgent.includes('Firefox')) this.skip();
    const frame = await open('/town/weak/index.html');
    await cards(frame);
    const described = () => frame.contentDocument!.querySelector('kankei-program-list > script');
    // It is asked for within the first second and would be there by then.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(Boolean(described())).to.equal(false);
    await until('JSON-LD', described, 20_000);
  }).timeout(45_000);

  it('shows a town’s CSV without our server', async () => {
    const frame = await open('/town/files/index.html');
    const found = await cards(frame);
    expect(found.length).to.be.greaterThan(5);
    expect(widgetIn(frame).shadowRoot!.textContent).to.include('浜松');
  });
});
