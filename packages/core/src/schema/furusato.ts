import * as z from 'zod/mini';
import { localText } from './local-text.ts';
import { contact } from './program.ts';
import { day, listOf, matching, text, webUrl, whole } from './text.ts';

/** Latin letters, digits and `-`: an id a town gives. */
const slug = matching(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** The most yen and the most donors a figure may have. */
export const mostYen = 10_000_000_000_000;
export const mostDonors = 1_000_000_000;
const yen = (least: number) => whole(least, mostYen);

/** A picture with its words; `alt` is for those who do not see it. */
const picture = z.object({
  url: webUrl,
  alt: z.optional(localText(300)),
  licence: z.optional(text(300)),
  credit: z.optional(text(300)),
});

/** What donations are used for (使い道). */
export const donationUse = z.object({
  id: z.optional(slug),
  title: localText(100),
  text: z.optional(localText(1000)),
  image: z.optional(picture),
  /** What earlier donations did, with the town's own figures. */
  done: z.optional(localText(1000)),
  url: z.optional(webUrl),
});
export type DonationUse = z.infer<typeof donationUse>;

/** A project that donations are gathered for (ガバメントクラウドファンディング), with its figures as of a day. */
export const donationProject = z
  .object({
    id: slug,
    title: localText(200),
    text: z.optional(localText(2000)),
    image: z.optional(picture),
    /** Yen. */
    goal: yen(1),
    raised: yen(0),
    donors: z.optional(whole(0, mostDonors)),
    /** The day the figures are of. */
    asOf: day,
    start: z.optional(day),
    /** The last day of the collection; none where it stays open. */
    end: z.optional(day),
    /** The project's own page. */
    url: z.optional(webUrl),
    /** What came of it. */
    done: z.optional(localText(2000)),
  })
  .check(
    z.refine(({ start, end }) => !start || !end || start <= end, { error: 'end-before-start', path: ['end'] }),
    z.refine(({ start, asOf, raised }) => !start || !raised || start <= asOf, {
      error: 'as-of-before-start',
      path: ['asOf'],
    }),
  );
export type DonationProject = z.infer<typeof donationProject>;

/** New figures of a project that is described already. */
export const projectFigures = z.object({
  id: slug,
  goal: z.optional(yen(1)),
  raised: yen(0),
  donors: z.optional(whole(0, mostDonors)),
  asOf: day,
});
export type ProjectFigures = z.infer<typeof projectFigures>;

/** A page where one can donate, of a portal or of the town itself. Without a name its host is shown. */
export const donationPage = z.object({ url: webUrl, name: z.optional(localText(60)) });
export type DonationPage = z.infer<typeof donationPage>;

/** The corporate version (企業版): for companies with their head office elsewhere, nothing in return. */
export const corporateDonation = z.object({
  text: z.optional(localText(1000)),
  /** The least in yen. */
  least: z._default(yen(1), 100_000),
  url: z.optional(webUrl),
  contact: z.optional(contact),
});
export type CorporateDonation = z.infer<typeof corporateDonation>;

/** After a donation: an invitation to the fan club, on the same page unless an address is given. */
export const clubInvitation = z.object({ text: z.optional(localText(500)), url: z.optional(webUrl) });
export type ClubInvitation = z.infer<typeof clubInvitation>;

/** What a town says of ふるさと住民登録制度, and where the State's page and app are. */
export const registrationNotice = z.object({
  text: z.optional(localText(1000)),
  url: z.optional(webUrl),
  app: z.optional(webUrl),
});
export type RegistrationNotice = z.infer<typeof registrationNotice>;

/** All a town says of furusato nozei: where the money goes, and where to give it. */
export const furusato = z
  .object({
    title: z.optional(localText(100)),
    intro: z.optional(localText(2000)),
    /** The town's own page about it. */
    url: z.optional(webUrl),
    uses: z._default(listOf(donationUse, 40), []),
    projects: z._default(listOf(donationProject, 60), []),
    /** The words on the link to where one donates; the widget's own unless given. */
    button: z.optional(localText(40)),
    portals: z._default(listOf(donationPage, 20), []),
    /** The town's own form. */
    form: z.optional(donationPage),
    /** Shows the town's page at ふるさとチョイス, whose address follows from the code. */
    choice: z._default(z.boolean(), false),
    /** What is added to the addresses where one donates, e.g. `{ "utm_source": "town" }`; nothing unless given. */
    campaign: z.optional(z.record(matching(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/), text(100))),
    corporate: z.optional(corporateDonation),
    invitation: z.optional(clubInvitation),
    registration: z.optional(registrationNotice),
    updated: z.optional(day),
  })
  .check(
    z.refine(({ projects }) => new Set(projects.map(({ id }) => id)).size === projects.length, {
      error: 'repeated',
      path: ['projects'],
    }),
  );
export type Furusato = z.infer<typeof furusato>;
/** As a town writes it. */
export type FurusatoInput = z.input<typeof furusato>;
