import type { Backend } from '@kankei/client';
import { type PostalPlace, tidyAnswer } from '@kankei/core';
import type { Form } from './form.ts';

/** What was last filled in for a form: as long as it stands untouched, another code may replace it. */
const filled = new WeakMap<Form, Record<string, string>>();

/**
 * Fills prefecture and municipality from a postal code, where the person has not filled them in. Resolves with what was
 * filled in, or undefined where there was nothing to fill.
 */
export async function fillFromPostalCode(
  form: Form,
  name: string,
  backend: Backend,
  signal: AbortSignal,
): Promise<string | undefined> {
  const code = tidyAnswer('postal', String(form.answers[name] ?? '')).replace('-', '');
  if (!/^\d{7}$/.test(code)) return undefined;
  const places = await backend.postal(code, { signal }).catch(() => undefined);
  if (!places?.length) return undefined;
  // Where a code spans several, what they have in common is true.
  const common = (of: (place: PostalPlace) => string) => {
    const values = new Set(places.map(of));
    return values.size === 1 ? [...values][0]! : '';
  };
  const told = { prefecture: common((place) => place.prefecture), municipality: common((place) => place.municipality) };
  const before = filled.get(form) ?? {};
  const now: Record<string, string> = {};
  for (const [kind, value] of Object.entries(told)) {
    const field = form.fields.find((one) => one.kind === kind);
    const given = field && (form.answers[field.name] ?? '');
    if (!field || !value || (given && given !== before[kind])) continue;
    now[kind] = value;
    if (given !== value) form.set(field.name, value);
  }
  filled.set(form, now);
  return Object.values(now).join('') || undefined;
}
