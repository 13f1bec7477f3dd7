import type { InterestStrings } from './ja-interest.ts';

export const enInterest = {
  interest: 'I’m interested',
  interested: 'We passed it on',
  telling: 'Passing it on…',
  interestHelp: 'When you press “I’m interested”, the town only counts it. Nobody learns who you are.',
  about: (title) => `: ${title}`,
  told: (title) => `The town now knows that somebody is interested in “${title}”.`,
  notTold: (title) => `We could not pass on your interest in “${title}”. Please try again.`,
  notTaken: 'This town is not collecting interest at the moment.',
} satisfies InterestStrings;
