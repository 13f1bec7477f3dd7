import { readFileSync } from 'node:fs';
import { listQuery, type Program, programQuery, queryPrograms } from '@kankei/core';
import { replacePrograms, saveFanclub, saveFurusato, saveMatching, saveTown } from '@kankei/server';
import { XMLParser } from 'fast-xml-parser';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAttributes } from '../../packages/elements/src/program-list/attributes.ts';
import { en as enList } from '../../packages/elements/src/strings/en.ts';
import { enForm } from '../../packages/elements/src/strings/en-form.ts';
import { enFurusato } from '../../packages/elements/src/strings/en-furusato.ts';
import { enFurusatoMore } from '../../packages/elements/src/strings/en-furusato-more.ts';
import { enRest } from '../../packages/elements/src/strings/en-rest.ts';
import { ja as jaList } from '../../packages/elements/src/strings/ja.ts';
import { jaForm } from '../../packages/elements/src/strings/ja-form.ts';
import { jaFurusato } from '../../packages/elements/src/strings/ja-furusato.ts';
import { jaFurusatoMore } from '../../packages/elements/src/strings/ja-furusato-more.ts';
import { jaRest } from '../../packages/elements/src/strings/ja-rest.ts';
import { demoFanclub, demoFurusato, demoMatching } from '../../packages/server/src/demo/index.ts';
import { type HostedOptions, hostedQuery } from '../../packages/server/src/hosted/options.ts';
import { type WidgetName, widgetNames, widgets } from '../../packages/server/src/hosted/widgets.ts';
import { hostedFurusatoWords } from '../../packages/server/src/pages/hosted-furusato-words.ts';
import { hostedProgramWords } from '../../packages/server/src/pages/hosted-program-words.ts';
import { hostedLanguage, hostedWords } from '../../packages/server/src/pages/hosted-words.ts';
import { expandJsonLd } from '../fixtures/expand-json-ld.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { makeServer, neighbour, type ServerWorld } from './world.ts';

const publicUrl = 'https://kankei.example';
const { code } = fixtureTown;
/** A real town with much to list, and texts that would like to be markup. */
const hostile = `"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;`;
const many = { code: '221309', name: `浜松市${hostile}`, prefecture: '静岡県', greeting: hostile };

let world: ServerWorld;
beforeAll(async () => {
  world = await makeServer();
  const { db } = world;
  await saveFanclub(db, code, demoFanclub, now);
  await saveFurusato(db, code, demoFurusato({ now, publicUrl }), now);
  await saveMatching(db, code, demoMatching, now);
  await saveTown(db, many, now);
  const programs = Array.from({ length: 45 }, (_, i) =>
    makeProgram({
      id: `p${i}`,
      town: many.code,
      title: `${i} ${hostile}`,
      summary: hostile,
      description: hostile.repeat(3),
      thanks: hostile,
      kind: i % 3 ? 'event' : 'help',
      sessions: [{ startDate: '2026-12-01', startTime: '10:00' }],
      place: { name: hostile },
      contact: { name: hostile, phone: hostile },
    }),
  );
  await replacePrograms(db, programs, { town: many.code, source: 'import', now });
});
afterAll(() => world.db.destroy());

async function open(path: string, headers: Record<string, string> = {}, status = 200) {
  const response = await world.get(path, { headers });
  expect(response.status, path).toBe(status);
  const { window } = new JSDOM(await response.text());
  const { document } = window;
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const text = (selector = 'main') => document.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const href = (selector: string) =>
    new URL(document.querySelector(selector)?.getAttribute('href') ?? '', `${publicUrl}/w/x`);
  return { response, document, all, text, href };
}
type Page = Awaited<ReturnType<typeof open>>;

const pathOf = ({ pathname, search }: URL) => pathname + search;
const address = (widget: WidgetName, more = '') => `/w/${widget}?town=${code}${more}`;

/** Nothing inline that runs, nothing that a value of somebody's could have brought in. */
function expectHarmless({ document, all, response }: Page): void {
  for (const script of all('script'))
    if (script.getAttribute('type') === 'application/ld+json')
      expect(() => JSON.parse(script.textContent!)).not.toThrow();
    else
      expect([script.textContent, /^\.\.\/embed\/v1\/(hosted|kankei)\.js$/.test(script.getAttribute('src')!)]).toEqual([
        '',
        true,
      ]);
  expect(all('style, iframe, object, embed, base')).toEqual([]);
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^style$/);
      if (['href', 'src', 'action'].includes(name)) expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i);
    }
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
}

describe.each(widgetNames.flatMap((widget) => ['ja', 'en'].map((lang) => [widget, lang] as const)))(
  'the hosted page of %s in %s',
  (widget, lang) => {
    it('is a whole page as served: language, title, words for search engines, one heading, and the tag with its content', async () => {
      const page = await open(address(widget, `&lang=${lang}`));
      const { document, all, text } = page;
      expect(document.documentElement.lang).toBe(lang);
      expect(document.title).toContain('むすび野町');
      const said = (name: string) =>
        document.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute('content');
      expect(said('description')?.length).toBeGreaterThan(10);
      expect(said('og:title')).toBe(document.title);
      expect(said('og:url')).toBe(document.querySelector('link[rel=canonical]')?.getAttribute('href'));
      expect(said('og:url')).toBe(`${publicUrl}/w/${widget}?town=${code}&lang=${lang}`);
      expect(all('h1, main')).toHaveLength(2);
      const levels = all('h1, h2, h3, h4').map(({ localName }) => Number(localName[1]));
      for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
      const tag = document.querySelector(`main > kankei-${widget}`)!;
      expect(tag.getAttribute('town')).toBe(code);
      expect(tag.textContent?.trim().length).toBeGreaterThan(40);
      const ids = all('[id]').map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const one of all('[aria-labelledby]')) expect(ids).toContain(one.getAttribute('aria-labelledby'));
      expect(text('footer nav a')).toBeTruthy();
      expectHarmless(page);
    });

    it('tells search engines in JSON-LD, which a reader that is not ours takes whole', async () => {
      const { document } = await open(address(widget, `&lang=${lang}`));
      const json = JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!);
      const [about] = json['@graph'];
      expect(about).toMatchObject({ '@type': 'WebPage', name: document.title, inLanguage: lang });
      await expect(expandJsonLd(json)).resolves.toBeTruthy();
    });
  },
);

describe('a hosted page', () => {
  it('may stand in any frame, sets no cookie, and is asked for again only when it may have changed', async () => {
    const { response } = await open(address('program-list'));
    const { headers } = response;
    expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    expect(headers.get('x-frame-options')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=600');
    const etag = headers.get('etag')!;
    const again = (more: Record<string, string>, path = address('program-list')) =>
      world.get(path, { headers: { 'if-none-match': etag, ...more } });
    expect((await again({})).status).toBe(304);
    for (const other of [
      again({ 'accept-language': 'en' }),
      again({ 'sec-fetch-dest': 'iframe' }),
      again({}, address('program-list', '&kind=help')),
    ])
      expect((await other).status).toBe(200);
    expect(headers.get('vary')).toMatch(/Accept-Language, Sec-Fetch-Dest/);
    // Only these pages may be framed.
    expect((await world.get('/')).headers.get('content-security-policy')).not.toContain('frame-ancestors *');
  });

  it('speaks the language of its address, else the browser’s, as the widgets do', async () => {
    const langOf = async (path: string, accept?: string) =>
      (await open(path, accept ? { 'accept-language': accept } : {})).document.documentElement.lang;
    expect(await langOf(address('card-check'))).toBe('ja');
    expect(await langOf(address('card-check'), 'en-GB,ja;q=0.8')).toBe('en');
    expect(await langOf(address('card-check', '&lang=ja'), 'en')).toBe('ja');
    expect(hostedLanguage(undefined, 'zh-TW, ja;q=0.5, en;q=0.4')).toBe('ja');
    expect(hostedLanguage(undefined, 'fr')).toBe('en');
    expect([hostedLanguage('fr'), hostedLanguage('ja-JP', 'en'), hostedLanguage(undefined, '*')]).toEqual([
      'en',
      'ja',
      'ja',
    ]);
  });

  it('leaves out its own head and foot in a frame', async () => {
    const { document } = await open(address('program-list'), { 'sec-fetch-dest': 'iframe' });
    expect(document.documentElement.className).toBe('framed');
    expect((await open(address('program-list'))).document.documentElement.className).toBe('');
  });

  it('hands its options on to the tag, and none that would let a stranger choose where answers come from', async () => {
    const query =
      '&kind=help&kind=event&compact&heading-level=3&accent=%23005bac&endpoint=https://evil.example&src=x&utm_source=y';
    const { document } = await open(`/w/program-list?town=${code}${query}`, {}, 200);
    const tag = document.querySelector('kankei-program-list')!;
    const given = Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]));
    expect(given).toEqual({
      'data-hosted': '',
      'heading-level': '3',
      town: code,
      kind: 'help,event',
      accent: '#005bac',
      'no-jsonld': '',
    });
    const flags = (await open(address('furusato-link', '&compact=&new-tab'))).document.querySelector(
      'kankei-furusato-link',
    )!;
    expect([flags.hasAttribute('compact'), flags.hasAttribute('new-tab')]).toEqual([true, true]);
  });

  it('takes the attributes the manifest names, of every tag, but endpoint and src', () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../packages/elements/custom-elements.json', import.meta.url), 'utf8'),
    );
    const declared = manifest.modules.flatMap(({ declarations = [] }: { declarations: { tagName?: string }[] }) =>
      declarations.filter(({ tagName }) => tagName),
    );
    expect(declared.map(({ tagName }: { tagName: string }) => tagName).sort()).toEqual(
      widgetNames.map((name) => `kankei-${name}`).sort(),
    );
    for (const { tagName, attributes } of declared) {
      const { texts, flags } = widgets[tagName.slice('kankei-'.length) as WidgetName];
      const named = new Set([...attributes.map(({ name }: { name: string }) => name), 'accent', 'lang']);
      expect([...texts, ...flags, 'endpoint', 'src'].sort(), tagName).toEqual([...named].sort());
      for (const { name, type } of attributes)
        if (type.text === 'boolean') expect(flags, tagName).toContain(name);
        else expect(flags, tagName).not.toContain(name);
    }
  });
});

describe('the list without a script', () => {
  it('shows what the list shows, with the same options', async () => {
    for (const search of [
      '',
      '&kind=help',
      '&kind=help,event&sort=new',
      '&past=only',
      '&from=2026-11-22&to=2026-11-30',
      '&q=大根',
      '&theme=農業&mode=onsite',
    ]) {
      const { all } = await open(address('program-list', search));
      const query = Object.fromEntries(
        [...new URLSearchParams(search)].map(([name, value]) => [
          name,
          ['kind', 'theme', 'mode'].includes(name) ? value.split(',') : value,
        ]),
      );
      const expected = queryPrograms(fixturePrograms, programQuery.parse(query), now)!.programs;
      expect(
        all('.program h2').map(({ textContent }) => textContent),
        search,
      ).toEqual(expected.map(({ title }) => title));
    }
  });

  it('asks the very question that the element with these attributes asks', () => {
    const value = fc.oneof(
      fc.constantFrom('help', 'event,help', '農業 祭り', '2026-12-01', 'only', 'new', 'deadline', '50', '0', '-3', 'x'),
      fc.string(),
    );
    const attribute = fc.constantFrom('program', 'kind', 'theme', 'from', 'to', 'past', 'sort', 'limit');
    const { document } = new JSDOM('').window;
    fc.assert(
      fc.property(fc.dictionary(attribute, value), (attributes) => {
        const tag = document.createElement('kankei-program-list');
        for (const [name, text] of Object.entries(attributes)) tag.setAttribute(name, text);
        const asked = programQuery.safeParse(listQuery(readAttributes(tag)));
        const options: HostedOptions = { attributes, chosen: [] };
        if (asked.success) expect(hostedQuery(options)).toEqual(asked.data);
        else expect(() => hostedQuery(options)).toThrow();
      }),
    );
  });

  it('leads from page to page until all has been shown once, and back', async () => {
    const seen: string[] = [];
    let next = `/w/program-list?town=${many.code}&lang=en`;
    let page = await open(next);
    for (;;) {
      seen.push(...page.all('.program h2 a').map((link) => link.getAttribute('href')!));
      if (!page.document.querySelector('a[rel=next]')) break;
      next = pathOf(page.href('a[rel=next]'));
      page = await open(next);
      expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, follow');
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
    expect(pathOf(page.href('.pages a'))).toBe(`/w/program-list?town=${many.code}&lang=en`);
  });

  it('searches by a form and by kinds, and a script finds in the address what was chosen', async () => {
    const { document, all } = await open(`/w/program-list?town=${many.code}&sort=new&lang=en`);
    const form = document.querySelector<HTMLFormElement>('form[role=search]')!;
    expect([form.method, form.getAttribute('action')]).toEqual(['get', 'program-list']);
    const sent = new URLSearchParams(
      all('form [name]').map((input): [string, string] => [
        input.getAttribute('name')!,
        (input as HTMLInputElement).value,
      ]),
    );
    sent.set('q', '17');
    const found = await open(`/w/program-list?${sent}`);
    expect(found.all('.program')).toHaveLength(1);
    expect(found.document.querySelector('kankei-program-list')?.getAttribute('data-hash')).toBe('kankei&q=17');
    const kind = all('.kinds a').find(({ textContent }) => textContent === 'Lend a hand 15')!;
    const narrowed = await open(pathOf(new URL(kind.getAttribute('href')!, `${publicUrl}/w/`)));
    expect(narrowed.document.querySelector('kankei-program-list')?.getAttribute('kind')).toBe('help');
    expect(narrowed.text('.kinds [aria-current]')).toBe('Lend a hand 15');
  });

  it('opens each program on a page of its own, with all that is known of it', async () => {
    const list = await open(address('program-list', '&past=include&limit=100'));
    const links = list.all('.program h2 a');
    expect(links).toHaveLength(fixturePrograms.length);
    for (const link of links) {
      const { document, text, response } = await open(pathOf(new URL(link.getAttribute('href')!, `${publicUrl}/w/`)));
      const id = new URL(link.getAttribute('href')!, `${publicUrl}/w/`).searchParams.get('program');
      const program = fixturePrograms.find((one) => one.id === id)!;
      expect(document.title).toBe(`${program.title} | むすび野町`);
      expect(text('main h2')).toBe(program.title);
      for (const known of knownOf(program)) expect(text(), program.id).toContain(known.replace(/\s+/g, ' '));
      expect(document.querySelector('kankei-program-list')?.getAttribute('data-hash')).toBe(
        `kankei-program=${code}/${id}`,
      );
      const json = JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!);
      expect(json['@graph']).toHaveLength(program.sessions.length ? 2 : 1);
      await expandJsonLd(json);
      expect(response.headers.get('etag')).toBeTruthy();
    }
  });

  it('says how to apply where that takes a script, and only where one can', async () => {
    const said = async (program: string, of = code) =>
      (await open(`/w/program-list?town=${of}&program=${program}`)).text().includes(hostedWords.ja.applyNeedsScript);
    expect([await said('harvest'), await said('cancelled'), await said('over')]).toEqual([true, false, false]);
    // A town that takes nothing in.
    expect(await said('p1', many.code)).toBe(false);
  });

  it('says in words what is not there', async () => {
    const gone = await open(address('program-list', '&program=nothing'), {}, 404);
    expect(gone.text()).toContain(hostedWords.ja.gone);
    expect(gone.all(`a[href="program-list?town=${code}"]`)).toHaveLength(1);
    expect((await open(address('program-list', '&q=xyzzy'))).text()).toContain(jaList.nothingFound);
  });
});

const knownOf = ({ description, place, thanks, bring, organizer, host, contact }: Program) =>
  [description, place?.address, thanks, bring, organizer?.name, host?.name, contact?.name].filter(
    (one) => one !== undefined,
  );

describe('what stands in for the other widgets', () => {
  it('tells where donations go, what is gathered for and where to donate, without what the rules forbid', async () => {
    const { text, all } = await open(address('furusato-link'));
    const { uses, projects, form } = demoFurusato({ now, publicUrl });
    for (const { title } of [...uses, ...projects]) expect(text()).toContain((title as { ja: string }).ja);
    expect(all('main a').map((link) => link.getAttribute('href'))).toContain(form?.url);
    expect(text()).toMatch(/目標の\d+%/);
  });

  it('tells what a fan club is, how to join, and the whole of the notice with whom to ask', async () => {
    for (const [lang, say] of [
      ['ja', hostedWords.ja],
      ['en', hostedWords.en],
    ] as const) {
      const { text, all } = await open(address('fanclub-signup', `&lang=${lang}`));
      expect(text()).toContain(say.needsScript);
      for (const part of ['collector', 'purpose', 'retention', 'leaving', 'contact'] as const)
        expect(text()).toContain((demoFanclub.notice[part] as { ja: string; en: string })[lang].replace(/\s+/g, ' '));
      expect(all(`main a[href="mailto:${fixtureTown.contact!.email}"]`)).toHaveLength(1);
    }
  });

  it('leads to the form of a town that has one elsewhere', async () => {
    const delivery = { form: 'https://forms.example/join?x=1&y=2' };
    await saveFanclub(world.db, neighbour.code, { ...demoFanclub, delivery }, now);
    const { all } = await open(`/w/fanclub-signup?town=${neighbour.code}`);
    expect(all('main a').map((link) => link.getAttribute('href'))).toContain(delivery.form);
  });
});

describe('an address that shows nothing', () => {
  it('is a page in words with the ways on, not for search engines', async () => {
    const cases: [path: string, status: number, said: string][] = [
      ['/w/nothing', 404, hostedWords.ja.goneWidget],
      ['/w/program-list', 404, hostedWords.ja.townMissing],
      ['/w/program-list?town=131016', 404, hostedWords.ja.townUnknown],
      [`/w/program-list?town=${encodeURIComponent('<b>x')}`, 404, hostedWords.ja.townUnknown],
      [`/w/furusato-link?town=${many.code}`, 404, hostedWords.ja.noFurusato],
      [`/w/fanclub-signup?town=${many.code}`, 404, hostedWords.ja.noFanclub],
      [`/w/program-list?town=${code}&kind=hlep`, 400, 'kind'],
      [`/w/program-list?town=${code}&program=${encodeURIComponent('../x')}`, 404, hostedWords.ja.gone],
      [`/w/program-list?town=${code}&cursor=x`, 400, 'cursor'],
      [`/w/program-list?town=${code}&q=%E3%81`, 400, 'q'],
    ];
    for (const [path, status, said] of cases) {
      const page = await open(path, {}, status);
      expect(page.text(), path).toContain(said);
      expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
      expect(page.all('main a').length, path).toBeGreaterThan(0);
      expect(page.response.headers.get('cache-control')).toBe('no-cache');
      expectHarmless(page);
    }
  });

  it('offers the page without the option that cannot be read', async () => {
    const page = await open(`/w/program-list?town=${code}&kind=hlep&sort=new&lang=en`, {}, 400);
    expect(pathOf(page.href('main a'))).toBe(`/w/program-list?town=${code}&sort=new&lang=en`);
  });
});

describe('the page of all pages', () => {
  it('lists what each town has to show, and every one of them opens', async () => {
    const { all, response } = await open('/w/?lang=en');
    const links = all('main a').map((link) => link.getAttribute('href')!);
    expect(links.filter((link) => link.includes(code))).toHaveLength(widgetNames.length);
    expect(links).toContain(`program-list?town=${many.code}&lang=en`);
    for (const link of links) await open(`/w/${link}`);
    expect(
      (await world.get('/w/?lang=en', { headers: { 'if-none-match': response.headers.get('etag')! } })).status,
    ).toBe(304);
    const moved = await world.get('/w?lang=en');
    expect([moved.status, moved.headers.get('location')]).toEqual([308, 'w/?lang=en']);
  });
});

describe('the sitemap', () => {
  it('names the pages of real towns and of what is to come, each of which opens under that address', async () => {
    const robots = await (await world.get('/robots.txt')).text();
    expect(robots).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
    const response = await world.get('/sitemap.xml');
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    const { urlset } = new XMLParser().parse(await response.text()) as { urlset: { url: { loc: string }[] } };
    const paths = urlset.url.map(({ loc }) => loc.slice(publicUrl.length));
    expect(paths.filter((path) => path.includes('&program='))).toHaveLength(46);
    expect(paths.filter((path) => path.includes(code))).toEqual([]);
    for (const path of [
      paths[0]!,
      `/w/program-list?town=${many.code}`,
      `/w/program-list?town=${many.code}&program=p7`,
    ]) {
      expect(paths).toContain(path);
      const { document } = await open(path);
      expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(publicUrl + path);
      expect(document.querySelector('meta[name=robots]')).toBeNull();
    }
  });
});

describe('whatever somebody writes', () => {
  it('into texts of a town is text on every page', async () => {
    const pages = ['program-list', 'matching-form', 'card-check', 'member-card'].map(
      (widget) => `/w/${widget}?town=${many.code}`,
    );
    for (const path of [...pages, `/w/program-list?town=${many.code}&program=p1`, '/w/']) {
      const page = await open(path);
      expect(page.text(), path).toContain(hostile);
      expectHarmless(page);
    }
  });

  it('into an address never breaks out of its place, and never breaks the server', async () => {
    const name = fc.constantFrom(
      'town',
      'program',
      'kind',
      'theme',
      'from',
      'q',
      'lang',
      'accent',
      'view',
      'views',
      'sync',
      'limit',
      'heading-level',
      'area',
      'cursor',
      'via',
      'tie',
      'layout',
      'x"y',
      '__proto__',
      'constructor',
    );
    const value = fc.oneof(
      fc.constantFrom(
        hostile,
        '"',
        "' onload=x",
        '</script>',
        '%00',
        '\u2028',
        '＂',
        'a'.repeat(3000),
        '-1',
        'ja"><b>',
        code,
      ),
      fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
    );
    const search = fc.array(fc.tuple(name, value), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...widgetNames),
        search,
        fc.constantFrom(code, many.code, ''),
        async (widget, pairs, town) => {
          const response = await world.get(`/w/${widget}?${new URLSearchParams([['town', town], ...pairs])}`);
          expect([200, 400, 404]).toContain(response.status);
          const { document } = new JSDOM(await response.text()).window;
          const all = (selector: string) => [...document.querySelectorAll(selector)];
          expectHarmless({ response, document, all } as Page);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe.each([
  ['ja', { ...jaList, ...jaRest }, jaForm, { ...jaFurusato, corporate: jaFurusatoMore.corporate }],
  ['en', { ...enList, ...enRest }, enForm, { ...enFurusato, corporate: enFurusatoMore.corporate }],
] as const)('the words of hosted pages in %s', (lang, list, form, furusato) => {
  /** Both say the same to the same questions. */
  function expectSame(own: object, theirs: Record<string, unknown>, path = ''): void {
    for (const [name, value] of Object.entries(own)) {
      const other = theirs[name];
      if (typeof value === 'function') {
        const asked = [[now, true], [now, false], [1, '12月1日'], [12, 3], ['A', 'B'], ['x']];
        for (const given of asked.filter((given) => accepts(value, given)))
          expect(value(...given), path + name).toEqual((other as typeof value)(...given));
      } else if (typeof value === 'object') expectSame(value, other as Record<string, unknown>, `${path}${name}.`);
      else expect(value, path + name).toBe(other);
    }
  }
  const accepts = (say: (...given: unknown[]) => unknown, given: unknown[]) => {
    try {
      return !String(say(...given)).includes('NaN');
    } catch {
      return false;
    }
  };

  it('are the words of the widgets', () => {
    expectSame(hostedProgramWords[lang], list as unknown as Record<string, unknown>);
    expectSame(hostedFurusatoWords[lang], furusato as unknown as Record<string, unknown>);
    expectSame(
      { notice: hostedWords[lang].notice, openForm: hostedWords[lang].openForm, byForm: hostedWords[lang].byForm },
      { ...form, byForm: form.formElsewhere } as unknown as Record<string, unknown>,
    );
  });
});
