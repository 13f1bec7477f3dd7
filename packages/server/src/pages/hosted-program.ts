import {
  dayAt,
  feeOf,
  isOpen,
  nextSession,
  type Program,
  programState,
  routePath,
  sessionSpan,
  sessionText,
  type Town,
  takesApplications,
  toInstant,
  whereOf,
} from '@kankei/core';
import { type HostedProgramWords, hostedProgramWords } from './hosted-program-words.ts';
import { inJapanese, programTags } from './hosted-programs.ts';
import { hostedWords } from './hosted-words.ts';
import { type Markup, markup } from './markup.ts';
import type { Language } from './words.ts';

export interface HostedProgramOptions {
  program: Program;
  town: Town;
  language: Language;
  /** ms since 1970. */
  now: number;
  /** Whether one can apply here, which needs a script. */
  takes: boolean;
}

/** More dates than this are counted, not listed. */
const datesShown = 12;

/** All that is known of a program, under the page's title; what is unknown is left out, unless it matters. */
export function hostedProgram({ program, town, language, now, takes }: HostedProgramOptions): Markup {
  const say = hostedProgramWords[language];
  const state = programState(program, now);
  const { image, summary, description } = program;
  const text = description ?? summary;
  const paragraph = (words: string) => markup`<p class="lines"${inJapanese(words, { language })}>${words}</p>`;
  return markup`${programTags(program, state, { towns: [town], say })}
      ${state === 'open' || state === 'few' ? '' : markup`<p class="notice-line"><strong>${say.notOpen[state]}</strong></p>`}
      ${image ? markup`<img class="picture" src="${image.url}" alt="${image.alt ?? ''}" width="800" height="600">` : ''}
      ${summary && !text?.startsWith(summary) ? paragraph(summary) : ''}
      ${text ? paragraph(text) : ''}
      ${takes && isOpen(state) ? markup`<p>${hostedWords[language].applyNeedsScript}</p>` : ''}
      ${actions(program, say, now)}
      <dl class="sheet">${rows(program, say, now, language).map(([label, content]) => markup`<div><dt>${label}</dt><dd class="lines"${typeof content === 'string' ? inJapanese(content, { language }) : ''}>${content}</dd></div>`)}</dl>
      ${language === 'ja' ? '' : markup`<p class="small">${say.japanTime}</p>`}`;
}

/** What one can do: apply where that is still possible, keep the date, see where this comes from. */
function actions(program: Program, say: HostedProgramWords, now: number): Markup {
  const { apply, contact, url, status } = program;
  const joinable = isOpen(programState(program, now)) && takesApplications(program);
  const next = joinable ? (apply?.url ?? contact?.url) : undefined;
  const comes = nextSession(program, now) && status !== 'cancelled' && status !== 'postponed';
  const file = `..${routePath('programCalendar', { code: program.town, id: program.id })}`;
  const links = [
    next ? outside(next, next === apply?.url ? say.apply : say.contactPage, say, 'press') : '',
    comes ? markup`<a href="${file}">${say.addToCalendar}</a>` : '',
    url && url !== next ? outside(url, say.source, say) : '',
  ].filter(Boolean);
  return links.length ? markup`<ul class="links">${links.map((link) => markup`<li>${link}</li>`)}</ul>` : markup``;
}

/** A link to another site: opened beside the page, for many sites refuse to stand in a frame. */
export function outside(url: string, text: string, { leaves }: { leaves: string }, look = ''): Markup {
  return markup`<a href="${url}" target="_blank" rel="noopener"${look ? markup` class="${look}"` : ''}>${text}<small>${leaves}</small></a>`;
}

type Row = [label: string, content: string | Markup];

/** In the order a person asks. */
function rows(program: Program, say: HostedProgramWords, now: number, language: Language): Row[] {
  const { labels } = say;
  const { place, host, coordinator, organizer, updatedAt } = program;
  const all: [string, string | Markup | undefined][] = [
    [labels.when, when(program, say, now)],
    [labels.deadline, deadline(program, say, now)],
    [labels.where, where(program, say)],
    [labels.address, place?.address],
    [labels.meetingPlace, program.meetingPlace],
    [labels.access, place?.access],
    [labels.parking, place?.parking],
    [
      labels.fee,
      lines(program.fee === undefined && program.feeNote ? undefined : feeOf(program, say, true), program.feeNote),
    ],
    [labels.capacity, capacity(program, say)],
    [labels.minimum, program.minimum ? say.people(program.minimum) : undefined],
    [labels.conditions, program.conditions],
    [labels.age, age(program, say)],
    [labels.effort, lines(program.effort && say.efforts[program.effort], program.effortNote)],
    [labels.pay, lines(program.pay && say.pays[program.pay], program.thanks, program.payNote)],
    [labels.bring, program.bring],
    [labels.skills, program.skills.join(say.dot)],
    [labels.languages, program.languages.map((tag) => languageName(tag, language)).join(say.dot)],
    [labels.host, lines(host?.name, host?.introduction)],
    [labels.coordinator, lines(coordinator?.name, coordinator?.introduction)],
    [labels.organizer, organizer && organizer.name + kindOf(organizer, say)],
    [labels.applyMethod, program.apply?.method],
    [labels.contact, contactOf(program, say)],
    [labels.themes, program.themes.join(say.dot)],
    [labels.note, program.note],
    [labels.image, lines(program.image?.credit, program.image?.licence)],
    [labels.updated, updatedAt && dayText(dayAt(Date.parse(updatedAt)), say, now)],
  ];
  return all.filter((row): row is Row => Boolean(row[1]));
}

/** Each known value on a line of its own. */
const lines = (...values: (string | undefined)[]): string => values.filter(Boolean).join('\n');

const dayText = (day: string, say: HostedProgramWords, now: number) =>
  say.date(toInstant(day), day.slice(0, 4) !== dayAt(now).slice(0, 4));

function when({ sessions, dateNote }: Program, say: HostedProgramWords, now: number): string {
  const coming = sessions.filter((session) => sessionSpan(session).end > now);
  const listed = coming.length ? coming : sessions;
  if (!listed.length) return dateNote ?? say.dateUnknown;
  const rest = listed.length - datesShown;
  const shown = listed.slice(0, datesShown).map((session) => sessionText(session, now, say));
  return lines(...shown, rest > 0 ? say.moreDates(rest) : undefined, dateNote);
}

function deadline({ deadline }: Program, say: HostedProgramWords, now: number): string | undefined {
  if (!deadline) return undefined;
  const day = dayText(deadline.date, say, now);
  return say.deadline(deadline.time ? say.dateTime(day, deadline.time.replace(/^0/, '')) : day);
}

/** The place by its name; an address has a line of its own and needs no area beside the name. */
function where(program: Program, say: HostedProgramWords): string | undefined {
  const { name, area, address } = program.place ?? {};
  if (address && !name && program.mode !== 'online') return undefined;
  return whereOf({ ...program, place: { name, area: address ? undefined : area } }, say, true);
}

function capacity({ capacity, placesLeft, capacityNote }: Program, say: HostedProgramWords): string {
  // Sources often repeat the number in their words: 40人（先着順）.
  const repeated = capacityNote?.normalize('NFKC').includes(String(capacity));
  const all = !repeated && capacity ? say.placesInAll(capacity) : undefined;
  const left = placesLeft ? say.placesLeft(placesLeft) : undefined;
  return lines([all, left].filter(Boolean).join(say.dot), capacityNote);
}

function age({ minimumAge, maximumAge }: Program, say: HostedProgramWords): string | undefined {
  if (minimumAge !== undefined && maximumAge !== undefined) return say.ageRange(minimumAge, maximumAge);
  if (minimumAge !== undefined) return say.minimumAge(minimumAge);
  return maximumAge === undefined ? undefined : say.maximumAge(maximumAge);
}

function kindOf({ type }: NonNullable<Program['organizer']>, say: HostedProgramWords): string {
  return type && type !== 'other' ? ` (${say.organizerTypes[type]})` : '';
}

function languageName(tag: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function contactOf({ contact }: Program, say: HostedProgramWords): Markup | undefined {
  if (!contact) return undefined;
  const { name, phone, extension, email, url } = contact;
  const all = [
    name ? markup`${name}` : '',
    phone ? markup`${phone} ${extension ? say.extension(extension) : ''}` : '',
    email ? markup`<a href="mailto:${email}">${email}</a>` : '',
    url ? outside(url, say.contactPage, say) : '',
  ].filter(Boolean);
  return all.length ? markup`${all.map((line) => markup`<span class="line">${line}</span>`)}` : undefined;
}
