import { type ManifestAttribute, tags } from 'virtual:kankei-manifest';
import { type Field, interests, programKinds, ties } from '@kankei/core';

// What can be chosen for each widget, from the Custom Elements Manifest: an attribute that is new there is offered here.

/** One attribute of a widget as a question. */
export interface WidgetOption {
  field: Field;
  /** The answer that need not be written. */
  usual: string;
}

export interface Widget {
  /** The tag without `kankei-`. */
  name: string;
  options: readonly WidgetOption[];
}

/** The page's own language: what an element speaks unless told otherwise. */
export const pageLanguage = 'page';

/** The values of attributes that are plain text for the manifest. `many` take several, with commas between. */
const values: Record<string, { one?: readonly string[]; many?: readonly string[] }> = {
  kind: { many: programKinds },
  tie: { many: ties },
  interests: { many: interests },
  views: { many: ['cards', 'list', 'calendar'] },
  view: { one: ['cards', 'list', 'calendar'] },
  layout: { one: ['steps', 'all'] },
  side: { one: ['supporter', 'host'] },
  lang: { one: [pageLanguage, 'ja', 'en'] },
};

/** The town is asked by itself; `via` belongs to the card of one member, never to a page. */
const askedElsewhere = ['town', 'via'];
/** Where answers come from: asked once, whatever the widget. */
export const sourceOptions: readonly string[] = ['src', 'endpoint'];
/** How a widget looks and speaks: likewise. */
export const lookOptions: readonly string[] = ['accent', 'lang'];

const unquoted = (text = '') => text.replace(/^'(.*)'$/, '$1');

/** Bounds as descriptions say them: `1 to 100`, `up to 2,000`. */
function bounds(description = ''): { min?: number; max?: number } {
  const [, least, most] = /([\d,]+) to ([\d,]+)/.exec(description) ?? [];
  const [, far] = /up to ([\d,]+)/.exec(description) ?? [];
  const read = (text: string) => Number(text.replaceAll(',', ''));
  return least && most ? { min: read(least), max: read(far ?? most) } : {};
}

const group = (name: string) =>
  sourceOptions.includes(name) ? 'source' : lookOptions.includes(name) ? 'look' : 'options';

function option({ name, type, default: written, description }: ManifestAttribute): WidgetOption {
  const { one, many } = values[name] ?? {};
  const union = type?.text.match(/'[^']*'/g)?.map(unquoted);
  const usual = name === 'lang' ? pageLanguage : written === 'null' ? '' : unquoted(written);
  const base = { name, group: group(name) };
  const offered = many ?? one ?? union;
  if (offered) {
    const options = offered.map((value) => ({ value }));
    return { field: { ...base, kind: many ? 'choices' : 'choice', options }, usual };
  }
  if (type?.text === 'boolean') return { field: { ...base, kind: 'consent' }, usual };
  if (type?.text === 'number') return { field: { ...base, kind: 'number', ...bounds(description) }, usual };
  if (name === 'from' || name === 'to') return { field: { ...base, kind: 'date' }, usual };
  return { field: { ...base, kind: 'text', maxLength: 2000 }, usual };
}

/** What most towns begin with stands first. */
const order = ['program-list', 'matching-form', 'fanclub-signup', 'furusato-link', 'member-card'];
const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);

/** Every public widget with all that can be chosen for it. */
export const widgets: readonly Widget[] = tags
  .map(({ tagName, attributes }) => ({
    name: tagName.replace('kankei-', ''),
    options: attributes.filter(({ name }) => !askedElsewhere.includes(name)).map(option),
  }))
  .sort((one, other) => rank(one.name) - rank(other.name));

/** The widget of this name; the first for a name that no widget has. */
export function findWidget(name: unknown): Widget {
  return widgets.find((one) => one.name === name) ?? widgets[0]!;
}
