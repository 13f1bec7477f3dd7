import { memberLanguages, ties } from '../fanclub-fields.ts';
import { offer, ownFields, wantedFields } from '../form/usual-fields.ts';
import type { Answers, Field } from '../schema/field.ts';
import { type MatchProfile, matchProfile } from '../schema/match.ts';
import type { Matching } from '../schema/matching.ts';
import { efforts } from '../schema/vocabulary.ts';
import {
  companies,
  experiences,
  matchHopes,
  matchModes,
  matchSkills,
  matchThemes,
  months,
  noSkill,
  stayLengths,
  weekdays,
} from './answers.ts';
import type { MatchingFieldName } from './field-names.ts';

/** The questions to a supporter. Each group is a screen where they come one at a time; none has to be answered. */
const usual: Record<MatchingFieldName, Omit<Field, 'name'>> = {
  themes: { kind: 'choices', options: offer(matchThemes), group: 'themes' },
  skills: { kind: 'choices', options: offer([...matchSkills, noSkill]), group: 'skills' },
  mode: { kind: 'choice', options: offer(matchModes), group: 'how' },
  weekdays: { kind: 'choices', options: offer(weekdays), group: 'when' },
  months: { kind: 'choices', options: offer(months), group: 'when' },
  lengths: { kind: 'choices', options: offer(stayLengths), group: 'when' },
  postal: { kind: 'postal', autocomplete: 'postal-code', group: 'home' },
  prefecture: { kind: 'prefecture', autocomplete: 'address-level1', group: 'home' },
  municipality: { kind: 'municipality', autocomplete: 'address-level2', group: 'home' },
  company: { kind: 'choice', options: offer(companies), group: 'company' },
  people: {
    kind: 'number',
    min: 1,
    max: 100,
    group: 'company',
    shownWhen: { field: 'company', is: ['family', 'group'] },
  },
  age: { kind: 'number', min: 0, max: 120, group: 'company' },
  youngest: {
    kind: 'number',
    min: 0,
    max: 120,
    group: 'company',
    shownWhen: { field: 'company', is: ['family', 'group'] },
  },
  effort: { kind: 'choice', options: offer(efforts), group: 'effort' },
  tie: { kind: 'choices', options: offer(ties), group: 'tie' },
  experience: { kind: 'choice', options: offer(experiences), group: 'tie' },
  hopes: { kind: 'choices', options: offer(matchHopes), group: 'hopes' },
  languages: { kind: 'choices', options: offer(memberLanguages), group: 'hopes' },
  words: { kind: 'long-text', maxLength: 500, group: 'words' },
};

/** Every question to a supporter, in order: the usual ones as the town wants them, then its own. */
export function matchingFields({ supporter }: Pick<Matching, 'supporter'>): Field[] {
  return [...wantedFields(usual, supporter?.fields), ...ownFields(supporter?.questions)];
}

/**
 * The profile in checked answers of `matchingFields` (`checkForm`'s `values`, also of a form half filled in). What is no
 * part of a profile, a postal code or an answer to a town's own question, is passed over, and so is what cannot be read.
 */
export function readMatchProfile(answers: Readonly<Answers>): MatchProfile {
  const parts = Object.entries(matchProfile.shape).map(([name, schema]) => {
    const { data } = schema.safeParse(Object.hasOwn(answers, name) ? answers[name] : undefined);
    return data === undefined ? {} : { [name]: data };
  });
  return Object.assign({}, ...parts) as MatchProfile;
}
