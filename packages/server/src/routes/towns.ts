import { routes } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, readCodes, readId, readQuery, refuseParameters } from '../http/read-request.ts';
import { textResponse } from '../http/text-response.ts';
import { type StoredPage, searchPrograms } from '../storage/program-search.ts';
import { findProgram } from '../storage/program-store.ts';

const json = 'application/json';

/** Towns, listings and single programs. */
export function addTownRoutes(app: Hono, context: Context): void {
  read(app, toPattern(routes.town), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const { towns, validity } = await askTowns(context, [readCode(c.req.param('code'))], c.req.url);
    return answerIfChanged(c.req.raw, validity, () => textResponse(JSON.stringify(towns[0]), json));
  });

  read(app, toPattern(routes.programs), async (c) => {
    const codes = readCodes(c.req.param('codes'));
    const query = readQuery(new URL(c.req.url).search);
    const { now, validity } = await askTowns(context, codes, c.req.url);
    return answerIfChanged(c.req.raw, validity, async () => {
      const body = await context.answers.get(validity.tag, async () => {
        const page = await searchPrograms(context.db, codes, query, now);
        if (!page) refuse('invalid-parameter', { errors: [{ name: 'cursor', reason: 'unknown' }] });
        return new TextEncoder().encode(toJson(page));
      });
      return textResponse(body, json);
    });
  });

  read(app, toPattern(routes.program), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    const { validity } = await askTowns(context, [code], c.req.url);
    const program = await findProgram(context.db, code, readId(c.req.param('id')));
    if (!program) refuse('program-not-found');
    return answerIfChanged(c.req.raw, validity, () => textResponse(program.document, json));
  });
}

/** A page as JSON, its items as they are stored. */
function toJson({ items, ...rest }: StoredPage): string {
  return `{"programs":[${items.join()}],${JSON.stringify(rest).slice(1)}`;
}
