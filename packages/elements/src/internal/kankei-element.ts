import { type Backend, type QuickReaders, resolveBackend } from '@kankei/client';
import { makeProblem, type Problem, ProblemError } from '@kankei/core';
import {
  type CSSResultGroup,
  type CSSResultOrNative,
  html,
  LitElement,
  type PropertyDeclaration,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { type AllBaseStrings, type BaseStrings, jaBase, loadBaseStrings } from '../strings/base.ts';
import { loadAllStrings } from '../strings/index.ts';
import { setAccent } from './accent.ts';
import { type ElementState, internalsOf, mirrorState } from './element-state.ts';
import { KankeiErrorEvent } from './error-event.ts';
import { isFar } from './far.ts';
import { takePainted } from './first-paint.ts';
import { frame } from './frame.ts';
import { hostStyles } from './host.styles.ts';
import { isOnDark, nearestLanguage } from './host-page.ts';
import { toProblem } from './problem.ts';
import { property, state } from './property.ts';
import { scriptUrl } from './script-url.ts';
import { sourcesOf } from './sources.ts';
import { touchStyles } from './touch.styles.ts';
import { readTowns } from './towns.ts';
import { mendTexts } from './translated.ts';
import { version } from './version.ts';
import { watchHostPage } from './watch-host-page.ts';

/** What decides where answers come from and what they are about: another value drops everything shown. */
const sourceProperties = ['town', 'endpoint', 'src', 'backend'] as const;

/**
 * What all widgets have in common: where their answers come from, their state, their language and colours, and the
 * light-DOM children that stand in while there is nothing better.
 */
export abstract class KankeiElement extends LitElement {
  /** The version of the code; a second version on the page is told by it. */
  static readonly version: string = version;
  static override styles: CSSResultGroup = [hostStyles];

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return LitElement.finalizeStyles([touchStyles, styles ?? []]);
  }

  /** Municipality codes (six digits), several with spaces or commas between. */
  @property() town = '';
  /** The address of a kankei server. */
  @property() endpoint = '';
  /** The address of a `kankei.json`, an event CSV or a JSON file, in place of a server. */
  @property() src = '';
  /** The colour of what can be pressed, as `#rgb` or `#rrggbb`; goes before `--kankei-accent` of the page's styles. */
  @property() accent = '';
  /** Where answers come from, for developers; goes before every attribute. */
  @property({ attribute: false }) backend: Backend | undefined = undefined;

  @state() protected state: ElementState = 'idle';
  @state() protected problem: Problem | undefined = undefined;
  @state() protected strings: BaseStrings = jaBase;
  /** All words of the same language, once `needAllStrings` has fetched them. */
  @state() protected allStrings: AllBaseStrings | undefined = undefined;
  @state() private onDark = false;

  /** False for an element that learns by itself which town it is about. */
  protected readonly needsTown: boolean = true;
  /** Readers of what this tag asks first, so that it need not wait for the whole backend. */
  protected readonly readers: QuickReaders = {};

  /** Set when the button that was pressed will go: focus then moves to what came of it. */
  protected movesFocus = false;

  private readonly internals = internalsOf(this);
  /** What each property was until its attribute said something: an attribute that goes gives that back. */
  private readonly unsaid = new Map<string, unknown>();
  private connection = new AbortController();
  private asking = new AbortController();
  private language: string | undefined;
  private wordsReady: Promise<void> | undefined;
  private needsAllStrings = false;
  private stale = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = new AbortController();
    watchHostPage(this, () => this.followPage(), this.connection.signal);
    this.followPage();
    if (this.asking.signal.aborted) this.asking = new AbortController();
    if (this.stale) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.connection.abort();
    this.asking.abort();
    if (this.state === 'loading') this.stale = true;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const { elementProperties } = this.constructor as typeof LitElement;
    const isOf = ([key, { attribute }]: [PropertyKey, PropertyDeclaration]) =>
      (typeof attribute === 'string' ? attribute : String(key).toLowerCase()) === name;
    const key = [...elementProperties].find(isOf)?.[0] as keyof this;
    const before = this.unsaid.has(name) ? this.unsaid.get(name) : this[key];
    this.unsaid.set(name, before);
    super.attributeChangedCallback(name, old, value);
    // Lit would make it null, which hardly any property here may be.
    if (value === null) this[key] = before as this[typeof key];
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Without one, what a page has set itself stays.
    if (changed.has('accent') && (this.accent || changed.get('accent')) && !setAccent(this, this.accent) && this.accent)
      console.warn(`[kankei] <${this.localName}>: accent is #rgb or #rrggbb, not “${this.accent}”.`);
    const moved = sourceProperties.some((name) => changed.has(name));
    if (moved) this.forget();
    if (moved || this.asksAnew(changed)) this.stale = true;
    if (this.stale && this.isConnected && !isFar(this) && !this.goesOn()) void this.reload();
  }

  /** True where this code finds its tag painted, and goes on from there. */
  private goesOn(): boolean {
    const what = takePainted(this);
    if (what === undefined) return false;
    this.stale = false;
    this.state = this.resume(what, this.findBackend());
    return true;
  }

  protected override update(changed: PropertyValues): void {
    mendTexts(this.renderRoot);
    super.update(changed);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('state')) mirrorState(this.internals, (changed.get('state') as ElementState) ?? 'idle', this.state);
    if (!this.movesFocus || this.state === 'loading') return;
    this.movesFocus = false;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (find('[part="retry"]') ?? find('[tabindex="-1"]'))?.focus();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // What was painted first stands at the end of the root, where Lit finds it.
    this.renderOptions.renderBefore = null;
    return root;
  }

  protected override render(): TemplateResult {
    return frame(this.content(), this.strings.language, this.onDark);
  }

  /** What the element shows in its present state. */
  protected abstract content(): unknown;

  /** Asks the backend; resolves with what takes the answer over and returns the state it leads to. */
  protected abstract load(backend: Backend, signal: AbortSignal): Promise<() => ElementState>;

  /** Takes over what was painted before this code had come, and returns the state that is. */
  protected resume(_what: unknown, _backend: Backend): ElementState {
    return 'idle';
  }

  /** True when one of the changed properties makes another question, beside the town and the source. */
  protected abstract asksAnew(changed: PropertyValues): boolean;

  /** Drops all answers: they belong to another town or source. */
  protected abstract forget(): void;

  /** The codes of `town`, however they were typed. */
  protected get towns(): string[] {
    return readTowns(this.town);
  }

  /** Stops when another question is asked or the element leaves the page. */
  protected get question(): AbortSignal {
    return this.asking.signal;
  }

  /** Asks anew; an older question that is still under way is stopped. */
  protected async reload(): Promise<void> {
    this.stale = false;
    this.asking.abort();
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.state = 'loading';
    this.problem = undefined;
    try {
      if (this.needsTown && !this.towns.length)
        throw new ProblemError(makeProblem('invalid-parameter', { detail: 'no town is given' }));
      const show = await this.load(this.findBackend(), signal);
      await this.wordsReady;
      if (!signal.aborted) this.state = show();
    } catch (error) {
      if (signal.aborted) return;
      // Without them it is said in fewer words.
      await this.needAllStrings().catch(() => {});
      if (!signal.aborted) this.fail(toProblem(error));
    }
  }

  /** Asks again on a person's wish. */
  protected retry(): void {
    this.movesFocus = true;
    void this.reload();
  }

  /** The backend that the property, the attributes, the page or the script's own place name, in this order. */
  protected findBackend(): Backend {
    return resolveBackend(sourcesOf(this, scriptUrl()), this.readers);
  }

  /**
   * Fetches the words beyond those of a list. From then on they are at hand, in every language the page changes to.
   * Rejects when they cannot be fetched.
   */
  protected async needAllStrings(): Promise<void> {
    this.needsAllStrings = true;
    while (this.allStrings?.language !== this.strings.language) {
      const { strings } = this;
      const all = await loadAllStrings(strings);
      if (strings === this.strings) this.allStrings = all;
    }
  }

  /** The fallback, why there is nothing better, and a way to try again. */
  protected failure(): TemplateResult {
    return html`
      <div class="fallback"><slot></slot></div>
      <p part="problem" role="alert">${this.problem ? this.explain(this.problem) : ''}</p>
      <p><button part="retry" type="button" @click=${this.retry}>${this.strings.retry}</button></p>
    `;
  }

  /** A problem in a sentence: what happened and what to do. */
  protected explain({ code, errors }: Problem): string {
    const { strings, allStrings } = this;
    if (code === 'network' && !navigator.onLine) return strings.offline;
    if (code === 'network' || !allStrings) return strings.network;
    const { noTown, problems } = allStrings;
    if (code === 'invalid-parameter' && !this.towns.length) return noTown;
    const names = code === 'invalid-parameter' && errors?.map((error) => error.name).join(', ');
    return names ? `${problems[code]} (${names})` : problems[code];
  }

  protected fail(problem: Problem): void {
    this.problem = problem;
    this.state = 'failed';
    console.warn(`[kankei] <${this.localName}>: ${problem.code}${problem.detail ? ` – ${problem.detail}` : ''}`);
    this.dispatchEvent(new KankeiErrorEvent(problem.code));
  }

  /** The language to speak, as a BCP 47 tag: what the page says. */
  protected findLanguage(): string {
    return nearestLanguage(this);
  }

  /** Takes over the language and the colours of the page as they are now. */
  protected followPage(): void {
    this.onDark = isOnDark(this);
    const language = this.findLanguage();
    if (language === this.language) return;
    this.language = language;
    this.wordsReady = this.speak(language).catch(() => {
      // The words could not be fetched: the ones at hand stay, the next change of language asks again.
      this.language = undefined;
    });
  }

  /** The words for a BCP 47 tag. Rejects when they cannot be fetched. */
  protected findStrings(language: string): Promise<BaseStrings> {
    return loadBaseStrings(language);
  }

  private async speak(language: string): Promise<void> {
    const strings = await this.findStrings(language);
    const all = this.needsAllStrings ? await loadAllStrings(strings) : undefined;
    if (language !== this.language) return;
    this.strings = strings;
    this.allStrings = all;
  }
}
