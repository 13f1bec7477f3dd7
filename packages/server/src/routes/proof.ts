import { routes } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, refuseParameters } from '../http/read-request.ts';

/** A challenge to be solved before something is sent to a town. */
export function addProofRoutes(app: Hono, context: Context): void {
  read(app, toPattern(routes.proof), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    await askTowns(context, [code], c.req.url);
    return c.json(await context.guard.challenge(code, c), 200, { 'cache-control': 'no-store' });
  });
}
