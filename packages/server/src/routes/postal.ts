import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { refuse } from '../http/problems.ts';
import { read } from '../http/read.ts';
import { refuseParameters } from '../http/read-request.ts';
import { staticFolder } from '../http/static-folder.ts';

const folder = fileURLToPath(new URL('../../data/postal', import.meta.url));

/** Postal codes change a few times a year; one that is a week behind harms nobody. */
const week = 'public, max-age=604800, stale-while-revalidate=2592000';

/** The shards of postal codes, files as they stand. */
export function addPostalRoutes(app: Hono): void {
  const shards = staticFolder(folder);
  read(app, '/v1/postal/:shard{[0-9]+\\.json}', async (c) => {
    refuseParameters(new URL(c.req.url).search);
    return (await shards(c.req.raw, c.req.param('shard'), week)) ?? refuse('not-found');
  });
}
