import type { ApplicationReceived } from '@kankei/core';
import { NativeEvent } from '../../internal/native-event.ts';

/** An application was taken. Who applied, the page does not learn. */
export class KankeiApplicationCompleteEvent extends NativeEvent {
  /** The municipality code of the program's town. */
  readonly town: string;
  /** The program's id within its town. */
  readonly program: string;
  /** `pending` with a place, `waiting` without one; undefined where the town takes applications by itself. */
  readonly state: ApplicationReceived['state'] | undefined;

  constructor(town: string, program: string, state: ApplicationReceived['state'] | undefined) {
    super('kankei-application-complete', { bubbles: true, composed: true });
    this.town = town;
    this.program = program;
    this.state = state;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-application-complete': KankeiApplicationCompleteEvent;
  }
}
