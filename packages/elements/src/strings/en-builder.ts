import { toBeWritten } from '@kankei/core';
import { en } from './en.ts';
import { enForm } from './en-form.ts';
import type { BuilderStrings } from './ja-builder.ts';

const number = new Intl.NumberFormat('en');
const ratio = (n: number) => `${(Math.floor(n * 10) / 10).toFixed(1)}:1`;
const from = (town: string) => (town ? ` (${town})` : '');

export const enBuilder: BuilderStrings = {
  language: 'en',
  other: { code: 'ja', name: '日本語' },
  title: 'Make your embed',
  lead: 'Choose what you want, and copy a few lines into your town’s page. You do not need to program. What you choose becomes part of this page’s address, so you can send it to whoever builds your site.',

  choose: 'Choose',
  chooseHelp: 'Everything but the town can stay as it is.',
  groups: {
    town: 'Town',
    widget: 'What to show',
    options: '',
    source: '',
    look: 'Looks and words',
    paste: '',
  },
  labels: {
    known: 'Choose a town',
    town: 'Municipality code',
    widget: 'What would you like to show?',
    background: 'Background colour of the page',
    words: 'Words of the link',
    height: 'Height of the frame (pixels)',
    cms: 'Your CMS',
    pin: 'Version of the script',
  },
  helps: {
    town: 'Six digits; five without the check digit will do. For several towns in one list, put commas between.',
    background: 'Example: #ffffff. Used to check that colours can be read; it is not part of the embed.',
    words: 'The link that stands where the widget cannot be shown. Leave it empty for the words below.',
    height: 'For the frame (iframe) only. Where the script is on the page, the frame grows with what it shows.',
    cms: 'Which way survives depends on where you paste it.',
    pin: 'A version that is kept gets no updates by itself. For a newer one, paste the lines again.',
  },
  otherTown: 'Another town (by its code)',
  widgets: {
    'program-list': { name: 'List of programs', about: 'Events, help wanted, tours and more.' },
    'fanclub-signup': { name: 'Fan club signup', about: 'People sign up as fans of the town.' },
    'furusato-link': {
      name: 'Furusato nozei',
      about: 'Tells what donations are used for, and leads to where one donates.',
    },
    'matching-form': {
      name: 'Find what suits you',
      about: 'Suggests programs, with reasons, from a few answers. It can also ask residents what they need.',
    },
    'member-card': { name: 'Member card', about: 'Members show their card.' },
    'card-check': { name: 'Card check', about: 'Shops check a member’s card by its QR code.' },
  },
  linkWords: {
    'program-list': (town) => `See what you can join${from(town)}`,
    'fanclub-signup': (town) => `Join the fan club${from(town)}`,
    'furusato-link': (town) => `Furusato nozei${from(town)}`,
    'matching-form': (town) => `Find what suits you${from(town)}`,
    'member-card': (town) => `Open your member card${from(town)}`,
    'card-check': (town) => `Check a member card${from(town)}`,
  },
  needWords: (town) => `Tell us what you need help with${from(town)}`,
  moreOptions: 'Open the details',
  sourceOptions: 'Without a server, or from another one',

  options: {
    lang: {
      label: 'Language',
      help: 'Usually that of the page it stands on.',
      values: { page: 'As the page', ja: '日本語', en: 'English' },
    },
    accent: {
      label: 'Colour of buttons and links',
      help: 'Example: #0017c1. Left empty, it is your site’s colour or our dark blue.',
    },
    src: {
      label: 'A file on your own web server',
      help: 'The address of a kankei.json, CSV or JSON file. It begins with https:// or /.',
    },
    endpoint: { label: 'Another kankei server', help: 'Usually left empty. The address begins with https://.' },
    'heading-level': {
      label: 'Level of headings',
      help: 'One more than the heading above the place you paste it, so that screen readers tell the order rightly.',
    },
    era: { label: 'Write years in the Japanese era', help: 'In Japanese only.' },
    program: {
      label: 'Only these programs',
      help: 'Their ids, with commas between. There is no search and there are no filters then.',
    },
    kind: { label: 'Kinds of programs', help: 'Only the ones you choose; all if you choose none.', values: en.kinds },
    theme: { label: 'Themes', help: 'Only programs with these themes, with commas between.' },
    from: { label: 'From this day', help: 'Only programs on this day or later.' },
    to: { label: 'Until this day', help: 'Only programs on this day or earlier.' },
    past: {
      label: 'Programs that are over',
      values: { exclude: 'Leave out', include: 'Show too', only: 'Show only these' },
    },
    view: { label: 'Shown at first as', values: { cards: 'Cards', list: 'List', calendar: 'Calendar' } },
    views: {
      label: 'Views a visitor may choose from',
      help: 'With only one there is no choice.',
      values: { cards: 'Cards', list: 'List', calendar: 'Calendar' },
    },
    limit: { label: 'Programs at a time', help: '1 to 100; up to 2,000 from a file.' },
    'no-jsonld': {
      label: 'Leave out the data for search engines (JSON-LD)',
      help: 'If the page has the same data already.',
    },
    sort: {
      label: 'Order',
      values: { soon: 'What comes next first', new: 'Newest first', deadline: 'Next deadline first' },
    },
    sync: {
      label: 'Keep filters in the address under this name',
      help: 'Letters and digits. Visitors can then send a filtered list by its address. Example: list',
    },
    tie: { label: 'Ties ticked beforehand', values: enForm.options.tie! },
    interests: { label: 'Interests ticked beforehand', values: enForm.options.interests! },
    tier: { label: 'Membership chosen beforehand', help: 'The id of the kind of membership.' },
    source: {
      label: 'Name of this way in',
      help: 'Counts from which page people sign up. Letters, digits and . _ -. Example: top-page',
    },
    compact: { label: 'Make it small', help: 'For a sidebar: one link with figures.' },
    'new-tab': { label: 'Open links to other sites in a new tab' },
    estimate: { label: 'Open the estimate of the deduction limit at once' },
    'one-stop': { label: 'Open the help with the one-stop exception at once' },
    side: { label: 'Whom it asks', values: { supporter: 'People who want to help', host: 'Residents who need help' } },
    layout: { label: 'Questions', values: { steps: 'One screen at a time', all: 'All at once' } },
  },

  faults: {
    'town-missing': 'Please give the code of a town. Example: 212172',
    town: 'This code does not add up: the sixth digit is a check digit. Please check it.',
    towns: 'These are too many towns. There can be 20.',
    color: 'Please write the colour as # and six digits or letters. Example: #0017c1',
    address: 'Please give an address that begins with https:// or /.',
  },
  colorPicker: (label) => `Pick: ${label}`,
  contrast: {
    white: (n) => `White text on it ${ratio(n)}`,
    black: (n) => `Black text on it ${ratio(n)}`,
    background: (n) => `On the page’s background ${ratio(n)}`,
    enough: 'enough',
    low: 'too low',
    warning:
      'Text in this colour is hard to read. Take a darker one (on a dark page, a lighter one), so that it reaches 4.5:1.',
  },

  preview: 'See how it looks',
  phone: 'Phone width',
  desktop: 'Computer width',
  previewFrame: (widget) => `Preview of “${widget}”`,
  previewMissing: 'Choose a town to see it here.',
  openPreview: 'Open the preview on a page of its own',

  paste: 'Copy and paste',
  pasteHelp: 'Here is the same widget in four forms. Paste one of them where it should appear.',
  fixFirst: 'Something in what you chose needs mending. Then it appears here.',
  forms: {
    element: {
      name: 'Tag',
      when: 'For pages that take HTML as it is. It is the fastest, and takes the page’s own looks.',
    },
    div: { name: 'div', when: 'For a CMS that removes tags it does not know. It works like the tag.' },
    link: {
      name: 'Link',
      when: 'For a CMS that keeps only links. By itself it opens a page of its own; with the script anywhere on the site it becomes the widget.',
    },
    frame: { name: 'Frame (iframe)', when: 'For pages that cannot have a script. It needs nothing else.' },
  },
  linkStays:
    'For a CMS that keeps only links. It opens a page of its own. A link that says where its data is never becomes the widget in place, for safety.',
  script: {
    name: 'The script alone',
    when: 'For the part all your pages share, such as the header: once, and no page needs it again.',
  },
  address: {
    name: 'Address of the page',
    when: 'For a CMS that asks for the address of a link. Good for QR codes and leaflets too.',
  },
  recommended: 'Recommended',
  removed: 'This CMS removes it',
  systems: {
    unknown: 'I do not know',
    html: 'It takes HTML as it is',
    wordpress: 'WordPress (author, contributor)',
    dompurify: 'A newer CMS (DOMPurify)',
    'sanitize-html': 'A strict CMS (such as sanitize-html, keeps only links)',
    markdown: 'Markdown (no HTML)',
  },
  adviceUnknown:
    'Paste the “Tag” first and look at the page before it is public. If it vanished, try “div”, then “Link”.',
  advice: (forms) => `What survives: ${forms.map((form) => `“${form}”`).join(', ')}.`,
  scriptApart: 'The script is removed here. Ask whoever runs the site to put it once into the part all pages share.',
  copy: 'Copy',
  copyOf: (what) => `Copy “${what}”`,
  copied: 'Copied.',
  copyFailed: 'It could not be copied for you. The text is now selected: please copy it yourself.',
  scripts: {
    newest: 'Always the newest (recommended)',
    pinned: 'Keep this version, and detect tampering (integrity)',
    single: 'Keep this version, all in one file (heavier to load)',
  },
  pinMissing: 'The values that detect tampering (integrity.json) could not be loaded. Only the version is kept.',
  singleMissing: 'This server has no version in one file. The one in parts is taken.',
  shareHelp: 'You can send what you chose by this address.',
  share: 'Address of this page',

  files: 'Without a server',
  filesHelp:
    'You do not need a kankei server: files on your own web server will do. Save the draft, fill in what is missing, and put it on the server where the script is.',
  filesNotFor: 'This widget needs a kankei server, which proves that cards are genuine.',
  download: 'Save kankei.json',
  toFill: 'Still to be written',
  toFillNothing: 'Nothing is missing.',
  toFillPrograms: 'Put the CSV of your programs beside kankei.json under the name events.csv.',
  toFillMark: `Replace what begins with “${toBeWritten}” by the town’s own words.`,
  draft: {
    clubTitle: (town) => `${town} Fan Club`,
    collector: (town) => `${toBeWritten}${town}: the division in charge`,
    purpose: `${toBeWritten}What it is used for, e.g. to issue member cards and send news`,
    items: `${toBeWritten}Which answers are asked, and why`,
    contractor: `${toBeWritten}Who handles it for you; “Nobody else” if none`,
    storedAt: `${toBeWritten}Where it is kept, e.g. the town’s server in Japan`,
    retention: `${toBeWritten}For how long it is kept`,
    leaving: `${toBeWritten}How to leave`,
    contact: `${toBeWritten}Whom to ask, with a phone number`,
    use: `${toBeWritten}What donations are used for`,
  },

  check: 'Check your texts before they are public',
  checkHelp:
    'Looks for what furusato nozei advertising may not say, for gaps in the privacy notice, and for links without https. Nothing is sent anywhere.',
  checkJson: 'Paste what is in your kankei.json',
  checkPasted: 'Check what I pasted',
  checkTown: 'Check what this town has registered',
  checkTownHelp:
    'What may not be said of furusato nozei is left out by the server already. The staff desk shows what was left out.',
  checking: 'Checking…',
  checkFailed: 'What the town has registered could not be loaded. Check the code and your connection, and try again.',
  notJson: 'This cannot be read as JSON. Look for a missing bracket or comma.',
  fine: 'Nothing needs mending.',
  found: (n) => (n === 1 ? 'Please look at 1 place' : `Please look at ${number.format(n)} places`),
  findings: {
    unreadable: (reason) => `Cannot be read (${reason}). Please check how it is written.`,
    advertising: (words, rule) =>
      `${words.map((word) => `“${word}”`).join(', ')} may not be said of furusato nozei. ${
        rule === 'points'
          ? 'Soliciting with points has been forbidden since October 2025.'
          : 'Advertising that stresses return gifts or bargains is forbidden.'
      } It is not shown.`,
    'to-be-written': 'Still a draft. Please write it in the town’s own words.',
    'not-https': (address) =>
      `This link is not encrypted (${address}). Please use an address that begins with https://.`,
    'notice-missing':
      'Nothing says what becomes of personal data. Until it does, nothing that asks for any is offered.',
    'notice-part': 'The privacy notice does not say this. People sign up more readily if it does.',
  },
};
