import { type ProgramStatus, program, readMunicipalityCode } from '@kankei/core';
import { cellStatus, titleStatus } from './called-off.ts';
import { readDate } from './dates.ts';
import type { Draft } from './draft.ts';
import type { Field } from './layout.ts';
import { takeLink } from './links.ts';
import { readList } from './lists.ts';
import { readApply, readContact, readImage, readOrganizer, readPerson } from './people.ts';
import { known, type Row } from './row.ts';
import { joined, longestList, takeCount, takeList, takeWord } from './take.ts';
import { readCapacity, readFee, readLanguages } from './terms.ts';
import type { ReadOptions } from './types.ts';
import { readWhen } from './when.ts';
import { readWhere } from './where.ts';
import { effortWords, isNothing, kindWords, payWords } from './words.ts';

const shape = program.shape;
const theme = shape.themes.def.innerType.def.element;
const skill = shape.skills.def.innerType.def.element;

/**
 * Reads one row, field by field. Undefined, with the reason reported, when it has no title.
 * `exact`: the row was written by `writeEventCsv`; every column then means just what it says, and nothing is concluded
 * from one column for another.
 */
export function readProgram(row: Row, options: ReadOptions, exact: boolean): Draft | undefined {
  const title = row.takeLine(shape.title, 'title');
  if (!title) {
    row.report('no-title', 'title');
    return undefined;
  }
  const { base } = options;
  const { sessions, notes: dateNotes, deadline, applyNotes } = readWhen(row, exact);
  const { place, meetingPlace, mode } = readWhere(row, exact, row.takeLine(shape.meetingPlace, 'meetingPlace'));
  const { summary, description } = readLead(row);
  const url = takeLink(row, 'url', base);
  const contentUrl = takeLink(row, 'contentUrl', base);
  if (url && contentUrl && contentUrl !== url) row.setAside('contentUrl');
  const draft: { [Key in keyof Draft]: Draft[Key] | undefined } = {
    town: readTown(row, options),
    kind: takeWord(row, 'kind', kindWords) ?? 'event',
    title,
    titleKana: row.takeLine(shape.titleKana, 'titleKana'),
    summary,
    description,
    themes: readThemes(row),
    mode,
    sessions,
    dateNote: row.take(shape.dateNote, 'dateNote', dateNotes.join('\n')),
    deadline,
    place,
    meetingPlace,
    ...readCapacity(row, exact),
    placesLeft: takeCount(row, 'placesLeft', shape.placesLeft),
    minimum: takeCount(row, 'minimum', shape.minimum),
    ...readFee(row, exact),
    pay: takeWord(row, 'pay', payWords),
    payNote: row.take(shape.payNote, 'payNote'),
    thanks: row.take(shape.thanks, 'thanks'),
    bring: row.take(shape.bring, 'bring'),
    skills: takeList(row, 'skills', skill),
    effort: takeWord(row, 'effort', effortWords),
    effortNote: row.take(shape.effortNote, 'effortNote'),
    conditions: row.take(shape.conditions, 'conditions', joined(row, ['conditions', 'conditionsNote'])),
    minimumAge: takeCount(row, 'minimumAge', shape.minimumAge),
    maximumAge: takeCount(row, 'maximumAge', shape.maximumAge),
    languages: readLanguages(row),
    host: readPerson(row, 'hostName', 'hostIntroduction'),
    coordinator: readPerson(row, 'coordinatorName', 'coordinatorIntroduction'),
    organizer: readOrganizer(row),
    contact: readContact(row, base),
    apply: readApply(row, exact, base, applyNotes),
    image: readImage(row, base),
    status: readStatus(row, exact, title),
    url: url ?? contentUrl,
    note: undefined,
    updatedAt: readUpdatedAt(row),
  };
  // Last, because what found no place anywhere else has been set aside by now.
  draft.note = readNote(row, exact);
  return known(draft) as Draft;
}

function readTown(row: Row, { town }: ReadOptions): string {
  const text = row.text('townCode');
  const code = text ? readMunicipalityCode(text) : town;
  if (!code) row.report('town-code', 'townCode');
  return code ?? town;
}

/** A summary fits on a card; a longer 概要 stands as, or before, the description. */
function readLead(row: Row): Pick<Draft, 'summary' | 'description'> {
  const abstract = joined(row, ['subtitle', 'summary']);
  const body = row.text('description');
  const isShort = abstract.length <= 1000;
  return known({
    summary: isShort ? row.take(shape.summary, 'summary', abstract) : undefined,
    description: row.take(shape.description, 'description', isShort ? body : `${abstract}\n\n${body}`.trim()),
  });
}

const themeFields: readonly Field[] = ['themes', 'category', 'eventType', 'tags', 'keywords'];
/** Categories that publishers keep in the same file as their events. */
const notEvents = /^(?:お知らせ|おしらせ|職員募集|採用情報|入札|休館|休業)$/;

function readThemes(row: Row): string[] {
  const all = themeFields.flatMap((field) => takeList(row, field, theme));
  if (readList(row.raw('category')).some((one) => notEvents.test(one))) row.report('not-an-event', 'category');
  return [...new Set(all)].slice(0, longestList);
}

/** What the organiser declares: the column for it first, then the title, where most files say it. */
function readStatus(row: Row, exact: boolean, title: string): ProgramStatus {
  const text = row.text('status');
  const declared = text ? cellStatus(text) : undefined;
  if (text && !declared) row.setAside('status', 'unknown-word');
  if (exact) return declared ?? 'scheduled';
  const said = titleStatus(title);
  if (said.partly) row.report('partly-cancelled', 'title');
  return declared && declared !== 'scheduled' ? declared : (said.status ?? 'scheduled');
}

/** The moment of the last change, else the day it was changed or published. */
function readUpdatedAt(row: Row): string | undefined {
  const moment = row.text('updatedAt');
  if (moment) return row.fit(shape.updatedAt, 'updatedAt', moment, 'date');
  const text = row.text('updated');
  const read = text ? readDate(text) : undefined;
  if (text && !read) row.report('date', 'updated');
  return !read || read === 'none' ? undefined : `${read.from.date}T${read.from.time ?? '00:00'}:00+09:00`;
}

const noteFields: readonly Field[] = [
  'titleEnglish',
  'nickname',
  'subEvent',
  'industry',
  'stage',
  'coOrganizers',
  'related',
  'languagesNote',
  'webUrl',
  'webTools',
  'weather',
  'nursing',
  'changing',
  'food',
  'strollers',
  'strollersAllowed',
];

function readNote(row: Row, exact: boolean): string | undefined {
  const note = row.text('note');
  const named = noteFields.map((field) => row.named(field));
  const lines = [exact || !isNothing(note) ? note : '', ...named, ...row.asides];
  return row.take(shape.note, 'note', lines.filter(Boolean).join('\n'));
}
