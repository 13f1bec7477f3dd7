import { dayAt, tidyAnswer } from '@kankei/core';
import { oneStopRules, oneStopSummary } from '@kankei/core/furusato';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.ts';
import { formStyles } from '../../internal/form/form.styles.ts';
import { formRestStyles } from '../../internal/form/form-rest.styles.ts';
import type { OneStopStrings } from '../../strings/ja-furusato-rest.ts';
import { partStyles } from '../part.styles.ts';
import type { FurusatoPart, FurusatoPartOptions } from '../part.ts';
import { forgetNotes, keepNotes, keptNotes, longestTown, mostDonations, type Notes, noNotes } from './notes.ts';
import { oneStopStyles } from './one-stop.styles.ts';
import { oneStopView } from './views.ts';

/** What is said after something was done, in the language of these words. */
type Said = (words: OneStopStrings) => string;

/**
 * Helps with the one-stop exception (ワンストップ特例): how many towns, by when, and what makes it void. What is noted down
 * stays in the page, and in this browser only where somebody asks for that.
 */
export class OneStop implements FurusatoPart {
  notes: Notes;
  isKept: boolean;
  said: Said | undefined;
  /** What is wrong with the name that was to be added. */
  fault: 'noTown' | 'tooLong' | 'tooMany' | undefined;
  private readonly host: LitElement;
  private readonly options: FurusatoPartOptions;

  constructor(host: LitElement, options: FurusatoPartOptions) {
    this.host = host;
    this.options = options;
    for (const styles of [formStyles, formRestStyles, partStyles, oneStopStyles]) addStyles(host, styles);
    const kept = keptNotes();
    this.notes = kept ?? noNotes(this.today);
    this.isKept = !!kept;
  }

  view(): TemplateResult {
    return oneStopView(this);
  }

  get words(): OneStopStrings {
    return this.options.words().oneStop;
  }

  get level(): number {
    return this.options.level;
  }

  get today(): string {
    return dayAt(this.options.now());
  }

  /** How the year's donations stand today. */
  get summary() {
    const { donations, filesReturn, highSalary, year } = this.notes;
    // Asked is only whether it is above the line, not how much it is.
    const salary = highSalary ? oneStopRules.salaryMost + 1 : 0;
    return oneStopSummary(donations, this.today, { filesReturn, salary }, year);
  }

  /** The years that can be noted down: this one, the one before, and the one that was kept. */
  get years(): number[] {
    const year = Number(this.today.slice(0, 4));
    return [...new Set([year - 1, year, this.notes.year])].sort((a, b) => a - b);
  }

  readonly chooseYear = ({ target }: Event) => this.note({ year: Number((target as HTMLSelectElement).value) });

  readonly add = (event: SubmitEvent) => {
    event.preventDefault();
    const control = this.townControl;
    // 「むすび野町」 in another width, or with a space behind, is the same town.
    const town = tidyAnswer('text', control.value.normalize('NFKC'));
    const { donations } = this.notes;
    this.fault =
      donations.length >= mostDonations
        ? 'tooMany'
        : !town
          ? 'noTown'
          : town.length > longestTown
            ? 'tooLong'
            : undefined;
    this.said = undefined;
    if (this.fault) this.host.requestUpdate();
    else {
      control.value = '';
      this.note({ donations: [...donations, { town, applied: false }] }, (words) => words.added(town));
    }
    control.focus();
  };

  apply(index: number, applied: boolean): void {
    this.note({ donations: this.notes.donations.map((one, at) => (at === index ? { ...one, applied } : one)) });
  }

  async remove(index: number): Promise<void> {
    const { donations } = this.notes;
    const { town } = donations[index]!;
    this.note({ donations: donations.filter((_, at) => at !== index) }, (words) => words.removed(town));
    // The button is gone: on to the one that took its place, or to where more can be added.
    await this.host.updateComplete;
    const buttons = this.host.renderRoot.querySelectorAll<HTMLElement>('[part="remove"]');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.townControl).focus();
  }

  /** What somebody ticks of what makes the exception void. */
  tick(what: 'filesReturn' | 'highSalary', is: boolean): void {
    this.note({ [what]: is });
  }

  readonly keep = ({ target }: Event) => {
    const box = target as HTMLInputElement;
    if (box.checked) {
      this.isKept = keepNotes(this.notes);
      // The page shows what is: nothing is kept.
      box.checked = this.isKept;
      this.said = this.isKept ? (words) => words.kept : (words) => words.notKept;
    } else {
      forgetNotes();
      this.isKept = false;
      this.said = (words) => words.noLonger;
    }
    this.host.requestUpdate();
  };

  readonly forget = async () => {
    forgetNotes();
    this.isKept = false;
    this.fault = undefined;
    this.notes = noNotes(this.today);
    this.said = (words) => words.forgotten;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('[part="said"]')?.focus();
  };

  /** Prints; of all that stands in the tag only the checklist. The page around it is not ours to hide. */
  readonly print = () => {
    const root = this.host.renderRoot.querySelector('.root');
    root?.toggleAttribute('data-checklist', true);
    addEventListener('afterprint', () => root?.removeAttribute('data-checklist'), { once: true });
    window.print();
  };

  private get townControl(): HTMLInputElement {
    return this.host.renderRoot.querySelector<HTMLInputElement>('[name="donatedTown"]')!;
  }

  /** Takes over what was noted down, and keeps it where that was asked for. */
  private note(changed: Partial<Notes>, said?: Said): void {
    this.notes = { ...this.notes, ...changed };
    this.said = said;
    if (this.isKept && !keepNotes(this.notes)) {
      // What was kept before is no longer true.
      forgetNotes();
      this.isKept = false;
      this.said = (words) => words.notKept;
    }
    this.host.requestUpdate();
  }
}
