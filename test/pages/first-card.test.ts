import { expect } from '@open-wc/testing';

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
  it('a page fetches the embed, then its data and three more files side by side, and neither ky nor zod', async () => {
    await openUntilCard('/hosts/plain.html');
    const [embed, ...next] = fetched().slice(0, 5);
    expect(embed).to.equal('/embed/v1/kankei.js');
    expect(next).to.have.members([
      '/embed/v1/chunks/base.js',
      '/embed/v1/chunks/program-list.js',
      '/embed/v1/chunks/rolldown-runtime.js',
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
