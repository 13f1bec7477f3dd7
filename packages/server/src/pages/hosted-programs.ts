import {
  exchangeOf,
  feeOf,
  isAsked,
  isOpen,
  type ProgramItem,
  type ProgramPage,
  type ProgramState,
  programState,
  type Town,
  takesApplications,
  whenOf,
  whereOf,
} from '@kankei/core';
import { type HostedOptions, hostedSearch, valuesOf } from '../hosted/options.ts';
import { type HostedProgramWords, hostedProgramWords } from './hosted-program-words.ts';
import { hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

export interface HostedListOptions {
  options: HostedOptions;
  towns: readonly Town[];
  page: ProgramPage;
  language: Language;
  /** ms since 1970. */
  now: number;
}

/** What the parts of the list are made from. */
interface Context extends HostedListOptions {
  say: HostedProgramWords;
}

/** One page of programs as links and text, with a search, kinds to choose from and the way to the next page. */
export function hostedList(list: HostedListOptions): Markup {
  const context: Context = { ...list, say: hostedProgramWords[list.language] };
  const { page, options } = list;
  const isNamed = options.attributes.program !== undefined;
  return markup`${isNamed ? '' : narrowing(context)}
      ${page.programs.length ? programs(context) : markup`<p>${nothing(context)}</p>`}
      ${paging(context)}`;
}

function programs(context: Context): Markup {
  const { page, options, language, say } = context;
  const { total, programs: shown } = page;
  const words = hostedWords[language];
  const isFirst = !options.chosen.some(([name]) => name === 'cursor');
  const counted = [say.count(shown.length), say.count(total)] as const;
  const text =
    shown.length === total ? words.total(counted[1]) : (isFirst ? words.shownFirst : words.shownNext)(...counted);
  return markup`<p class="small">${text}</p>
      <ul class="programs">${shown.map((program) => item(program, context))}</ul>`;
}

function item(program: ProgramItem, context: Context): Markup {
  const { now, say } = context;
  const state = programState(program, now);
  const when = whenOf(program, state, now, say);
  const where = whereOf(program, say, isAsked(state));
  const { image, summary, title } = program;
  return markup`<li class="program">
        ${image ? markup`<img src="${image.url}" alt="${image.alt ?? ''}" loading="lazy" width="400" height="300">` : ''}
        ${programTags(program, state, context)}
        <h2${inJapanese(title, context)}><a href="program-list${programSearch(program, context)}">${title}</a></h2>
        ${when ? markup`<p class="when">${[when.text, when.more].filter(Boolean).join(' ')}${when.near ? markup`${say.dot}<strong>${when.near}</strong>` : ''}</p>` : ''}
        ${where ? markup`<p${inJapanese(where, context)}>${where}</p>` : ''}
        ${summary ? markup`<p${inJapanese(summary, context)}>${summary}</p>` : ''}
        ${facts(program, state, say)}
      </li>`;
}

/** State, kind, and the town where several are shown, as words. */
export function programTags(
  program: ProgramItem,
  state: ProgramState,
  { towns, say }: Pick<Context, 'towns' | 'say'>,
): Markup {
  const town = towns.length > 1 ? towns.find(({ code }) => code === program.town)?.name : undefined;
  const tags = [
    state === 'open' && !takesApplications(program) ? undefined : say.states[state],
    say.kinds[program.kind],
    town,
  ];
  return markup`<ul class="tags">${tags.map((tag) => (tag ? markup`<li>${tag}</li>` : ''))}</ul>`;
}

function facts(program: ProgramItem, state: ProgramState, say: HostedProgramWords): Markup {
  const { placesLeft, capacity } = program;
  const all = capacity && placesLeft === undefined ? say.capacity(capacity) : undefined;
  const places = placesLeft ? say.placesLeft(placesLeft) : all;
  const said = [feeOf(program, say, isAsked(state)), isOpen(state) ? places : undefined, ...exchangeOf(program, say)];
  const known = said.filter((one) => one !== undefined);
  return known.length ? markup`<p class="facts">${known.join(say.dot)}</p>` : markup``;
}

/** The `lang` of a town's text within words of ours. */
export function inJapanese(text: string, { language }: { language: Language }): Markup | '' {
  return language !== 'ja' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? markup` lang="ja"` : '';
}

/** The query string of a program's own page: its town and id, and how the page is to look. */
function programSearch({ town, id }: ProgramItem, { options: { attributes } }: Context): string {
  const { lang, accent, era } = attributes;
  const kept = Object.fromEntries(Object.entries({ lang, accent, era }).filter(([, value]) => value !== undefined));
  return hostedSearch({ attributes: { town, ...(kept as HostedOptions['attributes']), program: id }, chosen: [] });
}

/** A search by words, and each kind that is there as a link. */
function narrowing(context: Context): Markup {
  const { options, page, say, language } = context;
  const { attributes, chosen } = options;
  const hidden = [...Object.entries(attributes), ...chosen].filter(([name]) => name !== 'q' && name !== 'cursor');
  const words = chosen.find(([name]) => name === 'q')?.[1] ?? '';
  const kinds = page.facets.kind.filter(({ value }) => value in say.kinds);
  const one = valuesOf(attributes.kind);
  const link = (kind: string, text: string, isChosen: boolean) =>
    markup`<li><a href="program-list${hostedSearch(options, { kind, cursor: '' })}"${isChosen ? markup` aria-current="true"` : ''}>${text}</a></li>`;
  return markup`<form method="get" action="program-list" role="search" class="find">
        ${hidden.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value === true ? '' : value}">`)}
        <label for="q">${say.searchLabel}</label>
        <input id="q" name="q" type="search" value="${words}" maxlength="200">
        <button type="submit">${say.search}</button>
      </form>
      ${
        kinds.length > 1 || one.length
          ? markup`<nav aria-label="${say.kindsLabel}" class="kinds"><ul>
        ${link('', hostedWords[language].allKinds, !one.length)}
        ${kinds.map(({ value, count }) => link(value, `${say.kinds[value as keyof typeof say.kinds]} ${say.number(count)}`, one.length === 1 && one[0] === value))}
      </ul></nav>`
          : ''
      }`;
}

function nothing({ options, say }: Context): string {
  const { kind, theme, from, to, past } = options.attributes;
  if (options.chosen.length || [kind, theme, from, to].some(Boolean)) return say.nothingFound;
  return past === 'only' ? say.nothingPast : say.nothingUpcoming;
}

function paging(context: Context): Markup {
  const { options, page, say, language } = context;
  const words = hostedWords[language];
  const isPast = options.attributes.past === 'only';
  const isFirst = !options.chosen.some(([name]) => name === 'cursor');
  const link = (text: string, instead: Record<string, string>, rel = '') =>
    markup`<li><a href="program-list${hostedSearch(options, instead)}"${rel ? markup` rel="${rel}"` : ''}>${text}</a></li>`;
  const links = [
    page.next ? link(words.next, { cursor: page.next }, 'next') : '',
    isFirst ? '' : link(words.first, { cursor: '' }),
    !isPast && page.past && options.attributes.past === undefined
      ? link(say.showPast(page.past), { past: 'only', cursor: '' })
      : '',
    isPast ? link(say.showUpcoming, { past: '', cursor: '' }) : '',
  ].filter(Boolean);
  return links.length ? markup`<nav aria-label="${words.pages}" class="pages"><ul>${links}</ul></nav>` : markup``;
}
