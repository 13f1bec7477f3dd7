import { type Embed, embedPlace, embedSnippets } from '@kankei/core';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';

interface Parsed {
  tag: string;
  attributes: Record<string, string>;
  children: (Parsed | string)[];
}

/** What a browser makes of HTML. */
function parse(html: string): (Parsed | string)[] {
  const read = (nodes: DefaultTreeAdapterTypes.ChildNode[]): (Parsed | string)[] =>
    nodes.map((node) => {
      if ('value' in node) return node.value;
      if (!('tagName' in node)) return node.nodeName;
      return {
        tag: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        children: read(node.childNodes),
      };
    });
  return read(parseFragment(html).childNodes);
}

const base = 'https://kankei.example/widgets';
const town = { base, widget: 'program-list', options: { town: '213306', sort: 'new' }, words: '行事の一覧' };

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onload='x",
    '</kankei-program-list></div></a></iframe>',
    '<!--',
    '&amp;&lt;&#0;&nbsp',
    'a=1&b=2#c?d',
    'さくら,help event',
    '\ud800\u0000',
    '\r\n\ta ',
    '`{{y}}`',
    'javascript:alert(1)',
  ),
);
const attribute = fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,5}){0,2}$/).filter((name) => name !== 'constructor');
const embed: fc.Arbitrary<Embed> = fc.record({
  base: fc.constantFrom(base, 'http://localhost:3000', '.', '..', '/sub', ''),
  widget: fc.constantFrom('program-list', 'fanclub-signup', 'matching-form'),
  options: fc.dictionary(attribute, fc.oneof(hostile, fc.boolean(), fc.constant(undefined)), { maxKeys: 5 }),
  words: hostile,
});

/** As a page can carry it: without NUL and lone surrogates. */
const carried = (text: string) => text.replace(/\0|\p{Surrogate}/gu, '\ufffd');
const carriedOptions = (options: Embed['options'] = {}) =>
  Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== undefined && value !== false)
      .map(([name, value]) => [name, value === true ? '' : carried(String(value))]),
  );
const prefixed = (options: Record<string, string>) =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [`data-${name}`, value]));

describe('the snippets of a widget', () => {
  it('are what a webmaster can read', () => {
    expect(embedSnippets(town)).toEqual({
      element: `<kankei-program-list town="213306" sort="new"><a href="${base}/w/program-list?town=213306&amp;sort=new">行事の一覧</a></kankei-program-list>`,
      div: `<div data-kankei="program-list" data-town="213306" data-sort="new"><a href="${base}/w/program-list?town=213306&amp;sort=new">行事の一覧</a></div>`,
      link: `<a href="${base}/w/program-list?town=213306&amp;sort=new">行事の一覧</a>`,
      frame: `<iframe src="${base}/w/program-list?town=213306&amp;sort=new" title="行事の一覧" loading="lazy" width="100%" height="600"></iframe>`,
      script: `<script type="module" src="${base}/embed/v1/kankei.js"></script>`,
      address: `${base}/w/program-list?town=213306&sort=new`,
    });
  });

  it('give a browser what was put in, whatever it was, and nothing else', () => {
    fc.assert(
      fc.property(embed, (given) => {
        const { element, div, link, frame, script, address } = embedSnippets(given);
        const options = carriedOptions(given.options);
        const words = carried(given.words);
        const anchor = { tag: 'a', attributes: { href: address }, children: words ? [words] : [] };
        expect(parse(link)).toEqual([anchor]);
        expect(parse(element)).toEqual([{ tag: `kankei-${given.widget}`, attributes: options, children: [anchor] }]);
        expect(parse(div)).toEqual([
          { tag: 'div', attributes: { 'data-kankei': given.widget, ...prefixed(options) }, children: [anchor] },
        ]);
        expect(parse(frame)).toEqual([
          {
            tag: 'iframe',
            attributes: { src: address, title: words, loading: 'lazy', width: '100%', height: '600' },
            children: [],
          },
        ]);
        const { pathname, searchParams } = new URL(address, 'https://host.example/a/b/');
        expect(pathname).toMatch(new RegExp(`/w/${given.widget}$`));
        expect(Object.fromEntries(searchParams)).toEqual(options);
        expect(parse(script)).toEqual([
          { tag: 'script', attributes: { type: 'module', src: `${given.base}/embed/v1/kankei.js` }, children: [] },
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  it('stand each on one line, so that no CMS breaks them into paragraphs', () => {
    fc.assert(
      fc.property(embed, (given) => {
        for (const text of Object.values(embedSnippets(given))) expect(text).not.toMatch(/[\r\n\t]/);
      }),
    );
  });

  it('leave out what is not chosen, and write what is on without a value', () => {
    const { element, address } = embedSnippets({ ...town, options: { compact: true, era: false, kind: undefined } });
    expect(element).toMatch(/^<kankei-program-list compact><a /);
    expect(address).toBe(`${base}/w/program-list?compact=`);
  });

  it('name the pages beside the script where its files were copied to a folder', () => {
    const snippets = embedSnippets({ ...town, base: '/kankei', script: '/kankei/kankei.js' });
    expect(snippets.address).toBe('/kankei/w/program-list.html?town=213306&sort=new');
    expect(snippets.script).toBe('<script type="module" src="/kankei/kankei.js"></script>');
  });

  it('carry the hash of a script that never changes, and the height of a frame', () => {
    const integrity = `sha384-${'A'.repeat(64)}`;
    const script = `${base}/embed/1.2.3/kankei.js`;
    const snippets = embedSnippets({ ...town, script, integrity, height: 450.4 });
    expect(snippets.script).toBe(`<script type="module" src="${script}" integrity="${integrity}"></script>`);
    expect(snippets.frame).toContain(' height="450"');
    expect(snippets.address).toBe(`${base}/w/program-list?town=213306&sort=new`);
  });

  it.each<[string, Partial<Embed>]>([
    ['base', { base: 'javascript:alert(1)//' }],
    ['base', { base: 'data:text/html,x' }],
    ['base', { base: 'https://a.example/ b' }],
    ['script', { script: 'javascript:alert(1)//kankei.js' }],
    ['script', { script: 'https://kankei.js' }],
    ['script', { script: 'https://a.example/' }],
    ['widget', { widget: 'x onclick' }],
    ['widget', { widget: '' }],
    ['integrity', { integrity: 'sha384-"onload="x' }],
    ['height', { height: 20 }],
    ['height', { height: Number.NaN }],
    ['option onclick="x"', { options: { 'onclick="x"': 'a' } }],
    ['option ', { options: { '': 'a' } }],
  ])('refuse a %s that cannot be: %o', (name, wrong) => {
    expect(() => embedSnippets({ ...town, ...wrong })).toThrow(new RegExp(`^${name} cannot be`));
  });
});

describe('the place of hosted pages', () => {
  it.each([
    ['https://a.example/embed/v1/kankei.js', 'https://a.example', ''],
    ['https://a.example/x/embed/1.2.3-beta.1/kankei.js?v=1#a', 'https://a.example/x', ''],
    ['https://a.example/embed/kankei.js', 'https://a.example/embed', '.html'],
    ['https://a.example/embed/v1/sub/kankei.js', 'https://a.example/embed/v1/sub', '.html'],
    ['https://a.example/kankei.js', 'https://a.example', '.html'],
    ['/embed/v1/kankei.js', '', ''],
    ['./kankei.js', '.', '.html'],
  ])('of %s is %s', (script, base, ending) => {
    expect(embedPlace(script)).toEqual({ base, ending });
  });
});
