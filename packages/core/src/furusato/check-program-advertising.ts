import type { Program } from '../schema/program.ts';
import type { FlaggedText } from './check-advertising.ts';
import { findForbiddenAdvertising } from './find-forbidden-advertising.ts';

/** The texts of a program that people read as its own words. */
const texts = [
  'title',
  'summary',
  'description',
  'dateNote',
  'feeNote',
  'payNote',
  'thanks',
  'conditions',
  'capacityNote',
  'note',
] as const satisfies (keyof Program)[];

const donating = /ふるさと納税|寄[附付]|furusato[\s-]?no[uz]/i;
/** Addresses of pages where one donates: furusato-tax.jp, satofull.jp, furunavi.jp, furu-po.com and their kin. */
const portal = /^https?:\/\/([^/?#]*[.-])?(furusato|furu-sato|satofull|furunavi|furu-?po)/i;

/**
 * The texts of a program that leads to donations, by words or by a link to a portal, which advertising rules do not
 * allow. A program that has nothing to do with donations may speak of bargains as it likes.
 */
export function flaggedProgramTexts(program: Program): FlaggedText[] {
  const written: [name: string, text: string | undefined][] = [
    ...texts.map((name): [string, string | undefined] => [name, program[name]]),
    ['apply.method', program.apply?.method],
  ];
  const links = [program.url, program.apply?.url, program.contact?.url];
  const asks = written.some(([, text]) => text && donating.test(text)) || links.some((url) => url && portal.test(url));
  if (!asks) return [];
  return written.flatMap(([name, text]) => {
    const findings = text ? findForbiddenAdvertising(text) : [];
    return text && findings.length ? [{ name, text, findings }] : [];
  });
}
