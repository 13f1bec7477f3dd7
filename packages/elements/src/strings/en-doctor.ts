import type { ProblemCode } from '@kankei/core';
import type { Facts, FindingCode, WidgetName } from '../doctor/finding.ts';
import type { DoctorStrings, Said } from './ja-doctor.ts';

const count = (n: number) => n.toLocaleString('en');
const several = (n: number, one: string, more = `${one}s`) => `${count(n)} ${n === 1 ? one : more}`;
const seconds = (ms: number) => (ms < 1000 ? `${count(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/** A widget as the webmaster wrote it. */
function name({ widget, form, nth, of }: WidgetName): string {
  const written = {
    element: `<kankei-${widget}>`,
    div: `<div data-kankei="${widget}">`,
    link: `the link to ${widget}`,
    frame: `the <iframe> with ${widget}`,
  }[form];
  return of > 1 ? `${written} (no. ${nth})` : written;
}

/** The same at the beginning of a sentence. */
const Name = (widget: WidgetName) => name(widget).replace(/^t/, 'T');

const reasons: Record<string, string> = {
  missing: 'is missing',
  'check-digit': 'the last digit of the municipality code does not fit',
  repeated: 'the same town is written twice',
  'not-in-towns': 'this town is not among towns',
  'town-and-towns': 'write either town or towns, not both',
  invalid_type: 'is of the wrong kind (text, number, list …)',
  invalid_format: 'is not written as it must be',
  invalid_value: 'is not a value that can be used',
  invalid_union: 'is not written as it must be',
  too_small: 'is too short or too small',
  too_big: 'is too long or too large',
  html: 'a web page came in place of the file',
  'not-json': 'is not JSON; check brackets and commas',
  unreadable: 'cannot be read',
  'no-programs': 'has no list of programs',
  network: 'could not be loaded',
  timeout: 'did not come in time',
};
function reason(code: string): string {
  const [, status] = /^http-(\d+)$/.exec(code) ?? [];
  if (status) return status === '404' ? 'the file is not there (404)' : `the server answered ${status}`;
  return reasons[code] ?? code;
}

const refusals: Partial<Record<ProblemCode, string>> = {
  'town-not-found':
    'This server does not know the town of this municipality code. Check the code, or ask whoever runs the server to add the town.',
  'fanclub-not-found': 'This town has no fan club set up. Set it up on the server or in kankei.json.',
  'furusato-not-found': 'This town says nothing of furusato nozei. Set it up on the server or in kankei.json.',
  'not-found': 'There is nothing at this address. Check endpoint or src.',
  'too-many-requests': 'There were too many questions in a short time. Wait a minute and examine again.',
  unavailable: 'The server is busy or being repaired. If this lasts, tell whoever runs it.',
};

const painted = { accent: 'what can be pressed', 'on-accent': 'the words in buttons', text: 'the text' };

const findings: { [Code in FindingCode]: (facts: Facts[Code]) => Said } = {
  page: ({ address, version }) => ({ what: `kankei ${version} runs on this page (${address}).` }),
  sandboxed: () => ({
    what: 'This page is open in a restricted frame (sandbox).',
    todo: 'Widgets work, but nothing a visitor has begun to type is kept. To keep it, add allow-same-origin to the frame’s sandbox.',
  }),
  'file-page': () => ({
    what: 'This page is open as a file on a computer.',
    todo: 'Browsers may refuse to load things for files. Put the page on a web server and look again.',
  }),
  'storage-blocked': () => ({
    what: 'The browser does not let this page keep anything.',
    todo: 'Widgets work and can send. Half-filled forms and member cards are not kept. There is nothing to change on the site.',
  }),
  'no-page-language': () => ({
    what: 'The page does not say its language (lang).',
    todo: 'Screen readers cannot read it properly. Change <html> at the top of the page to this.',
  }),
  'duplicate-ids': ({ ids }) => ({
    what: `The same id is used more than once: ${ids.join(', ')}`,
    todo: 'Links within the page and labels of fields may point to the wrong place. Give each its own id.',
  }),

  'several-scripts': ({ addresses }) => ({
    what: `The kankei script is loaded from ${count(addresses.length)} places: ${addresses.join(', ')}`,
    todo: 'Only the first is used. Keep one on a page.',
  }),
  'several-versions': ({ versions }) => ({
    what: `Different versions of kankei are on this page: ${versions.join(', ')}`,
    todo: 'The one that came first is used. Use one address for the script everywhere.',
  }),
  'not-a-module': ({ address }) => ({
    what: `A script tag has no type="module": ${address}`,
    todo: 'It does not run like this. Write it so.',
  }),

  widget: ({ widget, options }) => ({
    what: `${Name(widget)} is here. ${options.length ? `Settings: ${options.join(' ')}` : 'It has no settings.'}`,
  }),
  'no-widgets': () => ({
    what: 'The script is here, but there is no widget on the page.',
    todo: 'Your CMS may have removed the tag. Look at the source of the saved page; if the tag is gone, paste the <div data-kankei="…">, the link or the <iframe> instead.',
  }),
  'unknown-widget': ({ written, nearest }) => ({
    what: `There is no widget called ${written}.`,
    todo: nearest ? `Did you mean ${nearest}?` : 'Check the spelling.',
  }),
  'tag-as-text': ({ text }) => ({
    what: `The tag “${text}” is shown as words on the page.`,
    todo: 'Paste it in the HTML (source) view of your CMS, not in the text. If it still shows as words, use the link or the <iframe>.',
  }),
  'place-without-name': ({ names }) => ({
    what: `There is ${names.join(', ')}, but no data-kankei beside it.`,
    todo: 'Your CMS may have removed it. Add this; if it is removed again, use the link.',
  }),
  'options-lost': ({ widget, names }) => ({
    what: `${names.join(', ')} of ${name(widget)} is empty or gone.`,
    todo: 'The link inside still has it, so your CMS seems to have removed the attributes. Add this; if it is removed again, use the link or the <iframe>.',
  }),
  'link-stays': ({ widget }) => ({
    what: `${Name(widget)} stays a link.`,
    todo: 'For safety, a link that says where its data is (endpoint, src) never becomes the widget in place. To have the widget, use the tag or the div.',
  }),
  'link-elsewhere': ({ address, place }) => ({
    what: `There is a link to a widget somewhere else: ${address}`,
    todo: `The script of this page leaves links and frames of ${place} as they are. To turn it into a widget, use the address of the script’s own server.`,
  }),
  'not-closed': ({ widget }) => ({
    what: `${Name(widget)} is not closed: other parts of the page are inside it.`,
    todo: '“/>” does not close it. Write the closing tag right after the widget.',
  }),
  'not-loaded': ({ widget }) => ({
    what: `The code of ${name(widget)} did not come.`,
    todo: 'If you copied the folder, copy its chunks folder too. If there is a finding about the CSP, mend that first.',
  }),
  'not-yet-loaded': ({ widget }) => ({
    what: `${Name(widget)} loads when a visitor comes near it; right now it is far away.`,
  }),
  'name-taken': ({ widget }) => ({
    what: `Another script on the page already uses the name of ${name(widget)}.`,
    todo: 'Remove the other script, or use the <iframe>.',
  }),

  'no-town': ({ widget }) => ({
    what: `${Name(widget)} does not say which town it is about.`,
    todo: 'Write the municipality code (six digits) in town, for example town="212172".',
  }),
  'town-check-digit': ({ widget, written }) => ({
    what: `The municipality code “${written}” of ${name(widget)} has a wrong check digit (the last one).`,
    todo: 'If the other digits are right, this is the code.',
  }),
  'town-unreadable': ({ widget, written }) => ({
    what: `“${written}” in ${name(widget)} is not a municipality code.`,
    todo: 'A code has six digits. Put spaces between several towns.',
  }),
  'unknown-option': ({ widget, written, nearest }) => ({
    what: `${Name(widget)} has no setting called ${written}.`,
    todo: nearest ? `Did you mean ${nearest}?` : 'Check the spelling, or remove it.',
  }),
  'accent-unreadable': ({ widget }) => ({
    what: `The accent of ${name(widget)} cannot be read as a colour.`,
    todo: 'Write # and six digits.',
  }),
  'no-fallback': ({ widget }) => ({
    what: `${Name(widget)} has no link inside to stand in for it.`,
    todo: 'Where it cannot work, visitors see nothing. Put a link to the town’s own page inside the tag.',
  }),
  'frame-untitled': ({ widget }) => ({
    what: `${Name(widget)} has no title.`,
    todo: 'Screen readers cannot say what the frame is for. Add a title such as “Programs you can join”.',
  }),

  hidden: ({ widget, by }) => ({
    what: `${Name(widget)} is hidden by ${by}.`,
    todo: 'In a tab or a part that opens, this is fine. If not, look at the site’s CSS, or at an extension that removes advertising.',
  }),
  'no-width': ({ widget }) => ({
    what: `${Name(widget)} has a width of 0.`,
    todo: 'Give what is around it a width.',
  }),
  'cut-off': ({ widget, by, height, needed }) => ({
    what: `${Name(widget)} is cut off by the height of ${by} (${count(height)} px of ${count(needed)} px can be seen).`,
    todo: 'Remove height or max-height there, or set overflow to auto.',
  }),
  'frame-low': ({ widget, height }) => ({
    what: `${Name(widget)} is ${count(height)} px high.`,
    todo: 'Where it does not grow, visitors must scroll inside it. Make it higher.',
  }),
  'heading-skipped': ({ widget, level, before }) => ({
    what: `${Name(widget)} begins with a heading h${level}, but the heading before it is h${before}.`,
    todo: 'A skipped level confuses people who listen to the page. This setting mends it.',
  }),
  'low-contrast': ({ widget, of, color, ground, ratio }) => ({
    what: `In ${name(widget)}, ${painted[of]} can hardly be told from the background (${color} on ${ground}, ${ratio}:1).`,
    todo: 'Choose a colour with at least 4.5:1. accent or --kankei-accent changes it.',
  }),

  answered: ({ address, ms }) => ({ what: `Answers come in ${seconds(ms)}: ${address}` }),
  slow: ({ address, ms }) => ({
    what: `The answer took ${seconds(ms)}: ${address}`,
    todo: 'If it is slow every time, tell whoever runs the server.',
  }),
  clock: ({ minutes }) => ({
    what: `The clock of this device is about ${several(Math.abs(minutes), 'minute')} ${minutes > 0 ? 'behind' : 'ahead of'} the server’s.`,
    todo: 'Deadlines and “today” are shown wrongly. Set the clock of the device; if it is right, tell whoever runs the server.',
  }),
  'address-unusable': ({ name: where }) => ({
    what: `The address in ${where} cannot be used.`,
    todo: 'Write an address that begins with https://, or a place as seen from this page, such as kankei.json.',
  }),
  'mixed-content': ({ address }) => ({
    what: `A page on https cannot ask an address on http: ${address}`,
    todo: 'Change it to https.',
  }),
  offline: () => ({
    what: 'This device has no internet connection.',
    todo: 'Examine again once it is connected.',
  }),
  cors: ({ address }) => ({
    what: `The server works, but does not let this site read its answers (CORS): ${address}`,
    todo: 'Ask whoever runs the server to add this header to its answers.',
  }),
  blocked: ({ address }) => ({
    what: `The server works, but this one address is being blocked: ${address}`,
    todo: 'It looks like an extension that removes advertising, or a filter of your network. Turn the extension off and look again; for a filter, ask your network’s administrator to allow the address.',
  }),
  unreachable: ({ address, host }) => ({
    what: `The server cannot be reached: ${address}`,
    todo: `Check in this order: the spelling of “${host}”, whether the server runs, whether your network lets you open it.`,
  }),
  timeout: ({ address }) => ({
    what: `No answer came within 10 seconds: ${address}`,
    todo: 'Examine again; if it is the same, tell whoever runs the server.',
  }),
  'too-large': ({ address }) => ({
    what: `This is too large to be read: ${address}`,
    todo: 'Move old programs to another file, so that it is smaller than 20 MB.',
  }),
  status: ({ address, status }) => ({
    what: `The server answered ${status}: ${address}`,
    todo:
      status === 404
        ? 'There is nothing at this place. Check the address in endpoint or src.'
        : status === 401 || status === 403
          ? 'Looking at it is not allowed. Check passwords and who may see it.'
          : 'Tell whoever runs the server this number.',
  }),
  'wrong-type': ({ address, type }) => ({
    what: `Something else (${type || 'of unknown type'}) came in place of the information: ${address}`,
    todo: 'Some servers answer with a page of their own where a file is missing. Check the address.',
  }),
  'bad-json': ({ address }) => ({
    what: `This cannot be read as JSON: ${address}`,
    todo: 'Check brackets, commas and quotation marks. If the end is missing, upload it again.',
  }),
  refused: ({ address, code }) => ({
    what: `The information was not given: ${address}`,
    todo: refusals[code] ?? `Tell whoever runs the server “${code}”.`,
  }),
  unreadable: ({ address, faults }) => ({
    what: `Something is written wrongly, so this cannot be read: ${address}${listed(faults)}`,
    todo: 'Mend these places and upload it again.',
  }),
  'partly-unreadable': ({ address, faults }) => ({
    what: `A part cannot be read, so only the rest is shown: ${address}${listed(faults)}`,
    todo: 'Mend these places and upload it again.',
  }),

  policy: ({ directive, blocked }) => ({
    what: `The site’s content security policy (CSP) stops ${blocked} by ${directive}.`,
    todo: 'Ask whoever runs the site to change the part of the CSP with this name to the following, or to add it.',
  }),
  'policy-reported': ({ directive, blocked }) => ({
    what: `A CSP on trial (Report-Only) reports ${blocked} by ${directive}. It still works now.`,
    todo: 'Change this before the policy is put in force.',
  }),
  'policy-of-others': ({ directives, count: n }) => ({
    what: `The CSP stops ${several(n, 'other thing')} that ${n === 1 ? 'has' : 'have'} nothing to do with kankei (${directives.join(', ')}).`,
    todo: 'The widgets are not concerned.',
  }),
};

const listed = (faults: Facts['unreadable']['faults']) =>
  faults.map(({ place, reason: code }) => `\n– ${place || 'the whole file'}: ${reason(code)}`).join('');

/** What the doctor says, in English. */
export const enDoctor: DoctorStrings = {
  language: 'en',
  title: 'kankei doctor',
  severities: { error: 'To mend', warning: 'To check', hint: 'Could be better', ok: 'As it should be' },
  summary: (errors, warnings) => {
    const toMend = errors ? several(errors, 'thing') : 'Nothing';
    return `${toMend} to mend.${warnings ? ` ${several(warnings, 'thing')} to check.` : ''}`;
  },
  again: 'Examine again',
  examining: 'Examining',
  copy: 'Copy as text',
  copied: 'The text is copied. Paste it into a mail to whoever makes your site.',
  notCopied: 'It could not be copied. Select the text below and copy it.',
  text: 'What the doctor found, as text',
  close: 'Close',
  line: 'What to write',
  todo: (words) => `→ ${words}`,
  privacy: 'What was found is not sent anywhere.',
  findings,
};
