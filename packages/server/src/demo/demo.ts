import type { Image, Program } from '@kankei/core';
import type { Calendar } from './calendar.ts';
import type { PictureName } from './pictures.ts';

/** A program as it is written down here; what is left out is filled in or stays unknown. */
export type Draft = Pick<Program, 'id' | 'kind' | 'title'> & Partial<Omit<Program, 'town'>>;

/** What every list of drafts is made from. */
export interface Demo {
  readonly at: Calendar;
  /** One of our own drawings, by its absolute address. */
  picture(name: PictureName): Image;
  /** How to apply, in words: the form itself stands where the program is read. */
  form(method?: string): NonNullable<Program['apply']>;
  /** The page a program is said to come from: the note that says that this town is made up. */
  readonly page: string;
}
