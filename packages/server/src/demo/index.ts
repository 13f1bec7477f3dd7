import { type Program, program } from '@kankei/core';
import { calendarAt } from './calendar.ts';
import type { Demo } from './demo.ts';
import { letters } from './letters.ts';
import { pictures } from './pictures.ts';
import { demoTown } from './town.ts';

export { demoTown, demoTownHall } from './town.ts';

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
    form: (method = '申込フォームから') => ({ method, url: page }),
    picture: (name) => ({ url: `${publicUrl}/assets/demo/${name}.svg`, alt: pictures[name], licence: 'CC0 1.0' }),
  };
  return [letters].flatMap((list) => list(demo)).map((draft) => program.parse({ town: demoTown.code, ...draft }));
}
