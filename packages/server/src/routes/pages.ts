import { fileURLToPath } from 'node:url';
import { matchingWith, takesIn } from '@kankei/core';
import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { demoTown } from '../demo/index.ts';
import { findFurusato } from '../furusato/furusato-store.ts';
import { refuse } from '../http/problems.ts';
import { read } from '../http/read.ts';
import { staticFolder } from '../http/static-folder.ts';
import { findMatching } from '../matching/matching-store.ts';
import { findClub } from '../members/club.ts';
import { unknownTownPage } from '../pages/error.ts';
import { homePage, homePolicy } from '../pages/home.ts';
import { allTowns } from '../storage/town-store.ts';
import { version } from '../version.ts';
import { hasOutbox } from './outbox.ts';

const assets = staticFolder(fileURLToPath(new URL('../../assets', import.meta.url)));

/** The page of a town, and what it is made of. */
export function addPageRoutes(app: Hono, { db, settings }: Context): void {
  const { publicUrl } = settings;
  const policy = homePolicy(publicUrl);

  read(app, '/', async (c) => {
    const towns = await allTowns(db);
    const code = c.req.query('town') ?? (towns.find((town) => town.code === demoTown.code) ?? towns[0])?.code;
    const options = { towns, publicUrl, version, lang: c.req.query('lang') };
    const town = towns.find((one) => one.code === code);
    c.header('content-security-policy', policy);
    c.header('cache-control', 'no-cache');
    if (!town) return c.html(unknownTownPage({ ...options, code: code ?? '' }), 404);
    const club = (await findClub(db, town.code))?.fanclub;
    const furusato = !!(await findFurusato(db, town.code));
    const written = await findMatching(db, town.code);
    const asks = { matching: !!written, need: takesIn(matchingWith(written, club), 'need') };
    const outbox = hasOutbox(settings);
    return c.html(homePage({ ...options, town, fanclub: club?.title, furusato, ...asks, outbox }));
  });

  read(app, '/assets/:path{.+}', async (c) => {
    const response = await assets(c.req.raw, c.req.param('path'), 'public, max-age=300');
    return response ?? refuse('not-found');
  });
}
