import { enDoctor } from '../strings/en-doctor.ts';
import { type DoctorStrings, jaDoctor, type Said } from '../strings/ja-doctor.ts';
import { type Finding, type Severity, severities } from './finding.ts';

/** The doctor's words for a BCP 47 tag. Nothing said means Japanese; a language we do not speak gets English. */
export function wordsFor(language: string): DoctorStrings {
  return /^(ja\b|$)/i.test(language) ? jaDoctor : enDoctor;
}

/** What a finding says, and the line of code that mends it. */
export function say({ code, facts }: Finding, { findings }: DoctorStrings): Said & { line: string | undefined } {
  const said = (findings[code] as (facts: Finding['facts']) => Said)(facts);
  return { ...said, line: 'line' in facts ? facts.line : undefined };
}

/** The findings of each severity, the worst first; severities without any are left out. */
export function groups(findings: readonly Finding[]): [severity: Severity, findings: Finding[]][] {
  return severities
    .map((severity): [Severity, Finding[]] => [severity, findings.filter((one) => one.severity === severity)])
    .filter(([, some]) => some.length);
}

/** In a sentence: how much there is to do. */
export function summary(findings: readonly Finding[], words: DoctorStrings): string {
  const number = (severity: Severity) => findings.filter((one) => one.severity === severity).length;
  return words.summary(number('error'), number('warning'));
}

/** All findings as a text to be sent to whoever makes the site, in the language of a BCP 47 tag. */
export function asText(findings: readonly Finding[], language: string): string {
  const words = wordsFor(language);
  const parts = groups(findings).map(([severity, some]) => {
    const lines = some.map((one, at) => {
      const { what, todo, line } = say(one, words);
      const below = [todo && words.todo(todo), line].filter(Boolean).map((text) => `   ${text}`);
      return [`${at + 1}. ${what.replaceAll('\n', '\n   ')}`, ...below].join('\n');
    });
    return [`■ ${words.severities[severity]}`, ...lines].join('\n');
  });
  return [`${words.title}\n${summary(findings, words)}`, ...parts].join('\n\n');
}
