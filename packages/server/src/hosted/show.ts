import {
  inLanguage,
  type LocalText,
  type Program,
  type ProgramPage,
  type Town,
  takesIn,
  withoutFlagged,
} from '@kankei/core';
import { toJsonLdList } from '@kankei/formats';
import { findRecruiting } from '../applications/recruiting.ts';
import { findFurusato } from '../furusato/furusato-store.ts';
import { refuse } from '../http/problems.ts';
import { readId } from '../http/read-request.ts';
import { findDesk } from '../matching/matching-store.ts';
import { findClub } from '../members/club.ts';
import { canonicalAddress, type HostedPageOptions, names } from '../pages/hosted.ts';
import { hostedClub } from '../pages/hosted-club.ts';
import { townContact } from '../pages/hosted-contact.ts';
import { hostedFurusato } from '../pages/hosted-furusato.ts';
import { hostedCard, hostedCheck, hostedMatching } from '../pages/hosted-others.ts';
import { hostedProgram } from '../pages/hosted-program.ts';
import { hostedList, inJapanese } from '../pages/hosted-programs.ts';
import { hostedWords } from '../pages/hosted-words.ts';
import { type Markup, markup } from '../pages/markup.ts';
import type { Language } from '../pages/words.ts';
import type { Database } from '../storage/database.ts';
import { searchPrograms } from '../storage/program-search.ts';
import { findProgram } from '../storage/program-store.ts';
import { type HostedOptions, hostedQuery, hostedSearch, valuesOf } from './options.ts';
import type { WidgetName } from './widgets.ts';

/** What a hosted page is asked for. */
export interface HostedQuestion {
  db: Database;
  widget: WidgetName;
  options: HostedOptions;
  /** At least one. */
  towns: readonly Town[];
  language: Language;
  publicUrl: string;
  /** ms since 1970. */
  now: number;
}

/** What of a page comes from its widget. */
export type Shown = Pick<HostedPageOptions, 'title' | 'description' | 'fallback'> &
  Partial<Pick<HostedPageOptions, 'hash' | 'about' | 'picture' | 'isHidden'>>;

/** What each widget shows without a script. Refuses with a problem what cannot be shown. */
export const show: Record<WidgetName, (question: HostedQuestion) => Promise<Shown>> = {
  'program-list': (question) =>
    valuesOf(question.options.attributes.program).length === 1 ? showProgram(question) : showList(question),
  'matching-form': showMatching,
  'furusato-link': showFurusato,
  'fanclub-signup': showClub,
  'member-card': async (question) => usual(question, withContact(hostedCard(question.language), question)),
  'card-check': async (question) => usual(question, hostedCheck(question.language)),
};

/** The longest description (characters) for search engines. */
const longestDescription = 140;

function shorten(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return [...plain].length > longestDescription ? `${[...plain].slice(0, longestDescription - 1).join('')}…` : plain;
}

/** A page with our own title and words; what the town says of it goes before ours. */
function usual({ widget, towns, language }: HostedQuestion, fallback: Markup, said?: LocalText): Shown {
  const say = hostedWords[language];
  const name = names(towns, language);
  return {
    title: say.titles[widget](name),
    description: said === undefined ? say.descriptions[widget](name) : shorten(inLanguage(said, language)),
    fallback,
  };
}

const withContact = (fallback: Markup, { towns, language }: HostedQuestion): Markup =>
  markup`${fallback}${townContact(towns[0]!, language)}`;

async function showList(question: HostedQuestion): Promise<Shown> {
  const { db, options, towns, language, now } = question;
  const codes = towns.map(({ code }) => code);
  const found = await searchPrograms(db, codes, hostedQuery(options), now);
  if (!found) refuse('invalid-parameter', { errors: [{ name: 'cursor', reason: 'unknown' }] });
  const { items, ...rest } = found;
  const page: ProgramPage = { programs: JSON.parse(`[${items}]`), ...rest };
  const greeting = towns.length === 1 ? towns[0]?.greeting : undefined;
  const chosen = options.chosen.filter(([name]) => name !== 'cursor');
  return {
    ...usual(question, hostedList({ options, towns, page, language, now }), greeting),
    about: describe(page.programs as Program[], question),
    // A page of a list, or one narrowed by a visitor, is none to be found by.
    isHidden: options.chosen.length > 0,
    hash: chosen.length ? `kankei&${new URLSearchParams(chosen)}` : undefined,
  };
}

async function showProgram(question: HostedQuestion): Promise<Shown> {
  const { db, options, towns, language, now, widget } = question;
  const id = readId(valuesOf(options.attributes.program)[0]!);
  let found: { document: string } | undefined;
  let town: Town | undefined;
  for (town of towns) {
    found = await findProgram(db, town.code, id);
    if (found) break;
  }
  if (!found || !town) refuse('program-not-found');
  const program: Program = JSON.parse(found.document);
  const recruiting = await findRecruiting(db, town.code, id);
  const takes = recruiting !== undefined && takesIn(recruiting.matching, 'application');
  const say = hostedWords[language];
  const { lang } = options.attributes;
  const all = hostedSearch({ attributes: { town: town.code, ...(lang ? { lang } : {}) }, chosen: [] });
  const fallback = markup`<h2${inJapanese(program.title, { language })}>${program.title}</h2>
      ${hostedProgram({ program, town, language, now, takes })}
      <p><a href="${widget}${all}">${say.allPrograms}</a></p>`;
  const about = program.description ?? program.summary;
  return {
    ...usual(question, fallback, program.summary ?? about),
    title: `${program.title} | ${town.name}`,
    about: describe([program], question),
    picture: program.image?.url,
    hash: `kankei-program=${town.code}/${program.id}`,
  };
}

/** The programs for search engines, each with an address: its own page, or else ours. */
function describe(programs: readonly Program[], { publicUrl, options, now }: HostedQuestion): readonly unknown[] {
  const { lang } = options.attributes;
  const url = ({ town, id, url }: Program) =>
    url ??
    canonicalAddress({
      publicUrl,
      widget: 'program-list',
      options: { attributes: { town, ...(lang ? { lang } : {}), program: id }, chosen: [] },
    });
  return toJsonLdList(programs, { now, url })['@graph'] as unknown[];
}

async function showMatching(question: HostedQuestion): Promise<Shown> {
  const { db, towns, options, language } = question;
  const desk = await findDesk(db, towns[0]!.code);
  const { matching } = desk ?? refuse('town-not-found', { detail: towns[0]!.code });
  return usual(question, withContact(hostedMatching(matching, options, language), question));
}

async function showFurusato(question: HostedQuestion): Promise<Shown> {
  const { db, towns, language, now } = question;
  const [town] = towns;
  const written = await findFurusato(db, town!.code);
  const furusato = withoutFlagged(written ?? refuse('furusato-not-found', { detail: town!.code }));
  return usual(question, hostedFurusato({ furusato, town: town!, language, now }), furusato.intro);
}

async function showClub(question: HostedQuestion): Promise<Shown> {
  const { db, towns, language } = question;
  const { fanclub } = (await findClub(db, towns[0]!.code)) ?? refuse('fanclub-not-found', { detail: towns[0]!.code });
  return usual(question, withContact(hostedClub(fanclub, language), question), fanclub.intro);
}
