import { type Program, program } from '@kankei/core';
import { calendarAt } from './calendar.ts';
import { courses } from './courses.ts';
import type { Demo } from './demo.ts';
import { events } from './events.ts';
import { festivals } from './festivals.ts';
import { help } from './help.ts';
import { helpOfTheSeason } from './help-of-the-season.ts';
import { letters } from './letters.ts';
import { onlines } from './onlines.ts';
import { ownerships } from './ownerships.ts';
import { pictures } from './pictures.ts';
import { schools } from './schools.ts';
import { sideJobs } from './side-jobs.ts';
import { tours } from './tours.ts';
import { demoTown } from './town.ts';
import { workStays } from './work-stays.ts';

export { demoFanclub } from './fanclub.ts';
export { demoFurusato } from './furusato.ts';
export { demoJoining, demoMatching } from './matching.ts';
export { demoTown, demoTownHall } from './town.ts';

const lists = [
  help,
  helpOfTheSeason,
  events,
  tours,
  workStays,
  sideJobs,
  courses,
  schools,
  onlines,
  letters,
  ownerships,
  festivals,
];

export interface DemoOptions {
  /** The instant (ms since 1970) the dates are reckoned from. */
  now: number;
  /** Where the server is reached, without a slash at the end. */
  publicUrl: string;
}

/**
 * The programs of the made-up town, dated as seen from `now`: from three weeks ago to nine months ahead, the ids always
 * the same, so that the list never looks dead and filling the database again changes no address.
 */
export function demoPrograms({ now, publicUrl }: DemoOptions): Program[] {
  const page = `${publicUrl}/?town=${demoTown.code}#sample`;
  const demo: Demo = {
    at: calendarAt(now),
    page,
    form: (method = 'このページの申込フォームから') => ({ method }),
    picture: (name) => ({ url: `${publicUrl}/assets/demo/${name}.svg`, alt: pictures[name], licence: 'CC0 1.0' }),
  };
  return lists.flatMap((list) => list(demo)).map((draft) => program.parse({ town: demoTown.code, ...draft }));
}
