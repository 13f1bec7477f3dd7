import { enquiry as enquirySchema, routes } from '@kankei/core';
import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { acceptEnquiry, checkEnquiry } from '../enquiries/leave.ts';
import { answer, toPattern } from '../http/read.ts';
import { take } from '../submissions/take.ts';
import { askDesk } from './ask-desk.ts';

/** Leaving words, and what would suit, for a coordinator to write back to. */
export function addEnquiryRoutes(app: Hono, context: Context): void {
  answer(app, toPattern(routes.enquiries), {
    POST: take(context, {
      schema: enquirySchema,
      find: async (c) => askDesk(context, c, 'enquiry'),
      townOf: ({ town }) => town.code,
      check: (desk, { sent, now }) => checkEnquiry(desk, sent, now),
      accept: acceptEnquiry,
    }),
  });
}
