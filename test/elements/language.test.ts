import { en } from '@kankei/elements/strings/en';
import { enRest } from '@kankei/elements/strings/en-rest';
import { ja } from '@kankei/elements/strings/ja';
import { jaRest } from '@kankei/elements/strings/ja-rest';
import { expect } from '@open-wc/testing';
import { fixtureTown, makeProgram } from '../fixtures/programs.ts';
import { mount, one, open, settle, town, until, words } from './support.ts';

const page = document.documentElement;
afterEach(() => page.removeAttribute('lang'));

describe('the years of the era', () => {
  const programs = [
    makeProgram({ id: 'next', sessions: [{ startDate: '2027-01-10' }] }),
    makeProgram({ id: 'first', sessions: [{ startDate: '2019-05-01' }] }),
    makeProgram({ id: 'soon', sessions: [{ startDate: '2026-11-28' }] }),
  ];

  it('stand where a page asks for them, in cards, months and an opened program', async () => {
    const list = await mount(town(programs), { era: true, past: 'include', sort: 'soon' });
    const when = words(list, 'when').join();
    expect(when).to.include('令和9年1月10日（日）').and.include('令和元年5月1日（水）').and.include('11月28日（土）');
    expect(when).not.to.match(/20\d\d年/);
    list.view = 'list';
    await until('months', () => words(list, 'group-heading').includes('令和9年1月'));
    await open(list, 'next');
    expect(one(list, 'fields').textContent).to.include('令和9年1月10日（日）');
  });

  it('come and go with the attribute, also while a program is open', async () => {
    const list = await mount(town(programs));
    await open(list, 'next');
    const told = () => one(list, 'fields').textContent!;
    expect(told()).to.include('2027年1月10日');
    list.setAttribute('era', '');
    await until('the era', () => told().includes('令和9年1月10日'));
    list.removeAttribute('era');
    await until('the year', () => told().includes('2027年1月10日'));
  });

  it('are Japanese alone', async () => {
    const list = await mount(town(programs), { era: true, lang: 'en' });
    expect(words(list, 'when').join()).to.include('Jan 10, 2027');
    list.lang = 'ja';
    await until('the era', () => words(list, 'when').join().includes('令和9年'));
  });
});

describe('the language', () => {
  it('is Japanese where nothing is said', async () => {
    page.removeAttribute('lang');
    expect(words(await mount(town()), 'submit')).to.deep.equal(['探す']);
  });

  it('is the page’s, and follows when the page changes it', async () => {
    page.lang = 'en-GB';
    const list = await mount(town());
    expect(words(list, 'submit')).to.deep.equal(['Search']);
    page.lang = 'ja';
    await until('Japanese', () => words(list, 'submit')[0] === '探す');
    page.lang = 'en';
    await until('English', () => words(list, 'submit')[0] === 'Search');
  });

  it('is its own before the page’s', async () => {
    page.lang = 'en';
    const list = await mount(town(), { lang: 'ja' });
    expect(words(list, 'submit')).to.deep.equal(['探す']);
    list.removeAttribute('lang');
    await until('English', () => words(list, 'submit')[0] === 'Search');
  });

  it('is found across the shadow roots it stands in', async () => {
    const list = await mount(town());
    const outer = document.createElement('div');
    outer.lang = 'en';
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(list);
    document.body.append(outer);
    await until('English', () => words(list, 'submit')[0] === 'Search');
    outer.lang = 'ja';
    await until('Japanese', () => words(list, 'submit')[0] === '探す');
    outer.remove();
  });

  it('is English for a language that is not spoken here', async () => {
    expect(words(await mount(town(), { lang: 'ko' }), 'submit')).to.deep.equal(['Search']);
  });

  it('is told to screen readers, for our words and for the town’s', async () => {
    page.lang = 'ko';
    const list = await mount(town());
    expect(list.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('en');
    expect(one(list, 'title').querySelector('a')!.lang).to.equal('ja');
    await open(list, 'harvest');
    expect(one(list, 'heading').lang).to.equal('ja');
  });

  it('does not show one word of another language on the way', async () => {
    const seen = new Set<string>();
    const list = document.createElement('kankei-program-list');
    Object.assign(list, { town: fixtureTown.code, lang: 'en', backend: town() });
    document.body.append(list);
    new MutationObserver(() => seen.add(list.shadowRoot!.textContent!)).observe(list.shadowRoot!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await settle(list);
    expect([...seen].filter((text) => text.includes(ja.search) || text.includes(ja.searchLabel))).to.deep.equal([]);
    list.remove();
  });
});

describe('the words', () => {
  /** Every text, functions called with numbers and words. */
  function* texts(words: object, path = ''): Generator<[string, string]> {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'string') yield [path + key, value];
      else if (typeof value === 'object') yield* texts(value, `${path}${key}.`);
      else if (key !== 'rest') for (const n of [0, 1, 1234]) yield [`${path}${key}(${n})`, String(value(n, n))];
    }
  }

  for (const [name, language] of Object.entries({ ja, jaRest, en, enRest }))
    it(`are all there (${name})`, () => {
      for (const [key, text] of texts(language)) expect(text.trim(), key).not.to.equal('');
    });

  it('have the same keys in every language', () => {
    const keys = (language: object) => [...texts(language)].map(([key]) => key).sort();
    expect(keys(en)).to.deep.equal(keys(ja));
    expect(keys(enRest)).to.deep.equal(keys(jaRest));
  });

  it('are English in English: nothing is left untranslated', () => {
    for (const [key, text] of [...texts(en), ...texts(enRest)])
      if (key !== 'searchPlaceholder') expect(text, key).not.to.match(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });
});
