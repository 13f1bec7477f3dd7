import { expect } from '@open-wc/testing';
import { open, page, partsOf, type, until } from './support.ts';

const builder = () => page().document.querySelector('#builder')?.shadowRoot;
const control = (selector: string) => builder()?.querySelector<HTMLInputElement>(selector);
const lines = (form: string) => control(`#lines-${form}`)?.value ?? '';
const frameIn = (root: ParentNode | null | undefined) => root?.querySelector('iframe')?.contentDocument;
const cards = (root: ParentNode | null | undefined) =>
  partsOf(root?.querySelector('kankei-program-list'), 'card').length;

it('makes lines among copied files too, shows what they become, and each of them works where it is pasted', async () => {
  const file = `${location.origin}/town/files/kankei.json`;
  await open(`/town/files/kankei/builder.html#town=221309&limit=2&src=${encodeURIComponent(file)}`);
  const errors: string[] = [];
  page().addEventListener('error', ({ message }) => errors.push(message));
  (await until('the questions', () => control('[name="widget"][value="furusato-link"]'))).click();
  await until('another widget', () => lines('element').includes(`<kankei-furusato-link town="221309" src="${file}">`));
  control('[name="widget"][value="program-list"]')!.click();
  type(await until('its options', () => control('[name="limit"]')), '3');
  await until('what was chosen', () => lines('div').includes('data-kankei="program-list" data-town="221309"'));
  for (const said of ['widget=program-list', 'limit=3']) expect(page().location.hash).to.include(said);
  // Its hosted page is a file beside it, which takes its options from the address.
  await until('the preview', () => cards(frameIn(builder())) === 3);
  expect(errors).to.deep.equal([]);
  const forms = ['element', 'div', 'link', 'frame'].map((form) => [form, lines(form)] as const);
  for (const [form, text] of forms) {
    await open('/hosts/forger.html');
    const { document } = page();
    // As a parser would bring it: its script runs.
    document.body.replaceChildren(document.createRange().createContextualFragment(text));
    // A link that names a file stays one, and leads to the hosted page.
    if (form === 'link') document.querySelector('a')!.click();
    await until(form, () => cards(page().document) === 3 || cards(frameIn(page().document)) === 3);
  }
}).timeout(40_000);
