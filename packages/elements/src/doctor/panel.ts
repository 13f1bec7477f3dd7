import type { DoctorStrings } from '../strings/ja-doctor.ts';
import type { Finding, Severity } from './finding.ts';
import { panelStyles } from './panel.styles.ts';
import { asText, groups, say, summary, wordsFor } from './say.ts';

// Plain DOM on purpose: what examines a page must stand where the widgets' own code did not come.

export interface PanelOptions {
  /** A BCP 47 tag; what the webmaster's browser speaks unless given. */
  language?: string;
  /** Examines the page once more. */
  again?: () => Promise<Finding[]>;
}

/** The panel that stands in each document. */
const open = new WeakMap<Document, HTMLElement>();

/** A shape for each severity: colour alone tells nothing to many. */
const marks: Record<Severity, string> = { error: '✕', warning: '▲', hint: '○', ok: '✓' };

type Child = Node | string | undefined | false;

/** An element with attributes and content. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

/**
 * Shows the findings over the page, in the place of an older panel. A modal dialog in a shadow root of its own: focus
 * moves in and, when it closes, back; Escape closes. Returns the panel's host, which leaves the page when it closes.
 */
export function showPanel(findings: readonly Finding[], options: PanelOptions = {}): HTMLElement {
  const { language = navigator.language, again } = options;
  const words = wordsFor(language);
  open.get(document)?.remove();
  const host = make('div', { 'data-kankei-doctor': '' });
  const root = host.attachShadow({ mode: 'open' });
  adopt(root);
  const dialog = make('dialog', { lang: words.language, 'aria-labelledby': 'title' });
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    host.remove();
    open.delete(document);
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  draw(dialog, findings, words, again);
  root.append(dialog);
  document.body.append(host);
  open.set(document, host);
  dialog.showModal();
  root.getElementById('title')?.focus();
  return host;
}

/** No policy forbids constructed style sheets; an engine without them gets an element, which a policy may drop. */
function adopt(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(panelStyles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(make('style', {}, panelStyles));
  }
}

function draw(
  dialog: HTMLDialogElement,
  findings: readonly Finding[],
  words: DoctorStrings,
  again: PanelOptions['again'],
): void {
  const status = make('p', { class: 'status', role: 'status' });
  const body = make(
    'div',
    { class: 'body' },
    ...groups(findings).map(([severity, some]) => group(severity, some, words)),
  );
  body.append(make('p', { class: 'small' }, words.privacy));
  const button = (part: string, text: string, press: () => void) => {
    const made = make('button', { type: 'button', part, class: part === 'copy' ? 'main' : '' }, text);
    made.addEventListener('click', press);
    return made;
  };
  const repeat = async () => {
    status.textContent = words.examining;
    const found = await again!();
    if (!dialog.open) return;
    draw(dialog, found, words, again);
    const told = dialog.querySelector('.status')!;
    told.textContent = summary(found, words);
    dialog.querySelector<HTMLElement>('[part="again"]')?.focus();
  };
  dialog.replaceChildren(
    make(
      'header',
      {},
      make('h2', { id: 'title', tabindex: '-1' }, words.title),
      make('p', { part: 'summary' }, summary(findings, words)),
      make(
        'div',
        { class: 'actions' },
        button('copy', words.copy, () => copy(asText(findings, words.language), body, status, words)),
        again && button('again', words.again, repeat),
        button('close', words.close, () => dialog.close()),
      ),
      status,
    ),
    body,
  );
}

/** What is as it should be stands last and folded. */
function group(severity: Severity, findings: readonly Finding[], words: DoctorStrings): HTMLElement {
  const mark = make('span', { class: `mark ${severity}`, 'aria-hidden': 'true' }, marks[severity]);
  const title = `${words.severities[severity]} (${findings.length})`;
  const list = make('ul', {}, ...findings.map((one) => item(one, words)));
  if (severity === 'ok') return make('details', {}, make('summary', {}, mark, title), list);
  return make('section', {}, make('h3', {}, mark, title), list);
}

function item(finding: Finding, words: DoctorStrings): HTMLElement {
  const { what, todo, line } = say(finding, words);
  return make(
    'li',
    { class: finding.severity, 'data-code': finding.code },
    make('p', {}, what),
    todo && make('p', { class: 'todo' }, words.todo(todo)),
    line && make('pre', {}, make('code', {}, line)),
  );
}

/** Copies the text, or shows it ready to be copied; says which. */
async function copy(text: string, body: HTMLElement, status: HTMLElement, words: DoctorStrings): Promise<void> {
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = words.copied;
  } catch {
    const field = body.querySelector('textarea') ?? make('textarea', { readonly: '', 'aria-label': words.text });
    field.value = text;
    body.prepend(field);
    field.focus();
    field.select();
    status.textContent = words.notCopied;
  }
}
