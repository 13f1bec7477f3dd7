import { dayAt, dayLength, type Furusato, startOfDay } from '@kankei/core';
import type { LitElement, ReactiveController } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { type FurusatoMoreStrings, loadFurusatoMore } from '../strings/furusato.ts';
import { corporateView } from './corporate.ts';
import { invitationView } from './invitation.ts';
import { moreStyles } from './more.styles.ts';
import { registrationView } from './registration.ts';
import { Tool, type ToolName, toolNames, toolsView } from './tools.ts';
import type { View } from './view.ts';

/** What is asked of the tag that all this stands in. */
export interface MoreOptions {
  profile(): Furusato | undefined;
  town(): string;
  view(): View;
  /** Whether the page wants a tool to be open without anybody asking. */
  opened(tool: ToolName): boolean;
}

/** The same for the templates, with their words. */
export interface MoreView extends View {
  more: FurusatoMoreStrings;
  town: string;
}

/** Timers are looked at so often (ms) at least: a clock may be set, a machine may sleep. */
const longest = 600_000;

/**
 * What stands below the first sight, and what keeps all of it right in a page left open: another day in Tokyo is another
 * state of a project. Fetched when the first sight is painted.
 */
export class More implements ReactiveController {
  readonly host: LitElement;
  readonly options: MoreOptions;
  readonly tools: readonly Tool[];
  private words: FurusatoMoreStrings | undefined;
  private speaking = '';
  private connection = new AbortController();
  private timer: number | undefined;
  private today = '';

  constructor(host: LitElement, options: MoreOptions) {
    this.host = host;
    this.options = options;
    addStyles(host, moreStyles);
    this.tools = toolNames.map((name) => new Tool(name, host, options));
    host.addController(this);
  }

  hostConnected(): void {
    this.connection = new AbortController();
    const { signal } = this.connection;
    document.addEventListener('visibilitychange', this.tick, { signal });
    addEventListener('pageshow', this.tick, { signal });
    this.tick();
  }

  hostDisconnected(): void {
    this.connection.abort();
    clearTimeout(this.timer);
  }

  hostUpdate(): void {
    const { language } = this.options.view().words;
    if (language !== this.speaking) void this.speak(language);
    for (const tool of this.tools) tool.follow();
  }

  content(): unknown {
    const profile = this.options.profile();
    const { words } = this;
    if (!profile || !words) return undefined;
    const view: MoreView = { ...this.options.view(), more: words, town: this.options.town() };
    return [
      toolsView(this.tools, view),
      corporateView(profile.corporate, view),
      invitationView(profile.invitation, view),
      registrationView(profile.registration, view),
    ];
  }

  /** The words at hand stay until others have come. */
  private async speak(language: string): Promise<void> {
    this.speaking = language;
    try {
      const words = await loadFurusatoMore(language);
      if (language !== this.speaking) return;
      this.words = words;
      this.host.requestUpdate();
    } catch (error) {
      console.warn(`[kankei] <${this.host.localName}>: ${error}`);
      // The next change of anything asks again.
      if (language === this.speaking) this.speaking = '';
    }
  }

  private readonly tick = (): void => {
    const now = Date.now();
    const today = dayAt(now);
    if (today !== this.today) this.host.requestUpdate();
    this.today = today;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.tick, Math.min(longest, startOfDay(now) + dayLength - now));
  };
}
