import { type Program, programQuery, queryPrograms, routePath } from '@kankei/core';
import { readEventCsv, writeEventCsv } from '@kankei/formats';
import { replacePrograms } from '@kankei/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePrograms, fixtureTown, makeProgram, now } from '../fixtures/programs.ts';
import { makeServer, neighbour, type ServerWorld } from './world.ts';

const code = fixtureTown.code;
const both = `${code},${neighbour.code}`;

let world: ServerWorld;
beforeAll(async () => {
  world = await makeServer();
});
afterAll(() => world.db.destroy());

const text = async (path: string) => {
  const response = await world.get(path);
  expect(response.status, path).toBe(200);
  return response.text();
};
/** The titles of what a listing answers to the same question. */
const titles = (input: object) => {
  const asked = programQuery.parse({ limit: 100, ...input });
  return queryPrograms(fixturePrograms, asked, now)!.programs.map(({ title }) => title);
};

describe('a calendar', () => {
  const path = routePath('calendar', { codes: code });
  const summaries = (ics: string) =>
    [...ics.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, one]) => one!.replace(/^【.+?】/, ''));

  it('holds what a listing finds that has dates', async () => {
    const dated = new Set(fixturePrograms.filter(({ sessions }) => sessions.length).map(({ title }) => title));
    const all = summaries(await text(path));
    expect(new Set(all)).toEqual(new Set(titles({}).filter((title) => dated.has(title))));
    expect(summaries(await text(`${path}?kind=tour&kind=course`))).toEqual(['味噌蔵をめぐる一日', 'しめ縄づくり講座']);
  });

  it('is served as one', async () => {
    const { headers } = await world.get(path);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('inline; filename="999997.ics"');
  });

  it('stays the same while nothing is written', async () => {
    const before = await text(path);
    world.clock.now = now + 30 * 60_000;
    expect(await text(path)).toBe(before);
    world.clock.now = now;
  });

  it('of one program holds that one', async () => {
    const one = await text(routePath('programCalendar', { code, id: 'harvest' }));
    expect(summaries(one)).toEqual(['大根の収穫と、たくあんの仕込み']);
  });
});

describe('the news feed', () => {
  it('has the newest first and links to where each program is told of', async () => {
    const rss = await text(routePath('rss', { codes: code }));
    const items = [...rss.matchAll(/<item>\s*<title>(.*?)<\/title>\s*<link>(.*?)<\/link>/g)];
    expect(items.map(([, title]) => title!.replace(/^【.+?】/, ''))).toEqual(titles({ sort: 'new' }));
    expect(items[0]![2]).toBe('https://musubino.example/programs/harvest');
    expect(items[1]![2]).toBe('https://kankei.example/w/program-list?town=999997&amp;program=bare');
  });

  it('says by which address it can be had again', async () => {
    const path = `${routePath('rss', { codes: both })}?kind=help`;
    expect(await text(path)).toContain(`<atom:link href="https://kankei.example${path}"`);
    expect(await text(path)).toContain('<title>むすび野町・飛騨市の行事とお手伝い</title>');
  });
});

describe('JSON-LD', () => {
  it('describes what a listing finds that has dates', async () => {
    const path = `${routePath('jsonLd', { codes: code })}?sort=deadline&kind=help`;
    const response = await world.get(path);
    expect(response.headers.get('content-type')).toBe('application/ld+json');
    const { '@graph': events } = (await response.json()) as { '@graph': { name: string }[] };
    expect(events.map(({ name }) => name)).toEqual(titles({ sort: 'deadline', kind: ['help'] }));
  });
});

describe('open data', () => {
  it('is complete and reads back as the same programs, those of several towns too', async () => {
    const csv = await text(routePath('csv', { codes: both }));
    const read = readEventCsv(new TextEncoder().encode(csv), { town: code });
    expect(read.reported).toBe(0);
    const ids = read.programs.map(({ id, town }) => `${town}/${id}`).sort();
    const expected = [...fixturePrograms.map(({ id }) => `${code}/${id}`), `${neighbour.code}/float`].sort();
    expect(ids).toEqual(expected);
    expect(read.programs.find(({ id }) => id === 'harvest')).toEqual(fixturePrograms[0]);
  });

  it('is narrowed like a listing', async () => {
    const csv = await text(`${routePath('csv', { codes: code })}?past=only`);
    const { programs } = readEventCsv(new TextEncoder().encode(csv), { town: code });
    expect(programs.map(({ id }) => id)).toEqual(['over']);
  });

  it('is one file however many rows it has', async () => {
    const other = await makeServer();
    const many = Array.from({ length: 450 }, (_, index) => makeProgram({ id: `p${index}`, town: neighbour.code }));
    await replacePrograms(other.db, many, { town: neighbour.code, source: 'import', now });
    const response = await other.get(routePath('csv', { codes: neighbour.code }));
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="212172_event.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    const sorted = (programs: Program[]) => programs.map(({ id }) => id).sort();
    const read = readEventCsv(bytes, { town: neighbour.code });
    expect(sorted(read.programs)).toEqual(sorted(many));
    const atOnce = writeEventCsv(read.programs, neighbour);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(atOnce);
    await other.db.destroy();
  });

  it('is a header alone where there is nothing', async () => {
    const csv = await text(`${routePath('csv', { codes: code })}?q=%E7%84%A1%E3%81%84`);
    expect(`\ufeff${csv}`).toBe(writeEventCsv([], fixtureTown));
  });
});
