import type { ApplicationRestStrings } from './ja-application-rest.ts';

const number = new Intl.NumberFormat('en');
const places = (n: number) => `${number.format(n)} ${n === 1 ? 'place' : 'places'}`;

export const enApplicationRest = {
  title: 'Apply to join',
  waitTitle: 'Join the waiting list',
  left: (n) => `${places(n)} left.`,
  waitLead:
    'There is no room at the moment. As soon as there is, we write to those who wait, in the order they applied.',
  toProgram: 'Back to the program',

  labels: {
    tel: 'Phone',
    people: 'How many of you',
    members: 'Who comes with you',
    message: 'Anything we should know',
  },
  helps: {
    email: 'We will answer to this address. Example: hana@example.jp',
    tel: 'For urgent news only. Example: +81-577-73-2111',
    people: 'Including yourself.',
    members: 'Names and ages of the others.',
    message: 'Questions, or anything you need us to look out for.',
  },
  groups: { company: 'Who is coming', message: '', consent: 'Privacy' },

  rest: {
    reviewLead: 'You have not applied yet. Please check everything, then press the button below.',
    send: 'Apply',
    noticeChanged: 'The information on how we use your data has changed. Please reload the page and read it again.',
    delivered: 'Your application has been sent',
    mailTitle: 'Apply by e-mail',
    mailSubject: (title) => `Application: ${title}`,
  },
  tooMany: (people, left) =>
    `There is no room for ${number.format(people)} (${places(left)} left), so you would be on the waiting list.`,

  taken: 'We have received your application',
  waits: 'You are on the waiting list',
  position: (n) => `You are number ${number.format(n)}.`,
  mailed: (email) => `We have sent an e-mail with the details to ${email}.`,
  takenSteps: [
    'Open the e-mail and check the details. The link in it also lets you change or withdraw your application.',
    'The hosts will look at it and write back to you. Nothing is settled until they do.',
  ],
  waitsSteps: [
    'Open the e-mail and check the details. The link in it also lets you change or withdraw your application.',
    'As soon as there is room, we write to those who wait, one after the other.',
  ],
  missing:
    'No e-mail? Please look into your spam folder, and check the address for typos. If it was wrong, simply apply again.',
} satisfies ApplicationRestStrings;
