import { NativeEvent } from '../internal/native-event.ts';

/** A signup was taken. Who signed up, the page does not learn. */
export class KankeiSignupCompleteEvent extends NativeEvent {
  /** The municipality code. */
  readonly town: string;
  /** Where the signup came from, as the page named it. */
  readonly source: string;

  constructor(town: string, source: string) {
    super('kankei-signup-complete', { bubbles: true, composed: true });
    this.town = town;
    this.source = source;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-signup-complete': KankeiSignupCompleteEvent;
  }
}
