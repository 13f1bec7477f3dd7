/** The public tags without their `kankei-`: each has a page of its own, `/w/program-list`. */
export const widgetNames = [
  'program-list',
  'matching-form',
  'furusato-link',
  'fanclub-signup',
  'member-card',
  'card-check',
] as const;
export type WidgetName = (typeof widgetNames)[number];

/** What attributes a page takes of a tag. Flags are there or not, and have no value. */
export interface WidgetOptions {
  texts: readonly string[];
  flags: readonly string[];
}

const options = (texts: string[], flags: string[] = []): WidgetOptions => ({
  texts: ['town', 'lang', 'heading-level', 'accent', ...texts],
  flags,
});

/**
 * The options of each page, which are the attributes of its tag. Not `endpoint` and `src`: with these, whoever writes a
 * link could show what he likes under our name, and ask people for their data. A test holds the table and the Custom
 * Elements Manifest together.
 */
export const widgets: Record<WidgetName, WidgetOptions> = {
  'program-list': options(
    ['program', 'kind', 'theme', 'from', 'to', 'past', 'view', 'views', 'limit', 'sort', 'sync'],
    ['no-jsonld', 'era'],
  ),
  'matching-form': options(['side', 'layout', 'source']),
  'furusato-link': options([], ['compact', 'new-tab', 'estimate', 'one-stop', 'era']),
  'fanclub-signup': options(['tie', 'interests', 'tier', 'source', 'via']),
  'member-card': options([]),
  'card-check': options([]),
};

export function isWidgetName(name: string): name is WidgetName {
  return (widgetNames as readonly string[]).includes(name);
}
