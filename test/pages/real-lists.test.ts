import type { KankeiProgramList } from '@kankei/elements/program-list';
import { expect, fixture, html } from '@open-wc/testing';
import { all, settle, until } from '../elements/support.ts';

/** What only markup looks like; `<全3回>` and the like are words. */
const markup = /<\/?(a|b|br|div|font|img|li|p|script|span|strong|table|td|tr|ul)\b[^>]*>|&(amp|lt|gt|quot|nbsp|#\d+);/i;
/** What a list of ours never holds, whatever a cell says. */
const foreign =
  'script, iframe, object, embed, link, base, meta, [onclick], [onerror], [onload], a[href^="javascript:" i]';

async function show(file: string): Promise<KankeiProgramList> {
  const list = document.createElement('kankei-program-list');
  Object.assign(list, {
    town: /(?:o1-|_)(\d{6})_/.exec(file)?.[1] ?? '221309',
    src: `/town/lists/${file}`,
    past: 'include',
    limit: 100,
  });
  await fixture(html`${list}`);
  await settle(list);
  await until(`cards of ${file}`, () => all(list, 'card').length || all(list, 'problem').length);
  expect(
    all(list, 'problem').map((problem) => problem.textContent),
    file,
  ).to.deep.equal([]);
  return list;
}

const words = (list: KankeiProgramList) => list.shadowRoot!.textContent;
const isSound = (list: KankeiProgramList, file: string) => {
  expect(all(list, 'problem'), file).to.have.lengthOf(0);
  expect(markup.exec(words(list)!)?.[0], file).to.equal(undefined);
  expect(list.shadowRoot!.querySelector(foreign), file).to.equal(null);
};

describe('real event lists (skipped without ../shared)', () => {
  let files: string[] = [];
  before(async function () {
    // Firefox takes an address that changes before the page has loaded for another page.
    if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
    files = await (await fetch('/town/lists/index.json')).json();
    if (!files.length) this.skip();
  });

  it('are shown whole, without an error, no markup as text and no text as markup', async () => {
    for (const file of files) {
      const list = await show(file);
      const counted = Number(/[\d,]+/.exec(all(list, 'count')[0]!.textContent!)![0].replaceAll(',', ''));
      for (let [more] = all(list, 'more'); more; [more] = all(list, 'more')) {
        const before = all(list, 'card').length;
        more.click();
        await until('more cards', () => all(list, 'card').length > before);
        await list.updateComplete;
      }
      // What is not to be seen yet is drawn a little later.
      await until(`all ${counted} cards of ${file}`, () => all(list, 'card').length === counted);
      isSound(list, file);
    }
  }).timeout(170_000);

  it('open without an error', async () => {
    for (const file of files) {
      const list = await show(file);
      all(list, 'card')[0]!.querySelector('a')!.click();
      await until(`a program of ${file}`, () => all(list, 'fields').length);
      isSound(list, file);
      all(list, 'back')[0]!.click();
      await until(`the list of ${file}`, () => !all(list, 'detail').length);
    }
  }).timeout(170_000);
});
