import type { Backend } from '@kankei/client';
import { makeProblem, type Problem, type Program, programState } from '@kankei/core';
import type { LitElement, TemplateResult } from 'lit';
import { addStyles } from '../../internal/add-styles.ts';
import type { Interest } from '../../internal/interest/interest.ts';
import { toProblem } from '../../internal/problem.ts';
import type { ProgramName } from '../../internal/program/program-link.ts';
import { type ApplicationStrings, jaApplication, loadApplicationStrings } from '../../strings/application.ts';
import type { FullView } from '../view.ts';
import type { Application } from './application.ts';
import { takingPartStyles } from './taking-part.styles.ts';
import { reportView, takingPartView } from './taking-part-view.ts';
import { hasEnded, type Terms, takesInterest, wayOf } from './ways.ts';

export interface TakingPartOptions {
  backend(): Backend;
  /** A problem in a sentence, once the words for it have come. */
  explain(problem: Problem): string;
  needWords(): Promise<void>;
  /** How many places of a program are left by now. */
  learn(program: ProgramName, placesLeft: number): void;
}

/** What an opened program shows of it, each undefined where there is nothing to show. */
export interface TakingPartParts {
  /** What stands above everything else one can do. */
  ways: TemplateResult | undefined;
  /** True where one can apply here. */
  takes: boolean;
  /** True where it is too late by the backend's clock. */
  ended: boolean;
  report: TemplateResult | undefined;
}

const nothingToDo: TakingPartParts = { ways: undefined, takes: false, ended: false, report: undefined };

const nameOf = ({ town, id }: Program) => `${town}/${id}`;

/** After these a backend has nothing to say of taking part, and asking again would not help. */
const silent: ReadonlySet<string> = new Set(['not-found', 'not-taken', 'program-not-found', 'town-not-found']);

/**
 * What one can do here about the program that is open: apply, join its waiting list, say that it interests one. Asked
 * once the program stands, and again after what changes the answer.
 */
export class TakingPart {
  private readonly list: LitElement;
  private readonly options: TakingPartOptions;
  private words: ApplicationStrings = jaApplication;
  /** The language whose words were asked for last. */
  private speaking = 'ja';
  /** What the backend says, and of which program. */
  private known: { name: string; terms?: Terms; problem?: Problem } = { name: '' };
  private question = new AbortController();
  private interest: Interest | undefined;
  private readonly openedAt = performance.now();
  /** The form that was opened last; it stays as it is until another program's is. */
  private application: Application | undefined;
  /** The program whose form stands in place of all that is said of it. */
  private applyingFor: string | undefined;
  private formFailed = false;

  constructor(list: LitElement, options: TakingPartOptions) {
    this.list = list;
    this.options = options;
    addStyles(list, takingPartStyles);
  }

  /** Asks what one can do about a program. What was known of it stands until there is an answer. */
  async ask(program: Program): Promise<void> {
    const { town, id } = program;
    const name = nameOf(program);
    const { backend, learn } = this.options;
    this.question.abort();
    this.question = new AbortController();
    const { signal } = this.question;
    if (this.known.name !== name) this.known = { name };
    try {
      const [matching, recruitment] = await Promise.all([
        backend().matching(town, { signal }),
        backend().recruitment(town, id, { signal }),
      ]);
      if (signal.aborted) return;
      this.known = { name, terms: { matching, recruitment } };
      if (recruitment.placesLeft !== undefined) learn(program, recruitment.placesLeft);
    } catch (error) {
      if (signal.aborted) return;
      const problem = toProblem(error);
      this.known = silent.has(problem.code) ? { name } : { ...this.known, problem };
    }
    this.list.requestUpdate();
  }

  /** The connection is back: what could not be asked is. */
  online(program: Program): void {
    if (this.known.problem) void this.ask(program);
  }

  /** True while a form stands in place of the program. */
  get isApplying(): boolean {
    return this.applyingFor !== undefined;
  }

  /** Puts the form away, as it is. */
  leave(): void {
    this.applyingFor = undefined;
    this.application?.hide();
    this.list.requestUpdate();
  }

  /** The form of a program, where it is open: it stands in place of all that is said of the program. */
  form(name: string, view: FullView): { content: TemplateResult; backLabel: string } | undefined {
    const { application } = this;
    if (!application || this.applyingFor !== name) return undefined;
    return { content: application.view(view), backLabel: application.backLabel };
  }

  parts(program: Program, view: FullView): TakingPartParts {
    const { known, words } = this;
    const speaks = view.s.language === words.language;
    if (!speaks) void this.speak(view.s.language);
    if (!speaks || known.name !== nameOf(program)) return nothingToDo;
    const { terms, problem } = known;
    const state = programState(program, view.now);
    const way = terms && wayOf(program, state, terms);
    const look = {
      ...{ program, words, way, recruitment: terms?.recruitment },
      interest: terms && takesInterest(state, terms) ? { telling: this.interest?.stateOf(program) } : undefined,
      problem: this.problemText(problem),
      apply: () => void this.apply(program, view.s.language),
      showInterest: () => void this.showInterest(program),
      retry: problem && (() => void this.ask(program)),
    };
    return {
      ways: takingPartView(look, view),
      takes: way !== undefined,
      ended: !!terms && hasEnded(state, terms),
      report: terms && reportView(terms.recruitment, words, view),
    };
  }

  private problemText(problem: Problem | undefined): string {
    const { explain } = this.options;
    if (this.formFailed) return explain(makeProblem('network'));
    return problem ? `${this.words.unknown} ${explain(problem)}` : '';
  }

  /** Opens the form; where its code does not come, that is said, and the next press tries again. */
  private async apply(program: Program, language: string): Promise<void> {
    const name = nameOf(program);
    const { terms } = this.known;
    if (!terms) return;
    try {
      this.formFailed = false;
      if (this.application?.name !== name || !this.application.isUnderWay) {
        const application = await this.make(program, terms, language);
        // Meanwhile another program may have been opened.
        if (this.known.name !== name) return application.stop();
        this.application?.stop();
        this.application = application;
      }
      this.applyingFor = name;
      this.application.show();
    } catch (error) {
      console.warn(`[kankei] <${this.list.localName}>: ${error}`);
      this.formFailed = true;
    }
    this.list.requestUpdate();
  }

  private async make(program: Program, terms: Terms, language: string): Promise<Application> {
    const { backend, explain, needWords } = this.options;
    const { Application } = await import('./application.ts');
    return Application.make(this.list, language, {
      ...{ program, ...terms, backend },
      explain: async (problem) => {
        await needWords().catch(() => {});
        return explain(problem);
      },
      taken: () => void this.ask(program),
      leave: () => {
        this.leave();
        void this.focusWay();
      },
    });
  }

  /** Moves focus to where the form was opened from; where one cannot apply any more, to the title. */
  async focusWay(): Promise<void> {
    await this.list.updateComplete;
    const root = this.list.renderRoot;
    const target =
      root.querySelector<HTMLElement>('[part="apply"]') ?? root.querySelector<HTMLElement>('#program-heading');
    target?.focus();
  }

  /** What tells it comes with the first press; where it does not come, the next press tries again. */
  private async showInterest(program: Program): Promise<void> {
    try {
      const { Interest } = await import('../../internal/interest/interest.ts');
      this.interest ??= new Interest();
      await this.interest.tell(program, this.options.backend(), this.openedAt, () => this.list.requestUpdate());
    } catch (error) {
      console.warn(`[kankei] <${this.list.localName}>: ${error}`);
    }
  }

  /** Takes over another language; where its words do not come, Japanese is at hand. */
  private async speak(language: string): Promise<void> {
    if (language === this.speaking) return;
    this.speaking = language;
    const words = await loadApplicationStrings(language).catch(() => ({ ...jaApplication, language }));
    if (language !== this.speaking) return;
    this.words = words;
    this.list.requestUpdate();
  }
}
