import { programQuery } from '@kankei/core';
import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { demoTown } from '../demo/town.ts';
import { findOffers } from '../hosted/offers.ts';
import type { WidgetName } from '../hosted/widgets.ts';
import { answerIfChanged, makeTag } from '../http/conditional.ts';
import { read } from '../http/read.ts';
import { textResponse } from '../http/text-response.ts';
import { canonicalAddress } from '../pages/hosted.ts';
import { findPrograms } from '../storage/program-search.ts';
import { allTowns } from '../storage/town-store.ts';

/** The most addresses a sitemap may name (sitemaps.org). */
const most = 50_000;

/** How long a copy is used unasked: search engines come once in a while. */
const kept = 'public, max-age=3600';

/** Widgets that are found by nobody who does not know of them already. */
const unlisted: readonly WidgetName[] = ['member-card', 'card-check'];

/** What search engines are told: the hosted pages of the towns, and of each program that is to come. */
export function addSitemapRoutes(app: Hono, context: Context): void {
  const { db, settings, start } = context;
  const { publicUrl } = settings;

  read(app, '/robots.txt', (c) => {
    const text = `User-agent: *\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`;
    const validity = { tag: makeTag(start, text), cacheControl: kept };
    return answerIfChanged(c.req.raw, validity, () => textResponse(text, 'text/plain; charset=utf-8'));
  });

  read(app, '/sitemap.xml', async (c) => {
    const now = context.now();
    const address = (widget: WidgetName, attributes: Record<string, string>) =>
      canonicalAddress({ publicUrl, widget, options: { attributes, chosen: [] } });
    // A made-up town is nothing to be found.
    const towns = (await allTowns(db)).filter(({ code }) => code !== demoTown.code);
    const urls: string[] = [];
    for (const { town, widgets } of await findOffers(db, towns)) {
      for (const widget of widgets) if (!unlisted.includes(widget)) urls.push(address(widget, { town: town.code }));
      const programs = findPrograms(db, [town.code], programQuery.parse({}), {
        now,
        most: Math.max(0, most - urls.length),
      });
      for await (const { id } of programs) urls.push(address('program-list', { town: town.code, program: id }));
    }
    const text = sitemap(urls.slice(0, most));
    const validity = { tag: makeTag(start, text), cacheControl: kept };
    return answerIfChanged(c.req.raw, validity, () => textResponse(text, 'application/xml; charset=utf-8'));
  });
}

function sitemap(urls: readonly string[]): string {
  const lines = urls.map((url) => `  <url><loc>${url.replaceAll('&', '&amp;')}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines.join('')}</urlset>
`;
}
