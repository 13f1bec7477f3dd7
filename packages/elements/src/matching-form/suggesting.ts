import type { Backend } from '@kankei/client';
import { checkForm, dayAt, type Matches, type MatchProfile, type Problem, readMatchProfile } from '@kankei/core';
import type { Form } from '../internal/form/form.ts';
import { toProblem } from '../internal/problem.ts';

export interface SuggestingOptions {
  form: Form;
  towns(): readonly string[];
  backend(): Backend;
  /** Something is to be shown anew. */
  changed(): void;
  failed(problem: Problem): void;
}

/** How many suggestions are shown at first, how many more by each press, and in all. */
const atFirst = 5;
const more = 15;
const most = 100;

/** Asks for suggestions as one answers: the last question counts, and none is asked twice. */
export class Suggesting {
  /** What suits the answers; undefined as long as nothing is answered. */
  matches: Matches | undefined;
  problem: Problem | undefined;
  isAsking = false;
  private limit = atFirst;
  /** What `matches` answers. */
  private answered = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = new AbortController();
  private readonly options: SuggestingOptions;

  constructor(options: SuggestingOptions) {
    this.options = options;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.isAsking = false;
  }

  /** Forgets everything: the answers are gone. */
  forget(): void {
    this.stop();
    this.matches = this.problem = undefined;
    this.limit = atFirst;
    this.answered = '';
  }

  /** Asks once nobody has answered anything for so long (ms). */
  soon(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), pause);
  }

  /** True where there are more than are shown. */
  get hasMore(): boolean {
    const { matches } = this;
    return !!matches && matches.suggestions.length < Math.min(matches.total, most);
  }

  /** Shows more of them. */
  async showMore(): Promise<void> {
    this.limit = Math.min(most, this.limit + more);
    await this.ask();
  }

  /** Asks for what suits the answers as they stand. */
  async ask(): Promise<void> {
    const { backend, towns, changed, failed } = this.options;
    const profile = this.profile;
    if (!Object.keys(profile).length) {
      this.forget();
      changed();
      return;
    }
    const question = { profile, limit: this.limit };
    const asked = JSON.stringify(question);
    this.stop();
    if (asked === this.answered) {
      changed();
      return;
    }
    this.asking = new AbortController();
    const { signal } = this.asking;
    this.isAsking = true;
    this.problem = undefined;
    changed();
    try {
      const matches = await backend().matches(towns(), question, { signal });
      if (signal.aborted) return;
      this.matches = matches;
      this.answered = asked;
    } catch (error) {
      if (signal.aborted) return;
      this.problem = toProblem(error);
      failed(this.problem);
    }
    this.isAsking = false;
    changed();
  }

  /** What has been said so far; an answer that cannot be read says nothing. */
  get profile(): MatchProfile {
    const { fields, answers } = this.options.form;
    const profile = readMatchProfile(checkForm(fields, answers, dayAt(Date.now())).values);
    return Object.fromEntries(Object.entries(profile).filter(([, said]) => [said].flat().length)) as MatchProfile;
  }
}
