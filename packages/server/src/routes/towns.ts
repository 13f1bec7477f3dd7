import { type ProgramQuery, routes } from '@kankei/core';
import type { Hono } from 'hono';
import { askTowns, type Context } from '../context.ts';
import { answerIfChanged } from '../http/conditional.ts';
import { answerKept } from '../http/kept-answer.ts';
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
    const ask = () => readQuery(new URL(c.req.url).search);
    let query: ProgramQuery | undefined;
    const readTowns = () => {
      query = ask();
      return readCodes(c.req.param('codes'));
    };
    const { towns, now, validity } = await askTowns(context, readTowns, c.req.url);
    const make = async () => {
      const codes = towns.map(({ code }) => code);
      const page = await searchPrograms(context.db, codes, query ?? ask(), now);
      if (!page) refuse('invalid-parameter', { errors: [{ name: 'cursor', reason: 'unknown' }] });
      return toJson(page);
    };
    return answerKept(c.req, context.answers, validity, { type: json, make });
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

const [head, comma] = [Buffer.from('{"programs":['), Buffer.from(',')];

/** A page as JSON, its items as they are. */
function toJson({ items, ...rest }: StoredPage): Buffer<ArrayBuffer> {
  const tail = Buffer.from(`],${JSON.stringify(rest).slice(1)}`);
  return Buffer.concat([head, ...items.flatMap((item, at) => (at ? [comma, item] : [item])), tail]);
}
