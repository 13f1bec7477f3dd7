import { ProblemError } from '@kankei/core';
import type { Hono, Context as HonoContext } from 'hono';
import type { Context } from '../context.ts';
import { answer } from '../http/read.ts';
import type { Markup } from '../pages/markup.ts';
import { askedLanguage, personHeaders } from '../pages/person-page.ts';
import type { Language } from '../pages/words.ts';

/** A request for a page of one person, with what was found for the token in its address. */
export interface Visit<Found> {
  c: HonoContext;
  token: string;
  found: Found;
  language: Language;
  /** To be sent with every answer. */
  headers: Record<string, string>;
}

type Work<Found> = (visit: Visit<Found>) => Promise<Response>;

/** The pages of one person, behind a link from a mail. */
export interface PersonPages<Found> {
  /** `/member`; the token follows. */
  path: string;
  /** `now`: ms since 1970. */
  find: (token: string, now: number) => Promise<Found | undefined>;
  /** The language tag of a person that was found. */
  languageOf: (found: Found) => string;
  /** For a link that opens nothing (any more). */
  gone: (language: Language, up: string) => Markup;
  page: Work<Found>;
  /** What stands below the page, by name: forms, and pages of their own. */
  below: Record<string, { GET?: Work<Found>; POST: Work<Found> }>;
}

/** Answers at the pages of one person. Each form does its work and leads back, so that a reload sends nothing again. */
export function addPersonPages<Found>(app: Hono, { clock, settings }: Context, pages: PersonPages<Found>): void {
  const headers = personHeaders(settings.publicUrl);

  const visit = (up: string, work: Work<Found>) => async (c: HonoContext) => {
    const token = c.req.param('token') ?? '';
    const found = await pages.find(token, clock());
    const language = askedLanguage(c, found && pages.languageOf(found));
    return found ? work({ c, token, found, language, headers }) : c.html(pages.gone(language, up), 404, headers);
  };

  answer(app, `${pages.path}/:token`, { GET: visit('../', pages.page) });
  // To open the address of a form, say by a reload, leads back to the page.
  for (const [name, { GET, POST }] of Object.entries(pages.below))
    answer(app, `${pages.path}/:token/${name}`, {
      GET: visit('../../', GET ?? (async (one) => back(one))),
      POST: visit('../../', POST),
    });
}

/** Leads back to the page, which says what was done. */
export function back<Found>({ c, token, language, headers }: Visit<Found>, done?: string): Response {
  const search = `?lang=${language}${done ? `&done=${done}` : ''}`;
  return c.body(null, 303, { ...headers, location: `../${token}${search}` });
}

/** For how many seconds somebody who did too much is to wait; throws what says something else. */
export function waitOf(error: unknown): number {
  const { code, retryAfter = 1 } = error instanceof ProblemError ? error.problem : {};
  if (code !== 'too-many-requests') throw error;
  return retryAfter;
}
