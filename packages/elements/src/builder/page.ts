import { embedPlace } from '@kankei/core';
import { adoptStyles, html, render, type TemplateResult } from 'lit';
import { formStyles } from '../internal/form/form.styles.ts';
import { formRestStyles } from '../internal/form/form-rest.styles.ts';
import { hostStyles } from '../internal/host.styles.ts';
import { isOnDark } from '../internal/host-page.ts';
import { touchStyles } from '../internal/touch.styles.ts';
import { loadBuilderStrings } from '../strings/builder.ts';
import { loadFormRest, loadFormStrings } from '../strings/form.ts';
import { builderStyles } from './builder.styles.ts';
import { Builder, type BuilderWords } from './builder.ts';
import { chooseView } from './choose-view.ts';
import { Copying } from './copying.ts';
import { filesView } from './files-view.ts';
import { pasteView } from './paste-view.ts';
import { placeOf, readIntegrity, readKnownTowns } from './place.ts';
import { Preview } from './preview.ts';
import { TextCheck } from './text-check.ts';

/** The embed builder: a page of its own, for a webmaster. It defines no element; it draws into one of the page's. */
class BuilderPage {
  private readonly target: HTMLElement;
  private readonly root: ShadowRoot;
  /** The address of this script. */
  private readonly own: string;
  private readonly builder: Builder;
  private readonly copying: Copying;
  private readonly preview: Preview;
  private readonly check: TextCheck;
  private isWaiting = false;
  private isPinned = false;

  constructor(target: HTMLElement, own: string, words: BuilderWords) {
    this.target = target;
    this.own = own;
    this.root = target.attachShadow({ mode: 'open' });
    adoptStyles(this.root, [hostStyles, touchStyles, formStyles, formRestStyles, builderStyles]);
    const { base, towns, town } = target.dataset;
    const file = base === undefined ? new URL('kankei.json', own).href : undefined;
    const setting = { place: placeOf(own, base), known: readKnownTowns(towns), town, file, words };
    this.builder = new Builder(setting, this.root, () => this.changed());
    this.copying = new Copying(() => this.draw());
    this.preview = new Preview(own, () => this.draw());
    this.check = new TextCheck(base === undefined ? undefined : embedPlace(own).base, () => this.draw());

    this.follow();
    addEventListener('hashchange', () => this.follow());
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  /** Takes over what the address says. */
  private follow(): void {
    this.builder.read(location.hash);
    void this.findIntegrity();
    this.draw();
  }

  /** Keeps what was chosen in the address, without a step in the history for each letter. */
  private changed(): void {
    this.copying.forget();
    history.replaceState(history.state, '', `#${this.builder.hash}`);
    void this.findIntegrity();
    this.draw();
  }

  /** Asks for the hashes once somebody wants them. */
  private async findIntegrity(): Promise<void> {
    if (this.isPinned || this.builder.choices.pin === 'newest') return;
    this.isPinned = true;
    this.builder.hashes = (await readIntegrity(this.own)) ?? {};
    this.draw();
  }

  /** Draws once for all that happens together. */
  private draw(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      render(this.view(), this.root);
    });
  }

  private view(): TemplateResult {
    const { builder, copying, preview, check } = this;
    const { choices, words } = builder;
    const { code, name } = words.other;
    const share = `${location.origin}${location.pathname}?lang=${words.language}#${builder.hash}`;
    return html`<div class="root ${isOnDark(this.target) ? 'on-dark' : ''}">
      <div class="head">
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <p><a href="?lang=${code}#${builder.hash}" lang=${code} hreflang=${code}>${name}</a></p>
      </div>
      <div class="parts">
        <div class="work">${chooseView(builder, choices)} ${preview.view(builder, choices)}</div>
        ${pasteView(builder, choices, copying)}
        <section aria-labelledby="share">
          <h2 id="share">${words.share}</h2>
          <p>${words.shareHelp}</p>
          ${copying.view('share', words.share, share, words)}
        </section>
        ${filesView(builder, choices)} ${check.view(builder, choices)}
      </div>
    </div>`;
  }
}

/** The language the address asks for, else the page's own; the page then says that it is in it. */
function chooseLanguage(): 'ja' | 'en' {
  const page = document.documentElement;
  const asked = new URLSearchParams(location.search).get('lang') ?? page.lang;
  const language = asked.startsWith('en') ? 'en' : 'ja';
  page.lang = language;
  return language;
}

/** Puts the builder in the place of what `target` says without it. Rejects when its words cannot be fetched. */
export async function startBuilder(target: HTMLElement, own: string): Promise<void> {
  const language = chooseLanguage();
  const [builder, form, rest] = await Promise.all([
    loadBuilderStrings(language),
    loadFormStrings(language),
    loadFormRest(language),
  ]);
  document.title = builder.title;
  new BuilderPage(target, own, { builder, form, rest });
}
