import * as z from 'zod/mini';
import { instant } from './text.ts';

/** The same whether or not the address is known already. */
export const signupAccepted = z.object({
  /** Until when (an instant) the link in the mail can be used. */
  confirmBefore: instant,
});
export type SignupAccepted = z.infer<typeof signupAccepted>;
