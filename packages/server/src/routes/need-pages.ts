import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { readForm } from '../http/read-body.ts';
import { confirmNeed, correctableFields, correctNeed, isCorrectable, withdrawNeed } from '../needs/change.ts';
import { findNeeded, type Needed } from '../needs/need-store.ts';
import { readAnswers } from '../pages/form.ts';
import { goneNeedPage, needDoings, needPage, withdrawNeedPage } from '../pages/need.ts';
import { addPersonPages, back, type Visit } from './person-pages.ts';

/** The page of one host: how a need was understood and what became of it. */
export function addNeedPageRoutes(app: Hono, context: Context): void {
  const { db, clock, writes } = context;
  addPersonPages<Needed>(app, context, {
    path: '/need',
    find: (token, now) => findNeeded(db, token, now),
    languageOf: ({ need }) => need.language,
    gone: goneNeedPage,
    async page({ c, found, token, language, headers }) {
      const done = needDoings.find((doing) => doing === c.req.query('done'));
      const fields = correctableFields(found);
      return c.html(needPage({ ...found, token, language, correctable: fields, done }), 200, headers);
    },
    below: {
      confirm: {
        async POST(visit) {
          const outcome = await writes.run((transaction) => confirmNeed(transaction, visit.found.need, clock()));
          return back(visit, outcome.done ? 'confirm' : 'late');
        },
      },
      details: { POST: (visit) => correct(context, visit) },
      withdraw: {
        GET: async (visit) =>
          isCorrectable(visit.found.need)
            ? visit.c.html(withdrawNeedPage({ ...visit.found, ...visit }), 200, visit.headers)
            : back(visit),
        async POST(visit) {
          const outcome = await writes.run((transaction) => withdrawNeed(transaction, visit.found.need, clock()));
          return back(visit, outcome.done ? undefined : 'late');
        },
      },
    },
  });
}

/** Takes what the host corrected; with faults the form is shown again with all that was typed. */
async function correct({ clock, settings, writes }: Context, visit: Visit<Needed>): Promise<Response> {
  const { c, found, token, language, headers } = visit;
  const correctable = correctableFields(found);
  const answers = readAnswers(correctable, await readForm(c.req.raw));
  const options = { publicUrl: settings.publicUrl, now: clock() };
  const outcome = await writes.run((transaction) => correctNeed(transaction, found.need, answers, options));
  if (outcome.done) return back(visit, 'details');
  if (!outcome.faults.length) return back(visit, 'late');
  const refused = { answers, faults: outcome.faults };
  return c.html(needPage({ ...found, token, language, correctable, refused, up: '../../' }), 422, headers);
}
