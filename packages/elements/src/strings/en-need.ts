import type { OwnRestWords } from './form.ts';
import type { NeedStrings } from './ja-need.ts';

const { format } = new Intl.NumberFormat('en');

export const enNeed = {
  language: 'en',
  title: 'Ask for help',
  intro:
    'There are people elsewhere who would like to come and help. Tell us what needs doing. The town’s coordinator looks at it before it is listed. Leave empty what is not settled yet.',
  minutes: (n) =>
    `It takes about ${format(n)} ${n === 1 ? 'minute' : 'minutes'}. Somebody else may fill it in for you, on the phone for example.`,
  labels: {
    what: 'What needs doing',
    when: 'When',
    date: 'Date, if it is settled',
    people: 'How many people',
    who: 'Who could do it',
    effort: 'How hard it is',
    bring: 'What to bring',
    thanks: 'What you give in return',
    place: 'Where',
    reach: 'How to reach you',
    tel: 'Phone',
  },
  helps: {
    what: 'Example: Picking persimmons and packing them. We cut the high branches ourselves.',
    when: 'Example: A Saturday or Sunday in November, from nine to noon',
    who: 'Example: Beginners are fine, and so are children.',
    effort: 'Please be honest: then the right people come.',
    bring: 'Example: Gloves, rubber boots, something to drink',
    thanks: 'Example: Lunch, and fresh persimmons',
    place: 'Example: The field behind the house in Tani, five minutes on foot from the bus stop',
    reach: 'The town’s coordinator gets in touch with you.',
    tel: 'Example: 0577-73-2111',
    email: 'We send you what we understood. Example: hana@example.jp',
  },
  groups: {
    what: 'What would you like done?',
    when: 'When, and where?',
    who: 'How many, and who?',
    bring: 'What to bring',
    thanks: 'What you can give in return',
    you: 'How we reach you',
    consent: 'Your data',
  },
  options: {
    effort: { light: 'Light work', medium: 'Some effort', hard: 'Hard physical work' },
    reach: { tel: 'By phone', email: 'By email' },
  },

  progress: (step, steps) => `Question ${format(step)} of ${format(steps)}`,
  next: 'Next',
  back: 'Back',
  town: 'Which town would you like to ask?',
  closed: 'You cannot ask for help here at the moment.',

  rest: {
    reviewLead: 'Nothing has been sent yet. Please check what you entered, then press the button below.',
    send: 'Ask for help with this',
    noticeChanged: 'How we use your data has changed. Please reload the page and check what you entered.',
    again: 'Ask for something else',
    delivered: 'We have your request',
    deliveredLead: 'Thank you. The town will get in touch with you.',
    mailTitle: 'Ask by e-mail',
    mailSubject: () => 'Asking for help',
  } satisfies OwnRestWords as OwnRestWords,
  lead: 'Thank you. This is what happens next.',
  mailed: (email) =>
    `We have sent what we understood to ${email}. If something is wrong, you can correct it with the link in the mail.`,
  called: (tel) => `The town’s coordinator will call you at ${tel}.`,
  steps: [
    'The coordinator checks it and prepares a listing. You may be asked something.',
    'It is listed, and we wait for people who would like to help.',
  ],
} satisfies NeedStrings;
