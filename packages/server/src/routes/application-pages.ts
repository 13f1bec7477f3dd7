import type { Answers, Field } from '@kankei/core';
import type { Hono } from 'hono';
import { type Applied, findApplied, findPrivateFacts } from '../applications/application-store.ts';
import {
  changeApplication,
  changeableFields,
  isChangeable,
  type Outcome,
  replyField,
  replyToHost,
  withdrawApplication,
} from '../applications/change.ts';
import { countWaiting } from '../applications/recruiting.ts';
import type { Context } from '../context.ts';
import { readForm } from '../http/read-body.ts';
import {
  type ApplicationForm,
  type ApplicationPageOptions,
  applicationDoings,
  applicationPage,
  goneApplicationPage,
  withdrawPage,
} from '../pages/application.ts';
import { readAnswers } from '../pages/form.ts';
import type { Database } from '../storage/database.ts';
import { addPersonPages, back, type Visit } from './person-pages.ts';

/** The page of one applicant: what somebody does with the link from a mail. */
export function addApplicationPageRoutes(app: Hono, context: Context): void {
  const { db, clock } = context;
  addPersonPages<Applied>(app, context, {
    path: '/application',
    find: (token, now) => findApplied(db, token, now),
    languageOf: ({ application }) => application.language,
    gone: goneApplicationPage,
    async page(visit) {
      const done = applicationDoings.find((doing) => doing === visit.c.req.query('done'));
      const shown = await look(db, visit, clock());
      return visit.c.html(applicationPage({ ...shown, done }), 200, visit.headers);
    },
    below: {
      details: {
        POST: async (visit) =>
          send(context, visit, 'details', await changeableFields(db, visit.found), changeApplication),
      },
      reply: { POST: (visit) => send(context, visit, 'reply', [replyField], replyToHost) },
      withdraw: {
        GET: async (visit) =>
          isChangeable(visit.found, clock())
            ? visit.c.html(withdrawPage({ ...visit.found, ...visit }), 200, visit.headers)
            : back(visit),
        async POST(visit) {
          const { publicUrl } = context.settings;
          const { id } = visit.found.application;
          await context.writes.run((transaction) => withdrawApplication(transaction, id, { publicUrl, now: clock() }));
          context.wakePostman();
          return back(visit);
        },
      },
    },
  });
}

/** What the page shows. How to join is read for those alone who were accepted. */
async function look(
  db: Database,
  { found, token, language }: Visit<Applied>,
  now: number,
): Promise<ApplicationPageOptions> {
  const { application, recruiting } = found;
  const { town, id } = recruiting.program;
  const isWaiting = application.state === 'waiting';
  const isAccepted = application.state === 'accepted';
  return {
    ...found,
    token,
    language,
    now,
    isChangeable: isChangeable(found, now),
    fields: await changeableFields(db, found),
    replyField,
    position: isWaiting ? (await countWaiting(db, recruiting.program, application.arrived)) + 1 : undefined,
    privateFacts: isAccepted ? await findPrivateFacts(db, town, id) : undefined,
  };
}

type Work = (
  db: Database,
  id: string,
  answers: Answers,
  options: { publicUrl: string; now: number },
) => Promise<Outcome>;

/** Takes one of the page's forms; with faults it is shown again with all that was typed. */
async function send(
  { db, clock, settings, wakePostman, writes }: Context,
  visit: Visit<Applied>,
  form: ApplicationForm,
  fields: readonly Field[],
  work: Work,
): Promise<Response> {
  const { c, found, headers } = visit;
  const answers = readAnswers(fields, await readForm(c.req.raw));
  const now = clock();
  const { publicUrl } = settings;
  const outcome = await writes.run((transaction) =>
    work(transaction, found.application.id, answers, { publicUrl, now }),
  );
  wakePostman();
  if (outcome.done) return back(visit, form);
  if (!outcome.faults.length) return back(visit, 'late');
  const shown = await look(db, visit, now);
  const refused = { form, answers, faults: outcome.faults };
  return c.html(applicationPage({ ...shown, refused, up: '../../' }), 422, headers);
}
