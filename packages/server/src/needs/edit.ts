import { type Answers, checkForm, dayAt, type Field } from '@kankei/core';
import { dropLinks } from '../links/links.ts';
import { addressKey } from '../mail/address-key.ts';
import { dropMails } from '../mail/person-mails.ts';
import type { Database } from '../storage/database.ts';
import { type Options, tell } from './letters.ts';
import { findNeed, type Needed, updateNeed } from './need-store.ts';
import type { Decided } from './publish.ts';

/** What staff may correct of what a host told: all but the consent, which was the host's to give. */
export function editableFields({ fields }: Pick<Needed, 'fields'>): Field[] {
  return fields.filter(({ name }) => name !== 'privacy');
}

/**
 * Corrects what a host told, in a transaction of the caller's; say after a call. Another mail address is to be confirmed
 * anew: the links that went to the old one open nothing any more, and the first mail goes to the new one.
 */
export async function editNeed(db: Database, needed: Needed, typed: Answers, options: Options): Promise<Decided> {
  const { need } = needed;
  const { values, faults } = checkForm(editableFields(needed), typed, dayAt(options.now));
  const address = addressKey(values.email) ?? null;
  if (values.email !== undefined && address === null) faults.push({ name: 'email', code: 'email' });
  if (faults.length) return { faults };
  const isSame = address === need.address;
  const contact = isSame ? {} : { address, confirmed_at: null };
  await updateNeed(db, need, { answers: values, ...contact }, options.now);
  if (isSame) return 'done';
  await dropLinks(db, { town: need.town, subject: need.id });
  await dropMails(db, need.id);
  await tell(db, (await findNeed(db, need.town, need.id))!, { step: 'received' }, options);
  return 'done';
}
