import { movings, type Suggestion, suggestPrograms } from '@kankei/core';
import type { Context } from '../context.ts';
import { answerEnquiry, enquiryDoings } from '../enquiries/answer.ts';
import { type Enquired, findEnquiry, listEnquiries } from '../enquiries/enquiry-store.ts';
import { Candidates } from '../matching/candidates.ts';
import { csrfField } from '../pages/staff.ts';
import { type EnquiryDeskOptions, enquiryDeskPage, enquiryListPage } from '../pages/staff-enquiries.ts';
import { staffEnquiryWords as words } from '../pages/staff-enquiries-words.ts';
import { countWaiting } from '../staff/waiting.ts';
import { findStamps } from '../storage/town-store.ts';
import { leadTo, linkTo, type StaffPage, type StaffVisit, show, showMissing } from './staff-page.ts';

const title = { ja: words.ja.title, en: words.en.title };

/** Where staff read what people ask who would like to be involved, and write back. */
export function staffEnquiries(context: Context): StaffPage[] {
  return [listPage(context), enquiryPage(context)];
}

const baseOf = (visit: StaffVisit) => ({
  language: visit.language,
  link: (path: string, search?: Record<string, string>) => linkTo(visit, path, search),
});
const doneOf = ({ c }: StaffVisit) => enquiryDoings.find((one) => one === c.req.query('done'));

function listPage({ db }: Context): StaffPage {
  return {
    path: '/enquiries',
    title,
    lead: { ja: words.ja.lead, en: words.en.lead },
    waiting: (town) => countWaiting(db, 'enquiry', town),
    async GET(visit) {
      const enquiries = await listEnquiries(db, visit.town.code);
      const moving = movings.find((one) => one === visit.c.req.query('moving'));
      return show(visit, enquiryListPage({ ...baseOf(visit), enquiries, moving, done: doneOf(visit) }));
    },
  };
}

function enquiryPage(context: Context): StaffPage {
  const { db, clock, settings, wakePostman, writes } = context;
  const suggest = suggester(context);
  const find = ({ c, town }: StaffVisit) => findEnquiry(db, town.code, c.req.param('id') ?? '');
  const page = async (visit: StaffVisit, enquired: Enquired, more: Pick<EnquiryDeskOptions, 'done' | 'refused'>) => {
    const suggestions = await suggest(enquired);
    const csrf = csrfField(visit.session);
    const content = enquiryDeskPage({ ...baseOf(visit), enquired, suggestions, csrf, now: clock(), ...more });
    return show(visit, { ...content, status: more.refused ? (more.refused.why === 'words' ? 422 : 409) : 200 });
  };
  return {
    path: '/enquiries/:id',
    title,
    async GET(visit) {
      const enquired = await find(visit);
      return enquired ? page(visit, enquired, { done: doneOf(visit) }) : showMissing(visit);
    },
    async POST(visit, sent) {
      const enquired = await find(visit);
      const doing = enquiryDoings.find((one) => one === sent.get('doing'));
      if (!enquired || !doing) return showMissing(visit);
      const { id, town } = enquired.enquiry;
      const message = sent.get('message') ?? '';
      const answering = { town, id, seen: Number(sent.get('seen')), doing, message };
      const options = { publicUrl: settings.publicUrl, now: clock() };
      const answered = await writes.run((transaction) => answerEnquiry(transaction, answering, options));
      wakePostman();
      if (answered === 'done') return leadTo(visit, `/enquiries${doing === 'delete' ? '' : `/${id}`}`, { done: doing });
      const fresh = await find(visit);
      return fresh ? page(visit, fresh, { refused: { why: answered, message } }) : showMissing(visit);
    },
  };
}

/** So many programs are named. */
const mostSuggested = 5;

/** Makes what finds programs of the town that suit what a person showed of the profile; undefined where that is nothing. */
function suggester({ db, now }: Context): (enquired: Enquired) => Promise<Suggestion[] | undefined> {
  const candidates = new Candidates(db);
  return async ({ town, enquiry: { profile } }) => {
    if (!Object.keys(profile).length) return undefined;
    const at = now();
    const [stamp] = await findStamps(db, [town.code], at);
    const state = `${town.code} ${stamp?.revision} ${stamp?.settledAt}`;
    const found = await candidates.find({ towns: [town.code], profile, now: at, state });
    return suggestPrograms({ profile, limit: mostSuggested }, found, at).suggestions;
  };
}
