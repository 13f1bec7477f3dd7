import { NativeEvent } from '../internal/native-event.ts';

/** A visitor has opened a program. */
export class KankeiProgramOpenEvent extends NativeEvent {
  /** The municipality code of the program's town. */
  readonly town: string;
  /** The program's id within its town. */
  readonly program: string;

  constructor(town: string, program: string) {
    super('kankei-program-open', { bubbles: true, composed: true });
    this.town = town;
    this.program = program;
  }
}

/** A list shows an answer: the first one, or another after filters changed. */
export class KankeiProgramListLoadEvent extends NativeEvent {
  /** How many programs match in all. */
  readonly total: number;

  constructor(total: number) {
    super('kankei-program-list-load', { bubbles: true, composed: true });
    this.total = total;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-program-open': KankeiProgramOpenEvent;
    'kankei-program-list-load': KankeiProgramListLoadEvent;
  }
}
