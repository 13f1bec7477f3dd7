import { type Answers, type FieldFault, feedbackFields } from '@kankei/core';
import type { Asked } from '../afterwards/feedback.ts';
import { feedbackWords, namedFeedbackField } from './feedback-words.ts';
import { faultSummary, formFields } from './form.ts';
import { type Markup, markup } from './markup.ts';
import { personPage } from './person-page.ts';
import type { Language } from './words.ts';

export interface FeedbackPageOptions extends Asked {
  token: string;
  language: Language;
  /** Whether it was just answered. */
  isDone: boolean;
  refused?: { answers: Answers; faults: readonly FieldFault[] } | undefined;
  up?: string;
}

/** Asks a guest or the host two questions after the day; the answers can be changed as long as the link is good. */
export function feedbackPage(options: FeedbackPageOptions): Markup {
  const { town, program, side, given, token, language, isDone, refused, up = '../' } = options;
  const say = feedbackWords[language];
  const fields = feedbackFields.map(namedFeedbackField);
  const { answers = given, faults = [] } = refused ?? {};
  const body = markup`<h1>${say.title}</h1>
      ${isDone ? markup`<p class="done" role="status">${say.done}</p>` : ''}
      <p class="lead">${say[side](program.title)}</p>
      ${faultSummary({ fields, answers, faults, language })}
      <form method="post" action="${up}feedback/${token}/answer?lang=${language}" novalidate class="fields">
        ${formFields({ fields, answers, faults, language })}
        <p class="small">${say.who}</p>
        <p><button type="submit">${say.press}</button></p>
      </form>`;
  return personPage({ language, town, title: say.title, body, up });
}

/** For a link that opens nothing (any more). */
export function goneFeedbackPage(language: Language, up: string): Markup {
  const say = feedbackWords[language];
  const body = markup`<h1>${say.goneTitle}</h1>
      <p class="lead">${say.goneText}</p>`;
  return personPage({ language, title: say.goneTitle, body, up });
}
