import * as z from 'zod/mini';
import { municipalityCode } from './municipality-code.ts';
import { contact } from './program.ts';
import { text, webUrl } from './text.ts';

/** What a municipality says of itself to the widgets. */
export const town = z.object({
  code: municipalityCode,
  name: text(100),
  nameKana: z.optional(text(100)),
  prefecture: z.optional(text(10)),
  /** The municipality's own site; relative addresses in its files are resolved against it. */
  url: z.optional(webUrl),
  /** Where people see all programs without a widget. */
  programsUrl: z.optional(webUrl),
  /** One or two sentences to people far away. */
  greeting: z.optional(text(500)),
  /** What the place calls those who come, e.g. ヒダスケさん. */
  supporterTitle: z.optional(text(50)),
  contact: z.optional(contact),
});
export type Town = z.infer<typeof town>;
