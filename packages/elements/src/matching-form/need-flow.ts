import type { SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import type { Need } from '@kankei/core';
import type { NeedStrings } from '../strings/matching.ts';
import { KankeiNeedCompleteEvent } from './events.ts';
import { TownFlow } from './town-flow.ts';

/** The way of a need: a coordinator checks what was taken, and makes a program of it. */
export class NeedFlow extends TownFlow<NeedStrings> {
  protected override get what(): Delivered {
    return { form: 'need' };
  }

  protected override async post(need: Need, options: SendOptions): Promise<void> {
    const { backend, town } = this.options;
    await backend().sendNeed(town, need, options);
    this.isTaken = true;
  }

  protected override announce(): void {
    const { element, town, source } = this.options;
    element.dispatchEvent(new KankeiNeedCompleteEvent(town, source));
  }

  protected override steps(): readonly string[] {
    const { email, tel } = this.values;
    const { mailed, called, steps } = this.options.own();
    return [email ? mailed(String(email)) : called(String(tel)), ...steps];
  }
}
