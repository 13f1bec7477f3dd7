import { type MatchProfile, makeProblem, ProblemError, type Submission } from '@kankei/core';
import { isHTTPError } from 'ky';
import type { SendOptions } from './backend.ts';
import { type FetchOptions, send } from './get.ts';
import { refusal } from './refusal.ts';

/** The most bytes of an answer that are read: it is not looked at. */
const answerLimit = 1_000_000;

/** What is sent, where it is not a signup. */
export interface Delivered {
  form: 'application' | 'need' | 'enquiry';
  /** Of an application: the program's id. */
  program?: string;
  /** Of an enquiry: what the person says of what would suit. */
  profile?: MatchProfile | undefined;
}

/**
 * Posts what somebody sent to a town's own address, as JSON or as a form would. Each answer has a name of its own in a
 * form, several choices repeat it; `town`, `language`, `noticeVersion`, `source` and `key` (the same where it is sent
 * again) stand beside them. So do `form` and `program` where it is no signup, and the parts of a profile, as `profile`
 * in JSON, as `profile.themes` and so on in a form. Rejects with a `ProblemError`, or the signal's reason.
 */
export async function deliver(
  { to, format }: { to: string; format: 'json' | 'form' },
  town: string,
  submission: Submission,
  { key, what, ...options }: SendOptions & FetchOptions & { what?: Delivered },
): Promise<void> {
  const { answers, language, noticeVersion, source } = submission;
  const { profile, ...named } = what ?? {};
  const about = { town, language, noticeVersion, ...(source && { source }), key, ...named };
  const url = new URL(to);
  if (!/^https?:$/.test(url.protocol))
    throw new ProblemError(makeProblem('invalid-parameter', { detail: 'delivery.to' }));
  const form = new URLSearchParams(about);
  const parts = Object.entries(profile ?? {}).map(([name, part]) => [`profile.${name}`, part] as const);
  for (const [name, answer] of [...Object.entries(answers), ...parts])
    for (const value of [answer].flat()) form.append(name, value === true ? 'yes' : String(value));
  await send(url, {
    ...options,
    ...(format === 'json' ? { json: { ...about, answers, ...(profile && { profile }) } } : { body: form }),
    limit: answerLimit,
    tooLarge: 'bad-answer',
    accept: '*/*',
    credentials: 'omit',
    // Whether the town's address knows a repetition by its key, only the town can tell.
    repeatable: false,
  }).catch((error: unknown) => {
    throw isHTTPError(error) ? refusal(error) : error;
  });
}
