import { makeProblem, ProblemError, type ProofChallenge } from '@kankei/core';
import { wait } from '../abort.ts';
import type { Backend } from '../backend.ts';

/** Has a solved proof ready by the time a form is sent. */
export interface ProofKeeper {
  /** Begins to solve, unless that has begun; for the first key that is pressed in a form. Says nothing of a failure. */
  begin(): void;
  /**
   * The proof, as soon as it is solved; a new one when the one at hand has become too old. Undefined where the backend
   * asks for none. Every proof is given once: a form that is sent again as it was is sent with the proof it had.
   * Rejects as a backend does.
   */
  take(): Promise<string | undefined>;
  /** Ends the solving; for a form that leaves the page. */
  stop(): void;
}

interface Solved {
  proof: string | undefined;
  /** When it may be sent, and until when; ms since 1970 by the visitor's clock. */
  from: number;
  until: number;
}

/** Milliseconds a proof must have left to be sent: the way may be long. */
const leeway = 60_000;

/** Keeps a proof for the town. Nothing is fetched before `begin` or `take`. */
export function keepProof(backend: Backend, town: string): ProofKeeper {
  let solving: Promise<Solved> | undefined;
  let stop = new AbortController();

  const solve = async (signal: AbortSignal): Promise<Solved> => {
    const challenge = await backend.proof(town, { signal });
    if (!challenge) return { proof: undefined, from: 0, until: Infinity };
    // Counted from now on, not from when it was made: the two clocks may differ.
    const now = Date.now();
    const { notBefore, notAfter } = challenge.parameters.data;
    const proof = await solveLater(challenge, signal);
    return { proof, from: now + notBefore, until: now + notAfter - leeway };
  };
  const begun = (): Promise<Solved> => {
    if (solving) return solving;
    const work = solve(stop.signal);
    solving = work;
    // What failed is tried again by who comes next.
    work.catch(() => {
      if (solving === work) solving = undefined;
    });
    return work;
  };

  /** The proof that was begun, from now on nobody else's. */
  const claim = async (): Promise<Solved> => {
    const work = begun();
    const { signal } = stop;
    solving = undefined;
    const solved = await work;
    await wait(Math.max(0, solved.from - Date.now()), signal);
    return solved;
  };

  return {
    begin() {
      void begun();
    },
    async take() {
      const ready = await claim();
      return Date.now() <= ready.until ? ready.proof : (await claim()).proof;
    },
    stop() {
      stop.abort(new DOMException('The form left the page', 'AbortError'));
      stop = new AbortController();
      solving = undefined;
    },
  };
}

/** The code that solves is fetched with the first challenge. */
async function solveLater(challenge: ProofChallenge, signal: AbortSignal): Promise<string> {
  const { solveProof } = await import('./solve-proof.ts').catch((cause: unknown) => {
    throw new ProblemError(makeProblem('network'), { cause });
  });
  return solveProof(challenge, { signal }).catch((error: unknown) => {
    if (!(error instanceof RangeError)) throw error;
    throw new ProblemError(makeProblem('bad-answer', { detail: 'the challenge cannot be solved' }), { cause: error });
  });
}
