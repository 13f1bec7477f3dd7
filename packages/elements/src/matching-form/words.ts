import { loadFirstStrings } from '../strings/first.ts';
import { type FormStrings, jaForm, loadFormStrings } from '../strings/form.ts';
import type { Strings } from '../strings/ja.ts';
import { loadMatchingStrings, type MatchingStrings } from '../strings/matching.ts';

/** All words the questions and the suggestions are told in, of one language. */
export interface Words {
  /** What the page's language is called, as a BCP 47 tag. */
  language: string;
  form: FormStrings;
  matching: MatchingStrings;
  /** How programs are told of. */
  program: Strings;
}

/** Every question may be left out: it is said once, above, and not beside each. */
const unmarked = '';

/** Rejects when the words cannot be fetched. */
export async function loadWords(language: string): Promise<Words> {
  const [form, matching, program] = await Promise.all([
    loadFormStrings(language),
    loadMatchingStrings(language),
    loadFirstStrings(language),
  ]);
  return { language, form: questionWords(form, matching), matching, program };
}

function questionWords(form: FormStrings, { labels, helps, groups, options }: MatchingStrings): FormStrings {
  return {
    ...form,
    optional: unmarked,
    labels: { ...form.labels, ...labels },
    helps: { ...labelled(form.helps, labels), ...helps },
    groups: { ...form.groups, ...groups },
    options: { ...form.options, ...options },
  };
}

/** The helps of other forms, but for questions that are put in other words here. */
function labelled(helps: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(helps).filter(([name]) => !Object.hasOwn(labels, name)));
}

/** What a form speaks until its words have come. */
export { jaForm as wordsAtHand };
