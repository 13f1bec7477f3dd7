import type { FieldFault } from '@kankei/core';
import type { Hono } from 'hono';
import { makeNameCards } from '../card/name-cards/make-name-cards.ts';
import { NameCardError } from '../card/name-cards/name-card-error.ts';
import type { Context } from '../context.ts';
import { readForm } from '../http/read-body.ts';
import { changeMember, removeMember, setNewsletter, stay } from '../members/change.ts';
import { findMembership, findPendingEmail, type Membership } from '../members/member-store.ts';
import { readAnswers } from '../pages/form.ts';
import { type Doing, detailFields, doings, goneMemberPage, leavePage, leftPage, memberPage } from '../pages/member.ts';
import { nameCardsFailedPage } from '../pages/name-cards.ts';
import { version } from '../version.ts';
import { addPersonPages, back, type PersonPages, type Visit, waitOf } from './person-pages.ts';

/** The page of one member and its forms. */
export function addOwnPageRoutes(app: Hono, context: Context): void {
  const { db, clock } = context;
  addPersonPages<Membership>(app, context, {
    path: '/member',
    find: (token, now) => findMembership(db, token, now),
    languageOf: ({ member }) => member.language,
    gone: goneMemberPage,
    async page({ c, token, found, language, headers }) {
      const pendingEmail = await findPendingEmail(db, found.member.id, clock());
      const done = doings.find((doing) => doing === c.req.query('done'));
      return c.html(memberPage({ ...found, token, language, pendingEmail, done, version }), 200, headers);
    },
    below: { ...makeForms(context), leave: makeLeaving(context) },
  });
}

const isDone = (visit: Visit<Membership>, doing: Doing) => back(visit, doing);

/** What the forms of the page do, by their names. */
function makeForms(context: Context): PersonPages<Membership>['below'] {
  const { db, clock } = context;
  return {
    details: { POST: (one) => correctDetails(context, one) },
    newsletter: {
      async POST(one) {
        const wanted = (await readForm(one.c.req.raw)).get('wanted') === 'yes';
        await setNewsletter(db, one.found.member.id, wanted, clock());
        return isDone(one, wanted ? 'newsletter-on' : 'newsletter-off');
      },
    },
    stay: {
      async POST(one) {
        await stay(db, one.found.member.id, clock());
        return isDone(one, 'stay');
      },
    },
    'name-cards': { POST: (one) => sendNameCards(context, one) },
  };
}

/** Asks once more before a member leaves. */
function makeLeaving({ db, clock, wakePostman }: Context): PersonPages<Membership>['below'][string] {
  return {
    GET: async ({ c, token, found, language, headers }) =>
      c.html(leavePage({ ...found, language, token }), 200, headers),
    async POST({ c, found, language, headers }) {
      await removeMember(db, found, { reason: 'left', now: clock() });
      wakePostman();
      return c.html(leftPage({ club: found.club, language }), 200, headers);
    },
  };
}

async function correctDetails(
  { db, clock, guard, settings, wakePostman }: Context,
  one: Visit<Membership>,
): Promise<Response> {
  const { c, token, found, language, headers } = one;
  const sent = await readForm(c.req.raw);
  const { member } = found;
  const answers = readAnswers(detailFields(found), sent);
  const cardName = sent.get('cardName') ?? '';
  const { newsletter } = member.answers;
  const whole = { answers: { ...answers, ...(newsletter !== undefined && { newsletter }) }, cardName };
  const mayAsk = (address: string) => guard.newAddress({ town: member.town, member: member.id, address });
  const refuse = (faults: FieldFault[], wait?: number) =>
    memberPage({ ...found, token, language, refused: { answers, cardName, faults, wait }, version, up: '../../' });
  try {
    const options = { publicUrl: settings.publicUrl, now: clock(), mayAsk };
    const faults = await changeMember(db, found, whole, options);
    if (faults.length) return c.html(refuse(faults), 422, headers);
  } catch (error) {
    const wait = waitOf(error);
    return c.html(refuse([], wait), 429, { ...headers, 'retry-after': String(wait) });
  }
  wakePostman();
  return isDone(one, 'details');
}

async function sendNameCards(
  { guard, settings, clock }: Context,
  { c, token, found, language, headers }: Visit<Membership>,
): Promise<Response> {
  const name = (await readForm(c.req.raw)).get('name') ?? '';
  const { club, member } = found;
  const introducerCode = member.introducer_code;
  try {
    await guard.nameCards(member.id);
    const sheet = await makeNameCards({ club, name, introducerCode, language, settings, now: clock() });
    const pdf = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="name-cards.pdf"' };
    return c.body(sheet, 200, { ...headers, ...pdf });
  } catch (error) {
    if (error instanceof NameCardError)
      return c.html(nameCardsFailedPage({ club, language, token, why: error }), 422, headers);
    const retryAfter = waitOf(error);
    const wait = { ...headers, 'retry-after': String(retryAfter) };
    return c.html(nameCardsFailedPage({ club, language, token, why: { retryAfter } }), 429, wait);
  }
}
