import { type Answers, type Field, type LocalText, matchingFields } from '@kankei/core';
import type { Enquired } from '../enquiries/enquiry-store.ts';
import { answerText, labelOf } from './form.ts';
import { withWords } from './need-fields.ts';
import { profileLabels, profileOptions } from './profile-words.ts';
import type { Language } from './words.ts';

/** A question and its answer, in words. */
export type Fact = [label: string, text: string];

/** What the usual questions to who enquires are called, where the town has no words of its own. */
const labels: Record<string, LocalText> = {
  moving: { ja: '移住についてのお考え', en: 'Are you thinking of moving there?' },
  message: { ja: '聞いてみたいこと、伝えたいこと', en: 'What you would like to ask or say' },
};

const options: Record<string, Record<string, LocalText>> = {
  moving: {
    move: { ja: '移住したい', en: 'I would like to move there' },
    unsure: { ja: 'まだ決めていない', en: 'I am not sure yet' },
    ties: { ja: '移住はせずに、関わりたい', en: 'I would like to be involved without moving' },
  },
};

/** A question to who enquires with our words where the town has none. */
export const shownEnquiryField = (field: Field): Field => withWords(field, labels, options);

/** What somebody answered who enquired; of these fields, or of all but the consent. */
export function enquiryFacts({ enquiry, fields }: Enquired, language: Language, names?: readonly string[]): Fact[] {
  const shown = fields.filter(({ name, kind }) => (names ? names.includes(name) : kind !== 'consent'));
  return factsOf(shown.map(shownEnquiryField), enquiry.answers, language);
}

/** What somebody let this town see of the answers to what would suit; in the town's words, or else in ours. */
export function profileFacts({ enquiry, matching }: Enquired, language: Language): Fact[] {
  const asked = matchingFields(matching);
  const others = matchingFields({}).filter(({ name }) => !asked.some((field) => field.name === name));
  const fields = [...asked, ...others].map((field) => withWords(field, profileLabels, profileOptions));
  return factsOf(fields, enquiry.profile as Answers, language);
}

function factsOf(fields: readonly Field[], answers: Answers, language: Language): Fact[] {
  return fields.flatMap((field): Fact[] => {
    const text = answerText(field, Object.hasOwn(answers, field.name) ? answers[field.name] : undefined, language);
    return text ? [[labelOf(field, language), text]] : [];
  });
}
