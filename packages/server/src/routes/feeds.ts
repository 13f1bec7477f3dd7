import { type Program, type ProgramQuery, routes, type Town } from '@kankei/core';
import { serializeJsonLd, toICalendar, toJsonLdList, toRss, writeEventCsv } from '@kankei/formats';
import type { Hono } from 'hono';
import { type Asked, askTowns, type Context } from '../context.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, readCodes, readFeedQuery, readId, refuseParameters } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';
import { canonicalAddress } from '../pages/hosted.ts';
import { findPrograms } from '../storage/program-search.ts';
import { findProgram } from '../storage/program-store.ts';

/** The most programs in a calendar or in JSON-LD, and in a news feed: readers stumble over more. CSV is complete. */
export const feedLimits = { calendar: 1000, jsonLd: 1000, rss: 100 } as const;

const calendarType = 'text/calendar; charset=utf-8';

/** What other programs read: calendars, news readers, search engines, spreadsheets. All take the listing's filters. */
export function addFeedRoutes(app: Hono, context: Context): void {
  const { publicUrl } = context.settings;
  const pageOf = ({ url, town, id }: Program) =>
    url ??
    canonicalAddress({ publicUrl, widget: 'program-list', options: { attributes: { town, program: id }, chosen: [] } });

  read(app, '/v1/towns/:code/programs/:file{[^/]+\\.ics}', async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    const { validity } = await askTowns(context, [code], c.req.url);
    const id = readId(c.req.param('file').replace(/\.ics$/, ''));
    const found = await findProgram(context.db, code, id);
    if (!found) refuse('program-not-found');
    const program: Program = JSON.parse(found.document);
    if (!program.sessions.length) refuse('program-not-found', { detail: 'It has no dates to put into a calendar' });
    return answerIfChanged(c.req.raw, validity, () =>
      textResponse(toICalendar([program], { now: found.changedAt }), calendarType, named('inline', `${id}.ics`)),
    );
  });

  readFeed(app, context, routes.calendar, {}, async ({ towns, changedAt, find }) => {
    const programs = await collect(find(feedLimits.calendar));
    const text = toICalendar(programs, { now: changedAt, name: titleOf(towns) });
    return textResponse(text, calendarType, named('inline', `${towns[0]!.code}.ics`));
  });

  readFeed(app, context, routes.rss, { sort: 'new' }, async ({ towns, changedAt, address, find }) => {
    const town = towns[0]!;
    const title = titleOf(towns);
    const text = toRss(await collect(find(feedLimits.rss)), {
      title,
      description: (towns.length === 1 && town.greeting) || title,
      link: town.programsUrl ?? town.url ?? `${publicUrl}/?town=${town.code}`,
      self: `${publicUrl}${address}`,
      now: changedAt,
      url: pageOf,
    });
    return textResponse(text, 'application/rss+xml; charset=utf-8');
  });

  readFeed(app, context, routes.jsonLd, {}, async ({ now, find }) => {
    const programs = await collect(find(feedLimits.jsonLd));
    return textResponse(serializeJsonLd(toJsonLdList(programs, { now, url: pageOf })), 'application/ld+json');
  });

  readFeed(app, context, routes.csv, { past: 'include' }, async ({ towns, find }) => {
    const body = ReadableStream.from(csvParts(towns, find)).pipeThrough(new TextEncoderStream());
    return new Response(body, {
      headers: { 'content-type': 'text/csv; charset=utf-8', ...named('attachment', `${towns[0]!.code}_event.csv`) },
    });
  });
}

interface Feed extends Asked {
  /** Path and query string it was asked by. */
  address: string;
  /** Finds what the feed was asked for as it is consumed, at most so many, in all its towns or in one. */
  find: (most: number, town?: Town) => AsyncIterable<Program>;
}

type FeedPath = (typeof routes)['calendar' | 'rss' | 'jsonLd' | 'csv'];

/** One feed: the listing's question without its pages; `defaults` stand where nothing else is asked. */
function readFeed(
  app: Hono,
  context: Context,
  path: FeedPath,
  defaults: Partial<Record<keyof ProgramQuery, string>>,
  make: (feed: Feed) => Promise<Response>,
): void {
  read(app, toPattern(path), async (c) => {
    const codes = readCodes(c.req.param('codes'));
    const { pathname, search } = new URL(c.req.url);
    const query = readFeedQuery(search, defaults);
    const asked = await askTowns(context, codes, c.req.url);
    const find = (most: number, town?: Town) =>
      findPrograms(context.db, town ? [town.code] : codes, query, { now: asked.now, most });
    return answerIfChanged(c.req.raw, asked.validity, () => make({ ...asked, address: pathname + search, find }));
  });
}

/** A feed's name in calendars and readers. */
function titleOf(towns: readonly Town[]): string {
  return `${towns.map(({ name }) => name).join('・')}の行事とお手伝い`;
}

function named(how: 'inline' | 'attachment', name: string): Record<string, string> {
  return { 'content-disposition': `${how}; filename="${name}"` };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Rows written at once. */
const csvChunk = 200;

/** The open data of the towns as one CSV, town after town: one header, then the rows a few at a time. */
async function* csvParts(towns: readonly Town[], find: Feed['find']): AsyncGenerator<string> {
  const header = writeEventCsv([], towns[0]!);
  yield header;
  for (const town of towns) {
    const rows = (programs: Program[]) => writeEventCsv(programs, town).slice(header.length);
    let waiting: Program[] = [];
    for await (const program of find(Number.POSITIVE_INFINITY, town)) {
      waiting.push(program);
      if (waiting.length < csvChunk) continue;
      yield rows(waiting);
      waiting = [];
    }
    if (waiting.length) yield rows(waiting);
  }
}
