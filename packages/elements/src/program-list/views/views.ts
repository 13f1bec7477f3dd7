import type { ProgramPage, ProgramQueryInput } from '@kankei/core';
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.ts';
import type { AllStrings } from '../../strings/index.ts';
import type { CardActions } from '../card.ts';
import type { Listing } from '../listing.ts';
import { touchedStyles } from '../touched.styles.ts';
import type { View } from '../view.ts';
import { viewSwitch } from './switch.ts';
import { viewsStyles } from './views.styles.ts';

/** The ways to show programs, in the order a visitor sees them. */
export const viewNames = ['cards', 'list', 'calendar'] as const;
export type ViewName = (typeof viewNames)[number];

/** The list whose programs are shown. */
export interface ViewsHost extends LitElement {
  /** The view the page asks for. */
  view: string;
  /** The views a visitor may choose from, with commas between. */
  views: string;
}

/** What the views need of the list. */
export interface ViewsOptions {
  words(): AllStrings;
  /** The question of the list, filters and all, without a page. */
  query(): ProgramQueryInput;
  ask(query: ProgramQueryInput, signal: AbortSignal): Promise<ProgramPage>;
  /** A failure in a sentence. */
  explain(error: unknown): string;
}

/** Another way to show programs than cards. */
export interface ListingView {
  render(listing: Listing, view: View, actions: CardActions): TemplateResult;
  /** Stops what is under way: the list has left the page, or shows something else. */
  stop?(): void;
}

type ViewMaker = (host: LitElement, options: ViewsOptions) => ListingView;

/** Each view is fetched when it is first shown. */
const makers: Record<Exclude<ViewName, 'cards'>, () => Promise<ViewMaker>> = {
  list: async () => (await import('./list.ts')).listView,
  calendar: async () => (await import('./calendar.ts')).calendarView,
};

const isViewName = (name: string): name is ViewName => (viewNames as readonly string[]).includes(name);

/** Shows the programs as the page or the visitor wants them; until that view has come, as they were shown before. */
export class Views implements ReactiveController {
  private readonly host: ViewsHost;
  private readonly options: ViewsOptions;
  /** What the page asked for when the visitor chose: another wish of the page goes before the choice. */
  private asked = '';
  private chosen: ViewName | undefined;
  private shown: ViewName = 'cards';
  private readonly made = new Map<ViewName, ListingView>();

  constructor(host: ViewsHost, options: ViewsOptions) {
    this.host = host;
    this.options = options;
    addStyles(host, touchedStyles);
    addStyles(host, viewsStyles);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.asked !== this.host.view) this.chosen = undefined;
    this.asked = this.host.view;
    const { wanted } = this;
    if (wanted === this.shown) return;
    if (wanted === 'cards' || this.made.has(wanted)) this.show(wanted);
    else void this.ready().then(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.made.get(this.shown)?.stop?.();
  }

  /** Resolves when the wanted view is at hand. Where it cannot be fetched, what is shown stays. */
  async ready(): Promise<void> {
    const { wanted } = this;
    if (wanted === 'cards' || this.made.has(wanted)) return;
    try {
      const make = await makers[wanted]();
      if (!this.made.has(wanted)) this.made.set(wanted, make(this.host, this.options));
    } catch {
      if (this.wanted === wanted) this.chosen = this.shown;
    }
  }

  private show(name: ViewName): void {
    this.made.get(this.shown)?.stop?.();
    this.shown = name;
  }

  private get wanted(): ViewName {
    const { view } = this.host;
    return this.chosen ?? (isViewName(view) ? view : 'cards');
  }

  /** True where what is shown is not one page after another, and also holds what is over. */
  get showsMonths(): boolean {
    return this.shown === 'calendar';
  }

  /** The buttons, in the page's own order of views; nothing where there is no choice. */
  switch(): TemplateResult | undefined {
    const allowed = this.host.views.split(/[,、\s]+/).filter(isViewName);
    const names = viewNames.filter((name) => allowed.includes(name));
    if (names.length < 2) return undefined;
    return viewSwitch(names, this.shown, this.options.words(), (name) => this.choose(name));
  }

  /** The programs in their view; nothing where that is cards. */
  render(listing: Listing, view: View, actions: CardActions): TemplateResult | undefined {
    return this.made.get(this.shown)?.render(listing, view, actions);
  }

  private choose(name: ViewName): void {
    this.chosen = name;
    this.host.requestUpdate();
  }
}
