import * as z from 'zod/mini';
import { whole } from './text.ts';

/** Everything that can go wrong between a person and a backend. The sentences live with the elements. */
export const problemCodes = [
  'invalid-parameter',
  'invalid-body',
  'town-not-found',
  'program-not-found',
  'fanclub-not-found',
  'furusato-not-found',
  /** The town takes no such thing in here. */
  'not-taken',
  /** The program takes no applications any more: called off, closed, over, or past its deadline. */
  'recruitment-closed',
  'not-found',
  /** The link from the mail was used, replaced or is too old. */
  'link-expired',
  /** An `Idempotency-Key` came again with another body. */
  'key-reused',
  /** The proof of work is missing, too old, used or wrong. */
  'proof-failed',
  'method-not-allowed',
  'origin-not-allowed',
  'too-large',
  'too-many-requests',
  'unavailable',
  'internal',
  /** Seen by the client only: */
  'network',
  'timeout',
  'bad-answer',
  'bad-file',
] as const;
export const problemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCode>;

/** RFC 9457 problem details with our `code`; `errors` names the fields or parameters at fault. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.catch(problemCode, 'internal'),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ name: z.string(), reason: z.string() }))),
  /** Of `too-many-requests`: seconds to wait, the header `Retry-After` in the body. */
  retryAfter: z.optional(whole(0)),
});
export type Problem = z.infer<typeof problem>;
