import { type Backend, keepProof } from '@kankei/client';
import type { ProgramItem } from '@kankei/core';
import { toProblem } from '../problem.ts';
import { randomKey } from '../random-key.ts';

/** How far telling that a program interests somebody has come. */
export type Telling = 'telling' | 'told' | 'failed' | 'refused';

/** A program by its town and id. */
const nameOf = ({ town, id }: ProgramItem): string => `${town}/${id}`;

/** What is sent, key and all, until it is known to have been taken: sent again it counts once. */
interface Sending {
  key: string;
  elapsed: number;
  proof: string | undefined;
}

/** Tells a town that a program interests somebody: nothing of who it is. */
export class Interest {
  /** By `nameOf`. */
  private readonly states = new Map<string, Telling>();
  private readonly sendings = new Map<string, Sending>();

  /** Undefined where nobody has told it yet. */
  stateOf(program: ProgramItem): Telling | undefined {
    return this.states.get(nameOf(program));
  }

  /** Once for each program, however often it is pressed; gives what came of it. `openedAt`: ms on the page's clock. */
  async tell(program: ProgramItem, backend: Backend, openedAt: number, changed: () => void): Promise<Telling> {
    const name = nameOf(program);
    const before = this.states.get(name);
    if (before === 'telling' || before === 'told') return before;
    this.states.set(name, 'telling');
    changed();
    const state = await this.send(name, program, backend, openedAt);
    this.states.set(name, state);
    changed();
    return state;
  }

  private async send(name: string, { town, id }: ProgramItem, backend: Backend, openedAt: number): Promise<Telling> {
    try {
      const { key, elapsed, proof } = this.sendings.get(name) ?? (await prepare(town, backend, openedAt));
      this.sendings.set(name, { key, elapsed, proof });
      await backend.showInterest(town, id, { elapsed, ...(proof && { proof }) }, { key });
      return 'told';
    } catch (error) {
      const { code } = toProblem(error);
      // A proof serves once, and may have grown too old.
      if (!unanswered.has(code)) this.sendings.delete(name);
      return code === 'not-taken' ? 'refused' : 'failed';
    }
  }
}

async function prepare(town: string, backend: Backend, openedAt: number): Promise<Sending> {
  const keeper = keepProof(backend, town);
  try {
    const proof = await keeper.take();
    return { key: randomKey(), elapsed: Math.round(performance.now() - openedAt), proof };
  } finally {
    keeper.stop();
  }
}

/** After these it is not known whether what was sent has arrived. */
const unanswered: ReadonlySet<string> = new Set(['network', 'timeout', 'unavailable', 'internal', 'bad-answer']);
