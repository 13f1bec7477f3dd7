import { NativeEvent } from '../internal/native-event.ts';

/** Something was taken: what a resident needs, or an enquiry. Who sent it, the page does not learn. */
export class KankeiMatchingSendEvent extends NativeEvent {
  /** The municipality code. */
  readonly town: string;
  readonly what: 'need' | 'enquiry';
  /** Where it came from, as the page named it. */
  readonly source: string;

  constructor(town: string, what: 'need' | 'enquiry', source: string) {
    super('kankei-matching-send', { bubbles: true, composed: true });
    this.town = town;
    this.what = what;
    this.source = source;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-matching-send': KankeiMatchingSendEvent;
  }
}
