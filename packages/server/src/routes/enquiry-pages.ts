import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { type Enquired, findEnquired, removeEnquiry } from '../enquiries/enquiry-store.ts';
import { enquiryPage, enquiryWithdrawnPage, goneEnquiryPage, withdrawEnquiryPage } from '../pages/enquiry.ts';
import { addPersonPages } from './person-pages.ts';

/** The page of one who enquired: what was left, what was answered, and the way to take it back. */
export function addEnquiryPageRoutes(app: Hono, context: Context): void {
  const { db, writes } = context;
  addPersonPages<Enquired>(app, context, {
    path: '/enquiry',
    find: (token, now) => findEnquired(db, token, now),
    languageOf: ({ enquiry }) => enquiry.language,
    gone: goneEnquiryPage,
    page: async ({ c, found, token, language, headers }) =>
      c.html(enquiryPage({ ...found, token, language }), 200, headers),
    below: {
      withdraw: {
        GET: async ({ c, found, token, language, headers }) =>
          c.html(withdrawEnquiryPage({ ...found, token, language }), 200, headers),
        async POST({ c, found, language, headers }) {
          await writes.run((transaction) => removeEnquiry(transaction, found.enquiry));
          return c.html(enquiryWithdrawnPage(found, language), 200, headers);
        },
      },
    },
  });
}
