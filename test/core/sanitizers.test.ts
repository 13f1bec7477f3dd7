import { type EmbedAdvice, type EmbedForm, embedAdvice, embedForms, embedSnippets, markdownLink } from '@kankei/core';
import createDOMPurify from 'dompurify';
import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import fc from '../fixtures/fast-check.ts';
import { ksesGlobal, ksesSchemes, ksesTags } from '../fixtures/kses.ts';

const { window } = new JSDOM();
const parser = new window.DOMParser();
const parse = (html: string) => parser.parseFromString(html, 'text/html');
const purify = createDOMPurify(window);
const kses: sanitizeHtml.IOptions = {
  allowedTags: Object.keys(ksesTags),
  allowedAttributes: { ...ksesTags, '*': ksesGlobal },
  allowedSchemes: ksesSchemes,
};
// HTML is taken for text: what sites do that let visitors or clerks write Markdown.
const marked = new Marked({
  async: false,
  renderer: { html: ({ text }) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') },
});
const markdownIt = new MarkdownIt({ html: false });

/** What towns' sites do to a text before it stands on a page. */
const cleaners: Record<EmbedAdvice['system'], ((text: string) => string)[]> = {
  html: [(text) => text],
  wordpress: [(text) => sanitizeHtml(text, kses)],
  dompurify: [(text) => purify.sanitize(text)],
  'sanitize-html': [(text) => sanitizeHtml(text)],
  markdown: [(text) => marked.parse(text) as string, (text) => markdownIt.render(text)],
};

interface Found {
  form: EmbedForm;
  widget: string;
  options: Record<string, string>;
}

const base = 'https://kankei.example/town';

/** Widget and options of an address of a hosted page. */
function fromAddress(form: EmbedForm, address: string | null): Found[] {
  if (!address?.startsWith(`${base}/w/`)) return [];
  const { pathname, searchParams } = new URL(address);
  return [{ form, widget: pathname.split('/').at(-1)!, options: Object.fromEntries(searchParams) }];
}

/** What a page made of `html` holds: of forms within one another, all. */
function find(html: string): Found[] {
  return [...parse(html).querySelectorAll('*')].flatMap((element): Found[] => {
    const { localName } = element;
    const attributes = Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    if (localName.startsWith('kankei-')) return [{ form: 'element', widget: localName.slice(7), options: attributes }];
    if (localName === 'a') return fromAddress('link', element.getAttribute('href'));
    if (localName === 'iframe') return fromAddress('frame', element.getAttribute('src'));
    const { 'data-kankei': widget, ...rest } = attributes;
    if (!widget) return [];
    const options = Object.entries(rest).map(([name, value]) => [name.replace(/^data-/, ''), value]);
    return [{ form: 'div', widget, options: Object.fromEntries(options) }];
  });
}

const value = fc.oneof(
  fc.constantFrom('213306', '２１３３０６、999997', 'help,tour', '2026-12-01', '#0017c1', 'en', "town's & friends", ''),
  fc.stringMatching(/^[a-z0-9ぁ-ん一-三 .,_#&'"+%?=/-]{0,20}$/),
);
const usual = fc.record({
  widget: fc.constantFrom('program-list', 'fanclub-signup', 'furusato-link', 'matching-form', 'member-card'),
  options: fc
    .dictionary(fc.constantFrom('kind', 'sort', 'lang', 'accent', 'heading-level', 'no-jsonld', 'source'), value)
    .map((options) => ({ town: '213306', ...options })),
  words: fc.oneof(
    fc.constantFrom('募集の一覧を見る', 'お手伝い & 行事 [2026]', '_いま_ *参加* できること', '<b>募集</b>', '1. 町'),
    fc.stringMatching(/^[ぁ-んa-z*_#!<>&\\`[\]() -]{1,20}$/).filter((words) => /[ぁ-んa-z]/.test(words)),
  ),
});

/** Blanks around a value mean nothing, and DOMPurify removes them. */
const tidy = (options: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(options)
      .map(([name, value]) => [name, value.trim()] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
const words = (html: string) => parse(html).querySelector('a')?.textContent?.trim();

describe.each(embedAdvice)('$system', ({ system, keeps, keepsScript, ownLinks }) => {
  it.each(cleaners[system].map((clean) => [clean]))('keeps the forms that the advice names, and no other', (clean) => {
    const holds = ({ widget, options, words }: { widget: string; options: Record<string, string>; words: string }) => {
      const snippets = embedSnippets({ base, widget, options, words });
      const pasted = ownLinks ? { ...snippets, link: markdownLink({ words, address: snippets.address }) } : snippets;
      const kept = embedForms.filter((form) => {
        const found = find(clean(pasted[form])).filter((one) => one.form === form);
        for (const one of found) expect(one.widget).toBe(widget);
        return found.length && JSON.stringify(tidy(found[0]!.options)) === JSON.stringify(tidy(options));
      });
      expect(kept).toEqual(embedForms.filter((form) => keeps.includes(form)));
    };
    fc.assert(fc.property(usual, holds), { numRuns: 50 });
  });

  it.each(cleaners[system].map((clean) => [clean]))('says of the script what becomes of it', (clean) => {
    const { script } = embedSnippets({ base, widget: 'program-list', words: 'x' });
    expect(parse(clean(script)).querySelector('script') !== null).toBe(keepsScript);
  });

  it.each(cleaners[system].map((clean) => [clean]))('leaves of every form with words a link that says all', (clean) => {
    if (ownLinks) return expect(find(clean('<a href="https://kankei.example/town/w/program-list">x</a>'))).toEqual([]);
    const holds = ({
      widget,
      options,
      words: said,
    }: {
      widget: string;
      options: Record<string, string>;
      words: string;
    }) => {
      const snippets = embedSnippets({ base, widget, options, words: said });
      for (const form of ['element', 'div', 'link'] as const) {
        const html = clean(snippets[form]);
        const link = find(html).find((one) => one.form === 'link');
        expect(link && { ...link, options: tidy(link.options) }).toEqual({
          form: 'link',
          widget,
          options: tidy(options),
        });
        expect(words(html)).toBe(said.trim());
      }
    };
    fc.assert(fc.property(usual, holds), { numRuns: 30 });
  });
});

it('writes links in Markdown whose words are what was typed', () => {
  const holds = ({ words: said }: { words: string }) => {
    const { address } = embedSnippets({ base, widget: 'program-list', options: { kind: 'a<b>&c' }, words: said });
    for (const clean of cleaners.markdown)
      expect(words(clean(markdownLink({ words: said, address })))).toBe(said.replace(/\s+/g, ' ').trim());
  };
  fc.assert(fc.property(usual, holds), { numRuns: 50 });
});

it('advises at least one form for every system', () => {
  for (const { keeps } of embedAdvice) expect(keeps.length).toBeGreaterThan(0);
});
