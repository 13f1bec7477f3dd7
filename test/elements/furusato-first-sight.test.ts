import { furusato as schema } from '@kankei/core';
import { expect } from '@open-wc/testing';
import { paint as paintFirstSight } from '../../packages/elements/src/furusato-link/first-sight.ts';
import * as secondSight from '../../packages/elements/src/furusato-link/second-sight.ts';
import { fixtureFurusato } from '../fixtures/furusato.ts';
import { fixtureTown } from '../fixtures/programs.ts';
import { all, one, town, until, words } from './support.ts';

// The element is defined by the last test alone: what is painted first is painted without it.

const tag = (attributes: Record<string, string> = {}) => {
  const element = document.createElement('kankei-furusato-link');
  for (const [name, value] of Object.entries({ town: fixtureTown.code, ...attributes }))
    element.setAttribute(name, value);
  element.innerHTML = '<a href="https://musubino.example/furusato/">ふるさと納税のページを見る</a>';
  document.body.append(element);
  return element;
};
const paint = (link: Element, given: unknown) => paintFirstSight(link, given, Promise.resolve(secondSight));
const answer = (more: object = {}) => JSON.parse(JSON.stringify({ ...fixtureFurusato, ...more }));

describe('what is seen first of furusato nozei, before the element is there', () => {
  afterEach(() => document.querySelector('kankei-furusato-link')?.remove());

  it('is where the money goes, and as soon as its code has come projects and where to donate', async () => {
    const link = tag();
    let come = (_: typeof secondSight) => {};
    const coming = new Promise<typeof secondSight>((resolve) => {
      come = resolve;
    });
    const painted = paintFirstSight(link, answer(), coming);
    await until('the first sight', () => link.shadowRoot);
    expect(words(link, 'title')).to.deep.equal(['ふるさと納税']);
    expect(words(link, 'name')).to.deep.equal(['橋を直す', '学校へ通うバス']);
    expect(all(link, 'projects')).to.deep.equal([]);
    const use = one(link, 'use');
    come(secondSight);
    await painted;
    expect(one(link, 'use')).to.equal(use);
    expect([all(link, 'project'), all(link, 'donate-link')].map(({ length }) => length)).to.deep.equal([2, 4]);
    expect(getComputedStyle(one(link, 'progress')).appearance).to.equal('none');
  });

  it('stays where it is when the code of what is below it does not come', async () => {
    const link = tag();
    await paintFirstSight(link, answer(), Promise.reject(new Error('lost'))).catch(() => {});
    expect(words(link, 'title')).to.deep.equal(['ふるさと納税']);
  });

  it('is one link where the page wants no more', async () => {
    const link = tag({ compact: '' });
    await paint(link, answer());
    expect(link.shadowRoot!.querySelectorAll('a')).to.have.length(1);
    expect(words(link, 'donate-link')[0]).to.include('使い道2件');
    link.remove();
    const nowhere = tag({ compact: '' });
    await paint(nowhere, { uses: [{ title: '橋' }] });
    expect(nowhere.shadowRoot).to.equal(null);
  });

  it('speaks the language of the page, and opens tabs only where it is asked to', async () => {
    const link = tag({ lang: 'en', 'new-tab': '', 'heading-level': '3' });
    await paint(link, answer());
    expect(words(link, 'heading')).to.deep.equal([
      'What donations are used for',
      'Projects looking for support',
      'Where to donate',
    ]);
    expect((one(link, 'link') as HTMLAnchorElement).target).to.equal('_blank');
    expect(one(link, 'title').getAttribute('aria-level')).to.equal('3');
  });

  it('has nothing in it that advertising may not say, nor anything at all where nothing else is said', async () => {
    const link = tag();
    const title = '返礼品が豪華！ポイント還元でお得';
    await paint(link, answer({ title, intro: title, uses: [{ title }, { title: '橋を直す' }] }));
    expect(link.shadowRoot!.textContent).to.include('橋を直す').and.include('ふるさと納税で応援する');
    expect(link.shadowRoot!.textContent).not.to.match(/豪華|還元/);
    link.remove();
    const empty = tag();
    await paint(empty, { uses: [{ title }] });
    expect(empty.shadowRoot).to.equal(null);
  });

  for (const odd of [undefined, null, 'text', { uses: 'none' }, schema.parse({})])
    it(`leaves to the element what it cannot show: ${JSON.stringify(odd)}`, async () => {
      const link = tag();
      await paint(link, odd);
      expect(link.shadowRoot).to.equal(null);
    });

  it('stays where it is when the element comes, which goes on from there without another question', async () => {
    const link = tag({ lang: 'ja' });
    let asked = 0;
    const memory = town([], { furusato: { [fixtureTown.code]: fixtureFurusato } });
    const furusato: typeof memory.furusato = (...question) => {
      asked++;
      return memory.furusato(...question);
    };
    await paint(link, answer());
    const drawn = ['title', 'use', 'project', 'donate-link'].map((part) => one(link, part));
    const [aside, foreign] = [tag({ compact: '' }), tag({ lang: 'en' })];
    for (const other of [aside, foreign]) await paint(other, answer());
    const [only, english] = [one(aside, 'donate-link'), one(foreign, 'donate')];
    for (const each of [link, aside, foreign]) Object.assign(each, { backend: { ...memory, furusato } });
    await import('@kankei/elements/furusato-link/define');
    await until('where to donate', () => all(link, 'donate').length && all(link, 'tools').length);
    expect(['title', 'use', 'project', 'donate-link'].map((part) => one(link, part))).to.deep.equal(drawn);
    expect(all(link, 'uses')).to.have.length(1);
    expect(all(link, 'project')).to.have.length(2);
    await until('all in English', () => all(foreign, 'tools').length);
    expect([one(aside, 'donate-link'), one(foreign, 'donate')]).to.deep.equal([only, english]);
    expect(foreign.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('en');
    expect(asked).to.equal(0);
    for (const each of [aside, foreign]) each.remove();
  });
});
