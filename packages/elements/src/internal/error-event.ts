import type { ProblemCode } from '@kankei/core';
import { NativeEvent } from './native-event.ts';

/** Something could not be shown or sent. The element says so itself; a page may want to know too. */
export class KankeiErrorEvent extends NativeEvent {
  /** What went wrong, as a code of the contract. */
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super('kankei-error', { bubbles: true, composed: true });
    this.code = code;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-error': KankeiErrorEvent;
  }
}
