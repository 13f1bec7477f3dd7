import type { Enquired } from '../enquiries/enquiry-store.ts';
import { enquiryFacts, profileFacts } from '../pages/enquiry-facts.ts';
import { enquiryMailWords } from './enquiry-words.ts';
import type { Mail } from './mail.ts';
import { repeated } from './repeated.ts';
import { type About, wordsOf, writeMail } from './write-mail.ts';

/** What happened to an enquiry, for the mail that says so. */
export type EnquiryStep = { step: 'received' } | { step: 'answered'; message: string };

/** To who enquired: what was left and who answers it, or the answer. `url`: the person's own page. */
export function enquiryMail(about: About, step: EnquiryStep, { url, ...enquired }: Enquired & { url: string }): Mail {
  const { language } = wordsOf(about);
  const say = enquiryMailWords[language];
  const who = enquired.matching.coordinator?.name ?? say.somebody;
  const said = say[step.step](who);
  const subject = `【${about.title}】${said.subject}`;
  if (step.step === 'answered') {
    const before = [...said.before, ...step.message.split(/\n{2,}/)];
    return writeMail(about, { ...said, subject, before }, { url });
  }
  const left = [...enquiryFacts(enquired, language, ['moving', 'message']), ...profileFacts(enquired, language)];
  const facts = left.map(([label, text]): [string, string] => [label, repeated(text, say.elsewhere)]);
  return writeMail(about, { ...said, subject }, { url, facts });
}
