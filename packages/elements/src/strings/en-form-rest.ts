import { dateFormat } from './date-format.ts';
import type { FormRestStrings } from './ja-form-rest.ts';

const number = new Intl.NumberFormat('en');
const day = dateFormat('en', { year: 'numeric', month: 'short', day: 'numeric' });
const dayOf = (text = '') => (text ? day.format(new Date(`${text}T00:00:00+09:00`)) : '');
const choosing = new Set(['choice', 'choices', 'prefecture', 'date']);
const characters = (n: number) => `${number.format(n)} ${n === 1 ? 'character' : 'characters'}`;

export const enFormRest = {
  faults: {
    required: (label, { kind }) =>
      kind === 'consent'
        ? `To go on, please tick “${label}”.`
        : `${label}: please ${choosing.has(kind) ? 'choose' : 'fill this in'}.`,
    unreadable: (label) => `${label}: this could not be read. Please enter it again.`,
    unknown: (label) => `${label} is no longer part of this form. Please reload the page.`,
    'too-short': (label, { minLength = 0 }) => `${label}: please enter at least ${characters(minLength)}.`,
    'too-long': (label, { maxLength }) =>
      maxLength
        ? `${label}: please enter at most ${characters(maxLength)}.`
        : `${label}: this is too long. Please shorten it.`,
    kana: (label) => `${label}: please use hiragana or katakana, or leave it empty.`,
    'email-without-at': (label) => `${label}: the @ is missing. Example: hana@example.jp`,
    'email-without-domain': (label) => `${label}: the part after @ seems incomplete. Example: hana@example.jp`,
    email: (label) => `${label}: something in it cannot be used. Example: hana@example.jp`,
    tel: (label) => `${label}: please enter it with its area or country code. Example: +81-577-73-2111`,
    postal: (label) => `${label}: please enter seven digits, or leave it empty if you live outside Japan.`,
    prefecture: (label) => `${label}: please choose one.`,
    date: (label) => `${label}: please enter a date that exists. Example: 2026-04-01`,
    'too-early': (label, { from }) => `${label}: please choose ${dayOf(from)} or a later day.`,
    'too-late': (label, { to }) => `${label}: please choose ${dayOf(to)} or an earlier day.`,
    year: (label) => `${label}: please enter a year. Example: 1980`,
    number: (label) => `${label}: please enter a number.`,
    'too-small': (label, { min = 0 }) => `${label}: please enter ${number.format(min)} or more.`,
    'too-big': (label, { max = 0 }) => `${label}: please enter ${number.format(max)} or less.`,
    'not-an-option': (label) => `${label}: please choose from the list.`,
    'too-few': (label, { minLength = 0 }) => `${label}: please choose at least ${number.format(minLength)}.`,
    'too-many': (label, { maxLength = 0 }) => `${label}: please choose at most ${number.format(maxLength)}.`,
  },
  summary: (n) => (n === 1 ? 'There is one thing to correct' : `There are ${number.format(n)} things to correct`),
  addressFilled: (address, several) =>
    several.length
      ? `We filled in “${address}”. Please enter the city, town or village: ${several.join(', ')}.`
      : `We filled in “${address}”. Please correct it if it is wrong.`,
  kanaSuggested: 'We suggested this from what you typed. Please correct it if it is wrong.',
  restored: 'What you had entered before is back.',
  discard: 'Clear everything and start again',
  leaveEmpty: 'Please leave this empty.',

  reviewTitle: 'Check what you entered',
  reviewLead: 'You are not signed up yet. Please check everything, then press the button below.',
  unanswered: '(not given)',
  yes: 'Yes',
  no: 'No',
  between: ', ',
  privacyAsked: 'I agree to how my data is used',
  changeShort: 'Change',
  change: (group) => `Change: ${group}`,
  back: 'Back to the form',
  send: 'Sign up',
  sending: 'Sending…',
  notSent: 'It could not be sent right now. What you entered is still here. Please try again.',
} satisfies FormRestStrings;
