import {
  dayAt,
  dayLength,
  deadlineAt,
  feeOf,
  type Program,
  type Session,
  sessionSpan,
  sessionText,
  startOfDay,
  toInstant,
  whereOf,
} from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { phoneLink } from '../internal/phone-link.ts';
import { languageOf } from '../internal/program/facts.ts';
import { richText } from '../internal/rich-text.ts';
import { webLink } from '../internal/web-link.ts';
import type { FullView } from './view.ts';

/** One line of the detail: its label and what is known. */
export type Field = [label: string, content: unknown];

/** More dates than this are folded. */
const sessionsShown = 12;

/** All that is known, in the order a person asks. What is unknown is left out, unless it matters: then it is said. */
export function fields(program: Program, view: FullView): Field[] {
  const { s } = view;
  const { labels } = s;
  const { place, languages, themes, skills } = program;
  const all: Field[] = [
    [labels.when, when(program, view)],
    [labels.deadline, deadline(program, view)],
    [labels.where, where(program, view)],
    [labels.address, text(place?.address, view)],
    [labels.meetingPlace, text(program.meetingPlace, view)],
    [labels.access, text(place?.access, view)],
    [labels.parking, text(place?.parking, view)],
    [labels.fee, lines([fee(program, view), program.feeNote], view)],
    [labels.capacity, capacity(program, view)],
    [labels.minimum, program.minimum && s.people(program.minimum)],
    [labels.conditions, text(program.conditions, view)],
    [labels.age, age(program, view)],
    [labels.effort, lines([program.effort && s.efforts[program.effort], program.effortNote], view)],
    [labels.pay, lines([program.pay && s.pays[program.pay], program.thanks, program.payNote], view)],
    [labels.bring, text(program.bring, view)],
    [labels.skills, text(skills.join(s.dot), view)],
    [labels.languages, text(languages.map((tag) => languageName(tag, s.language)).join(s.dot), view)],
    [labels.host, lines([program.host?.name, program.host?.introduction], view)],
    [labels.coordinator, lines([program.coordinator?.name, program.coordinator?.introduction], view)],
    [labels.organizer, organizer(program, view)],
    [labels.applyMethod, text(program.apply?.method, view)],
    [labels.contact, contact(program, view)],
    [labels.kana, text(program.titleKana, view)],
    [labels.themes, text(themes.join(s.dot), view)],
    [labels.note, text(program.note, view)],
    [labels.image, lines([program.image?.credit, program.image?.licence], view)],
    [labels.updated, program.updatedAt && s.date(Date.parse(program.updatedAt), isOtherYear(program.updatedAt, view))],
  ];
  return all.filter(([, content]) => content && content !== nothing);
}

const isOtherYear = (updatedAt: string, { now }: FullView) =>
  dayAt(Date.parse(updatedAt)).slice(0, 4) !== dayAt(now).slice(0, 4);

/** True for what a person wants to know before they read on. */
export function isAskedFirst(label: string, { s: { labels } }: FullView): boolean {
  const { when, deadline, where, address, meetingPlace, fee, capacity } = labels;
  return [when, deadline, where, address, meetingPlace, fee, capacity].includes(label);
}

function text(value: string | undefined, { s }: FullView) {
  return value ? html`<span class="text" lang=${languageOf(value, s)}>${richText(value)}</span>` : nothing;
}

/** Each known value on a line of its own. */
function lines(values: (string | undefined)[], view: FullView) {
  const known = values.filter((value) => value);
  return known.length ? known.map((value) => html`<p>${text(value, view)}</p>`) : nothing;
}

function when({ sessions, dateNote }: Program, view: FullView) {
  const { s, now } = view;
  const coming = sessions.filter((session) => sessionSpan(session).end > now);
  const listed = coming.length ? coming : sessions;
  if (!listed.length) return dateNote ? text(dateNote, view) : s.dateUnknown;
  const line = (session: Session) => html`<li>${sessionText(session, now, s)}</li>`;
  const rest = listed.slice(sessionsShown);
  return html`<ul>
      ${listed.slice(0, sessionsShown).map(line)}
    </ul>
    ${
      rest.length
        ? html`<details>
            <summary>${s.moreDates(rest.length)}</summary>
            <ul>
              ${rest.map(line)}
            </ul>
          </details>`
        : nothing
    }
    ${text(dateNote, view)}`;
}

function deadline(program: Program, { s, now }: FullView) {
  const at = deadlineAt(program);
  if (!program.deadline || at === undefined) return nothing;
  const { date, time } = program.deadline;
  const day = s.date(toInstant(date), date.slice(0, 4) !== dayAt(now).slice(0, 4));
  const words = s.deadline(time ? s.dateTime(day, time.replace(/^0/, '')) : day);
  const days = (startOfDay(toInstant(date)) - startOfDay(now)) / dayLength;
  const near = at <= now || days > 30 ? undefined : ([s.today, s.tomorrow][days] ?? s.inDays(days));
  return html`${words} ${near ? html`<strong class="near">${near}</strong>` : nothing}`;
}

/** The place by its name; an address has a line of its own and needs no area beside the name. */
function where(program: Program, view: FullView) {
  const { name, area, address } = program.place ?? {};
  if (address && !name && program.mode !== 'online') return nothing;
  const place = { name, area: address ? undefined : area };
  return text(whereOf({ ...program, place }, view.s, true), view);
}

/** Only what nothing at all is known of has to be asked for. */
function fee(program: Program, { s }: FullView): string | undefined {
  return program.fee === undefined && program.feeNote ? undefined : feeOf(program, s, true);
}

function capacity({ capacity, placesLeft, capacityNote }: Program, view: FullView) {
  const { s } = view;
  // Sources often repeat the number in their words: 40人（先着順）.
  const repeated = capacityNote?.normalize('NFKC').includes(String(capacity));
  const all = !repeated && capacity ? s.placesInAll(capacity) : undefined;
  const left = placesLeft ? s.placesLeft(placesLeft) : undefined;
  return lines([[all, left].filter(Boolean).join(s.dot), capacityNote], view);
}

function age({ minimumAge, maximumAge }: Program, { s }: FullView) {
  if (minimumAge !== undefined && maximumAge !== undefined) return s.ageRange(minimumAge, maximumAge);
  if (minimumAge !== undefined) return s.minimumAge(minimumAge);
  return maximumAge === undefined ? nothing : s.maximumAge(maximumAge);
}

function organizer({ organizer }: Program, view: FullView) {
  if (!organizer) return nothing;
  const { name, type } = organizer;
  return lines([name, type && type !== 'other' ? view.s.organizerTypes[type] : undefined], view);
}

function contact({ contact }: Program, view: FullView) {
  if (!contact) return nothing;
  const { s } = view;
  const { name, phone, extension, email, url } = contact;
  const page = webLink(url);
  const call = phone && phoneLink(phone);
  const number = call ? html`<a href=${call}>${phone}</a>` : text(phone, view);
  const all: (TemplateResult | undefined | '')[] = [
    name && html`${text(name, view)}`,
    phone && html`${number} ${extension ? s.extension(extension) : nothing}`,
    email && html`<a href="mailto:${email}">${email}</a>`,
    page && html`<a href=${page} rel="noopener">${s.contactPage}</a>`,
  ];
  const known = all.filter(Boolean);
  return known.length ? known.map((line) => html`<p>${line}</p>`) : nothing;
}

function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
