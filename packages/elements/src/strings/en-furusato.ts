import { en } from './en.ts';
import type { FurusatoStrings } from './ja-furusato.ts';

const { number } = en;

/** What a link to furusato nozei says at first sight, in English. */
export const enFurusato: FurusatoStrings = {
  language: 'en',
  title: 'Support the town with furusato nozei',
  uses: 'What donations are used for',
  done: 'What earlier donations did',
  details: 'Read more',
  projects: 'Projects looking for support',
  pastProjects: 'Projects that were supported',
  states: {
    coming: 'Not open yet',
    open: 'Open',
    reached: 'Goal reached, still open',
    over: 'Closed',
  },
  overReached: 'Goal reached, closed',
  raised: 'Raised',
  goal: 'Goal',
  missing: 'Still missing',
  donors: 'Donors',
  people: (n) => number(n),
  percent: (n) => `${number(n)}% of the goal`,
  from: (day) => `Opens on ${day}`,
  lastDay: (days, day) => `${['Last day today', 'Until tomorrow'][days] ?? `${number(days)} days left`} (until ${day})`,
  ended: (day) => `Closed on ${day}`,
  asOf: (day) => `As of ${day}`,
  outcome: 'What came of it',
  donate: 'Where to donate',
  button: 'Choose a cause and donate',
  others: 'Other places to donate',
  leaves: 'goes to another site',
  leavesInTab: 'opens another site in a new tab',
  inTab: 'opens in a new tab',
  useCount: (n) => `${number(n)} ${n === 1 ? 'cause' : 'causes'}`,
  runningCount: (n) => `${number(n)} open ${n === 1 ? 'project' : 'projects'}`,
  raisedInAll: (yen) => `${yen} raised in all`,
};
