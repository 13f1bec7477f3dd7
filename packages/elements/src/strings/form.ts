import { type FormStrings, jaForm } from './ja-form.ts';
import type { FormRestStrings } from './ja-form-rest.ts';

export type { FormRestStrings, FormStrings };
export { jaForm };

/** The words of forms in the language of these strings; a language we do not speak gets English. */
export async function loadFormStrings(language: string): Promise<FormStrings> {
  return language === 'ja' ? jaForm : (await import('./en-form.ts')).enForm;
}

/** What a form says once it is filled in. Rejects when the words cannot be fetched. */
export async function loadFormRest(language: string): Promise<FormRestStrings> {
  return language === 'ja'
    ? (await import('./ja-form-rest.ts')).jaFormRest
    : (await import('./en-form-rest.ts')).enFormRest;
}

/** The words of fields in a form of its own, by the fields' names. */
export type OwnFormWords = {
  readonly [Kind in 'labels' | 'helps' | 'groups' | 'options']?: Readonly<FormStrings[Kind]>;
};

/** The words of every form, and those of one form in their place. */
export function withOwnWords(form: FormStrings, { labels, helps, groups, options }: OwnFormWords): FormStrings {
  return {
    ...form,
    labels: { ...form.labels, ...labels },
    helps: { ...form.helps, ...helps },
    groups: { ...form.groups, ...groups },
    options: { ...form.options, ...options },
  };
}
