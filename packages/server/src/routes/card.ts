import { fileURLToPath } from 'node:url';
import { type CardKeySet, routes, townLimit } from '@kankei/core';
import type { Hono } from 'hono';
import { publicKeys } from '../card/town-keys.ts';
import type { Context } from '../context.ts';
import { answerIfChanged, makeTag } from '../http/conditional.ts';
import { refuse } from '../http/problems.ts';
import { read, toPattern } from '../http/read.ts';
import { readCode, refuseParameters } from '../http/read-request.ts';
import { staticFolder } from '../http/static-folder.ts';
import { textResponse } from '../http/text-response.ts';
import { cardShellPage, checkPage, shellPolicy, workerPolicy } from '../pages/check.ts';
import { findTown } from '../storage/town-store.ts';
import { version } from '../version.ts';

const assets = staticFolder(fileURLToPath(new URL('../../assets', import.meta.url)));

/** How long a copy of the keys is used unasked. Whoever meets a key that is not in it asks again. */
const keysKept = 'public, max-age=300, stale-while-revalidate=86400';

/** Where shops check cards, the keys they check with, and what lets both work without network. */
export function addCardRoutes(app: Hono, { db, settings, start }: Context): void {
  const policy = shellPolicy(settings.publicUrl);

  read(app, toPattern(routes.cardKey), async (c) => {
    refuseParameters(new URL(c.req.url).search);
    const code = readCode(c.req.param('code'));
    if (!(await findTown(db, code))) refuse('town-not-found', { detail: code });
    const answer: CardKeySet = { keys: await publicKeys(db, code) };
    const body = JSON.stringify(answer);
    return answerIfChanged(c.req.raw, { tag: makeTag(start, code, body), cacheControl: keysKept }, () =>
      textResponse(body, 'application/json'),
    );
  });

  const shell = { 'content-security-policy': policy, 'cache-control': 'no-cache' };
  read(app, '/check', async (c) => {
    const rows = await db.selectFrom('fanclub').select('town').orderBy('town').limit(townLimit).execute();
    const towns = rows.map(({ town }) => town);
    return c.html(checkPage({ towns, version, lang: c.req.query('lang') }), 200, shell);
  });
  read(app, '/offline/card', (c) => c.html(cardShellPage({ version, lang: c.req.query('lang') }), 200, shell));

  read(app, '/card-worker.js', async (c) => {
    const response = (await assets(c.req.raw, 'card-worker.js', 'no-cache')) ?? refuse('not-found');
    response.headers.set('content-security-policy', workerPolicy(settings.publicUrl));
    return response;
  });
}
