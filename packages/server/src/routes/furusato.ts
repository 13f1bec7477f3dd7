import { routes, withoutFlagged } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { findFurusato } from '../furusato/furusato-store.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, refuseParameters } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';

/** What a town says of furusato nozei, without what the rules on advertising do not allow. */
export function addFurusatoRoutes(app: Hono, context: Context): void {
  read(app, toPattern(routes.furusato), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    const { validity } = await askTowns(context, [code], c.req.url);
    const profile = await findFurusato(context.db, code);
    if (!profile) refuse('furusato-not-found', { detail: code });
    return answerIfChanged(c.req.raw, validity, () =>
      textResponse(JSON.stringify(withoutFlagged(profile)), 'application/json'),
    );
  });
}
