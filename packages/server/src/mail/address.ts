import { domainToASCII } from 'node:url';

/** What may stand before the @ without quotes; with dots where RFC 5322 has none, as some Japanese carriers gave out. */
const localPart = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One mail address as it is handed to a mail server, its domain in ASCII (`例え.jp` becomes `xn--r8jz45g.jp`); undefined
 * where the text is none that mail can be sent to. At most 254 characters.
 */
export function readAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  // Control characters, white space and everything that has a meaning in addresses or addresses of the web ends here.
  if (!localPart.test(local) || /[\s\p{Cc}\p{Cs}<>()[\]\\,;:"/?#%@]/u.test(text.slice(at + 1))) return undefined;
  const domain = domainToASCII(text.slice(at + 1));
  const labels = domain.split('.');
  const isName = labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1)!);
  const address = `${local}@${domain}`;
  return isName && address.length <= 254 ? address : undefined;
}
