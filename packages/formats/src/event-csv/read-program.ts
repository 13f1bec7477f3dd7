import { contact, image, type Program, type ProgramStatus, person, program, readMunicipalityCode } from '@kankei/core';
import type * as z from 'zod/mini';
import { readCount, readPeople, readYen } from './amounts.ts';
import { cellStatus, titleStatus } from './called-off.ts';
import { readDate } from './dates.ts';
import type { Field } from './layout.ts';
import { takeLink } from './links.ts';
import { readList } from './lists.ts';
import { anyKnown, known, type Row } from './row.ts';
import type { ReadOptions } from './types.ts';
import { readWhen, withoutRepeats } from './when.ts';
import { readWhere } from './where.ts';
import { effortWords, isNothing, kindWords, organizerWords, payWords, readLanguage, readWord } from './words.ts';

const shape = program.shape;
const { name: organizerName } = shape.organizer.def.innerType.shape;
const { method: applyMethod } = shape.apply.def.innerType.shape;
const theme = shape.themes.def.innerType.def.element;
const skill = shape.skills.def.innerType.def.element;

/** A program that still lacks its id: which rows belong together is decided over the whole file. */
export type Draft = Omit<Program, 'id'>;

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
  const notes: string[] = [];
  const link = (field: Field) => takeLink(row, field, options.base, (line) => notes.push(line));
  const { sessions, notes: dateNotes, deadline, applyNotes } = readWhen(row, exact);
  const { place, meetingPlace, mode } = readWhere(row, exact, row.takeLine(shape.meetingPlace, 'meetingPlace'));
  const { summary, description } = readLead(row);
  const url = link('url');
  const contentUrl = link('contentUrl');
  if (url && contentUrl && contentUrl !== url) notes.push(`${row.label('contentUrl')}：${contentUrl}`);
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
    languages: readLanguages(row, notes),
    host: readPerson(row, 'hostName', 'hostIntroduction'),
    coordinator: readPerson(row, 'coordinatorName', 'coordinatorIntroduction'),
    organizer: readOrganizer(row),
    contact: readContact(row, link, notes),
    apply: readApply(row, exact, link, applyNotes),
    image: readImage(row, link),
    status: readStatus(row, exact, title, notes),
    url: url ?? contentUrl,
    note: undefined,
    updatedAt: readUpdatedAt(row),
  };
  // Last, because what found no place anywhere else has been put aside by now.
  draft.note = readNote(row, exact, notes);
  return known(draft) as Draft;
}

type Link = (field: Field) => string | undefined;

function joined(row: Row, fields: readonly Field[]): string {
  return [...new Set(fields.map((field) => row.text(field)).filter(Boolean))].join('\n');
}

function takeWord<Key extends string>(row: Row, field: Field, words: Record<Key, string>): Key | undefined {
  const text = row.text(field);
  const word = text ? readWord(words, text) : undefined;
  if (text && !word) row.report('unknown-word', field);
  return word;
}

function takeCount(row: Row, field: Field, schema: z.ZodMiniType<number | undefined>): number | undefined {
  const text = row.text(field);
  const count = text ? readCount(text) : undefined;
  if (text && count === undefined) row.report('number', field);
  return count === undefined ? undefined : row.fit(schema, field, count, 'number');
}

const longestList = 30;

/** Several short texts. */
function takeList(row: Row, field: Field, schema: z.ZodMiniType<string>): string[] {
  const items = readList(row.raw(field));
  if (items.length > longestList) row.report('too-long', field);
  return items.slice(0, longestList).flatMap((item) => row.fit(schema, field, item, 'garbled') ?? []);
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

function readCapacity(row: Row, exact: boolean): Pick<Draft, 'capacity' | 'capacityNote'> {
  const text = row.text('capacity');
  const people = text ? readPeople(text) : undefined;
  const none = people === 0 && !exact;
  if (none) row.report('zero-capacity', 'capacity');
  const alone = people !== undefined && /^\d+[人名]?$/.test(text.normalize('NFKC'));
  const words = [alone ? '' : text, row.text('capacityNote')].filter(Boolean).join('\n');
  return known({
    capacity: people === undefined || none ? undefined : row.fit(shape.capacity, 'capacity', people, 'number'),
    capacityNote: row.take(shape.capacityNote, 'capacity', words),
  });
}

/** An empty fee is unknown; it is free only where some column says so. */
function readFee(row: Row, exact: boolean): Pick<Draft, 'fee' | 'feeNote'> {
  const [basic, detail, type, payment] = [
    row.text('fee'),
    row.text('feeNote'),
    row.text('feeType'),
    row.text('payment'),
  ];
  const amount = basic ? (readYen(basic) ?? (isNothing(basic) ? 0 : undefined)) : undefined;
  if (basic && amount === undefined) row.report('fee', 'fee');
  const detailed = basic || exact ? undefined : readYen(detail);
  const declared = !basic && !detail && !exact && /^無料/.test(type) ? 0 : undefined;
  const fee = amount ?? detailed ?? declared;
  const notes = [
    amount === undefined ? basic : '',
    detailed === undefined ? detail : '',
    declared === undefined && type && type !== '有料' ? `${row.label('feeType')}：${type}` : '',
    payment && `${row.label('payment')}：${payment}`,
  ];
  return known({
    fee: fee === undefined ? undefined : row.fit(shape.fee, 'fee', fee, 'fee'),
    feeNote: row.take(shape.feeNote, basic ? 'fee' : 'feeNote', notes.filter(Boolean).join('\n')),
  });
}

function readLanguages(row: Row, notes: string[]): string[] {
  const items = readList(row.raw('languages'));
  const tags = items.map(readLanguage);
  const unclear = items.filter((item, index) => !tags[index] && !isNothing(item));
  if (unclear.length) notes.push(`${row.label('languages')}：${row.text('languages', { line: true })}`);
  return [...new Set(tags.filter((tag) => tag !== undefined))].slice(0, longestList);
}

function readPerson(row: Row, name: Field, introduction: Field): Draft['host'] {
  const text = row.takeLine(person.shape.name, name);
  if (!text) return undefined;
  return known({ name: text, introduction: row.take(person.shape.introduction, introduction) });
}

function readOrganizer(row: Row): Draft['organizer'] {
  const name = row.take(organizerName, 'organizer');
  return name ? known({ name, type: takeWord(row, 'organizerType', organizerWords) }) : undefined;
}

function readContact(row: Row, link: Link, notes: string[]): Draft['contact'] {
  const written = row.text('contactEmail');
  const email = written ? row.fit(contact.shape.email, 'contactEmail', written.normalize('NFKC'), 'email') : undefined;
  if (written && !email) notes.push(`${row.label('contactEmail')}：${written}`);
  return anyKnown({
    name: row.take(contact.shape.name, 'contactName'),
    phone: row.take(contact.shape.phone, 'contactPhone'),
    extension: row.take(contact.shape.extension, 'contactExtension'),
    email,
    url: link('contactUrl'),
  });
}

function readApply(row: Row, exact: boolean, link: Link, notes: string[]): Draft['apply'] {
  const method = exact ? row.text('applyMethod') : withoutRepeats(row, 'applyMethod');
  const opens = row.text('applyFromDate');
  const never = opens !== '' && readDate(opens) === 'none';
  const from = never ? '' : [opens, row.text('applyFromTime')].filter(Boolean).join(' ');
  const lines = [method, from && `${row.label('applyFromDate') || row.label('applyFromTime')}：${from}`, ...notes];
  return anyKnown({
    method: row.take(applyMethod, 'applyMethod', lines.filter(Boolean).join('\n')),
    url: link('applyUrl'),
  });
}

function readImage(row: Row, link: Link): Draft['image'] {
  const url = link('imageUrl');
  if (!url) return undefined;
  return known({
    url,
    alt: row.takeLine(image.shape.alt, 'imageAlt'),
    licence: row.takeLine(image.shape.licence, 'imageLicence'),
    credit: row.takeLine(image.shape.credit, 'imageCredit'),
  });
}

/** What the organiser declares: the column for it first, then the title, where most files say it. */
function readStatus(row: Row, exact: boolean, title: string, notes: string[]): ProgramStatus {
  const text = row.text('status');
  const declared = text ? cellStatus(text) : undefined;
  if (text && !declared) {
    row.report('unknown-word', 'status');
    notes.push(`${row.label('status')}：${text}`);
  }
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

function readNote(row: Row, exact: boolean, notes: readonly string[]): string | undefined {
  const note = row.text('note');
  const named = noteFields.flatMap((field) => {
    const text = row.text(field);
    return text ? [`${row.label(field)}：${text}`] : [];
  });
  const lines = [exact || !isNothing(note) ? note : '', ...named, ...notes];
  return row.take(shape.note, 'note', lines.filter(Boolean).join('\n'));
}
