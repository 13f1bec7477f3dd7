/** What a person takes part in. */
export const programKinds = [
  'help',
  'event',
  'tour',
  'work-stay',
  'side-job',
  'course',
  'school',
  'online',
  'letter',
  'ownership',
  'festival',
] as const;
export type ProgramKind = (typeof programKinds)[number];

/** Where it takes place. What the source does not say is `unknown`, never `online`. */
export const programModes = ['onsite', 'online', 'mixed', 'unknown'] as const;
export type ProgramMode = (typeof programModes)[number];

/** What the organiser declares. The state at a given time follows from it: see `programState`. */
export const programStatuses = ['scheduled', 'full', 'closed', 'cancelled', 'postponed'] as const;
export type ProgramStatus = (typeof programStatuses)[number];

/** What the person gets: nothing but the experience, something in return (オカエシ), or a wage. */
export const payTypes = ['volunteer', 'thanks', 'wage'] as const;
export type PayType = (typeof payTypes)[number];

/** How hard it is on the body, said honestly. */
export const efforts = ['light', 'medium', 'hard'] as const;
export type Effort = (typeof efforts)[number];

export const organizerTypes = [
  'council',
  'npo',
  'community',
  'cooperator',
  'company',
  'school',
  'person',
  'other',
] as const;
export type OrganizerType = (typeof organizerTypes)[number];

export const sorts = ['soon', 'new', 'deadline'] as const;
export const pasts = ['exclude', 'include', 'only'] as const;
