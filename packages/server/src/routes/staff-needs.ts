import { dayAt } from '@kankei/core';
import type { Context } from '../context.ts';
import { editableFields } from '../needs/edit.ts';
import { findNeed, listNeeds, type Needed } from '../needs/need-store.ts';
import { formAnswers, programFields } from '../needs/program-form.ts';
import { type Decided, decideNeed, doings } from '../needs/publish.ts';
import { readAnswers } from '../pages/form.ts';
import { csrfField } from '../pages/staff.ts';
import { toldPage as needToldPage, type ToldOptions } from '../pages/staff-need-told.ts';
import { type NeedOptions, needDeskPage, needListPage } from '../pages/staff-needs.ts';
import { staffNeedWords as words } from '../pages/staff-needs-words.ts';
import { countWaiting } from '../staff/waiting.ts';
import { leadTo, linkTo, type StaffPage, type StaffVisit, show, showMissing } from './staff-page.ts';

const title = { ja: words.ja.title, en: words.en.title };

/** Where staff look at what residents need, and make programs of it. */
export function staffNeeds(context: Context): StaffPage[] {
  return [listPage(context), needPage(context), toldPage(context)];
}

function listPage({ db }: Context): StaffPage {
  return {
    path: '/needs',
    title,
    lead: { ja: words.ja.lead, en: words.en.lead },
    waiting: (town) => countWaiting(db, 'need', town),
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
      if (!needed || !doing || doing === 'edit') return showMissing(visit);
      const now = clock();
      const isProgram = doing === 'save' || doing === 'publish';
      const answers = isProgram ? readAnswers(programFields(needed, dayAt(now)), sent) : {};
      const message = sent.get('message') ?? '';
      const seen = Number(sent.get('seen'));
      const deciding = { town: visit.town.code, id: needed.need.id, seen, doing, answers, message };
      const options = { publicUrl: settings.publicUrl, now };
      const decided = await writes.run((transaction) => decideNeed(transaction, deciding, options));
      wakePostman();
      if (decided === 'done') return leadTo(visit, `/needs/${needed.need.id}`, { done: doing });
      const fresh = (await find(visit)) ?? needed;
      const typed = { message, ...(isProgram && { answers }) };
      return showNeed(context, visit, fresh, { refused: { ...typed, ...why(decided) } });
    },
  };
}

/** Where staff correct what a host told. */
function toldPage({ db, clock, settings, wakePostman, writes }: Context): StaffPage {
  const find = ({ c, town }: StaffVisit) => findNeed(db, town.code, c.req.param('id') ?? '');
  const page = (visit: StaffVisit, needed: Needed, refused?: ToldOptions['refused']) => {
    const link = (path: string) => linkTo(visit, path);
    const csrf = csrfField(visit.session);
    const content = needToldPage({ needed, language: visit.language, link, csrf, refused });
    return show(visit, { ...content, status: refused ? (refused.why === 'late' ? 409 : 422) : 200 });
  };
  return {
    path: '/needs/:id/told',
    title,
    async GET(visit) {
      const needed = await find(visit);
      if (!needed) return showMissing(visit);
      return needed.need.state === 'draft' ? page(visit, needed) : leadTo(visit, `/needs/${needed.need.id}`);
    },
    async POST(visit, sent) {
      const needed = await find(visit);
      if (!needed) return showMissing(visit);
      const { id, town } = needed.need;
      const answers = readAnswers(editableFields(needed), sent);
      const deciding = { town, id, seen: Number(sent.get('seen')), doing: 'edit', answers, message: '' } as const;
      const options = { publicUrl: settings.publicUrl, now: clock() };
      const decided = await writes.run((transaction) => decideNeed(transaction, deciding, options));
      wakePostman();
      if (decided === 'done') return leadTo(visit, `/needs/${id}`, { done: 'edit' });
      const faults = typeof decided === 'string' ? [] : decided.faults;
      const fresh = (await find(visit)) ?? needed;
      return page(visit, fresh, { why: faults.length ? 'faults' : 'late', answers, faults });
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
  return show(visit, {
    ...content,
    status: more.refused ? (['late', 'unconfirmed'].includes(more.refused.why) ? 409 : 422) : 200,
  });
}
