import { offer, ownFields, privacyField, wantedFields } from './form/usual-fields.ts';
import type { Fanclub } from './schema/fanclub.ts';
import type { Field } from './schema/field.ts';

/** The usual questions of a fan club, in their usual order. */
export const fanclubFieldNames = [
  'name',
  'kana',
  'email',
  'postal',
  'prefecture',
  'municipality',
  'birthYear',
  'tie',
  'interests',
  'languages',
  'heard',
] as const;
export type FanclubFieldName = (typeof fanclubFieldNames)[number];

/** How one is tied to the place. */
export const ties = ['born', 'family', 'studied', 'worked', 'travelled', 'donated', 'none'] as const;
export type Tie = (typeof ties)[number];

/** What one would like to take part in; the everyday words for kinds of programs. */
export const interests = [
  'help',
  'event',
  'tour',
  'work-stay',
  'side-job',
  'course',
  'online',
  'letter',
  'ownership',
  'donation',
  'moving',
] as const;
export type Interest = (typeof interests)[number];

/** Languages to write to a member in; the words are each language's own name. */
export const memberLanguages = ['ja', 'en', 'zh', 'ko', 'other'] as const;
export type MemberLanguage = (typeof memberLanguages)[number];

export const heardFrom = [
  'website',
  'social',
  'search',
  'event',
  'friend',
  'member',
  'donation',
  'media',
  'other',
] as const;
export type HeardFrom = (typeof heardFrom)[number];

const usual: Record<FanclubFieldName, Omit<Field, 'name'>> = {
  name: { kind: 'text', required: true, autocomplete: 'name', group: 'you' },
  kana: { kind: 'kana', group: 'you' },
  email: { kind: 'email', required: true, autocomplete: 'email', group: 'you' },
  postal: { kind: 'postal', autocomplete: 'postal-code', group: 'home' },
  prefecture: { kind: 'prefecture', required: true, autocomplete: 'address-level1', group: 'home' },
  municipality: { kind: 'municipality', autocomplete: 'address-level2', group: 'home' },
  birthYear: { kind: 'birth-year', autocomplete: 'bday-year', group: 'you' },
  tie: { kind: 'choices', options: offer(ties), group: 'tie' },
  interests: { kind: 'choices', options: offer(interests), group: 'tie' },
  languages: { kind: 'choices', options: offer(memberLanguages), group: 'tie' },
  heard: { kind: 'choice', options: offer(heardFrom), group: 'tie' },
};

/** Names a town's own questions cannot take. */
export const fixedFields: ReadonlySet<string> = new Set([
  ...fanclubFieldNames,
  'tier',
  'newsletter',
  'privacy',
  'cardName',
]);

/** Usual questions that cannot be left out: without them there is no member. */
const indispensable: readonly FanclubFieldName[] = ['name', 'email'];

/**
 * Every field of a fan club's signup, in order: the usual questions as the town wants them, the kind of membership where
 * there are several, the town's own questions, the newsletter, the consent. Elements show them and the server checks
 * them by the same list.
 */
export function fanclubFields(club: Pick<Fanclub, 'fields' | 'questions' | 'tiers'>): Field[] {
  const { fields, tiers, questions } = club;
  return [
    ...wantedFields(usual, fields, indispensable),
    ...(tiers.length > 1 ? [tierField(tiers)] : []),
    ...ownFields(questions),
    { name: 'newsletter', kind: 'consent', group: 'consent' },
    privacyField,
  ];
}

function tierField(tiers: Fanclub['tiers']): Field {
  const options = tiers.map(({ id, ...said }) => ({ value: id, ...said }));
  return { name: 'tier', kind: 'choice', required: true, options, group: 'tier' };
}

/** Answers that say nothing of who a person is: what a page may fill in beforehand, by an attribute or its address. */
export const prefillable = ['tie', 'interests', 'heard', 'tier'] as const;
