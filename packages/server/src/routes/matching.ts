import { matchQuestion, routes, suggestPrograms } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { answer, read, toPattern } from '../http/read.ts';
import { parseBody } from '../http/read-body.ts';
import { readCode, readCodes, refuseParameters } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';
import { Candidates } from '../matching/candidates.ts';
import { findDesk } from '../matching/matching-store.ts';
import { readJsonBytes, unkept } from '../submissions/take.ts';

/** What a town says and asks where supporters and residents find each other, and suggestions; of these nothing is kept. */
export function addMatchingRoutes(app: Hono, context: Context): void {
  const { db, guard } = context;
  const candidates = new Candidates(db);

  read(app, toPattern(routes.matching), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    const { validity } = await askTowns(context, [code], c.req.url);
    const { matching } = (await findDesk(db, code)) ?? refuse('town-not-found', { detail: code });
    return answerIfChanged(c.req.raw, validity, () => textResponse(JSON.stringify(matching), 'application/json'));
  });

  answer(app, toPattern(routes.matches), {
    async POST(c) {
      refuseParameters(new URL(c.req.url).search);
      const codes = readCodes(c.req.param('codes'));
      await guard.matches(c);
      const question = parseBody(matchQuestion, await readJsonBytes(c.req.raw));
      const { towns, now, validity } = await askTowns(context, codes, c.req.url);
      const { profile } = question;
      const wanted = { towns: towns.map(({ code }) => code), profile, now, state: validity.tag };
      const matches = suggestPrograms(question, await candidates.find(wanted), now);
      return c.body(JSON.stringify(matches), 200, unkept);
    },
  });
}
