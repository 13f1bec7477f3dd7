import { type ApplicationStrings, jaApplication } from './ja-application.ts';
import type { ApplicationRestStrings } from './ja-application-rest.ts';

export type { ApplicationRestStrings, ApplicationStrings };
export { jaApplication };

/** What an opened program offers, in the language of these strings; a language we do not speak gets English. */
export async function loadApplicationStrings(language: string): Promise<ApplicationStrings> {
  return language === 'ja' ? jaApplication : (await import('./en-application.ts')).enApplication;
}

/** What its form says. Rejects when the words cannot be fetched. */
export async function loadApplicationRest(language: string): Promise<ApplicationRestStrings> {
  return language === 'ja'
    ? (await import('./ja-application-rest.ts')).jaApplicationRest
    : (await import('./en-application-rest.ts')).enApplicationRest;
}
