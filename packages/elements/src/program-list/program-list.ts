import { type Backend, quickPrograms } from '@kankei/client';
import {
  makeProblem,
  type Problem,
  ProblemError,
  type ProgramItem,
  type ProgramPage,
  type ProgramQueryInput,
  splitValues,
} from '@kankei/core';
import { type CSSResultGroup, html, type PropertyValues, type TemplateResult } from 'lit';
import type { ElementState } from '../internal/element-state.ts';
import { hostStyles } from '../internal/host.styles.ts';
import { pageLanguage } from '../internal/host-page.ts';
import { KankeiElement } from '../internal/kankei-element.ts';
import { nextFrame, nextTurn } from '../internal/next-frame.ts';
import { toProblem } from '../internal/problem.ts';
import { type ProgramName, programHref } from '../internal/program/program-link.ts';
import { property, state } from '../internal/property.ts';
import { loadFirstStrings } from '../strings/first.ts';
import { type AllStrings, ja, type Strings } from '../strings/ja.ts';
import { type Chosen, chosenHash, isNarrowed, nothingChosen } from './chosen.ts';
import { KankeiProgramListLoadEvent } from './events.ts';
import type { FilterPanel, PanelOptions } from './filter-panel.ts';
import type { FilterSync } from './filter-sync.ts';
import { type FirstCards, isWide } from './first-cards.ts';
import { hold } from './holders.ts';
import { isHeldElsewhere, linkedProgram, opensInPlace, release } from './linked-program.ts';
import { type LaterParts, type ListLook, listOrProgram, listView } from './list-view.ts';
import type { Listing } from './listing.ts';
import { nothingListedStyles } from './nothing-listed.styles.ts';
import { empty, waiting } from './nothing-listed.ts';
import type { OpenedProgram } from './opened-program.ts';
import { many, Pace } from './pace.ts';
import { programListStyles } from './program-list.styles.ts';
import { toQuery } from './question.ts';
import { windowful } from './slices.ts';
import type { Upkeep } from './upkeep.ts';
import { isSearchable, nameless, type View, viewOf } from './view.ts';
import type { Views } from './views/views.ts';

/** What narrows the question, from the page and from the visitor. */
const questionProperties = [
  'program',
  'kind',
  'theme',
  'from',
  'to',
  'past',
  'sort',
  'limit',
  'sync',
  'chosen',
] as const;

/**
 * The programs of one or several towns as cards, compact list or month calendar: a keyword search, filters with counts, and each program in place.
 *
 * @summary Programs of a town that people far away can take part in.
 * @tag kankei-program-list
 *
 * @attr {string} lang - The language of the words: the nearest `lang` of the page unless given; `ja` and `en` so far.
 *
 * @slot - The fallback: shown before the element is ready, without JavaScript, and when there is nothing to show. Put a link to the town's own page here.
 *
 * @fires {KankeiProgramOpenEvent} kankei-program-open - A visitor has opened a program; `town` and `program` say which.
 * @fires {KankeiProgramListLoadEvent} kankei-program-list-load - An answer is shown; `total` says how many programs match.
 * @fires {KankeiApplicationCompleteEvent} kankei-application-complete - An application was taken; `town` and `program` say for what, `state` whether with a place (`pending`) or not (`waiting`). Who applied, no event tells.
 * @fires {KankeiErrorEvent} kankei-error - Something could not be loaded or sent; `code` says what went wrong.
 *
 * @csspart search - The form with keyword and kinds.
 * @csspart keyword - The field for keywords.
 * @csspart submit - The button that searches; in an application, the one that goes on: to the look over it, then to send.
 * @csspart kinds-label - The line that opens the kinds.
 * @csspart kind - One kind with its checkbox and count.
 * @csspart more-filters - The line that opens the filters beyond words and kinds.
 * @csspart panel - These filters.
 * @csspart filter - One of them with its legend.
 * @csspart choice - One value with its checkbox or radio button, and its count.
 * @csspart more-choices - The button that shows all values of a filter.
 * @csspart date - A field for a day.
 * @csspart chips - All that is chosen.
 * @csspart chip - The button that removes one of it.
 * @csspart count - How many programs there are.
 * @csspart views - The choice of how programs are shown.
 * @csspart view - One way to show them.
 * @csspart list - The list of cards or lines.
 * @csspart card - One program.
 * @csspart image - A program's picture, on its card and in its detail.
 * @csspart tag - A tag: state, kind, town.
 * @csspart state - The tag that tells the state.
 * @csspart title - The title of a card.
 * @csspart when - The line with the date, on a card and above an application.
 * @csspart where - The line with the place.
 * @csspart summary - The short text of a card; in an application, all that is wrong, together.
 * @csspart facts - Cost, places, effort and thanks.
 * @csspart group - The programs of a month in the compact list; in an application, fields that belong together.
 * @csspart group-heading - The name of that month, or the heading of those fields.
 * @csspart calendar - The month calendar.
 * @csspart month - The name of its month.
 * @csspart previous - The button to the month before.
 * @csspart this-month - The button to the month of today.
 * @csspart next - The button to the month after.
 * @csspart days - The days of the month.
 * @csspart day - One day.
 * @csspart entry - A program on a day.
 * @csspart more-of-day - The button that shows everything on a day.
 * @csspart next-month-with - The button of an empty month: to the next that has something.
 * @csspart long - What lasts through much of the month.
 * @csspart cut - That a month has more than is shown.
 * @csspart undated - How many programs have no date yet.
 * @csspart more - The button that shows more programs.
 * @csspart past - The button that changes between what is to come and what is over.
 * @csspart clear - The button that removes all filters.
 * @csspart empty - The sentence that stands where there is nothing to list.
 * @csspart zone - The note that times are Japan's, for visitors in another zone.
 * @csspart placeholder - What stands while the first answer is on its way.
 * @csspart problem - Why something could not be shown or sent.
 * @csspart slow - What is said when an answer takes long.
 * @csspart retry - The button that tries again.
 * @csspart detail - An opened program.
 * @csspart back - The button that closes an opened program, that leads from an application back to it, and from a look over it back to the form.
 * @csspart heading - The title of an opened program, and the heading of each step of an application.
 * @csspart notice - Why one cannot join an opened program; in an application, who collects what and why.
 * @csspart description - The text of an opened program.
 * @csspart actions - What one can do next.
 * @csspart apply - The button or link to apply.
 * @csspart link - Every other link among the actions, and the links of an application.
 * @csspart share - The button that shares an opened program or copies its address.
 * @csspart shared - What came of sharing; in an application, the choice to keep nothing on a shared computer.
 * @csspart fields - All that is known of an opened program, label by label.
 * @csspart interest - The button that says that a program interests one.
 * @csspart said - What came of that.
 * @csspart tally - How many wait for a place, and how many are interested.
 * @csspart report - What was done on the day, told afterwards.
 * @csspart application - An application, in place of what is said of the program.
 * @csspart form - Its form.
 * @csspart field - One question with its label, control and what is wrong with it.
 * @csspart help - What helps to answer.
 * @csspart note - What was filled in for the person, under the answer it came from.
 * @csspart fault - What is wrong with an answer.
 * @csspart restored - That something typed before came back.
 * @csspart discard - The button that clears it.
 * @csspart review - What was entered, to be looked over.
 * @csspart change - The button that leads back to a group of fields.
 * @csspart done - What is said after it was sent.
 *
 * @cssproperty [--kankei-accent=#0017c1] - The colour of what can be pressed.
 * @cssproperty [--kankei-on-accent=#fff] - The colour of words on it.
 * @cssproperty [--kankei-surface=transparent] - The ground of a card.
 * @cssproperty [--kankei-border=#949494] - The colour of a card's edge.
 * @cssproperty [--kankei-radius=0.5em] - The radius of corners.
 * @cssproperty [--kankei-gap=1em] - The space between cards.
 * @cssproperty [--kankei-font-size] - The size of text; the page's own, at least 16 px, unless given.
 * @cssproperty [--kankei-reserve] - How high a list is until its first answer has come; `100vh` with `kankei.css` in the page.
 * @cssproperty [--kankei-good=#197a4b] - The colour of “open”.
 * @cssproperty [--kankei-warn=#ac3e00] - The colour of “few places left”, “postponed” and of near dates.
 * @cssproperty [--kankei-bad=#ce0000] - The colour of “cancelled” and of problems.
 *
 * @cssState loading - A question is under way.
 * @cssState empty - There is nothing to list.
 * @cssState ready - Programs are listed.
 * @cssState failed - There is no answer.
 */
export class KankeiProgramList extends KankeiElement {
  static override styles: CSSResultGroup = [hostStyles, programListStyles, nothingListedStyles];

  /** Only these programs, by id with commas between, also when they are over; without search and filters. */
  @property() program = '';
  /** Only these kinds, with commas between, e.g. `help,event`. */
  @property() kind = '';
  /** Only these themes, with commas between. */
  @property() theme = '';
  /** Only programs that take place on this day (`YYYY-MM-DD`, Japan time) or later. */
  @property() from = '';
  /** Only programs that take place on this day or earlier. */
  @property() to = '';
  /** Programs that are over: `exclude`, `include` or `only`. */
  @property() past: 'exclude' | 'include' | 'only' = 'exclude';
  /** How the programs are shown at first: `cards`, `list` or `calendar`. */
  @property() view = 'cards';
  /** The ways a visitor may choose from, with commas between; with only one there is no choice. */
  @property() views = 'cards,list,calendar';
  /** How many programs at a time, 1 to 100; of a file, which is there whole, up to 2,000. */
  @property({ type: Number }) limit = 20;
  /** Leaves out the JSON-LD that tells search engines what is listed. */
  @property({ type: Boolean, attribute: 'no-jsonld' }) noJsonld = false;
  /** The order: what comes next first (`soon`), what was changed last (`new`), or the next deadline (`deadline`). */
  @property() sort: 'soon' | 'new' | 'deadline' = 'soon';
  /** Keeps what the visitor chose in the page's address. Of several lists on a page each needs a name, e.g. `sync="help"`. */
  @property() sync: string | null = null;
  /** The level of the titles in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 3;

  /** Writes years in the Japanese era, 令和8年; in Japanese only. */
  @property({ type: Boolean }) era = false;

  protected override strings: Strings = ja;
  declare protected allStrings: AllStrings | undefined;
  protected override readonly readers = { programs: quickPrograms };

  @state() private answer: ProgramPage | undefined = undefined;
  @state() private chosen: Chosen = nothingChosen;
  @state() private more: Listing['more'] = 'idle';
  /** Names of towns where there are several; another function for every name that comes. */
  @state() private townName: View['townName'] = nameless;
  /** How many programs are drawn so far, and how many are there in outline at least. */
  @state() private drawn = 0;
  @state() private outlined = 0;
  private drawing = false;
  private lastView: View | undefined;

  /** Every way to show programs but cards, and the choice between them: fetched once the first answer is there. */
  @state() private shown: Views | undefined = undefined;
  private viewsCame: Promise<void> | undefined;
  /** Keeps what stands right: time, failures, search engines. Fetched after the first cards, or when they take long. */
  private upkeep: Upkeep | undefined;
  /** How long (ms) to wait before it is asked for again. */
  private patience = 2500;
  /** What narrows beyond words and kinds, and chips of all that is chosen: fetched when first wanted. */
  @state() private panel: FilterPanel | 'failed' | undefined = undefined;
  /** True once the visitor wanted to see them: dozens of controls nobody sees make every search wait. */
  @state() private unfolded = false;
  private filterSync: FilterSync | undefined;
  private searchable = false;
  private wide: boolean | undefined;
  private offered = new Set<string>();
  /** Fetched when a program is first opened. */
  private opened: OpenedProgram | undefined;
  /** What is opened as soon as its code has come; until then the list is dimmed. */
  @state() private opening: ProgramName | undefined = undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.more = 'idle';
    this.opening = undefined;
    release(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('era')) this.followPage();
    super.willUpdate(changed);
  }

  protected override findStrings(language: string): Promise<Strings> {
    return loadFirstStrings(language);
  }

  protected override findLanguage(): string {
    return pageLanguage(this, this.era);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    void this.drawOn();
  }

  /**
   * Draws what is not to be seen yet, once what is to be seen is painted: of a long list the outlines first, so that all
   * of it can be reached before more code comes, then the cards themselves, in slices that leave the page free.
   */
  private async drawOn(): Promise<void> {
    if (this.drawing || !this.answer) return;
    this.drawing = true;
    do {
      await nextFrame();
      const { answer } = this;
      if (!answer) break;
      if (answer.programs.length - this.drawn > many) {
        await this.drawSlices('outlined', answer, many);
        await nextFrame();
      }
      void this.fetchViews();
      await this.drawSlices('drawn', answer, windowful());
    } while (this.drawn < (this.answer?.programs.length ?? 0));
    this.drawing = false;
  }

  private async drawSlices(what: 'outlined' | 'drawn', answer: ProgramPage, some: number): Promise<void> {
    const pace = new Pace(some);
    while (this.answer === answer && this[what] < answer.programs.length) {
      await pace.keep(async (some) => {
        this[what] += some;
        await this.updateComplete;
      });
      await nextTurn();
    }
  }

  protected override asksAnew(changed: PropertyValues): boolean {
    return questionProperties.some((name) => changed.has(name));
  }

  protected override forget(): void {
    this.wide = undefined;
    this.answer = undefined;
    this.chosen = nothingChosen;
    this.panel = undefined;
    this.searchable = false;
    this.offered = new Set();
    this.filterSync?.write(nothingChosen);
    this.townName = nameless;
    this.opening = undefined;
    this.opened?.forget();
  }

  protected override resume(what: unknown, backend: Backend): ElementState {
    const { answer, strings, view, wide, offered, chosen, wishes } = what as FirstCards;
    Object.assign(this, { strings, lastView: view, wide, offered });
    setTimeout(this.keepUp, 1000);
    // What the visitor wished for meanwhile.
    void this.updateComplete.then(() => {
      if (chosen !== nothingChosen) this.choose(chosen);
      if (wishes.has('unfold')) this.unfold();
      if (wishes.has('showMore')) void this.showMore();
    });
    return this.take(answer, backend);
  }

  protected override async load(backend: Backend, signal: AbortSignal): Promise<() => ElementState> {
    setTimeout(this.keepUp, 1000);
    // What the address says narrows the first question already.
    if (!this.answer && location.hash.startsWith(chosenHash)) await this.fetchSync();
    if (signal.aborted) throw signal.reason;
    const asked = backend.programs(this.towns, this.query(), { signal });
    // A list that begins in another view waits for it; with cards the choice of views comes after them.
    const [answer] = await Promise.all([asked, this.view === 'cards' || this.fetchViews()]);
    if (this.program && !answer.total) throw new ProblemError(makeProblem('program-not-found'));
    return () => this.take(answer, backend);
  }

  /** Shows an answer, and fetches what may follow it. */
  private take(answer: ProgramPage, backend: Backend): ElementState {
    void this.fetchSync();
    if (!this.answer) this.begin(backend, this.question);
    this.answer = answer;
    this.drawn = windowful();
    this.outlined = 0;
    this.more = 'idle';
    void this.updateComplete.then(() => this.dispatchEvent(new KankeiProgramListLoadEvent(answer.total)));
    return answer.programs.length || answer.next ? 'ready' : 'empty';
  }

  /** What can wait for the first answer: the program the page's address names, the names of several towns. */
  private begin(backend: Backend, signal: AbortSignal): void {
    const linked = linkedProgram(this.towns);
    if (linked) this.openNamed(linked);
    if (this.towns.length < 2) return;
    const names = new Map<string, string>();
    for (const code of this.towns)
      backend.town(code, { signal }).then(
        ({ name }) => {
          names.set(code, name);
          this.townName = (code) => names.get(code);
        },
        // A town without a name: its cards simply do not say it.
        () => {},
      );
  }

  /** Never rejects: without the other views there are cards, and the next answer tries again. */
  private fetchViews(): Promise<void> {
    this.viewsCame ??= Promise.all([import('./views/views.ts'), this.needAllStrings()])
      .then(async ([{ Views }]) => {
        const views = new Views(this, {
          words: () => this.allStrings!,
          query: () => this.query(),
          ask: (query, signal) => this.findBackend().programs(this.towns, query, { signal }),
          explain: (error) => this.explain(toProblem(error)),
        });
        await views.ready();
        this.shown = views;
      })
      .catch(() => {
        this.viewsCame = undefined;
      });
    return this.viewsCame;
  }

  /** Never rejects: without it a list stays as it came. */
  private readonly keepUp = async (): Promise<void> => {
    if (this.upkeep) return;
    try {
      const { Upkeep } = await import('./upkeep.ts');
      this.upkeep ??= new Upkeep(this, {
        look: () => ({
          state: this.state,
          problem: this.problem,
          answer: this.answer,
          towns: this.towns,
          narrowed: this.narrowed,
          words: this.allStrings,
          jsonLd: !this.noJsonld,
        }),
        explain: (problem) => this.explain(problem),
        reload: () => this.reload(),
        retry: () => this.retry(),
        needWords: () => this.needAllStrings(),
        open: (name) => this.opened ?? this.openNamed(name),
      });
    } catch {
      // The connection may be gone for a while; a file that is never there is asked for ever more seldom.
      this.patience *= 2;
      setTimeout(this.keepUp, this.patience);
    }
  };

  protected override explain(problem: Problem): string {
    // A code that cannot be one is no town either; the tag knows no `codes`.
    const isTown = problem.errors?.[0]?.name === 'codes';
    return super.explain(isTown ? makeProblem('town-not-found') : problem);
  }

  private query(): ProgramQueryInput {
    return toQuery(this, this.chosen, this.towns, this.findBackend().longest);
  }

  private readonly choose = (change: Chosen): void => {
    this.chosen = { ...this.chosen, ...change };
    this.filterSync?.write(this.chosen);
    if (this.narrowed) void this.fetchPanel();
  };

  private readonly unfold = (): void => {
    this.unfolded = true;
    void this.fetchPanel();
  };

  private async fetchPanel(): Promise<void> {
    if (this.panel && this.panel !== 'failed') return;
    try {
      const [{ FilterPanel }] = await Promise.all([import('./filter-panel.ts'), this.needAllStrings()]);
      this.panel = new FilterPanel(this);
    } catch {
      // Unfolding the filters again tries again.
      this.panel = 'failed';
    }
  }

  /** Never rejects: a list without it keeps nothing in the address. */
  private async fetchSync(): Promise<void> {
    if (this.sync === null || this.filterSync) return;
    const { FilterSync } = await import('./filter-sync.ts').catch(() => ({ FilterSync: undefined }));
    if (!FilterSync || this.filterSync) return;
    this.filterSync = new FilterSync(this, {
      name: () => this.sync ?? undefined,
      attributes: () => this,
      towns: () => this.towns,
      chosen: () => this.chosen,
      take: (chosen) => {
        this.chosen = chosen;
        if (this.narrowed) void this.fetchPanel();
      },
    });
    this.filterSync.begin();
    await this.updateComplete;
  }

  private readonly clear = (): void => {
    this.movesFocus = true;
    this.renderRoot.querySelector('form')?.reset();
    const { past } = this.chosen;
    this.chosen = past ? { past } : nothingChosen;
    this.filterSync?.write(this.chosen);
  };

  private readonly togglePast = (): void => {
    this.movesFocus = true;
    this.choose({ past: this.chosen.past ? undefined : 'only' });
  };

  private readonly showMore = async (): Promise<void> => {
    const { answer, question } = this;
    if (!answer?.next || this.more === 'loading') return;
    this.more = 'loading';
    try {
      const query = { ...this.query(), cursor: answer.next };
      const page = await this.findBackend().programs(this.towns, query, { signal: question });
      if (question.aborted) return;
      const held = this.shadowRoot?.activeElement?.matches('[part="more"]');
      this.answer = { ...page, asOf: answer.asOf, programs: [...answer.programs, ...page.programs] };
      this.drawn = answer.programs.length + windowful();
      this.more = 'idle';
      await this.updateComplete;
      // The button has moved down or gone; the first new card stands where it was.
      if (held) this.cardLink(answer.programs.length)?.focus({ preventScroll: true });
    } catch (error) {
      if (question.aborted) return;
      // Without them it is said in fewer words.
      await this.needAllStrings().catch(() => {});
      this.more = toProblem(error);
    }
  };

  /** Follows a card's link in place. */
  private readonly followLink = (event: MouseEvent, item: ProgramItem): void => {
    if (!opensInPlace(event)) return;
    event.preventDefault();
    void this.openProgram(item, item, event.currentTarget as HTMLElement);
  };

  /** Opens the program that the page's address names, unless another list does. */
  private openNamed(name: ProgramName): void {
    if (!isHeldElsewhere(this, name)) void this.openProgram(name);
  }

  /** Opens a program in place of the list; where the code for it does not come, the list says so. */
  private async openProgram(name: ProgramName, item?: ProgramItem, link?: HTMLElement): Promise<void> {
    hold(this, name);
    this.opening = name;
    try {
      const [{ OpenedProgram }] = await Promise.all([import('./opened-program.ts'), this.needAllStrings()]);
      if (this.opening !== name) return;
      this.opened ??= new OpenedProgram(this, {
        towns: () => this.towns,
        backend: () => this.findBackend(),
        explain: (problem) => this.explain(problem),
        needWords: () => this.needAllStrings(),
        learn: (name, placesLeft) => this.learn(name, placesLeft),
      });
    } catch (error) {
      if (this.opening !== name) return;
      this.fail(makeProblem('network', { detail: String(error) }));
      await this.updateComplete;
      // It is said above the programs; the one that was pressed may be far below.
      this.renderRoot.querySelector('[part="problem"]')?.scrollIntoView({ block: 'center' });
    }
    if (this.opening !== name) return;
    this.opening = undefined;
    await this.opened?.open(name, item, link);
  }

  /** Applications have come in since the list was asked for. */
  private learn({ town, id }: ProgramName, placesLeft: number): void {
    const { answer } = this;
    const isIt = (item: ProgramItem) => item.town === town && item.id === id && item.placesLeft !== placesLeft;
    if (answer?.programs.some(isIt))
      this.answer = {
        ...answer,
        programs: answer.programs.map((item) => (isIt(item) ? { ...item, placesLeft } : item)),
      };
  }

  private cardLink(index: number): HTMLElement | null | undefined {
    return this.renderRoot.querySelectorAll('[part="card"]')[index]?.querySelector('a');
  }

  /** The same object as long as nothing in it has changed: what stands in it is then left alone. */
  private get context(): View {
    const { strings, answer, headingLevel, townName, upkeep, lastView } = this;
    const view = viewOf(strings, answer, headingLevel, townName, upkeep?.now);
    const isSame = lastView && (Object.keys(view) as (keyof View)[]).every((key) => view[key] === lastView[key]);
    this.lastView = isSame ? lastView : view;
    return this.lastView;
  }

  /** True when the visitor has narrowed the list. */
  private get narrowed(): boolean {
    return isNarrowed(this.chosen);
  }

  protected override content(): TemplateResult {
    const opened = this.allStrings && this.opened?.view({ ...this.context, s: this.allStrings });
    return listOrProgram(this.listing(), opened);
  }

  private listing(): TemplateResult {
    const { answer, state, upkeep } = this;
    const notice = upkeep?.notice();
    if (!answer) return state === 'failed' ? this.failure() : waiting(this.strings, notice);
    const failed = state === 'failed';
    const failure = failed && !notice ? this.failure() : undefined;
    return listView(this.look(answer, { failed, notice, failure, ...this.parts(answer) }));
  }

  private look(answer: ProgramPage, later: LaterParts): ListLook {
    const { chosen, drawn, kind, more, offered, outlined, past, program, choose, clear, showMore, togglePast, unfold } =
      this;
    this.searchable ||= isSearchable(answer) || this.narrowed;
    this.wide ??= isWide(this);
    return {
      answer,
      drawn,
      outlined,
      busy: this.state === 'loading' || Boolean(this.opening),
      more,
      moreFailed: this.upkeep?.moreFailed(more) ?? this.strings.moreFailed,
      view: this.context,
      actions: { href: programHref, open: this.followLink },
      chosen,
      past,
      kind,
      named: Boolean(program),
      searchable: this.searchable && !program,
      offered,
      wide: this.wide,
      hasViews: splitValues(this.views).length > 1,
      later,
      choose,
      // The chips have the button that does so.
      clear: this.panel === 'failed' ? clear : undefined,
      unfold,
      showMore,
      togglePast,
    };
  }

  /** What has been fetched since the first cards. */
  private parts(answer: ProgramPage): LaterParts {
    const { panel, shown } = this;
    const options = this.panelOptions(answer);
    return {
      fields:
        panel === 'failed'
          ? html`<p part="problem" role="alert">${this.strings.network}</p>`
          : this.unfolded && options
            ? panel?.fields(options)
            : undefined,
      chips: panel !== 'failed' && options ? panel?.chips(options) : undefined,
      switch: shown?.switch(),
      showsMonths: shown?.showsMonths ?? false,
      empty,
      render: (listing, view, actions) => shown?.render(listing, view, actions),
    };
  }

  /** What the filters beyond words and kinds need; undefined while their words have not come. */
  private panelOptions(answer: ProgramPage): PanelOptions | undefined {
    const { allStrings, chosen, choose, clear } = this;
    return allStrings && { attributes: this, answer, chosen, view: { ...this.context, s: allStrings }, choose, clear };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kankei-program-list': KankeiProgramList;
  }
}
