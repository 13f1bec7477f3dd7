import { dateFormat } from './date-format.ts';
import { en } from './en.ts';
import type { FormSentStrings } from './ja-form-sent.ts';

const number = new Intl.NumberFormat('en');
const clock = dateFormat('en', { hour: 'numeric', minute: '2-digit' });

export const enFormSent = {
  kept: 'What you entered is still here.',
  wait: (minutes) =>
    `Too much was sent in a short while. Please wait about ${number.format(minutes)} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`,
  noticeChanged: 'The information about this signup has changed. Please reload the page and read it again.',

  sentTitle: 'Please check your e-mail',
  sentLead: (email) => `We have sent an e-mail to ${email}. You are not a member yet.`,
  sentSteps: (before) => [
    'Open the e-mail and press the button in it.',
    'A page opens. Press its button to finish; you then get your member number.',
    `If you have not done so by ${en.dateTime(en.date(before, false), clock.format(before))} (Japan time), we delete what you entered.`,
  ],
  sentMissing:
    'No e-mail? Please look into your spam folder, and check the address for typos. If it was wrong, simply sign up again. If you are a member already, the link in our earlier e-mail opens your page.',
  afterwards: 'Once you are a member',
  again: 'Sign up again',
  delivered: 'We have received your application',
  deliveredLead: 'Thank you. The town will get in touch with you.',
  askUs: (contact) => `Any questions? Please ask ${contact}.`,

  mailTitle: 'Apply by e-mail',
  mailLead: 'The button below makes an e-mail with what you entered. Please check it and send it.',
  mailOpen: 'Write the e-mail',
  mailCopy: 'If no e-mail opens, please copy the text below and send it to this address.',
  mailTo: (address) => `To: ${address}`,
  mailLine: (question, answer) => `${question}: ${answer}`,
  mailSubject: (title) => `Application: ${title}`,
} satisfies FormSentStrings;
