import type { Field, LocalText } from '@kankei/core';
import type { Language } from './words.ts';

/** What the page says that asks how a program was. Japanese is the type: a hole in another language fails the build. */
const ja = {
  title: 'いかがでしたか',
  guest: (title: string) => `「${title}」へのご参加を、ありがとうございました。ふたつだけ、お聞かせください。`,
  host: (title: string) => `「${title}」の受け入れを、ありがとうございました。ふたつだけ、お聞かせください。`,
  who: '答えは、町の担当者だけが見ます。あとから直すこともできます。',
  press: '答えを送る',
  done: 'お答えをありがとうございました。',
  goneTitle: 'このリンクは使えません',
  goneText: 'リンクが途中で切れているか、お答えいただく期間が過ぎています。',
};

export type FeedbackWords = typeof ja;

const en: FeedbackWords = {
  title: 'How was it?',
  guest: (title) => `Thank you for coming to “${title}”. We have two questions for you.`,
  host: (title) => `Thank you for having people at “${title}”. We have two questions for you.`,
  who: 'Only the staff of the town see what you answer. You can change it later.',
  press: 'Send',
  done: 'Thank you for your answer.',
  goneTitle: 'This link cannot be used',
  goneText: 'It may have been cut off, or the time to answer is over.',
};

export const feedbackWords: Record<Language, FeedbackWords> = { ja, en };

const labels: Record<string, LocalText> = {
  good: { ja: 'よい時間でしたか', en: 'Was it good for you?' },
  again: { ja: 'また参加（受け入れ）したいですか', en: 'Would you do it again?' },
  message: { ja: 'ひとこと', en: 'Anything you would like to say' },
};

const options: Record<string, Record<string, LocalText>> = {
  good: {
    yes: { ja: 'よかった', en: 'Yes' },
    partly: { ja: 'よいところも、そうでないところもあった', en: 'In part' },
    no: { ja: 'よくなかった', en: 'No' },
  },
  again: {
    yes: { ja: 'はい', en: 'Yes' },
    maybe: { ja: 'まだわからない', en: 'Perhaps' },
    no: { ja: 'いいえ', en: 'No' },
  },
};

/** A question of the feedback with its words. */
export function namedFeedbackField(field: Field): Field {
  const named = field.options?.map(({ value }) => ({ value, label: options[field.name]?.[value] ?? value }));
  return { ...field, label: labels[field.name] ?? field.name, ...(named && { options: named }) };
}
