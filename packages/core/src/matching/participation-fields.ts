import { offer, ownFields, privacyField, wantedFields } from '../form/usual-fields.ts';
import type { Answers, Field } from '../schema/field.ts';
import type { Matching } from '../schema/matching.ts';
import type { Recruitment } from '../schema/participation.ts';
import { efforts } from '../schema/vocabulary.ts';
import {
  type ApplicationFieldName,
  type EnquiryFieldName,
  enquiryFieldNames,
  type NeedFieldName,
} from './field-names.ts';

type Usual<Name extends string> = Record<Name, Omit<Field, 'name'>>;

const name = { kind: 'text', required: true, autocomplete: 'name', group: 'you' } as const;
const email = { kind: 'email', required: true, autocomplete: 'email', group: 'you' } as const;
const tel = { kind: 'tel', autocomplete: 'tel', group: 'you' } as const;

/** Names and ages of who comes along are asked in one text: a host wants to know who comes, not to keep a register. */
const ofApplication = (most: number): Usual<ApplicationFieldName> => ({
  name,
  kana: { kind: 'kana', group: 'you' },
  email,
  tel,
  people: { kind: 'number', required: true, min: 1, max: most, group: 'company' },
  members: {
    kind: 'long-text',
    required: true,
    maxLength: 1000,
    group: 'company',
    shownWhen: { field: 'people', is: Array.from({ length: most - 1 }, (_, index) => String(index + 2)) },
  },
  message: { kind: 'long-text', maxLength: 1000, group: 'message' },
});

/**
 * Every question to who applies for a program: the usual ones as the town wants them, the town's own, the program's, the
 * consent. At least one person comes, and at most as many as the recruitment lets come together. A question of the
 * program's with the name of one of the town's stands in its place.
 */
export function applicationFields(
  { people, questions }: Pick<Recruitment, 'people' | 'questions'>,
  { application = {} }: Pick<Matching, 'application'>,
): Field[] {
  const names = new Set(questions.map((question) => question.name));
  const fields = wantedFields(ofApplication(people), application.fields, ['name', 'email', 'people']);
  return [
    // Who can only come alone is not asked how many come.
    ...fields.filter((field) => people > 1 || (field.name !== 'people' && field.name !== 'members')),
    ...ownFields(application.questions?.filter((question) => !names.has(question.name))),
    ...ownFields(questions),
    privacyField,
  ];
}

/** How many places an application takes. */
export function placesTaken(answers: Readonly<Answers>): number {
  return typeof answers.people === 'number' ? answers.people : 1;
}

const ofNeed: Usual<NeedFieldName> = {
  what: { kind: 'long-text', required: true, maxLength: 1000, group: 'what' },
  when: { kind: 'text', required: true, maxLength: 300, group: 'when' },
  date: { kind: 'date', group: 'when' },
  people: { kind: 'number', min: 1, max: 1000, group: 'who' },
  who: { kind: 'text', maxLength: 300, group: 'who' },
  effort: { kind: 'choice', options: offer(efforts), group: 'who' },
  bring: { kind: 'text', maxLength: 500, group: 'bring' },
  thanks: { kind: 'text', maxLength: 500, group: 'thanks' },
  place: { kind: 'text', maxLength: 300, group: 'when' },
  name,
  // Not everybody in a village has an e-mail address; the staff member who writes for them has a telephone.
  reach: { kind: 'choice', required: true, options: offer(['tel', 'email']), group: 'you' },
  tel: { ...tel, required: true, shownWhen: { field: 'reach', is: ['tel'] } },
  email: { ...email, shownWhen: { field: 'reach', is: ['email'] } },
};

/** Every question to a resident who needs help: the usual ones as the town wants them, its own, the consent. */
export function needFields({ need = {} }: Pick<Matching, 'need'>): Field[] {
  return [
    ...wantedFields(ofNeed, need.fields, ['what', 'when', 'name', 'reach', 'tel', 'email']),
    ...ownFields(need.questions),
    privacyField,
  ];
}

/** What people think of who ask: to move, not sure yet, to keep ties without moving. */
export const movings = ['move', 'unsure', 'ties'] as const;
export type Moving = (typeof movings)[number];

const ofEnquiry: Usual<EnquiryFieldName> = {
  name,
  email,
  moving: { kind: 'choice', options: offer(movings), group: 'message' },
  message: { kind: 'long-text', maxLength: 2000, group: 'message' },
};

/**
 * Every question to who would like a coordinator to write back. The profile goes beside it; what it has no part for, the
 * answers to the town's own questions to supporters, comes along here.
 */
export function enquiryFields({ enquiry = {}, supporter = {} }: Pick<Matching, 'enquiry' | 'supporter'>): Field[] {
  const asked = [...wantedFields(ofEnquiry, enquiry.fields, ['name', 'email']), ...ownFields(enquiry.questions)];
  const names = new Set([...enquiryFieldNames, ...asked.map(({ name }) => name)] as string[]);
  const questions = supporter.questions?.filter(({ name }) => !names.has(name));
  return [...asked, ...ownFields(questions).map((field) => ({ ...field, required: false })), privacyField];
}

/** What both sides are asked after the day. */
export const afterwards = ['yes', 'partly', 'no'] as const;
export const feedbackFields: readonly Field[] = [
  { name: 'good', kind: 'choice', options: offer(afterwards), required: true },
  { name: 'again', kind: 'choice', options: offer(['yes', 'maybe', 'no']), required: true },
  { name: 'message', kind: 'long-text', maxLength: 1000 },
];

/** What is told after the day, for the page of the program. */
export const reportFields: readonly Field[] = [
  { name: 'day', kind: 'date', required: true },
  { name: 'done', kind: 'long-text', required: true },
  { name: 'people', kind: 'number', min: 0, max: 100_000 },
  { name: 'thanks', kind: 'long-text' },
];
