import { expect } from '@open-wc/testing';
import { fixturePrograms, makeProgram } from '../fixtures/programs.ts';
import { all, isVisible, mount, one, open, town, until } from './support.ts';

type List = Awaited<ReturnType<typeof mount>>;

/** The rules for paper that now count for the screen, to be given back. */
const borrowed: CSSMediaRule[] = [];

/**
 * Shows a list as it is printed. Not every engine's driver can emulate print, so the rules themselves are made to count
 * for every medium.
 */
async function onPaper(list: List): Promise<void> {
  await until('JSON-LD, which comes with the rules for paper', () => list.querySelector('script'));
  for (const sheet of list.shadowRoot!.adoptedStyleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print') {
        rule.media.mediaText = 'all';
        borrowed.push(rule);
      }
  expect(borrowed, 'rules for paper').to.have.length(1);
}

afterEach(() => {
  for (const rule of borrowed.splice(0)) rule.media.mediaText = 'print';
});

/** What can be pressed or filled in and would stand on the sheet. */
const controls = (list: List) =>
  [...list.shadowRoot!.querySelectorAll('button, input, summary')].filter(isVisible).map(({ outerHTML }) => outerHTML);

const contentAfter = (element: Element) => getComputedStyle(element, '::after').content;

describe('on paper', () => {
  for (const view of ['cards', 'list', 'calendar'])
    it(`the ${view} stand without controls, in black, each program once`, async () => {
      const crowd = [1, 2, 3, 4, 5, 6].map((id) =>
        makeProgram({ id: `crowd-${id}`, sessions: [{ startDate: '2026-11-25' }] }),
      );
      const list = await mount(town([...fixturePrograms, ...crowd]), { view, limit: 5 });
      if (view === 'calendar') await until('a crowded day', () => all(list, 'more-of-day').length);
      list.style.inlineSize = '900px';
      document.body.style.color = '#eee';
      try {
        await onPaper(list);
        expect(controls(list)).to.deep.equal([]);
        const shown = all(list, view === 'calendar' ? 'entry' : 'title').filter(isVisible);
        expect(shown.length).to.be.at.least(view === 'calendar' ? 6 : 5);
        for (const element of shown) expect(getComputedStyle(element).color).to.match(/^rgba?\(0, 0, 0/);
        if (view === 'calendar')
          expect(shown.filter(({ dataset }) => dataset.program?.includes('crowd'))).to.have.length(crowd.length);
      } finally {
        document.body.style.color = '';
      }
    });

  it('an opened program tells its folded dates, or at least how many they are', async () => {
    const sessions = Array.from({ length: 14 }, (_, index) => ({ startDate: `2026-12-${index + 10}` }));
    const list = await mount(town([makeProgram({ id: 'weekly', sessions }), ...fixturePrograms]));
    await open(list, 'weekly');
    await onPaper(list);
    const dates = [...one(list, 'fields').querySelectorAll<HTMLElement>('dd:first-of-type li')];
    const unfolds = CSS.supports('selector(::details-content)');
    expect(dates.filter((date) => date.checkVisibility())).to.have.length(unfolds ? 14 : 12);
    expect(isVisible(one(list, 'fields').querySelector('summary')!)).to.equal(!unfolds);
  });

  it('an opened program is a sheet with all that is known and the addresses of its links', async () => {
    const program = fixturePrograms.find(({ id }) => id === 'harvest')!;
    const contact = { ...program.contact, url: 'https://musubino.example/contact' };
    const list = await mount(town([{ ...program, contact }, ...fixturePrograms.slice(1)]));
    await open(list, 'harvest');
    await onPaper(list);
    expect(controls(list)).to.deep.equal([]);
    expect(isVisible(one(list, 'heading'))).to.equal(true);
    for (const term of one(list, 'fields').querySelectorAll('dt, dd')) expect(isVisible(term)).to.equal(true);
    const links = [...one(list, 'detail').querySelectorAll('a')].filter(isVisible);
    expect(links.map(({ href }) => href)).to.deep.equal([
      'https://musubino.example/apply/harvest',
      'https://musubino.example/programs/harvest',
      'tel:0000000000',
      'mailto:tsunagari@musubino.example',
      'https://musubino.example/contact',
    ]);
    for (const link of links)
      if (link.protocol === 'https:') expect(contentAfter(link), link.href).to.match(/attr\(href\)|https:/);
      else expect(contentAfter(link), link.href).to.equal('none');
  });
});
