import type { Fanclub, UsualField } from './schema/fanclub.ts';
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

const offer = (values: readonly string[]) => values.map((value) => ({ value }));

const usual: Record<FanclubFieldName, Omit<Field, 'name'>> = {
  name: { kind: 'text', required: true, autocomplete: 'name', group: 'you' },
  kana: { kind: 'kana', group: 'you' },
  email: { kind: 'email', required: true, autocomplete: 'email', group: 'you' },
  birthYear: { kind: 'birth-year', autocomplete: 'bday-year', group: 'you' },
  postal: { kind: 'postal', autocomplete: 'postal-code', group: 'home' },
  prefecture: { kind: 'prefecture', required: true, autocomplete: 'address-level1', group: 'home' },
  municipality: { kind: 'municipality', autocomplete: 'address-level2', group: 'home' },
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
  const wanted = club.fields ?? fanclubFieldNames.map((name): UsualField => ({ name }));
  const missing = indispensable.filter((name) => !wanted.some((field) => field.name === name));
  const chosen = [...missing.map((name): UsualField => ({ name })), ...wanted].filter(
    ({ name }, index, all) => all.findIndex((other) => other.name === name) === index,
  );
  const { tiers, questions } = club;
  return [
    ...chosen.map((own) => asWanted(own)),
    ...(tiers.length > 1 ? [tierField(tiers)] : []),
    ...questions.map((question): Field => ({ ...question, group: question.group ?? 'questions' })),
    { name: 'newsletter', kind: 'consent', group: 'consent' },
    { name: 'privacy', kind: 'consent', required: true, group: 'consent' },
  ];
}

function asWanted({ name, required, options, ...words }: UsualField): Field {
  const field = usual[name];
  return {
    name,
    ...field,
    ...words,
    // Options belong to fields that offer a choice; what cannot be left out stays required.
    ...(field.options && options ? { options } : {}),
    required: indispensable.includes(name) || (required ?? field.required ?? false),
  };
}

function tierField(tiers: Fanclub['tiers']): Field {
  const options = tiers.map(({ id, label }) => ({ value: id, label }));
  return { name: 'tier', kind: 'choice', required: true, options, group: 'tier' };
}

/** Answers that say nothing of who a person is: what a page may fill in beforehand, by an attribute or its address. */
export const prefillable = ['tie', 'interests', 'heard', 'tier'] as const;
