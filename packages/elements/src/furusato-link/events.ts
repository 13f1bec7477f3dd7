import { NativeEvent } from '../internal/native-event.ts';

/**
 * A visitor follows the invitation to the fan club. A page that leads to its signup in a way of its own calls
 * `preventDefault()`.
 */
export class KankeiFurusatoInviteEvent extends NativeEvent {
  /** The municipality code. */
  readonly town: string;

  constructor(town: string) {
    super('kankei-furusato-invite', { bubbles: true, composed: true, cancelable: true });
    this.town = town;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'kankei-furusato-invite': KankeiFurusatoInviteEvent;
  }
}
