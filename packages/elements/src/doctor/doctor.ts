import { type BackendSources, examineSource, type SourceReport, type SourceTopic } from '@kankei/client';
import { isMunicipalityCode } from '@kankei/core';
import { sourcesOf } from '../internal/sources.ts';
import { readTowns } from '../internal/towns.ts';
import { type DoctorContext, type Found, findWidgets, given } from './find-widgets.ts';
import { bySeverity, type Finding } from './finding.ts';
import { judgeSource } from './judge-source.ts';
import { isStopped, judgeViolations, originOf } from './judge-violations.ts';
import { judgeWidget } from './judge-widget.ts';
import { provoke } from './provoke.ts';
import { examinePage } from './see-page.ts';
import { seeWidget } from './see-widget.ts';
import { violations } from './violations.ts';

export type { DoctorContext } from './find-widgets.ts';
export type { Finding } from './finding.ts';
export { type PanelOptions, showPanel } from './panel.ts';
export { asText } from './say.ts';

/** How long (ms) to wait for the page, and for code that is on its way. */
const patience = 2000;
/** How long (ms) widgets may take until they show what came of their questions, tries again included. */
const longest = 6000;

/** What each widget asks first, where that is not a list of programs. */
const topics: Record<string, SourceTopic> = {
  'fanclub-signup': 'fanclub',
  'member-card': 'fanclub',
  'card-check': 'fanclub',
  'furusato-link': 'furusato',
};

/**
 * Examines the widgets of a page and what stands around them. Asks what the widgets themselves ask and sends nothing
 * else; leaves the page as it was. What comes of it holds nothing personal, the worst first. Never rejects.
 */
export async function examine(context: DoctorContext, root: Document): Promise<Finding[]> {
  await settled(root);
  const found = findWidgets(context, root);
  const [reports] = await Promise.all([askSources(found, context), drawn(found, context)]);
  const pictures = reports.flatMap((report) => report.pictures);
  await provoke(found, pictures, root, context.scriptUrl);
  const stopped = violations();
  const told = reports.filter(({ outcome, address }) => outcome === 'answered' || !isStopped(stopped, address));
  return bySeverity([
    ...attempt(() => examinePage(context, root, found)),
    ...found.flatMap((one) => attempt(() => judgeWidget(seeWidget(one, context)))),
    ...together(told.flatMap((report) => attempt(() => judgeSource(report, self.origin)))),
    ...attempt(() => judgeViolations(stopped, ourOrigins(found, reports, context))),
  ]);
}

/** A page may have changed what its browser answers: what cannot be examined leaves the rest alone. */
function attempt(part: () => Finding[]): Finding[] {
  try {
    return part();
  } catch (error) {
    console.warn('[kankei]', error);
    return [];
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for a page that is still being read. */
async function settled(root: Document): Promise<void> {
  if (root.readyState === 'complete') return;
  await Promise.race([new Promise((resolve) => addEventListener('load', resolve, { once: true })), wait(patience)]);
}

/** Waits for code that is on its way, and until what it draws stands: what is loading has no height yet. */
async function drawn(found: readonly Found[], { far }: DoctorContext): Promise<void> {
  const tags = found.flatMap(({ tag }) => (tag && !far.has(tag) ? [tag] : []));
  const updated = (tag: Element) => (tag as { updateComplete?: Promise<unknown> }).updateComplete;
  // They begin to ask with their first update.
  const begun = tags.map(async (tag) => {
    await customElements.whenDefined(tag.localName);
    await updated(tag);
  });
  await Promise.race([Promise.all(begun), wait(patience)]);
  for (const end = Date.now() + longest; Date.now() < end && tags.some(isLoading); ) await wait(50);
  await Promise.race([Promise.all(tags.map(updated)), wait(patience)]);
}

const isLoading = (tag: Element) => (tag as { state?: unknown }).state === 'loading';

/** Asks every place that widgets of this page ask, each question once. */
async function askSources(found: readonly Found[], { scriptUrl }: DoctorContext): Promise<SourceReport[]> {
  const questions = new Map<string, () => Promise<SourceReport>>();
  for (const { name, tag } of found) {
    // A page's own backend is nobody's to examine.
    if (!tag || (tag as { backend?: unknown }).backend) continue;
    const towns = readTowns(given(tag, 'town')).filter(isMunicipalityCode);
    if (!towns.length) continue;
    const sources: BackendSources = sourcesOf({ endpoint: given(tag, 'endpoint'), src: given(tag, 'src') }, scriptUrl);
    const topic = topics[name.widget] ?? 'programs';
    const key = JSON.stringify([sources.endpoint, sources.src, towns, topic]);
    questions.set(key, () => examineSource(sources, towns, topic, { online: navigator.onLine }));
  }
  return Promise.all([...questions.values()].map((ask) => ask()));
}

/** The same said of several questions is said once. */
function together(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
}

/** The origins of the script, of backends, and of the pictures and frames of widgets. */
function ourOrigins(found: readonly Found[], reports: readonly SourceReport[], { scriptUrl }: DoctorContext) {
  const frames = found.flatMap(({ written }) => (written instanceof HTMLIFrameElement ? [written.src] : []));
  const asked = reports.flatMap(({ kind, address, pictures }) => (kind ? [address, ...pictures] : []));
  return new Set([scriptUrl, ...asked, ...frames].flatMap((address) => originOf(address) ?? []));
}
