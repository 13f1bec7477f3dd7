import { NativeEvent } from '../internal/native-event.ts';

/** What a resident needs was taken. Who it was, the page does not learn. */
export class KankeiNeedCompleteEvent extends NativeEvent {
  /** The municipality code. */
  readonly town: string;
  /** Where it came from, as the page named it. */
  readonly source: string;

  constructor(town: string, source: string) {
    super('kankei-need-complete', { bubbles: true, composed: true });
    this.town = town;
    this.source = source;
  }
}

/** What somebody would like a coordinator to answer was taken. Who it was, the page does not learn. */
export class KankeiEnquiryCompleteEvent extends NativeEvent {
  /** The municipality code of the town that was asked. */
  readonly town: string;
  /** Where it came from, as the page named it. */
  readonly source: string;

  constructor(town: string, source: string) {
    super('kankei-enquiry-complete', { bubbles: true, composed: true });
    this.town = town;
    this.source = source;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-need-complete': KankeiNeedCompleteEvent;
    'kankei-enquiry-complete': KankeiEnquiryCompleteEvent;
  }
}
