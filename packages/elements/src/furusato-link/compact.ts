import { type DonationProject, dayAt, donationLinks, type Furusato, projectState } from '@kankei/core';
import { html, type TemplateResult } from 'lit';
import { webLink } from '../internal/web-link.ts';
import { leadsAway, linkWords, remark, target } from './links.ts';
import { shape } from './shapes.ts';
import { dayText, said, type View } from './view.ts';

/** Where a link that stands for all leads: to the town's own page, else to where one donates first. */
export const pageOf = (profile: Furusato, town: string): string | undefined =>
  webLink(profile.url) ?? donationLinks(profile, town)[0]?.url;

/** One link with how many uses there are and what running projects have raised, for a sidebar. */
export function compactView(profile: Furusato, url: string, view: View): TemplateResult {
  const { words, now, s } = view;
  const { button, uses, projects } = profile;
  const today = dayAt(now);
  const running = projects.filter((project) => /open|reached/.test(projectState(project, today)));
  const counts = [uses.length && words.useCount(uses.length), running.length && words.runningCount(running.length)];
  return html`<a part="donate-link" class="button primary compact" href=${url} rel="noopener" target=${target(view)}
    >${linkWords(
      button === undefined ? words.title : said(button, view),
      counts.filter(Boolean).join(s.dot),
      running.length && raisedText(running, view),
      running.length && asOfText(running, view),
      remark(url, view),
    )}${shape(leadsAway(url) || view.newTab ? 'leave' : 'go')}</a
  >`;
}

/** What was raised together. */
function raisedText(projects: readonly DonationProject[], { words, s }: View): string {
  return words.raisedInAll(s.yen(projects.reduce((total, { raised }) => total + raised, 0)));
}

/** The days these figures are of. */
function asOfText(projects: readonly DonationProject[], view: View): string {
  const days = projects.map(({ asOf }) => asOf).sort();
  const [first, last] = [dayText(days[0]!, view), dayText(days.at(-1)!, view)];
  return view.words.asOf(first === last ? first : view.s.span(first, last));
}
