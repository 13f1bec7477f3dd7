import type { PropertyValues } from 'lit';
import { type CardStrings, jaCard, loadCardStrings } from '../strings/card.ts';
import { KankeiElement } from './kankei-element.ts';
import { state } from './property.ts';

/** What a card and its check have in common: their words, in the language of the page. */
export abstract class KankeiCardElement extends KankeiElement {
  @state() protected words: CardStrings = jaCard;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('strings') && this.words.language !== this.strings.language) void this.findWords();
  }

  /** Where they cannot be fetched, the words at hand stay. */
  private async findWords(): Promise<void> {
    const { language } = this.strings;
    const words = await loadCardStrings(language).catch(() => undefined);
    if (words && language === this.strings.language) this.words = words;
  }
}
