import { type Furusato, isSuspect } from '@kankei/core';

/** True where any text within, however deep, passes the test. */
function someText(value: unknown, test: (text: string) => boolean): boolean {
  if (typeof value === 'string') return test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => someText(one, test));
}

/**
 * What may be shown of what any backend says: without texts that the rules on advertising do not allow. The word list is
 * fetched, and waited for, only where a text is suspect, so that none of them is ever painted. Rejects where it cannot
 * be fetched.
 */
export async function guarded(profile: Furusato): Promise<Furusato> {
  if (!someText(profile, isSuspect)) return profile;
  return (await import('./leave-out.ts')).leaveOut(profile);
}
