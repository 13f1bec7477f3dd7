import { toInstant } from '@kankei/core';
import { dateFormat } from './date-format.ts';
import type { CardStrings } from './ja-card.ts';

const date = dateFormat('en', { year: 'numeric', month: 'long', day: 'numeric' });
const moment = dateFormat('en', { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', hour12: false });
const day = (text: string) => date.format(toInstant(text));

/** What cards and their check say, in English. */
export const enCard: CardStrings = {
  language: 'en',
  town: 'Town',
  townUnknown: (code) => `Municipality code ${code}`,
  number: 'Member number',
  tier: 'Membership',
  since: 'Member since',
  validUntil: 'Valid until',
  day,
  lastDay: day,

  benefits: 'What your card brings',
  code: 'QR code to check this card',
  codeHelp: 'For shops: scan this code to see whether the card is genuine.',
  openCheck: 'Open the check page',
  save: 'Save as a picture',
  saved: 'The picture of your card has been saved.',
  saveFailed: 'The picture could not be saved. You can take a screenshot instead.',
  expired: 'This card has expired',
  expiredHelp: 'Open this page again while connected, and the card is renewed.',
  kept: 'Your card is kept on this device so that you can show it without a connection. On a device that others use too, remove it when you are done.',
  clear: 'Remove it from this device',
  cleared: 'The card kept on this device has been removed. Close this page and it is gone.',
  keptSince: (instant) =>
    `There is no connection right now. This is the card as received on ${moment.format(instant)} (Japan time).`,
  nothingKept: 'No card is kept on this device. Please open the link from your e-mail while you are connected.',
  noToken: 'To see your card, please open the link from your e-mail.',

  check: {
    label: 'Text of the QR code',
    help: 'If your camera cannot read the code, paste the text of the QR code here.',
    submit: 'Check',
    empty: 'Please paste the text of the QR code first.',
    checking: 'Checking',
    result: 'Result',
    verdicts: {
      valid: 'This card is valid',
      expired: 'This card has expired',
      forged: 'This card may be forged',
      unknown: 'This card cannot be checked yet',
    },
    helps: {
      valid: '',
      expired: 'It is genuine, but its time is over. Please ask the member to open their card page again.',
      forged:
        'It does not match what the town issued. One wrong character is enough for this. Please scan the code again; if the result is the same, tell the town office.',
      unknown: 'What is needed to check this card is not on this device yet. Please try again with a connection.',
    },
    noTown: 'Cards of this town cannot be checked here. Please use the page of the town that issued the card.',
    insecure: 'Cards cannot be checked at an address without https. Please tell whoever runs this site.',
    retry: 'Check again',
  },
};
