import { ProblemError } from '@kankei/core';
import type { Hono, Context as Request } from 'hono';
import type { Context } from '../context.ts';
import { answer } from '../http/read.ts';
import { readForm } from '../http/read-body.ts';
import { askedLanguage } from '../pages/person-page.ts';
import { languageQuery, resendPage, type SignInOptions, signInPage } from '../pages/staff.ts';
import type { SignInNotice } from '../pages/staff-words.ts';
import { dropSessionCookie, readSessionCookie, setSessionCookie } from '../staff/session-cookie.ts';
import {
  closeStaffSession,
  findStaffSession,
  isOwnForm,
  isOwnTownsForm,
  openStaffSession,
} from '../staff/staff-session.ts';
import { townOfToken } from '../staff/staff-token.ts';
import { addStaffPage, requireOwnOrigin, requireStaff, staffHeaders } from './staff-page.ts';
import { staffPages } from './staff-pages.ts';

/** The desk of a town's staff: signing in and out, and its pages. */
export function addStaffRoutes(app: Hono, context: Context): void {
  const headers = staffHeaders(context.settings.publicUrl);
  const pages = staffPages(context);
  for (const page of pages) addStaffPage(app, context, page, pages);
  app.get('/staff/', (c) => c.redirect('../staff', 308));

  answer(app, '/staff/sign-in', {
    // Where the form's address is opened, say by a reload. Who was just let in and has no cookie takes none.
    GET: async (c) => {
      const isTold = c.req.query('done') !== undefined;
      const session = await requireStaff(c, context);
      const language = askedLanguage(c);
      if (session) return c.redirect(`../staff${readNext(c.req.query('next'))}${languageQuery(language)}`, 303);
      const next = readNext(c.req.query('next'));
      return c.html(signInPage({ language, up: '../', next, notice: isTold ? 'no-cookie' : undefined }), 200, headers);
    },
    POST: async (c) => signIn(c, context, headers),
  });

  answer(app, '/staff/sign-out', {
    GET: async (c) => c.redirect(`../staff${languageQuery(askedLanguage(c))}`, 303),
    POST: async (c) => signOut(c, context, headers),
  });
}

async function signIn(c: Request, context: Context, headers: Record<string, string>): Promise<Response> {
  const { db, clock, guard, settings } = context;
  requireOwnOrigin(c, settings.publicUrl);
  const sent = await readForm(c.req.raw);
  const language = askedLanguage(c);
  const next = readNext(sent.get('next'));
  const carried = sent.has('carried') ? { path: next, sent: new URLSearchParams(sent.get('carried')!) } : undefined;
  const again = (more: Pick<SignInOptions, 'notice' | 'wait'>) =>
    signInPage({ language, up: '../', next, carried, ...more });
  const key = sent.get('key') ?? '';
  if (!key.trim()) return c.html(again({ notice: 'empty' }), 422, headers);
  const wait = await waitFor(guard.staffSignIn(c));
  if (wait !== undefined) return c.html(again({ wait }), 429, { ...headers, 'retry-after': String(wait) });
  const town = await townOfToken(db, key);
  if (town === undefined) return c.html(again({ notice: 'wrong' }), 422, headers);

  await leave(c, context);
  const secret = await openStaffSession(db, town, clock());
  setSessionCookie(c, settings.publicUrl, secret);
  const session = (await findStaffSession(db, secret, clock()))!;
  if (!carried || !isOwnTownsForm(session, carried.sent.get('csrf') ?? '')) {
    const search = new URLSearchParams({ lang: language, next, done: 'sign-in' });
    return c.body(null, 303, { ...headers, location: `../staff/sign-in?${search}` });
  }
  const open = { ...session, menu: [] };
  return c.html(resendPage({ language, up: '../', open }, carried), 200, headers);
}

async function signOut(c: Request, context: Context, headers: Record<string, string>): Promise<Response> {
  requireOwnOrigin(c, context.settings.publicUrl);
  const sent = await readForm(c.req.raw);
  const session = await requireStaff(c, context);
  const language = askedLanguage(c);
  // A form of an older session signs nobody out who has signed in since.
  if (session && !isOwnForm(session, sent.get('csrf') ?? ''))
    return c.redirect(`../staff${languageQuery(language)}`, 303);
  await leave(c, context);
  const notice: SignInNotice = 'signed-out';
  return c.html(signInPage({ language, up: '../', next: '', notice }), 200, headers);
}

/** Ends the session of a request, if there is one. */
async function leave(c: Request, { db, settings }: Context): Promise<void> {
  const secret = readSessionCookie(c, settings.publicUrl);
  if (secret === undefined) return;
  await closeStaffSession(db, secret);
  dropSessionCookie(c, settings.publicUrl);
}

/** A page below `/staff`; its first one for anything else. */
function readNext(text: string | undefined | null): string {
  return text && /^(\/[A-Za-z0-9_-]{1,100}){1,6}$/.test(text) ? text : '';
}

/** For how many seconds somebody who did too much is to wait; undefined where all is well. */
async function waitFor(taken: Promise<void>): Promise<number | undefined> {
  try {
    await taken;
    return undefined;
  } catch (error) {
    const { code, retryAfter = 1 } = error instanceof ProblemError ? error.problem : {};
    if (code !== 'too-many-requests') throw error;
    return retryAfter;
  }
}
