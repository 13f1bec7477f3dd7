import type { ProofKeeper, SendOptions } from '@kankei/client';
import type { Delivered } from '@kankei/client/deliver';
import type { FieldFaultCode, Problem, Submission } from '@kankei/core';
import type { FormSentStrings } from '../../strings/form.ts';
import { toProblem } from '../problem.ts';
import { randomKey } from '../random-key.ts';
import type { FormFlowOptions } from './form-flow.ts';

/** What is sent of a form, beside what every form sends. */
export type Sent = Pick<Submission, 'answers'> & Partial<Submission>;

/** Where it goes: to the backend, or what it is called at an address of the town's. */
export interface Way {
  /** Sends it to the backend. Rejects as that does. */
  post(submission: Submission, options: SendOptions): Promise<void>;
  what: Delivered | undefined;
}

/** What is wrong with answers, by the names of their fields. */
export type FieldFaults = [name: string, code: FieldFaultCode][];

/** Sends a form, once however often that is tried. */
export class FormSending {
  private readonly options: FormFlowOptions;
  private readonly proof: ProofKeeper;
  private readonly signal: AbortSignal;
  /** What is sent stays the same, key and all, until it is known to have been taken or refused. */
  private sending: { key: string; submission: Submission } | undefined;
  /** What was to be sent last, all of it. */
  private looked = '';

  constructor(options: FormFlowOptions, proof: ProofKeeper, signal: AbortSignal) {
    this.options = options;
    this.proof = proof;
    this.signal = signal;
  }

  /** What is sent next is another. */
  forget(): void {
    this.sending = undefined;
  }

  /** Sends it to the town's own address or to the backend. Rejects with what kept it from being taken. */
  async send(sent: Sent, { post, what }: Way): Promise<void> {
    const { options, signal } = this;
    const { delivery } = options.terms;
    // Another body is another sending.
    const looked = JSON.stringify(sent);
    if (looked !== this.looked) this.forget();
    this.looked = looked;
    if (delivery && 'to' in delivery) {
      const { deliver } = await import('@kankei/client/deliver');
      const { key, submission } = this.prepare(sent);
      await deliver(delivery, options.town, submission, { key, signal, ...(what && { what }) });
      return;
    }
    const once = async () => {
      const { key, submission } = this.sending ?? this.prepare(sent, await this.proof.take());
      await post(submission, { key, signal });
    };
    await once().catch((error: unknown) => {
      // A proof that grew too old while the person typed is not their concern: another one, once.
      if (toProblem(error).code !== 'proof-failed') throw error;
      this.forget();
      return once();
    });
  }

  /** Why it was not taken: what is wrong with the answers, or a sentence. */
  async explain(problem: Problem, sent: FormSentStrings): Promise<FieldFaults | string> {
    const { form, explain } = this.options;
    const { code, errors = [], retryAfter = 60 } = problem;
    const { faults: known, notSent } = form.rest!;
    const mayHaveArrived = unanswered.has(code);
    // What was refused is sent anew; what got no answer may have been taken.
    if (!mayHaveArrived) this.forget();
    const faults = errors.flatMap(
      ({ name, reason }): FieldFaults =>
        name.startsWith('answers.') && Object.hasOwn(known, reason)
          ? [[name.slice('answers.'.length), reason as FieldFaultCode]]
          : [],
    );
    if (code === 'invalid-body' && faults.length) return faults;
    if (errors.some(({ reason }) => reason === 'notice-changed')) return sent.noticeChanged;
    if (code === 'too-many-requests') return sent.wait(Math.max(1, Math.ceil(retryAfter / 60)));
    return mayHaveArrived && navigator.onLine ? notSent : `${await explain(problem)} ${sent.kept}`;
  }

  private prepare(sent: Sent, proof?: string) {
    const { form, terms, source, openedAt } = this.options;
    this.sending ??= {
      key: randomKey(),
      submission: {
        language: form.words.language,
        noticeVersion: terms.notice.version,
        elapsed: Math.round(performance.now() - openedAt),
        ...(source && { source }),
        ...(proof && { proof }),
        ...sent,
      },
    };
    return this.sending;
  }
}

/** After these it is not known whether what was sent has arrived. */
const unanswered: ReadonlySet<string> = new Set(['network', 'timeout', 'unavailable', 'internal', 'bad-answer']);
