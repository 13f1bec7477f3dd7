import { dayAt } from '@kankei/core';
import type { Context } from '../context.ts';
import { findNeed, listNeeds, type Needed } from '../needs/need-store.ts';
import { formAnswers, programFields } from '../needs/program-form.ts';
import { type Decided, decideNeed, doings } from '../needs/publish.ts';
import { readAnswers } from '../pages/form.ts';
import { csrfField } from '../pages/staff.ts';
import { type NeedOptions, needDeskPage, needListPage } from '../pages/staff-needs.ts';
import { staffNeedWords as words } from '../pages/staff-needs-words.ts';
import { leadTo, linkTo, type StaffPage, type StaffVisit, show, showMissing } from './staff-page.ts';

const title = { ja: words.ja.title, en: words.en.title };

/** Where staff look at what residents need, and make programs of it. */
export function staffNeeds(context: Context): StaffPage[] {
  return [listPage(context), needPage(context)];
}

function listPage({ db }: Context): StaffPage {
  return {
    path: '/needs',
    title,
    lead: { ja: words.ja.lead, en: words.en.lead },
    async GET(visit) {
      const needs = await listNeeds(db, visit.town.code);
      const link = (path: string) => linkTo(visit, path);
      return show(visit, needListPage({ needs, language: visit.language, link }));
    },
  };
}

function needPage(context: Context): StaffPage {
  const { db, clock, settings, wakePostman, writes } = context;
  const find = ({ c, town }: StaffVisit) => findNeed(db, town.code, c.req.param('id') ?? '');
  return {
    path: '/needs/:id',
    title,
    async GET(visit) {
      const needed = await find(visit);
      if (!needed) return showMissing(visit);
      return showNeed(context, visit, needed, { done: doings.find((one) => one === visit.c.req.query('done')) });
    },
    async POST(visit, sent) {
      const needed = await find(visit);
      const doing = doings.find((one) => one === sent.get('doing'));
      if (!needed || !doing) return showMissing(visit);
      const now = clock();
      const answers = doing === 'decline' ? {} : readAnswers(programFields(needed, dayAt(now)), sent);
      const message = sent.get('message') ?? '';
      const seen = Number(sent.get('seen'));
      const deciding = { town: visit.town.code, id: needed.need.id, seen, doing, answers, message };
      const options = { publicUrl: settings.publicUrl, now };
      const decided = await writes.run((transaction) => decideNeed(transaction, deciding, options));
      wakePostman();
      if (decided === 'done') return leadTo(visit, `/needs/${needed.need.id}`, { done: doing });
      const fresh = (await find(visit)) ?? needed;
      const typed = { message, ...(doing !== 'decline' && { answers }) };
      return showNeed(context, visit, fresh, { refused: { ...typed, ...why(decided) } });
    },
  };
}

const why = (decided: Exclude<Decided, 'done'>) =>
  typeof decided === 'string' ? { why: decided } : { why: 'faults' as const, faults: decided.faults };

function showNeed(
  { clock }: Context,
  visit: StaffVisit,
  needed: Needed,
  more: Pick<NeedOptions, 'done' | 'refused'>,
): Response | Promise<Response> {
  const content = needDeskPage({
    needed,
    answers: formAnswers(needed),
    language: visit.language,
    link: (path) => linkTo(visit, path),
    csrf: csrfField(visit.session),
    now: clock(),
    ...more,
  });
  return show(visit, { ...content, status: more.refused ? (more.refused.why === 'late' ? 409 : 422) : 200 });
}
