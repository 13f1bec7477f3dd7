import { timeZone } from '@kankei/core';

/** A date format of one language, in the zone of every program whatever the visitor's own. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { timeZone, ...options });
}
