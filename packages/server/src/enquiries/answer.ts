import type { Database } from '../storage/database.ts';
import { findEnquiry, removeEnquiry } from './enquiry-store.ts';
import { type Options, tell } from './letters.ts';

/** What staff can do with an enquiry: write back, note that it was answered in another way, delete it. */
export const enquiryDoings = ['answer', 'done', 'delete'] as const;
export type EnquiryDoing = (typeof enquiryDoings)[number];

export interface Answering {
  /** Whose desk it is: enquiries to other towns are not found. */
  town: string;
  id: string;
  /** The enquiry's `changed_at` as the coordinator saw it. */
  seen: number;
  doing: EnquiryDoing;
  /** To who enquired; an answer needs words. */
  message: string;
}

/** `late`: somebody was quicker. `words`: there are none, or too many. */
export type Answered = 'done' | 'late' | 'words';

const longestMessage = 5000;

/** Does what staff decided, in a transaction of the caller's; who is answered is mailed the answer. */
export async function answerEnquiry(
  db: Database,
  { town, id, seen, doing, message: typed }: Answering,
  options: Options,
): Promise<Answered> {
  const enquired = await findEnquiry(db, town, id);
  if (enquired?.enquiry.changed_at !== seen) return 'late';
  if (doing === 'delete') {
    await removeEnquiry(db, enquired.enquiry);
    return 'done';
  }
  const message = typed.replace(/\r\n?/g, '\n').trim();
  if (doing === 'answer' && (!message || [...message].length > longestMessage)) return 'words';
  const reply = doing === 'answer' ? { reply: message } : {};
  await db
    .updateTable('enquiry')
    .set({ state: 'answered', ...reply, changed_at: Math.max(options.now, seen + 1) })
    .where('id', '=', id)
    .execute();
  if (doing === 'answer') await tell(db, enquired, { step: 'answered', message }, options);
  return 'done';
}
