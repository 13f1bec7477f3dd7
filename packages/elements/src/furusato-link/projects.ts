import { type DonationProject, dayAt, type ProjectProgress, projectProgress } from '@kankei/core';
import { html, nothing, type TemplateResult } from 'lit';
import { moreLink } from './links.ts';
import { shape } from './shapes.ts';
import { doneView } from './uses.ts';
import { dayText, heading, paragraph, said, townPicture, type View } from './view.ts';

/** Those that take donations first, in the town's order; then those that will, then those that are over. */
const rank = ({ progress }: { progress: ProjectProgress }) => ['coming', 'over'].indexOf(progress.state);

/** Projects with their figures and where they stand on the present day in Tokyo. */
export function projectsView(projects: readonly DonationProject[], view: View): TemplateResult | typeof nothing {
  const { words, level, now } = view;
  if (!projects.length) return nothing;
  const today = dayAt(now);
  const stood = projects.map((project) => ({ project, progress: projectProgress(project, today) }));
  stood.sort((one, other) => rank(one) - rank(other));
  const title = stood.every(({ progress }) => progress.state === 'over') ? words.pastProjects : words.projects;
  return html`<section part="projects" aria-labelledby="projects">
    ${heading(title, level + 1, 'heading', 'projects')}
    <ul class="cards">${stood.map(({ project, progress }) => projectCard(project, progress, view))}</ul>
  </section>`;
}

function projectCard(project: DonationProject, progress: ProjectProgress, view: View): TemplateResult {
  const { words, level } = view;
  const { title, text, image, done, url } = project;
  const { state, isReached } = progress;
  return html`<li part="project" class="card">
    ${townPicture(image, view)}
    <div class="body">
      <p part="state" class="state ${state}">${shape(state)}${state === 'over' && isReached ? words.overReached : words.states[state]}</p>
      ${heading(said(title, view), level + 2, 'name')} ${figures(project, progress, view)} ${paragraph(text, view, 'text')}
      ${doneView(done, words.outcome, view)} ${moreLink(url, title, view)}
    </div>
  </li>`;
}

/** The bar, what it means in numbers, and the day these are of. */
function figures(project: DonationProject, progress: ProjectProgress, view: View): TemplateResult {
  const { state, percent, missing } = progress;
  const { s, words } = view;
  const { goal, raised, donors, asOf } = project;
  const begun = state !== 'coming' || raised > 0;
  const rows: [string, unknown][] = [
    ...(begun ? [[words.raised, html`<strong>${s.yen(raised)}</strong>`] as [string, unknown]] : []),
    [words.goal, s.yen(goal)],
    ...(begun && missing && state !== 'over' ? [[words.missing, s.yen(missing)] as [string, unknown]] : []),
    ...(begun && donors !== undefined ? [[words.donors, words.people(donors)] as [string, unknown]] : []),
  ];
  return html`
    ${
      begun
        ? html`<div class="meter">
            <progress part="progress" max="100" value=${Math.min(percent, 100)} aria-label=${words.raised} aria-valuetext=${words.percent(percent)}></progress>
            <strong part="percent">${words.percent(percent)}</strong>
          </div>`
        : nothing
    }
    <dl part="figures">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
    ${periodLine(project, progress, view)} ${begun ? html`<p part="as-of" class="as-of">${words.asOf(dayText(asOf, view))}</p>` : nothing}
  `;
}

/** When it begins, how long it still takes, or when it ended. */
function periodLine({ start, end }: DonationProject, { state, daysLeft = 0 }: ProjectProgress, view: View) {
  const { words } = view;
  const line = (text: string) => html`<p part="period" class="period">${text}</p>`;
  if (state === 'coming') return line(words.from(dayText(start!, view)));
  if (!end) return nothing;
  const last = dayText(end, view);
  if (state === 'over') return line(words.ended(last));
  return line(words.lastDay(daysLeft, last));
}
