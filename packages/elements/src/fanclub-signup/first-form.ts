import { readFanclub } from '@kankei/client';
import type { Fanclub } from '@kankei/core';
import { paintFirst } from '../internal/first-paint.ts';
import { formStyles } from '../internal/form/form.styles.ts';
import { Form } from '../internal/form/form.ts';
import { nearestLanguage } from '../internal/host-page.ts';
import { readTowns } from '../internal/towns.ts';
import type { FormStrings } from '../strings/form.ts';
import type { Strings } from '../strings/ja.ts';
import { jaFormFirst } from '../strings/ja-form-first.ts';
import { otherLanguage } from '../strings/languages.ts';
import type { Beforehand } from './beforehand.ts';
import { fanclubSignupStyles } from './fanclub-signup.styles.ts';
import { formPage, isElsewhere, openForm } from './form-page.ts';

/** What the element goes on from: the form as it is being filled in. */
export interface FirstForm {
  town: string;
  club: Fanclub;
  form: Form;
  beforehand: Beforehand;
  /** When the form was first shown, ms on the page's clock. */
  openedAt: number;
  /** True once the person wished to go on. */
  submitted: boolean;
  /** Words that the element does not have at hand. */
  strings?: Strings;
}

/**
 * Draws the beginning of the form for a server's answer, ready to be filled in, before the code of the tag's element has
 * come: the questions about the person. An answer without a form, one that begins otherwise, or none that can be read is
 * left to the element.
 */
export async function paint(tag: Element, given: unknown): Promise<void> {
  const club = readFanclub(given);
  if (!club || isElsewhere(club)) return;
  const strings = await otherLanguage(nearestLanguage(tag))?.();
  const words =
    !strings || strings.language === 'ja'
      ? (jaFormFirst as FormStrings)
      : (await import('../strings/en-form.ts')).enForm;
  const town = readTowns(tag.getAttribute('town') ?? '')[0]!;
  // What is typed is drawn by the control itself.
  const form = new Form({ renderRoot: tag, requestUpdate() {} }, words);
  const beforehand = openForm(form, town, club, (name) => tag.getAttribute(name));
  const [group] = form.groups;
  // Other words come with the element, and the names of prefectures.
  if (group?.id !== 'you' || group.fields.some(({ kind }) => kind === 'prefecture')) return;
  const first: FirstForm = {
    ...{ town, club, form, beforehand, openedAt: performance.now(), submitted: false },
    ...(strings && { strings }),
  };
  const goOn = () => {
    first.submitted = true;
  };
  const level = Number(tag.getAttribute('heading-level') ?? 2);
  await paintFirst<FirstForm>(tag, {
    styles: [formStyles, fanclubSignupStyles],
    language: words.language,
    content: () => formPage(club, form, level, { goOn }),
    what: first,
  });
}
