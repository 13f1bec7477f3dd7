import { enInterest } from './en-interest.ts';
import type { ApplicationStrings } from './ja-application.ts';

const number = new Intl.NumberFormat('en');

export const enApplication = {
  ...enInterest,
  language: 'en',
  apply: 'Apply',
  wait: 'Join the waiting list',
  elsewhere: 'Open the application form',
  leaves: ' (opens another site)',
  waitHelp: 'As soon as there is room, we write to those who wait, in the order they applied.',
  waiting: (n) => `${number.format(n)} ${n === 1 ? 'party is' : 'parties are'} waiting.`,
  interestedSoFar: (n) => `${number.format(n)} ${n === 1 ? 'person has' : 'people have'} said “I’m interested”.`,
  unknown: 'We could not find out whether you can apply here.',

  report: 'How it went',
  took: (n) => `${number.format(n)} ${n === 1 ? 'person' : 'people'} took part.`,
  thanks: 'A word from the hosts',
} satisfies ApplicationStrings;
