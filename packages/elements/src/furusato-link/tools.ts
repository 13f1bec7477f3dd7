import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { loadFurusatoRest } from '../strings/furusato.ts';
import type { FurusatoRestStrings } from '../strings/ja-furusato-rest.ts';
import type { MoreOptions, MoreView } from './more.ts';
import type { FurusatoPart, FurusatoPartClass } from './part.ts';
import { heading } from './view.ts';

/** What a visitor may open before a donation, each with the code it is fetched from. */
const loaders = {
  estimate: async (): Promise<FurusatoPartClass> => (await import('./estimate/estimate.ts')).Estimate,
  oneStop: async (): Promise<FurusatoPartClass> => (await import('./one-stop/one-stop.ts')).OneStop,
};
export type ToolName = keyof typeof loaders;
export const toolNames: readonly ToolName[] = ['estimate', 'oneStop'];

/** A part that is fetched when it is first opened. Closed and opened again it stands as it was. */
export class Tool {
  readonly name: ToolName;
  state: 'closed' | 'loading' | 'open' | 'failed' = 'closed';
  part: FurusatoPart | undefined;
  private readonly host: LitElement;
  private readonly options: MoreOptions;
  private words: FurusatoRestStrings | undefined;
  /** The tongue of these words. */
  private spoken = '';
  private wanted = false;

  constructor(name: ToolName, host: LitElement, options: MoreOptions) {
    this.name = name;
    this.host = host;
    this.options = options;
  }

  get isOpen(): boolean {
    return this.state === 'open' || this.state === 'loading';
  }

  /** Opens where the page has come to want it, and speaks the language the page has come to speak. */
  follow(): void {
    const wanted = this.options.opened(this.name);
    if (wanted && !this.wanted && !this.isOpen) void this.open();
    else if (this.part) void this.speak().catch(() => {});
    this.wanted = wanted;
  }

  readonly toggle = (): void => {
    if (!this.isOpen) void this.open();
    else this.turn('closed');
  };

  /** The language of the page, and whether its years are those of the era. */
  private get tongue(): string {
    const { words, era } = this.options.view();
    return era ? `${words.language}-u-ca-japanese` : words.language;
  }

  private turn(state: Tool['state']): void {
    this.state = state;
    this.host.requestUpdate();
  }

  private async open(): Promise<void> {
    this.turn('loading');
    try {
      const [Part] = await Promise.all([loaders[this.name](), this.speak()]);
      this.part ??= new Part(this.host, {
        words: () => ({ ...this.options.view().words, ...this.words! }),
        now: () => Date.now(),
        level: Math.min(this.options.view().level + 2, 6),
        town: this.options.town,
      });
      if (this.state === 'loading') this.turn('open');
    } catch (error) {
      console.warn(`[kankei] <${this.host.localName}>: ${error}`);
      if (this.state === 'loading') this.turn('failed');
    }
  }

  private async speak(): Promise<void> {
    const { tongue } = this;
    if (this.spoken === tongue) return;
    const { words, era } = this.options.view();
    const rest = await loadFurusatoRest(words.language, era);
    if (tongue !== this.tongue) return this.speak();
    this.words = rest;
    this.spoken = tongue;
    this.host.requestUpdate();
  }
}

/** A button for each, and below it what it opens. */
export function toolsView(tools: readonly Tool[], { more, level }: MoreView): TemplateResult {
  return html`<section part="tools" aria-labelledby="tools">
    ${heading(more.tools, level + 1, 'heading', 'tools')}
    ${tools.map((tool) => {
      const { name, state, isOpen, part, toggle } = tool;
      return html`<div class="tool">
        <button
          part=${state === 'failed' ? 'tool retry' : 'tool'} type="button" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls="tool-${name}"
          aria-busy=${state === 'loading' ? 'true' : nothing} @click=${toggle}
        >${more[name]}</button>
        ${state === 'failed' ? html`<p part="problem" role="alert">${more.toolFailed}</p>` : nothing}
        <div id="tool-${name}" class="opened" ?hidden=${state !== 'open'}>${part?.view()}</div>
      </div>`;
    })}
  </section>`;
}
