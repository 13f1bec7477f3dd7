import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { answerIfChanged, makeTag } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { read } from '../http/read.ts';
import { textResponse } from '../http/text-response.ts';
import { makeOpenApi } from '../openapi/document.ts';
import { version } from '../version.ts';

/** For those who run the server, and those who write programs against it. */
export function addSystemRoutes(app: Hono, { db, settings, start }: Context): void {
  read(app, '/healthz', async (c) => {
    try {
      await sql`select 1 from town limit 1`.execute(db);
    } catch (error) {
      console.error(error);
      refuse('unavailable', { detail: 'The database does not answer' });
    }
    return c.json({ status: 'ok', version }, 200, { 'cache-control': 'no-store' });
  });

  const document = JSON.stringify(makeOpenApi({ publicUrl: settings.publicUrl, version }));
  read(app, '/openapi.json', (c) => {
    const validity = { tag: makeTag(start, document), cacheControl: 'public, max-age=300' };
    return answerIfChanged(c.req.raw, validity, () => textResponse(document, 'application/json'));
  });
}
