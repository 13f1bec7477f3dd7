import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { demoTown } from '../demo/index.ts';
import { read } from '../http/read.ts';
import { builderPage, builderPolicy } from '../pages/builder.ts';
import { allTowns } from '../storage/town-store.ts';
import { version } from '../version.ts';

/** The page that makes snippets, for the towns of this server and any other. */
export function addBuilderRoutes(app: Hono, { db, settings: { publicUrl } }: Context): void {
  const policy = builderPolicy(publicUrl);
  read(app, '/builder', async (c) => {
    const towns = await allTowns(db);
    const find = (code: string | undefined) => towns.find((town) => town.code === code);
    const town = find(c.req.query('town')) ?? find(demoTown.code) ?? towns[0];
    c.header('content-security-policy', policy);
    c.header('cache-control', 'no-cache');
    return c.html(builderPage({ towns, town, publicUrl, version, lang: c.req.query('lang') }));
  });
}
