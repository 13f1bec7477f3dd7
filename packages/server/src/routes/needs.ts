import { need as needSchema, routes } from '@kankei/core';
import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { answer, toPattern } from '../http/read.ts';
import { acceptNeed, checkNeed } from '../needs/offer.ts';
import { take } from '../submissions/take.ts';
import { askDesk } from './ask-desk.ts';

/** Telling a town where help is needed. */
export function addNeedRoutes(app: Hono, context: Context): void {
  answer(app, toPattern(routes.needs), {
    POST: take(context, {
      schema: needSchema,
      find: async (c) => askDesk(context, c, 'need'),
      townOf: ({ town }) => town.code,
      check: (desk, { sent, now }) => checkNeed(desk, sent, now),
      accept: acceptNeed,
    }),
  });
}
