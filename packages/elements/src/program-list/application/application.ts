import type { Backend } from '@kankei/client';
import {
  applicationFields,
  type Matching,
  type Problem,
  type Program,
  programState,
  type Recruitment,
  whenOf,
} from '@kankei/core';
import { html, type LitElement, type TemplateResult } from 'lit';
import { addStyles, removeStyles } from '../../internal/add-styles.ts';
import { formStyles } from '../../internal/form/form.styles.ts';
import { Form } from '../../internal/form/form.ts';
import { formFlowStyles } from '../../internal/form/form-flow.styles.ts';
import { formRestStyles } from '../../internal/form/form-rest.styles.ts';
import { takeInput } from '../../internal/form/form-view.ts';
import { noticeStyles } from '../../internal/form/notice.styles.ts';
import { type ApplicationRestStrings, loadApplicationRest } from '../../strings/application.ts';
import { type FormStrings, loadFormStrings, withOwnWords } from '../../strings/form.ts';
import type { FullView } from '../view.ts';
import { applicationStyles } from './application.styles.ts';
import { ApplicationFlow } from './application-flow.ts';
import { type ApplicationActions, applicationPage } from './application-page.ts';

export interface ApplicationOptions {
  program: Program;
  matching: Matching;
  recruitment: Recruitment;
  backend(): Backend;
  explain(problem: Problem): Promise<string>;
  /** It was taken: places are fewer. */
  taken(): void;
  /** The person goes back to the program. */
  leave(): void;
}

const allStyles = [formStyles, noticeStyles, formRestStyles, formFlowStyles, applicationStyles];

/** The form of one program, from when it is first opened: what was typed stays while it is closed and opened again. */
export class Application {
  readonly options: ApplicationOptions;
  private readonly list: LitElement;
  private readonly form: Form;
  private readonly flow: ApplicationFlow;
  private s: ApplicationRestStrings;
  /** The language whose words were asked for last. */
  private speaking: string;
  private level = 3;

  /** Rejects where the words cannot be fetched. */
  static async make(list: LitElement, language: string, options: ApplicationOptions): Promise<Application> {
    const [form, s] = await Promise.all([loadFormStrings(language), loadApplicationRest(language)]);
    const application = new Application(list, options, withOwnWords(form, s), s);
    await application.flow.speak();
    return application;
  }

  private constructor(list: LitElement, options: ApplicationOptions, words: FormStrings, s: ApplicationRestStrings) {
    const { program, matching, recruitment, backend, explain, taken, leave } = options;
    const { town, id } = program;
    const { application: { next } = {}, delivery } = matching;
    this.list = list;
    this.options = options;
    this.s = s;
    this.speaking = words.language;
    this.form = new Form(list, words);
    const fields = applicationFields(recruitment, matching);
    const alone = fields.some(({ name }) => name === 'people') ? { people: '1' } : {};
    this.form.open(`application:${town}/${id}`, fields, alone);
    this.flow = new ApplicationFlow({
      ...{ element: list, form: this.form, town, program: id, openedAt: performance.now(), source: '' },
      terms: { title: program.title, notice: matching.notice!, next, delivery },
      placesLeft: (recruitment.state === 'open' && recruitment.placesLeft) || Number.POSITIVE_INFINITY,
      headingLevel: () => this.level,
      ...{ backend, explain, taken, leave },
      says: () => this.s,
      turn: (_, moves) => {
        list.requestUpdate();
        if (moves) void this.moveOn();
      },
    });
  }

  /** The program by its town and id. */
  get name(): string {
    const { town, id } = this.options.program;
    return `${town}/${id}`;
  }

  /** True until it was taken, so that what was typed is worth keeping. */
  get isUnderWay(): boolean {
    return this.flow.step !== 'done';
  }

  /** Shows how a form looks: beside cards these styles have no place, for they share some names. */
  show(): void {
    for (const styles of allStyles) addStyles(this.list, styles);
    this.list.requestUpdate();
    void this.focus('[part="heading"]');
  }

  hide(): void {
    for (const styles of allStyles) removeStyles(this.list, styles);
  }

  /** For good. */
  stop(): void {
    this.hide();
    this.flow.stop();
  }

  get backLabel(): string {
    return this.s.toProgram;
  }

  view({ s, now, level }: FullView): TemplateResult {
    const { form, flow, options } = this;
    const { program, matching, recruitment } = options;
    this.level = Math.min(level + 1, 6);
    if (s.language !== form.words.language) void this.speak(s.language);
    const when = whenOf(program, programState(program, now), now, s);
    const page = { form, matching, recruitment, s: this.s, level: this.level, when: when?.text };
    return html`<div part="application" class="application">
      ${flow.step === 'fill' ? applicationPage({ ...page, above: flow.aboveForm(), trap: flow.trap.view() }, this.actions) : flow.content()}
    </div>`;
  }

  private readonly actions: ApplicationActions = {
    input: (event) => {
      takeInput(this.form, event);
      this.flow.typed(event);
    },
    share: ({ target }) => this.form.share((target as HTMLInputElement).checked),
    submit: (event) => {
      event.preventDefault();
      this.flow.review();
    },
    focusout: (event) => void this.flow.left(event),
  };

  /** Takes over another language; where its words do not come, those at hand stay. */
  private async speak(language: string): Promise<void> {
    if (language === this.speaking) return;
    this.speaking = language;
    try {
      const [form, s] = await Promise.all([loadFormStrings(language), loadApplicationRest(language)]);
      if (language !== this.speaking) return;
      this.s = s;
      this.form.words = withOwnWords(form, s);
      await this.flow.speak();
    } catch {
      // The next change of language asks again.
    }
  }

  /** Focus goes to what came of a step. */
  private async moveOn(): Promise<void> {
    await this.focus('[part="summary"]', '[part="form"]', '[part="heading"]');
  }

  private async focus(...selectors: string[]): Promise<void> {
    await this.list.updateComplete;
    const root = this.list.renderRoot.querySelector('[part="application"]');
    const found = selectors.map((selector) => root?.querySelector<HTMLElement>(selector)).find((one) => one);
    found?.focus();
  }
}
