import type { OwnRestWords } from './form.ts';
import type { EnquiryStrings } from './ja-enquiry.ts';

export const enEnquiry = {
  language: 'en',
  title: 'Ask the town’s coordinator',
  intro: 'Show your answers to the town’s coordinator, who will think about what could suit you and write back.',
  labels: {
    moving: 'Are you thinking of moving there?',
    message: 'What you would like to ask or say',
  },
  helps: {
    email: 'This is where the answer goes. Example: hana@example.jp',
    moving: 'You need not want to move.',
  },
  groups: { message: 'Your message', consent: 'Your data' },
  options: {
    moving: {
      move: 'I would like to move there',
      unsure: 'I am not sure yet',
      ties: 'I would like to be involved without moving',
    },
  },

  town: 'Which town would you like to ask?',
  townHelp: 'Your name, address and answers are shown to this town alone.',
  profile: 'Answers you show the town',
  profileHelp: 'Untick what you would rather not show.',
  nothing: '(none)',
  toSuggestions: 'Back to what suits you',

  rest: {
    reviewLead: 'Nothing has been sent yet. This is what will be sent. Please check it, then press the button below.',
    send: 'Send this to the town',
    noticeChanged: 'How we use your data has changed. Please reload the page and check what you entered.',
    again: 'Write again',
    delivered: 'We have your message',
    deliveredLead: 'Thank you. The town will get in touch with you.',
    mailTitle: 'Ask by e-mail',
    mailSubject: () => 'A question',
  } satisfies OwnRestWords as OwnRestWords,
  anotherTown: 'Ask another town, too',
  somebody: 'The town’s coordinator',
  lead: 'Thank you. This is what happens next.',
  steps: (email, who) => [
    `We have sent a copy of what you left to ${email}. You can withdraw it with the link in that mail.`,
    `${who} will read it and write back by e-mail.`,
  ],
} satisfies EnquiryStrings;
