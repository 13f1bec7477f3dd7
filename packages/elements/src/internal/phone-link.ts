/** `tel:` for a text that is one Japanese or international number and nothing else; numbers without area code are none. */
export function phoneLink(phone: string): string | undefined {
  const plain = phone
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー]/g, '-')
    .trim();
  if (!/^[+(]?0?[\d\s()-]+$/.test(plain)) return undefined;
  const digits = plain.replace(/\D/g, '');
  if (plain.startsWith('+')) return digits.length >= 8 && digits.length <= 15 ? `tel:+${digits}` : undefined;
  return /^0\d{8,10}$/.test(digits) ? `tel:${digits}` : undefined;
}
