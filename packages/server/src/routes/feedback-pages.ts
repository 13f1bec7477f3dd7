import { feedbackFields } from '@kankei/core';
import type { Hono } from 'hono';
import { type Asked, findAsked, saveFeedback } from '../afterwards/feedback.ts';
import type { Context } from '../context.ts';
import { readForm } from '../http/read-body.ts';
import { feedbackPage, goneFeedbackPage } from '../pages/feedback.ts';
import { readAnswers } from '../pages/form.ts';
import { addPersonPages, back } from './person-pages.ts';

/** The two questions after the day, behind a link from a mail. */
export function addFeedbackPageRoutes(app: Hono, context: Context): void {
  const { db, clock, writes } = context;
  addPersonPages<Asked>(app, context, {
    path: '/feedback',
    find: (token, now) => findAsked(db, token, now),
    languageOf: ({ language }) => language,
    gone: goneFeedbackPage,
    async page({ c, token, found, language, headers }) {
      const isDone = c.req.query('done') !== undefined;
      return c.html(feedbackPage({ ...found, token, language, isDone }), 200, headers);
    },
    below: {
      answer: {
        async POST(visit) {
          const { c, token, found, language, headers } = visit;
          const answers = readAnswers(feedbackFields, await readForm(c.req.raw));
          const faults = await writes.run((transaction) => saveFeedback(transaction, found, answers, clock()));
          if (!faults.length) return back(visit, 'answer');
          const refused = { answers, faults };
          const page = feedbackPage({ ...found, token, language, isDone: false, refused, up: '../../' });
          return c.html(page, 422, headers);
        },
      },
    },
  });
}
