import { expect, waitUntil } from '@open-wc/testing';

let frame: HTMLIFrameElement;

/** Opens a page of the town's site and looks at every frame until its first widget shows a card. */
async function openUntilCard(path: string): Promise<void> {
  frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  frame.src = path;
  document.body.append(frame);
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise(requestAnimationFrame))
    if (part('card')) return;
  throw new Error('never came: a card');
}

const part = (name: string) =>
  frame.contentDocument
    ?.querySelector('kankei-program-list')
    ?.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);

/** What the page has fetched so far of the kankei server: paths, in the order they were asked for. */
const fetched = () =>
  frame
    .contentWindow!.performance.getEntriesByType('resource')
    .sort((a, b) => a.startTime - b.startTime)
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin !== location.origin)
    .map(({ pathname }) => pathname.replace(/-[\w-]{8}\.js$/, '.js'));

const lists = () => fetched().filter((path) => path.endsWith('/programs'));
const chunks = (name: string) => fetched().filter((path) => path.endsWith(`/chunks/${name}.js`));

afterEach(() => frame.remove());

describe('until the first card', () => {
  it('a page fetches the embed, then its data and two more files side by side, and neither ky nor zod', async () => {
    await openUntilCard('/hosts/plain.html');
    const [embed, ...next] = fetched().slice(0, 4);
    expect(embed).to.equal('/embed/v1/kankei.js');
    expect(next).to.have.members([
      '/embed/v1/chunks/first-cards.js',
      '/embed/v1/chunks/paint.js',
      '/v1/towns/999997/programs',
    ]);
    expect(chunks('http-backend')).to.deep.equal([]);
    expect(lists()).to.have.length(1);
    // They come when a program is opened: what is looked for above is what they are called.
    part('title')!.querySelector('a')!.click();
    for (const end = Date.now() + 5000; !chunks('http-backend').length && Date.now() < end; )
      await new Promise((resolve) => setTimeout(resolve, 30));
    expect(chunks('http-backend')).to.have.length(1);
  });

  it('what is sent ahead is what the lists ask, whatever their attributes say', async () => {
    await openUntilCard('/hosts/attributes.html');
    expect(lists()).to.deep.equal(['/v1/towns/999997/programs']);
  });
});

describe('before the code of its element has come', () => {
  const tag = 'kankei-program-list';
  const isDefined = () => Boolean(frame.contentWindow!.customElements.get(tag));
  const list = (at = 0) => frame.contentDocument!.querySelectorAll(tag)[at]!.shadowRoot!;
  const defined = () => frame.contentWindow!.customElements.whenDefined(tag);

  beforeEach(async () => {
    await openUntilCard('/hosts/slow-code.html');
    expect(isDefined()).to.equal(false);
  });

  it('a list shows its first cards, and goes on from the very same', async () => {
    const before = [...list().querySelectorAll('[part="card"]')];
    const words = before.map(({ textContent }) => textContent);
    await defined();
    await waitUntil(() => list().querySelectorAll('[part="card"]').length > before.length, 'the other cards');
    const after = [...list().querySelectorAll('[part="card"]')].slice(0, before.length);
    expect(after).to.deep.equal(before);
    expect(after.map(({ textContent }) => textContent)).to.deep.equal(words);
    expect(list().querySelectorAll('[part="list"]')).to.have.length(1);
    expect(fetched().filter((path) => path.endsWith('/programs'))).to.have.length(1);
  });

  it('a list speaks the language of its place', async () => {
    await waitUntil(() => frame.contentDocument!.querySelectorAll(tag)[1]?.shadowRoot, 'the second list');
    expect(list(1).querySelector('[part="submit"]')!.textContent).to.equal('Search');
    await defined();
    await waitUntil(() => list(1).querySelector('[part="view"]'), 'the choice of views');
    expect(list(1).querySelector('[part="submit"]')!.textContent).to.equal('Search');
  });

  it('a card that is pressed opens its program as soon as it can', async () => {
    const link = list().querySelector('a')!;
    const title = link.textContent;
    link.click();
    await defined();
    const heading = () => list().querySelector('[part="heading"]')?.textContent;
    await waitUntil(() => heading() === title, 'the opened program', { timeout: 8000 });
  });

  it('what is searched for is found as soon as it can, and the page stays', async () => {
    const { contentDocument } = frame;
    const input = list().querySelector<HTMLInputElement>('[part="keyword"]')!;
    input.value = '収穫';
    input.form!.requestSubmit();
    await defined();
    await waitUntil(
      () => list().querySelector('[part="count"]')!.textContent!.startsWith('条件に合うもの'),
      'what was found',
    );
    expect(frame.contentDocument).to.equal(contentDocument);
    expect(input.isConnected).to.equal(true);
    expect(input.value).to.equal('収穫');
  });
});
