import type { DonationProject } from '../schema/furusato.ts';
import { dayLength } from '../times.ts';

/** Where a project stands on a day; `reached` is one that has its goal and still goes on. */
export const projectStates = ['coming', 'open', 'reached', 'over'] as const;
export type ProjectState = (typeof projectStates)[number];

/** What the state depends on. */
export type ProjectFacts = Pick<DonationProject, 'goal' | 'raised' | 'start' | 'end'>;

/** The state on a day `YYYY-MM-DD` in Tokyo. Its last day is still part of a project; without days it goes on. */
export function projectState({ goal, raised, start, end }: ProjectFacts, today: string): ProjectState {
  if (end && end < today) return 'over';
  if (start && today < start) return 'coming';
  return raised >= goal ? 'reached' : 'open';
}

/** A project's figures as people read them. */
export interface ProjectProgress {
  state: ProjectState;
  /** True with the goal reached, also when all is over. */
  isReached: boolean;
  /** Whole percent of the goal: never 100 before it is reached, more than 100 beyond it. */
  percent: number;
  /** Yen still missing. */
  missing: number;
  /** Days after today up to the last one: 0 on the last day. Only while it goes on, and where it ends. */
  daysLeft?: number;
}

/** How far a project has come on a day `YYYY-MM-DD` in Tokyo. */
export function projectProgress(project: ProjectFacts, today: string): ProjectProgress {
  const { goal, raised, end } = project;
  const state = projectState(project, today);
  const progress = {
    state,
    isReached: raised >= goal,
    percent: Math.floor((raised * 100) / goal),
    missing: Math.max(0, goal - raised),
  };
  return end && (state === 'open' || state === 'reached')
    ? { ...progress, daysLeft: daysBetween(today, end) }
    : progress;
}

/** Days from one day to another, both `YYYY-MM-DD`; negative when the other is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
}
