import type { Town } from '@kankei/core';
import type { Hono, Context as Request } from 'hono';
import type { Context } from '../context.ts';
import { refuse } from '../http/problems.ts';
import { answer } from '../http/read.ts';
import { readForm } from '../http/read-body.ts';
import type { Markup } from '../pages/markup.ts';
import { askedLanguage, personHeaders } from '../pages/person-page.ts';
import {
  type CarriedForm,
  languageQuery,
  missingPage,
  resendPage,
  type StaffFrame,
  type StaffMenuItem,
  signInPage,
  staffPage,
} from '../pages/staff.ts';
import type { Language } from '../pages/words.ts';
import { readSessionCookie } from '../staff/session-cookie.ts';
import { findStaffSession, isOwnForm, isOwnTownsForm, type StaffSession } from '../staff/staff-session.ts';

/** A request to a page of the desk, by somebody who is signed in. */
export interface StaffVisit {
  /** The request: parameters of the path and of the query. */
  c: Request;
  /** The only town this visit may read and write. */
  town: Town;
  session: StaffSession;
  language: Language;
  /** The way to the root, for addresses on the page. */
  up: string;
  /** The pages of the menu, as seen from this one. */
  menu: readonly StaffMenuItem[];
}

/** A page of the desk. Whoever reaches its functions is signed in, and every form that comes was made for them. */
export interface StaffPage {
  /** Below `/staff`, as Hono writes it: `/needs/:id`. A page without parameters stands in the menu. */
  path: string;
  title: Readonly<Record<Language, string>>;
  /** What one does there, for the desk's first page. */
  lead?: Readonly<Record<Language, string>>;
  /** How much waits there for staff, for the desk's first page. */
  waiting?: (town: string) => Promise<number>;
  GET: (visit: StaffVisit) => Promise<Response>;
  POST?: (visit: StaffVisit, sent: URLSearchParams) => Promise<Response>;
}

/** Nothing keeps or lists a page of the desk, and nothing of another origin reads it. */
export function staffHeaders(publicUrl: string): Record<string, string> {
  return {
    ...personHeaders(publicUrl),
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/** Answers with a page of the desk. */
export function show(
  visit: StaffVisit,
  { title, body, status = 200 }: { title: string; body: Markup; status?: 200 | 404 | 409 | 422 },
): Response | Promise<Response> {
  return visit.c.html(staffPage({ ...frameOf(visit), title, body }), status);
}

/** Answers that there is no such thing in this town. */
export function showMissing(visit: StaffVisit): Response | Promise<Response> {
  return visit.c.html(missingPage(frameOf(visit)), 404);
}

/** The address of another page of the desk, relative to this one: `/needs/12` or `''` for the first. */
export function linkTo({ up, language }: StaffVisit, path: string, search: Record<string, string> = {}): string {
  const more = new URLSearchParams(search).toString();
  return `${up}staff${path}${languageQuery(language)}${more && `&${more}`}`;
}

/** After a form is done: leads to a page, so that a reload sends nothing again. */
export function leadTo(visit: StaffVisit, path: string, search?: Record<string, string>): Response {
  return visit.c.redirect(linkTo(visit, path, search), 303);
}

/** Answers at a page's path: who is not signed in is asked to, and forms that are not of this session are kept back. */
export function addStaffPage(app: Hono, context: Context, page: StaffPage, pages: readonly StaffPage[]): void {
  const { publicUrl } = context.settings;
  const headers = staffHeaders(publicUrl);
  const open = async (c: Request, form?: CarriedForm): Promise<StaffVisit | Response> => {
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    const language = askedLanguage(c);
    const up = upFrom(c.req.path);
    const session = await requireStaff(c, context);
    if (session) return { c, town: session.town, session, language, up, menu: menuOf(pages, page, language, up) };
    const isFromElsewhere = c.req.header('sec-fetch-site') === 'cross-site';
    const notice = readSessionCookie(c, publicUrl) === undefined ? undefined : ('ended' as const);
    const next = belowStaff(c.req.path);
    return c.html(signInPage({ language, up, notice, next, carried: form, isFromElsewhere }), 401);
  };
  const post = page.POST;
  answer(app, `/staff${page.path}`, {
    GET: async (c) => {
      const visit = await open(c);
      return visit instanceof Response ? visit : page.GET(visit);
    },
    ...(post && {
      POST: async (c: Request) => {
        requireOwnOrigin(c, publicUrl);
        const form = { path: belowStaff(c.req.path), sent: await readForm(c.req.raw) };
        const visit = await open(c, form);
        if (visit instanceof Response) return visit;
        const csrfToken = form.sent.get('csrf') ?? '';
        if (isOwnForm(visit.session, csrfToken)) return post(visit, form.sent);
        // Of another town: nothing in it is of use here.
        if (!isOwnTownsForm(visit.session, csrfToken)) return leadTo(visit, form.path);
        return c.html(resendPage(frameOf(visit), form), 403);
      },
    }),
  });
}

/** The session a request was sent in. */
export async function requireStaff(c: Request, { db, clock, settings }: Context): Promise<StaffSession | undefined> {
  const secret = readSessionCookie(c, settings.publicUrl);
  return secret === undefined ? undefined : findStaffSession(db, secret, clock());
}

/**
 * Refuses a form that a page of another origin sent; also of one that may write elsewhere, for a town's own site has no
 * business at the desk. What is no browser says nothing of it, and has no cookie but its own.
 */
export function requireOwnOrigin(c: Request, publicUrl: string): void {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const own = [new URL(publicUrl).origin, new URL(c.req.url).origin];
  const isOwn = site === undefined ? origin === undefined || own.includes(origin) : site === 'same-origin';
  if (!isOwn) refuse('origin-not-allowed');
}

/** The way from an address of the desk to the root. */
export const upFrom = (path: string) => '../'.repeat(path.split('/').length - 2);
const belowStaff = (path: string) => path.slice(path.indexOf('/staff') + '/staff'.length);

function frameOf({ session, language, up, menu }: StaffVisit): Omit<StaffFrame, 'title' | 'body'> {
  return { language, up, open: { ...session, menu } };
}

function menuOf(pages: readonly StaffPage[], current: StaffPage, language: Language, up: string): StaffMenuItem[] {
  return pages
    .filter(({ path }) => !path.includes(':'))
    .map(({ path, title }) => ({
      href: `${up}staff${path}${languageQuery(language)}`,
      title: title[language],
      isCurrent: current.path === path || (path !== '' && current.path.startsWith(`${path}/`)),
    }));
}
