import { routes } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, refuseParameters } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';
import { findDesk } from '../matching/matching-store.ts';

/** What a town says and asks where supporters and residents find each other. */
export function addMatchingRoutes(app: Hono, context: Context): void {
  read(app, toPattern(routes.matching), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    const { validity } = await askTowns(context, [code], c.req.url);
    const { matching } = (await findDesk(context.db, code))!;
    return answerIfChanged(c.req.raw, validity, () => textResponse(JSON.stringify(matching), 'application/json'));
  });
}
