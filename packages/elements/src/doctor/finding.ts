import type { ProblemCode } from '@kankei/core';

/** The four ways a widget stands in a page: a custom element, a `<div data-kankei>`, a link, a frame. */
export type Form = 'element' | 'div' | 'link' | 'frame';

/** Which widget of the page: its tag without `kankei-`, and which of how many of its kind. */
export interface WidgetName {
  widget: string;
  form: Form;
  nth: number;
  of: number;
}

/** A fault of a file or an answer: where, and what as a code of the schemas or readers. */
export interface Fault {
  place: string;
  reason: string;
}

export interface OfWidget {
  widget: WidgetName;
}
export interface OfAddress {
  /** Without what may be personal; see `trimAddress`. */
  address: string;
}

/** What each finding tells, as data. `line` is code that mends it, to be copied as it is. */
export interface Facts {
  // The page
  page: OfAddress & { version: string };
  sandboxed: object;
  'file-page': object;
  'storage-blocked': object;
  'no-page-language': { line: string };
  'duplicate-ids': { ids: string[] };

  // The script
  'several-scripts': { addresses: string[] };
  'several-versions': { versions: string[] };
  'not-a-module': OfAddress & { line: string };

  // What stands in the page, and what a CMS made of it
  widget: OfWidget & { options: string[] };
  'no-widgets': object;
  'unknown-widget': { written: string; nearest: string | undefined };
  'tag-as-text': { text: string };
  'place-without-name': { names: string[]; line: string };
  'options-lost': OfWidget & { names: string[]; line: string };
  'link-stays': OfWidget;
  'link-elsewhere': OfAddress & { place: string };
  'not-closed': OfWidget & { line: string };
  'not-loaded': OfWidget;
  'not-yet-loaded': OfWidget;
  'name-taken': OfWidget;

  // What is written in a widget
  'no-town': OfWidget;
  'town-check-digit': OfWidget & { written: string; line: string };
  'town-unreadable': OfWidget & { written: string };
  'unknown-option': OfWidget & { written: string; nearest: string | undefined };
  'accent-unreadable': OfWidget & { line: string };
  'no-fallback': OfWidget & { line: string };
  'frame-untitled': OfWidget & { line: string };

  // How a widget is seen
  hidden: OfWidget & { by: string };
  'no-width': OfWidget;
  'cut-off': OfWidget & { by: string; height: number; needed: number };
  'frame-low': OfWidget & { height: number; line: string };
  'heading-skipped': OfWidget & { level: number; before: number; line: string };
  'low-contrast': OfWidget & { of: 'accent' | 'on-accent' | 'text'; color: string; ground: string; ratio: number };

  // Where answers come from
  answered: OfAddress & { ms: number };
  slow: OfAddress & { ms: number };
  clock: { minutes: number };
  'address-unusable': { name: string };
  'mixed-content': OfAddress & { line: string };
  offline: object;
  cors: OfAddress & { line: string };
  blocked: OfAddress;
  unreachable: OfAddress & { host: string };
  timeout: OfAddress;
  'too-large': OfAddress;
  status: OfAddress & { status: number };
  'wrong-type': OfAddress & { type: string };
  'bad-json': OfAddress;
  refused: OfAddress & { code: ProblemCode };
  unreadable: OfAddress & { faults: Fault[] };
  'partly-unreadable': OfAddress & { faults: Fault[] };

  // The page's policy (CSP)
  policy: { directive: string; blocked: string; line: string };
  'policy-reported': { directive: string; blocked: string; line: string };
  'policy-of-others': { directives: string[]; count: number };
}

export type FindingCode = keyof Facts;

/** `error`: visitors miss something. `warning`: some may. `hint`: works, could be better. `ok`: as it should be. */
export const severities = ['error', 'warning', 'hint', 'ok'] as const;
export type Severity = (typeof severities)[number];

/** How much each finding matters. */
export const severityOf: Record<FindingCode, Severity> = {
  page: 'ok',
  sandboxed: 'hint',
  'file-page': 'warning',
  'storage-blocked': 'hint',
  'no-page-language': 'warning',
  'duplicate-ids': 'warning',
  'several-scripts': 'warning',
  'several-versions': 'warning',
  'not-a-module': 'error',
  widget: 'ok',
  'no-widgets': 'error',
  'unknown-widget': 'error',
  'tag-as-text': 'error',
  'place-without-name': 'error',
  'options-lost': 'error',
  'link-stays': 'hint',
  'link-elsewhere': 'hint',
  'not-closed': 'error',
  'not-loaded': 'error',
  'not-yet-loaded': 'ok',
  'name-taken': 'error',
  'no-town': 'error',
  'town-check-digit': 'error',
  'town-unreadable': 'error',
  'unknown-option': 'warning',
  'accent-unreadable': 'warning',
  'no-fallback': 'warning',
  'frame-untitled': 'warning',
  hidden: 'warning',
  'no-width': 'error',
  'cut-off': 'warning',
  'frame-low': 'hint',
  'heading-skipped': 'hint',
  'low-contrast': 'warning',
  answered: 'ok',
  slow: 'warning',
  clock: 'warning',
  'address-unusable': 'error',
  'mixed-content': 'error',
  offline: 'error',
  cors: 'error',
  blocked: 'error',
  unreachable: 'error',
  timeout: 'error',
  'too-large': 'error',
  status: 'error',
  'wrong-type': 'error',
  'bad-json': 'error',
  refused: 'error',
  unreadable: 'error',
  'partly-unreadable': 'warning',
  policy: 'error',
  'policy-reported': 'hint',
  'policy-of-others': 'hint',
};

/** One thing the doctor has to say. Holds no words and nothing personal. */
export type Finding = {
  [Code in FindingCode]: { code: Code; severity: Severity; facts: Facts[Code] };
}[FindingCode];

export function finding<Code extends FindingCode>(code: Code, facts: Facts[Code]): Finding {
  return { code, severity: severityOf[code], facts } as Finding;
}

/** The worst first; within a severity the order of the page. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
