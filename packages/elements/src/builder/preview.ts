import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Builder } from './builder.ts';
import type { Choices } from './choices.ts';

/** The widths (CSS px) a preview has. */
const widths = { phone: 375, desktop: 1100 } as const;

/** How long (ms) a person may go on typing before the preview follows. */
const patience = 400;

/** The widget as it will look, on a page of ours within a frame. */
export class Preview {
  private width: keyof typeof widths = 'phone';
  /** What the frame shows; what was chosen since is waited for. */
  private shown = '';
  private wanted = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stage: HTMLElement | undefined;
  private readonly draw: () => void;
  /** The address of this script. */
  private readonly own: string;

  constructor(own: string, draw: () => void) {
    this.own = own;
    this.draw = draw;
    new ResizeObserver(() => this.fit()).observe(document.documentElement);
  }

  view(builder: Builder, choices: Choices): TemplateResult {
    const { words, widget } = builder;
    this.follow(builder.previewAddress(choices, this.own));
    const name = words.widgets[widget.name]?.name ?? widget.name;
    const button = (width: keyof typeof widths) => html`<button
      type="button" aria-pressed=${this.width === width ? 'true' : 'false'}
      @click=${() => this.show(width)}
    >${words[width]}</button>`;
    return html`<section aria-labelledby="preview" class="preview">
      <h2 id="preview">${words.preview}</h2>
      <p class="buttons">${button('phone')} ${button('desktop')}</p>
      <div class="stage ${this.width}" ${ref((element) => this.takeStage(element))}>
        ${
          this.shown
            ? html`<iframe title=${words.previewFrame(name)} src=${this.shown}></iframe>`
            : html`<p>${choices.towns.length ? words.fixFirst : words.previewMissing}</p>`
        }
      </div>
      ${this.shown ? html`<p><a href=${this.shown} target="_blank" rel="noopener">${words.openPreview}</a></p>` : ''}
    </section>`;
  }

  private show(width: keyof typeof widths): void {
    this.width = width;
    this.draw();
  }

  /** The first is shown at once, others when nothing more is typed. */
  private follow(address: string): void {
    if (address === this.wanted) return;
    this.wanted = address;
    clearTimeout(this.timer);
    if (!this.shown || !address) this.shown = address;
    else
      this.timer = setTimeout(() => {
        this.shown = address;
        this.draw();
      }, patience);
  }

  private takeStage(element: Element | undefined): void {
    this.stage = element as HTMLElement | undefined;
    queueMicrotask(() => this.fit());
  }

  /** A computer's page is wider than the place there is: it is made smaller as a whole. */
  private fit(): void {
    const { stage } = this;
    if (!stage) return;
    const scale = Math.min(1, stage.clientWidth / widths[this.width]);
    stage.style.setProperty('--width', `${widths[this.width]}px`);
    stage.style.setProperty('--scale', String(scale));
  }
}
