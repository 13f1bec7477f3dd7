import { html, nothing, type TemplateResult } from 'lit';
import type { BuilderStrings } from '../strings/builder.ts';

/** Lines to copy, and what came of it. Where the clipboard is closed (a page without https) they are selected. */
export class Copying {
  private readonly said = new Map<string, string>();
  private readonly draw: () => void;

  constructor(draw: () => void) {
    this.draw = draw;
  }

  /** `what`: names the lines in words. */
  view(id: string, what: string, lines: string, say: BuilderStrings): TemplateResult {
    return html`<textarea id="lines-${id}" class="lines" readonly spellcheck="false" translate="no"
        rows=${rows(lines)} aria-label=${what} .value=${lines}
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      <p class="buttons">
        <button type="button" aria-label=${say.copyOf(what)} @click=${(event: Event) => this.copy(id, lines, event, say)}>${say.copy}</button>
        <span role="status">${this.said.get(id) ?? nothing}</span>
      </p>`;
  }

  /** What was said of lines that are others now no longer holds. */
  forget(): void {
    this.said.clear();
  }

  private async copy(id: string, lines: string, { target }: Event, say: BuilderStrings): Promise<void> {
    const root = (target as Element).getRootNode() as ShadowRoot;
    // Emptied first, so that the same words are announced again.
    this.forget();
    this.draw();
    try {
      await navigator.clipboard.writeText(lines);
      this.said.set(id, say.copied);
    } catch {
      root.querySelector<HTMLTextAreaElement>(`#lines-${id}`)?.focus();
      this.said.set(id, say.copyFailed);
    }
    this.draw();
  }
}

/** About so many characters stand on one line of a card. */
const width = 48;

function rows(lines: string): number {
  return lines.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / width), 1);
}
