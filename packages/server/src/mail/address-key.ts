import { readAddress } from './address.ts';

/** A mail address as it is compared, in ASCII and small letters; undefined where no mail can be sent to it. */
export function addressKey(email: unknown): string | undefined {
  return typeof email === 'string' ? readAddress(email)?.toLowerCase() : undefined;
}
