import { routes } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, refuseParameters } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';
import { findProfile } from '../members/club.ts';

/** What a town's fan club says and asks. */
export function addFanclubRoutes(app: Hono, context: Context): void {
  read(app, toPattern(routes.fanclub), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    const { validity } = await askTowns(context, [code], c.req.url);
    const profile = await findProfile(context.db, code);
    if (profile === undefined) refuse('fanclub-not-found', { detail: code });
    return answerIfChanged(c.req.raw, validity, () => textResponse(profile, 'application/json'));
  });
}
