import { type FormStrings, jaForm } from './ja-form.ts';
import type { FormRestStrings } from './ja-form-rest.ts';
import type { FormSentStrings } from './ja-form-sent.ts';

export type { FormRestStrings, FormSentStrings, FormStrings };
export { jaForm };

/** The words of forms in the language of these strings; a language we do not speak gets English. */
export async function loadFormStrings(language: string): Promise<FormStrings> {
  return language === 'ja' ? jaForm : (await import('./en-form.ts')).enForm;
}

/** What a form says once it is filled in, up to the last look. Rejects when the words cannot be fetched. */
export async function loadFormRest(language: string): Promise<FormRestStrings> {
  return language === 'ja'
    ? (await import('./ja-form-rest.ts')).jaFormRest
    : (await import('./en-form-rest.ts')).enFormRest;
}

/** What a form says once it is sent. Rejects when the words cannot be fetched. */
export async function loadFormSent(language: string): Promise<FormSentStrings> {
  return language === 'ja'
    ? (await import('./ja-form-sent.ts')).jaFormSent
    : (await import('./en-form-sent.ts')).enFormSent;
}

/** What a form of its own says otherwise once it is filled in or sent. */
export type OwnRestWords = Partial<FormRestStrings & FormSentStrings>;

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
