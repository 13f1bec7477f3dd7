import type { Context } from '../context.ts';
import { markup } from '../pages/markup.ts';
import { staffWords } from '../pages/staff-words.ts';
import { staffApplications } from './staff-applications.ts';
import { staffEnquiries } from './staff-enquiries.ts';
import { staffFurusato } from './staff-furusato.ts';
import { staffNeeds } from './staff-needs.ts';
import { linkTo, type StaffPage, show } from './staff-page.ts';

/** Every page of the staff desk, in the order of the menu. To add one, write a `StaffPage` and name it here. */
export function staffPages(context: Context): StaffPage[] {
  const pages = [
    ...staffApplications(context),
    ...staffNeeds(context),
    ...staffEnquiries(context),
    staffFurusato(context),
  ];
  return [firstPage(pages), ...pages];
}

/** What there is to do. */
function firstPage(pages: readonly StaffPage[]): StaffPage {
  return {
    path: '',
    title: { ja: staffWords.ja.home, en: staffWords.en.home },
    async GET(visit) {
      const { town, language } = visit;
      const say = staffWords[language];
      const listed = await Promise.all(
        pages
          .filter(({ path }) => !path.includes(':'))
          .map(async (page) => ({ ...page, count: (await page.waiting?.(town.code)) ?? 0 })),
      );
      const body = markup`<h1>${say.desk}</h1>
      <p class="lead">${say.homeLead(town.name)}</p>
      <ul class="links">${listed.map(
        ({ path, title, lead, count }) =>
          markup`
        <li><a href="${linkTo(visit, path)}">${title[language]}</a>${count ? markup` <strong>${say.waiting(count)}</strong>` : ''}${lead ? markup` <span class="small">${lead[language]}</span>` : ''}</li>`,
      )}</ul>`;
      return show(visit, { title: say.home, body });
    },
  };
}
