import { existsSync, readFileSync } from 'node:fs';
import { lastEnd, type Program, programQuery, queryPrograms, toInstant } from '@kankei/core';
import { readEventCsv, toICalendar, toJsonLdList, toRss } from '@kankei/formats';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import jsonld from 'jsonld';
import { convertIcsCalendar } from 'ts-ics';
import { beforeAll, describe, expect, it } from 'vitest';
import { context } from '../fixtures/schema-org.ts';

const file = new URL('../../../shared/data/events/hamamatsu-2026/events_sjis.csv', import.meta.url);
const now = toInstant('2026-11-21', '12:00');

/** Everything a large city publishes, through every format and back through readers that are not ours. */
describe.skipIf(!existsSync(file))('the events of a whole city (skipped without ../shared)', () => {
  let programs: Program[] = [];
  let sessions = 0;

  beforeAll(() => {
    programs = readEventCsv(readFileSync(file), { town: '221309' }).programs;
    sessions = programs.reduce((count, program) => count + program.sessions.length, 0);
    expect(programs.length).toBeGreaterThan(1000);
  });

  it('are a calendar with an event for each date', () => {
    const calendar = toICalendar(programs, { now, name: '浜松市' });
    const events = convertIcsCalendar(undefined, calendar).events!;
    expect(events).toHaveLength(sessions);
    expect(new Set(events.map((event) => event.uid)).size).toBe(sessions);
    const titles = programs.flatMap((program) => program.sessions.map(() => program.title));
    expect(events.map((event) => event.summary.replace(/^【(中止|延期)】/, ''))).toEqual(titles);
    const longest = Math.max(...calendar.split('\r\n').map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
  });

  it('are a feed with an item for each', () => {
    const feed = toRss(programs, {
      title: '浜松市',
      link: 'https://www.city.hamamatsu.shizuoka.jp/',
      description: '催し',
      now,
      url: ({ id }) => `https://www.city.hamamatsu.shizuoka.jp/?program=${id}`,
    });
    expect(XMLValidator.validate(feed)).toBe(true);
    const { rss } = new XMLParser({ processEntities: false }).parse(feed);
    expect(rss.channel.item).toHaveLength(programs.length);
  });

  it('are Events without loss', async () => {
    const list = toJsonLdList(programs, { now });
    const expanded = await jsonld.expand(
      { ...list, ...context } as jsonld.JsonLdDocument,
      {
        safe: true,
      } as jsonld.Options.Expand,
    );
    expect(expanded).toHaveLength(programs.filter((program) => program.sessions.length).length);
  });

  it('are paged through without doubles or gaps, while the clock runs on', () => {
    const query = programQuery.parse({ limit: 50 });
    const shown: string[] = [];
    let cursor: string | undefined;
    do {
      const page = queryPrograms(programs, { ...query, ...(cursor ? { cursor } : {}) }, now + shown.length * 3600_000)!;
      shown.push(...page.programs.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    const upcoming = programs.filter((program) => (lastEnd(program) ?? Infinity) > now).map(({ id }) => id);
    expect(shown.toSorted()).toEqual(upcoming.toSorted());
  });
});
