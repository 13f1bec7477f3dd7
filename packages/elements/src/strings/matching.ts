import type { EnquiryStrings } from './ja-enquiry.ts';
import { jaMatching, type MatchingStrings } from './ja-matching.ts';
import type { NeedStrings } from './ja-need.ts';

export type { EnquiryStrings, MatchingStrings, NeedStrings };
export { jaMatching };

/** What finds programs that suit a person says, in the language of these strings; a language we do not speak gets English. */
export async function loadMatchingStrings(language: string): Promise<MatchingStrings> {
  return language === 'ja' ? jaMatching : (await import('./en-matching.ts')).enMatching;
}

/** What residents are asked who need help. Rejects when the words cannot be fetched. */
export async function loadNeedStrings(language: string): Promise<NeedStrings> {
  return language === 'ja' ? (await import('./ja-need.ts')).jaNeed : (await import('./en-need.ts')).enNeed;
}

/** What is asked of who would like a coordinator to write back. Rejects when the words cannot be fetched. */
export async function loadEnquiryStrings(language: string): Promise<EnquiryStrings> {
  return language === 'ja' ? (await import('./ja-enquiry.ts')).jaEnquiry : (await import('./en-enquiry.ts')).enEnquiry;
}
