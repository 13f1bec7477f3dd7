import type { LitElement, TemplateResult } from 'lit';
import type { AllFurusatoStrings } from '../strings/furusato.ts';

/** What a part that a visitor opens is told by the tag it stands in. */
export interface FurusatoPartOptions {
  /** All words in the language of the page, which may change. */
  words(): AllFurusatoStrings;
  /** The present instant, ms since 1970. */
  now(): number;
  /** The level of the part's heading in the page's outline, 1 to 6. */
  level: number;
  /** The code of the municipality the page is about. */
  town(): string;
}

/**
 * A part that a visitor opens: the estimate (`estimate/estimate.ts`, class `Estimate`), the help with the one-stop
 * exception (`one-stop/one-stop.ts`, class `OneStop`). It keeps its own state, adds its own styles through
 * `internal/add-styles`, and calls `host.requestUpdate()` when its view changes.
 */
export interface FurusatoPart {
  view(): TemplateResult;
}

export type FurusatoPartClass = new (host: LitElement, options: FurusatoPartOptions) => FurusatoPart;
