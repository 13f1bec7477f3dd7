import type { Program } from '@kankei/core';
import { type RssOptions, toRss } from '@kankei/formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { arbitraryPrograms, arbitraryText } from '../fixtures/arbitrary-program.ts';
import fc from '../fixtures/fast-check.ts';
import { fixturePrograms, makeProgram, now } from '../fixtures/programs.ts';

const options: RssOptions = {
  title: 'むすび野町の募集',
  link: 'https://musubino.example/programs/',
  description: 'むすび野町で参加できること',
  self: 'https://musubino.example/v1/towns/999997/programs.rss?kind=help&open=true',
  now,
  url: ({ town, id }) => `https://musubino.example/programs/?town=${town}&program=${id}`,
};

interface Item {
  title: string;
  link: string;
  guid: { '#text': string; '@_isPermaLink': string };
  description: string;
  category?: string[];
  pubDate?: string;
}

interface Channel {
  title: string;
  link: string;
  description: string;
  language: string;
  lastBuildDate: string;
  'atom:link': { '@_href': string; '@_rel': string; '@_type': string };
  item?: Item[];
}

/** Reads a feed with a parser that is not ours; not well-formed XML fails. */
function read(feed: string): Channel {
  expect(XMLValidator.validate(feed)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
    isArray: (name) => name === 'item' || name === 'category',
    processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
  });
  const { rss } = parser.parse(feed);
  expect(rss['@_version']).toBe('2.0');
  return rss.channel;
}

/** What a feed reader shows for a description, which is HTML. */
function plain(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  expect(html.replaceAll('<br>', '')).not.toContain('<');
  return html.replaceAll('<br>', '\n').replace(/&([a-z]+|#39);/g, (_, name) => entities[name]!);
}

const readOne = (more: Partial<Program>) => read(toRss([makeProgram({ id: 'one', ...more })], options)).item![0]!;

describe('what another program reads', () => {
  it('is well-formed and has the words that went in, in the order given', () => {
    fc.assert(
      fc.property(arbitraryPrograms({ maxLength: 6 }), (programs) => {
        const { item: items = [] } = read(toRss(programs, options));
        expect(items.map((item) => item.guid['#text'])).toEqual(programs.map(({ id, town }) => `${id}@${town}.kankei`));
        for (const [index, program] of programs.entries()) {
          const item = items[index]!;
          expect(item.title.endsWith(program.title)).toBe(true);
          expect(item.link).toBe(options.url(program));
          expect(item.category ?? []).toEqual(program.themes);
          const text = plain(item.description);
          if (program.description) expect(text).toContain(program.description);
          if (program.place?.name) expect(text).toContain(program.place.name);
          if (program.updatedAt) {
            const changed = Math.floor(Date.parse(program.updatedAt) / 1000) * 1000;
            expect(Date.parse(item.pubDate!)).toBe(changed);
          } else expect(item.pubDate).toBeUndefined();
        }
      }),
      { numRuns: 100 },
    );
  });

  it('names the feed as it was told, whatever its texts hold', () => {
    fc.assert(
      fc.property(arbitraryText(), arbitraryText(), (title, description) => {
        const channel = read(toRss([], { ...options, title, description }));
        expect(channel.title).toBe(title);
        expect(channel.description).toBe(description);
        expect(channel.item).toBeUndefined();
      }),
    );
  });

  it('links to the page and to itself', () => {
    const channel = read(toRss(fixturePrograms, options));
    expect(channel).toMatchObject({ link: options.link, language: 'ja' });
    expect(channel['atom:link']).toEqual({
      '@_href': options.self,
      '@_rel': 'self',
      '@_type': 'application/rss+xml',
    });
    expect(read(toRss([], { ...options, self: undefined, language: 'en' }))).not.toHaveProperty('atom:link');
  });

  it('begins with when and where, which RSS has no fields for', () => {
    const [item] = read(toRss([fixturePrograms[0]!], options)).item!;
    expect(plain(item!.description).split('\n').slice(0, 2)).toEqual([
      '2026年11月28日（土）9:30〜12:00',
      '佐和さんの畑 架空県むすび野町字上野12',
    ]);
    expect(item!.pubDate).toBe('Tue, 10 Nov 2026 00:00:00 GMT');
  });

  it('names a day once when a session says that it ends on the day it starts', () => {
    const sessions = [{ startDate: '2026-12-01', startTime: '09:05', endDate: '2026-12-01', endTime: '16:00' }];
    expect(readOne({ sessions }).description).toBe('2026年12月1日（火）9:05〜16:00');
    expect(readOne({ sessions: [{ startDate: '2026-12-31', endDate: '2027-01-02' }] }).description).toBe(
      '2026年12月31日（木）〜2027年1月2日（土）',
    );
  });

  it('does not fill the screen with the dates of a weekly course', () => {
    const sessions = ['01', '08', '15', '22', '29'].map((day) => ({ startDate: `2026-12-${day}` }));
    expect(readOne({ sessions }).description).not.toContain('ほか');
    expect(plain(readOne({ sessions: [...sessions, { startDate: '2027-01-05' }] }).description)).toMatch(
      /2026年12月29日（火）\nほか1回$/,
    );
  });

  it('says in the title what was called off', () => {
    expect(readOne({ title: '夜市', status: 'cancelled' }).title).toBe('【中止】夜市');
    expect(readOne({ title: '夜市', status: 'postponed' }).title).toBe('【延期】夜市');
  });

  it('never turns a text into markup', () => {
    const { title, description } = readOne({ title: ']]><x>&amp;', description: '<script>alert(1)</script>\n"&lt;"' });
    expect(title).toBe(']]><x>&amp;');
    expect(description).toBe('&lt;script&gt;alert(1)&lt;/script&gt;<br>&quot;&amp;lt;&quot;');
  });

  it('drops what XML cannot hold', () => {
    const { title } = readOne({ title: 'あ\uffff\u0007\ud800い😀' });
    expect(title).toBe('あい😀');
  });
});

describe('when the feed changed', () => {
  const changed = (programs: Program[]) => Date.parse(read(toRss(programs, options)).lastBuildDate);

  it('is the latest change of a program, so that the feed stays the same until one changes', () => {
    const at = (id: string, updatedAt: string) => makeProgram({ id, updatedAt });
    expect(changed([at('a', '2026-11-10T09:00:00+09:00'), at('b', '2026-11-01T09:00:00+09:00')])).toBe(
      Date.parse('2026-11-10T00:00:00Z'),
    );
  });

  it('is the time of writing where no program says', () => {
    expect(changed([makeProgram({ id: 'a' })])).toBe(now);
    expect(changed([])).toBe(now);
  });
});
