import { type Backend, keepProof, type ProofKeeper, type SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import {
  type Answers,
  checkForm,
  type Delivery,
  dayAt,
  type LocalText,
  makeProblem,
  type PrivacyNotice,
  type Problem,
  ProblemError,
  type Submission,
} from '@kankei/core';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { type FormSentStrings, loadFormRest, loadFormSent, type OwnRestWords } from '../../strings/form.ts';
import { addStyles } from '../add-styles.ts';
import type { ElementState } from '../element-state.ts';
import { KankeiErrorEvent } from '../error-event.ts';
import { toProblem } from '../problem.ts';
import type { Form } from './form.ts';
import { formFlowStyles } from './form-flow.styles.ts';
import { reviewView } from './form-flow-views.ts';
import { faultSummary, mark } from './form-marks.ts';
import { formRestStyles } from './form-rest.styles.ts';
import type { FieldFaults, FormSending, Sent } from './form-sending.ts';
import { KanaSuggestion } from './kana-suggestion.ts';
import type { mailView } from './mail-view.ts';
import { PostalSuggestion } from './postal-suggestion.ts';
import { Trap } from './trap.ts';

/** What a town says of one of its forms. */
export interface FormTerms {
  title: LocalText;
  /** What stands beside the button. */
  notice: PrivacyNotice;
  /** Where it goes if not to the backend. */
  delivery?: Delivery | undefined;
  /** What happens after it was sent. */
  next?: LocalText | undefined;
}

/** What the flow needs of the tag it serves. */
export interface FormFlowOptions {
  element: LitElement;
  form: Form;
  town: string;
  terms: FormTerms;
  /** When the form was first shown, ms on the page's clock. */
  openedAt: number;
  /** Names where it is sent from; empty where the page says nothing. */
  source: string;
  headingLevel(): number;
  backend(): Backend;
  explain(problem: Problem): Promise<string>;
  /** Shows the state that follows; focus goes along when the step is another. */
  turn(state: ElementState, moves: boolean): void;
}

/** A question and its answer, in words. */
export type Fact = readonly [question: string, answer: string];

/** From the first letter typed to what happens next: checks, suggestions, a look over it, sending. */
export abstract class FormFlow<Options extends FormFlowOptions = FormFlowOptions> {
  step: 'fill' | 'review' | 'done' | 'mail' = 'fill';
  /** Why sending did not work, in words. */
  problem = '';
  isSending = false;
  /** The words from when it is sent, once they have come. */
  sent: FormSentStrings | undefined = undefined;
  readonly options: Options;
  /** For machines; stands inside the form. */
  readonly trap: Trap;
  protected values: Answers = {};
  /** What sends it, fetched once somebody types, as the proof is. */
  private sending: FormSending | undefined;
  /** Where the town takes mails. */
  private mailView: typeof mailView | undefined;
  private readonly asking = new AbortController();
  private readonly kana: KanaSuggestion;
  private readonly postal: PostalSuggestion;
  private readonly proof: ProofKeeper;

  constructor(options: Options) {
    this.options = options;
    this.trap = new Trap(options.form);
    addStyles(options.element, formRestStyles);
    addStyles(options.element, formFlowStyles);
    this.kana = new KanaSuggestion(options.form, this.asking.signal);
    this.postal = new PostalSuggestion(options.form);
    this.proof = keepProof(options.backend(), options.town);
  }

  /** Sends it to the backend. Rejects as that does. */
  protected abstract post(submission: Submission, options: SendOptions): Promise<void>;

  /** What a person is told once it was taken. */
  abstract doneView(): TemplateResult;

  /** Tells the page, where it was taken. */
  protected announce(): void {}

  /** What it is, where it goes to an address of the town's and is no signup. */
  protected get what(): Delivered | undefined {
    return undefined;
  }

  /** What is sent beside the answers, in words. */
  get facts(): readonly Fact[] {
    return [];
  }

  /** The same as it stands under the answers. */
  factsView(): unknown {
    return nothing;
  }

  /** What is sent beside the answers. */
  protected get beside(): Partial<Submission> {
    return {};
  }

  /** All that is sent of it. */
  private get submission(): Sent {
    const { caught: website } = this.trap;
    return { answers: this.values, ...this.beside, ...(website && { website }) };
  }

  /** What this form says otherwise than a signup. Rejects when that cannot be fetched. */
  protected async ownWords(_language: string): Promise<OwnRestWords> {
    return {};
  }

  stop(): void {
    this.asking.abort();
    this.proof.stop();
  }

  /** Fetches the words of the form's language. */
  async speak(): Promise<void> {
    const { form, turn } = this.options;
    const { language } = form.words;
    const [rest, own] = await Promise.all([loadFormRest(language), this.ownWords(language)]);
    if (this.sent) await this.fetchEnd();
    if (language !== form.words.language) return;
    mark(form, { ...rest, ...own });
    if (this.step !== 'done') turn('ready', false);
  }

  /** What stands above the form: that something came back, and what is wrong. */
  aboveForm(): unknown {
    const { form } = this.options;
    const { cameBack, rest } = form;
    const restored =
      cameBack && rest
        ? html`<p part="restored">${rest.restored} <button part="discard" type="button" @click=${() => this.discard()}>${rest.discard}</button></p>`
        : nothing;
    return [restored, faultSummary(form)];
  }

  /** Something was typed: what can be suggested from it is. */
  typed(event: Event): void {
    this.proof.begin();
    if (!this.sending) this.fetchAhead();
    this.kana.typed(event as InputEvent);
  }

  /** A control was left: a postal code fills in what it tells. */
  left({ target }: Event): Promise<void> {
    return this.postal.left((target as HTMLInputElement).name, this.options.backend(), this.asking.signal);
  }

  /** Checks what was filled in, and shows it for a last look, or what is wrong with it. */
  review(): void {
    const { form } = this.options;
    this.trap.look();
    const { values, faults } = checkForm(form.fields, form.answers, dayAt(Date.now()));
    if (faults.length) {
      this.blame(faults.map(({ name, code }) => [name, code]));
      return;
    }
    this.values = values;
    form.blame(new Map());
    this.problem = '';
    this.step = 'review';
    this.show(true);
    this.fetchAhead();
  }

  /** Back to the form, to a field of it where one is named. */
  async back(field?: string): Promise<void> {
    const { form, element } = this.options;
    this.step = 'fill';
    this.problem = '';
    this.show(!field);
    if (!field) return;
    await form.reach?.(field);
    await element.updateComplete;
    form.control(field)?.focus();
  }

  /** Once, however often the button is pressed. */
  async send(): Promise<void> {
    if (this.isSending) return;
    const { signal } = this.asking;
    this.isSending = true;
    this.problem = '';
    this.show(false);
    try {
      const sending = await this.fetchEnd();
      if (!this.mailView)
        await sending.send(this.submission, { post: (...sent) => this.post(...sent), what: this.what });
      if (signal.aborted) return;
      this.step = this.mailView ? 'mail' : 'done';
      if (!this.mailView) {
        this.announce();
        this.options.form.clear();
      }
    } catch (error) {
      // The page has gone on to something else: there is nobody left to tell.
      if (signal.aborted) return;
      await this.explain(toProblem(error));
    }
    this.isSending = false;
    // After a failure the focus stays on the button: it is the one to press again.
    this.show(this.step !== 'review');
  }

  /** Begins anew after everything was done. */
  again(): void {
    this.values = {};
    this.step = 'fill';
    this.beginAnew();
  }

  content(): TemplateResult {
    const { values } = this;
    if (!this.options.form.rest) return html``;
    if (this.step === 'done') return this.doneView();
    return this.step === 'mail' ? this.mailView!(this, values) : reviewView(this, values);
  }

  private discard(): void {
    this.options.form.clear();
    this.beginAnew();
  }

  /** The button that was pressed is gone: on to the form. */
  private beginAnew(): void {
    const { form } = this.options;
    this.sending?.forget();
    this.trap.caught = '';
    void form.reach?.(form.fields[0]!.name);
    this.show(true);
  }

  /** Has at hand what follows, should the connection be lost; what fails is fetched again to send it. */
  private fetchAhead(): void {
    this.fetchEnd().catch(() => {});
  }

  /** Fetches what is said, shown and done from when it is sent. Rejects when it cannot be fetched. */
  private async fetchEnd(): Promise<FormSending> {
    const { options, proof, asking } = this;
    const { terms, form } = options;
    const { language } = form.words;
    const [sent, own, { FormSending }, mail] = await Promise.all([
      loadFormSent(language),
      this.ownWords(language),
      import('./form-sending.ts'),
      terms.delivery && 'mail' in terms.delivery && import('./mail-view.ts'),
    ]).catch((cause: unknown) => {
      throw new ProblemError(makeProblem('network'), { cause });
    });
    // Meanwhile the page may have changed its language.
    if (language !== form.words.language) return this.fetchEnd();
    this.sent = { ...sent, ...own };
    if (mail) this.mailView = mail.mailView;
    this.sending ??= new FormSending(options, proof, asking.signal);
    return this.sending;
  }

  private async explain(problem: Problem): Promise<void> {
    const { element, form } = this.options;
    const { sending, sent } = this;
    element.dispatchEvent(new KankeiErrorEvent(problem.code));
    const said = sending ? await sending.explain(problem, sent!) : form.rest!.notSent;
    if (typeof said === 'string') this.problem = said;
    else this.blame(said);
  }

  private blame(faults: FieldFaults): void {
    const { form } = this.options;
    this.step = 'fill';
    form.blame(new Map(faults));
    void form.reach?.(faults[0]![0]);
    this.show(true);
  }

  private show(moves: boolean): void {
    this.options.turn(this.isSending ? 'sending' : this.step === 'done' ? 'done' : 'ready', moves);
  }
}
