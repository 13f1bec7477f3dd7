import { readFileSync } from 'node:fs';
import { type Town, town as townSchema } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { demoTown } from '../../packages/server/src/demo/index.ts';
import { unknownTownPage } from '../../packages/server/src/pages/error.ts';
import { type HomePageOptions, homePage, homePolicy } from '../../packages/server/src/pages/home.ts';
import fc from '../fixtures/fast-check.ts';

const hamamatsu: Town = { code: '221309', name: '浜松市', prefecture: '静岡県' };
const publicUrl = 'https://kankei.example/widgets';
const common = { towns: [demoTown, hamamatsu], publicUrl, version: '1.2.3' };
const page = (town: Town = demoTown, more: Partial<HomePageOptions> = {}) =>
  String(homePage({ ...common, town, ...more }));

const asset = (name: string) => readFileSync(new URL(`../../packages/server/assets/${name}`, import.meta.url), 'utf8');

/** What a browser makes of escaped text. */
const plain = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
const shownSnippet = (html: string) => plain(/<code id="snippet"[^>]*>([^<]*)<\/code>/.exec(html)?.[1] ?? '');

/** Tags with their attributes, as written. */
const tags = (html: string, name: string) => html.match(new RegExp(`<${name}[\\s>][^>]*>?`, 'g')) ?? [];

const pages: [string, string][] = [
  ['the made-up town in Japanese', page()],
  ['the made-up town in English', page(demoTown, { lang: 'en' })],
  [
    'the made-up town with its fan club',
    page(demoTown, { fanclub: { ja: '橋の会', en: 'Bridge Club' }, outbox: true }),
  ],
  ['the made-up town with furusato nozei', page(demoTown, { furusato: true, matching: true, fanclub: '橋の会' })],
  ['a real town', page(hamamatsu)],
  ['a town that is not there', String(unknownTownPage({ ...common, code: '999' }))],
  ['a town that is not there, in English', String(unknownTownPage({ ...common, code: '999', lang: 'en' }))],
];

describe.each(pages)('the page of %s', (_, html) => {
  it('has a language, a title, one main heading and one main part', () => {
    expect(html.trimStart()).toMatch(/^<!doctype html>\s*<html lang="(ja|en)">/);
    expect(/<title>(.+)<\/title>/.exec(html)?.[1]).toBeTruthy();
    expect(tags(html, 'h1')).toHaveLength(1);
    expect(tags(html, 'main')).toHaveLength(1);
  });

  it('has nothing inline: no script text, no style, no handler, no javascript address', () => {
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
    for (const [, content] of html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) expect(content).toBe('');
  });

  it('has no id twice, and a target for every label, description and link within the page', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, , id] of html.matchAll(/\s(for|aria-labelledby|data-copy)="([^"]+)"/g)) expect(ids).toContain(id);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  it('begins with a link over the menu, and never skips a level of heading', () => {
    expect(/<body>\s*<a class="skip" href="#main">/.test(html)).toBe(true);
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it('uses style sheet, script and pictures that are there', () => {
    const files = [...html.matchAll(/(?:href|src|srcset)="assets\/([^"]+)"/g)].map(([, file]) => file!);
    expect(files).toEqual(expect.arrayContaining(['site.css', 'home.css', 'home.js', 'icon.svg']));
    for (const file of files) expect(asset(file).length).toBeGreaterThan(0);
  });
});

describe('the home page', () => {
  it('shows the signup of a fan club, and the lines that put it there, only where there is one', () => {
    const html = page(demoTown, { fanclub: { ja: '橋の<会>', en: 'Bridge Club' } });
    const lines = plain(/<code id="signup-snippet"[^>]*>([^<]*)<\/code>/.exec(html)![1]!);
    expect(lines).toContain('<kankei-fanclub-signup town="999997">');
    expect(plain(html)).toContain(plain(lines));
    expect(tags(html, 'kankei-fanclub-signup')).toHaveLength(1);
    expect(tags(page(), 'kankei-fanclub-signup')).toHaveLength(0);
    expect(page(demoTown, { fanclub: '橋の会', lang: 'en' })).toContain('Join 橋の会');
  });

  it('helps to find what suits, and has the lines that put it there, only where the town asks anything', () => {
    const html = page(demoTown, { matching: true });
    const lines = plain(/<code id="matching-snippet"[^>]*>([^<]*)<\/code>/.exec(html)![1]!);
    expect(lines).toContain('<kankei-matching-form town="999997">');
    expect(html).toContain(lines);
    expect(tags(html, 'kankei-matching-form')).toHaveLength(1);
    expect(tags(page(), 'kankei-matching-form')).toHaveLength(0);
  });

  it('lets residents ask for help, and has the lines that put it there, only where the town takes needs in', () => {
    const html = page(demoTown, { need: true });
    const lines = plain(/<code id="need-snippet"[^>]*>([^<]*)<\/code>/.exec(html)![1]!);
    expect(lines).toContain('<kankei-matching-form side="host" town="999997">');
    expect(html).toContain(lines);
    expect(tags(page(demoTown, { matching: true }), 'kankei-matching-form')).toHaveLength(1);
  });

  it('shows furusato nozei, and the lines that put it there, only where the town says something of it', () => {
    const html = page(demoTown, { furusato: true });
    const lines = plain(/<code id="furusato-snippet"[^>]*>([^<]*)<\/code>/.exec(html)![1]!);
    expect(lines).toContain('<kankei-furusato-link town="999997">');
    expect(plain(html)).toContain(plain(lines));
    expect(tags(html, 'kankei-furusato-link')).toHaveLength(1);
    expect(tags(page(), 'kankei-furusato-link')).toHaveLength(0);
  });

  it('leads to the mails only where they can be looked at', () => {
    expect(page(demoTown, { fanclub: '橋の会', outbox: true })).toContain('href="outbox"');
    expect(page(demoTown, { fanclub: '橋の会', outbox: false })).not.toContain('outbox');
  });

  it('shows the very lines that put the list on it', () => {
    for (const [town, lang] of [
      [demoTown, 'ja'],
      [hamamatsu, 'en'],
    ] as const) {
      const html = page(town, { lang });
      const lines = shownSnippet(html);
      expect(lines).toContain(`<script type="module" src="${publicUrl}/embed/v1/kankei.js"></script>`);
      expect(lines).toContain(`<kankei-program-list town="${town.code}">`);
      expect(html).toContain(lines);
      expect(html.split('<kankei-program-list')).toHaveLength(2);
    }
  });

  it('leads from each widget to its hosted page where there is none, and to the builder', () => {
    const html = page(demoTown, { furusato: true, matching: true, fanclub: '橋の会' });
    for (const widget of ['program-list', 'matching-form', 'furusato-link', 'fanclub-signup'])
      expect(html).toContain(`<a href="${publicUrl}/w/${widget}?town=999997">`);
    expect(html).toContain('href="builder?town=999997"');
    expect(page(demoTown, { lang: 'en' })).toContain('href="builder?town=999997&amp;lang=en"');
  });

  it('says that it is a sample, of a made-up town or not of the real one', () => {
    expect(page()).toContain('むすび野町は架空の町です。');
    expect(page(hamamatsu)).toContain('浜松市の公式サイトではありません。');
    expect(page(hamamatsu)).not.toContain('架空県むすび野町三つ橋');
    expect(page(hamamatsu, { lang: 'en' })).toContain('It is not the official site of 浜松市.');
  });

  it('speaks English where it is asked to, and Japanese for anything else', () => {
    const html = page(demoTown, { lang: 'en' });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1>Be part of むすび野町</h1>');
    expect(html).toContain('href="?town=999997" lang="ja"');
    expect(page(demoTown, { lang: 'en' })).toContain('name="lang" value="en"');
    for (const lang of ['ja', 'fr', '', '"><script>']) expect(page(demoTown, { lang })).toBe(page());
    expect(page()).toContain('href="?town=999997&amp;lang=en" lang="en"');
  });

  it('lists the towns of the database, the present one chosen', () => {
    const html = page(hamamatsu);
    expect(html).toContain('<option value="999997">架空県 むすび野町（999997）</option>');
    expect(html).toContain('<option value="221309" selected>静岡県 浜松市（221309）</option>');
  });

  it('offers calendar, RSS, table and the description of the interface', () => {
    const html = page();
    expect(html).toContain('href="webcal://kankei.example/widgets/v1/towns/999997/programs.ics"');
    for (const address of ['v1/towns/999997/programs.rss', 'v1/towns/999997/programs.csv', 'openapi.json'])
      expect(html).toContain(`href="${address}"`);
  });

  it('has a copy button that waits for the script, says what happened and copies the shown lines', () => {
    const html = page();
    const [button = ''] = html.match(/<button[^>]*data-copy[^>]*>/) ?? [];
    expect(button).toMatch(/\shidden[\s>]/);
    expect(button).toContain('data-copy="snippet"');
    expect(button).toContain('data-done="コピーしました。"');
    expect(html).toMatch(/role="status"/);
  });

  it('lets no name, greeting or contact of a town out of its place', () => {
    const hostile = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>&lt;b&gt;";
    const town = townSchema.parse({
      ...hamamatsu,
      name: hostile,
      prefecture: '"><b>',
      greeting: hostile,
      contact: { name: hostile, phone: hostile, extension: hostile },
    });
    for (const html of [
      String(homePage({ ...common, towns: [town], town })),
      String(unknownTownPage({ ...common, towns: [town], code: hostile })),
    ]) {
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
      expect(html).not.toContain('"><b>');
    }
  });

  it('shows any name as it is, as text', () => {
    const parts = fc.constantFrom('<', '>', '"', "'", '&', '&amp;', '</title>', '<!--', '村', ' ', '\\', '`');
    const anyName = fc.array(parts, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(anyName, (name) => {
        const html = page({ ...hamamatsu, name });
        const heading = /<h1>([^<]*)<\/h1>/.exec(html)?.[1];
        expect(plain(heading ?? '')).toBe(`${name}に関わる`);
        expect(tags(html, 'h1')).toHaveLength(1);
        expect(tags(html, 'script')).toHaveLength(2);
      }),
    );
  });
});

describe('the page of an unknown town', () => {
  it('says which code was asked for, however long, and offers the towns there are and the way back', () => {
    const html = String(unknownTownPage({ ...common, code: '9'.repeat(5000) }));
    expect(html).toContain('町が見つかりません');
    expect(html).toContain(`「${'9'.repeat(20)}…」`);
    expect(html.length).toBeLessThan(3000);
    expect(html).toContain('<option value="221309">');
    expect(html).toContain('href="?town=999997"');
  });
});

describe('the policy of our pages', () => {
  it('allows nothing unsafe and nothing by default', () => {
    const policy = homePolicy('https://kankei.example.jp');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  });
});
