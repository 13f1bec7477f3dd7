import { dateFormat } from './date-format.ts';
import type { Strings } from './ja.ts';
import type { RestStrings } from './ja-rest.ts';

const number = new Intl.NumberFormat('en');
const monthDay = dateFormat('en', { weekday: 'short', month: 'short', day: 'numeric' });
const yearMonthDay = dateFormat('en', { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' });

const count = (n: number) => `${number.format(n)} ${n === 1 ? 'program' : 'programs'}`;

/** English for an overseas visitor who knows no Japanese bureaucracy. */
export const en = {
  language: 'en',

  kinds: {
    help: 'Lend a hand',
    event: 'Event',
    tour: 'Tour and experience',
    'work-stay': 'Work and stay',
    'side-job': 'Side job',
    course: 'Course',
    school: 'Rural schooling',
    online: 'Online meetup',
    letter: 'Letters by post',
    ownership: 'Shared ownership',
    festival: 'Festival',
  },
  modes: {
    onsite: 'In person',
    online: 'Online',
    mixed: 'In person or online',
    unknown: 'Ask the organizer where',
  },
  states: {
    open: 'Open',
    few: 'Few places left',
    full: 'Full',
    closed: 'Closed',
    cancelled: 'Cancelled',
    postponed: 'Postponed',
    over: 'Over',
  },
  efforts: {
    light: 'Light work',
    medium: 'Moderate physical work',
    hard: 'Heavy physical work',
  },
  pays: {
    volunteer: 'Volunteer',
    thanks: 'A thank-you in return',
    wage: 'Paid',
  },

  date: (instant, withYear) => (withYear ? yearMonthDay : monthDay).format(instant),
  dateTime: (date, time) => `${date}, ${time}`,
  span: (from, to) => `${from} – ${to}`,
  from: (time) => `from ${time}`,
  until: (time) => `until ${time}`,
  today: 'today',
  tomorrow: 'tomorrow',
  inDays: (days) => `in ${number.format(days)} days`,
  running: 'on now',
  endsToday: 'last day today',
  endsTomorrow: 'until tomorrow',
  moreDates: (n) => `and ${number.format(n)} more ${n === 1 ? 'date' : 'dates'}`,
  dateUnknown: 'Date to be confirmed',
  japanTime: 'All times are Japan time (GMT+9).',

  number: (n) => number.format(n),
  count,
  yen: (n) => `¥${number.format(n)}`,
  free: 'Free',
  feeUnknown: 'Ask about the cost',
  feeInDetail: 'Cost explained inside',
  placesLeft: (n) => `${number.format(n)} ${n === 1 ? 'place' : 'places'} left`,
  capacity: (n) => `${number.format(n)} places`,
  thanksFor: (thanks) => `in return: ${thanks}`,
  orOnline: (place) => `${place} or online`,
  dot: ' · ',

  searchLabel: 'Search by keyword',
  searchPlaceholder: 'e.g. 農業 (farming), 祭り (festival)',
  search: 'Search',
  kindCount: (n) => `(${number.format(n)})`,
  kindsLabel: 'Filter by kind',
  moreFilters: 'More filters',
  chosen: (n) => `${number.format(n)} chosen`,
  clear: 'Remove filters',
  shown: (shown, total) => `Showing ${number.format(shown)} of ${count(total)}`,
  found: (n) => `${count(n)} found`,
  pastFound: (n) => `${number.format(n)} past ${n === 1 ? 'program' : 'programs'}`,
  more: 'Show more',
  moreFailed: 'The rest could not be loaded. Please try again.',
  showPast: (n) => `See past programs (${number.format(n)})`,
  showUpcoming: 'Back to upcoming programs',
  loading: 'Loading',
  nothingUpcoming: 'Nothing is open to join right now.',
  nothingPast: 'There are no past programs.',
  nothingFound: 'Nothing matches. Try a shorter word or remove the filters.',
  malformed: 'Part of this entry could not be read. Please ask the organizer for details.',
  untitled: 'Untitled program',

  retry: 'Try again',
  offline: 'You seem to be offline. Please try again once you are connected.',
  network: 'The information could not be loaded. Please check your connection and try again.',

  rest: async (): Promise<RestStrings> => (await import('./en-rest.ts')).enRest,
} satisfies Strings;
