import { enquiryFields, type LocalText, matchingFields } from '@kankei/core';
import { expect, it } from 'vitest';
import { enEnquiry } from '../../packages/elements/src/strings/en-enquiry.ts';
import { enMatching } from '../../packages/elements/src/strings/en-matching.ts';
import { jaEnquiry } from '../../packages/elements/src/strings/ja-enquiry.ts';
import { jaMatching } from '../../packages/elements/src/strings/ja-matching.ts';
import { shownEnquiryField } from '../../packages/server/src/pages/enquiry-facts.ts';
import { formWords } from '../../packages/server/src/pages/form-words.ts';
import { profileLabels, profileOptions } from '../../packages/server/src/pages/profile-words.ts';

it.each([
  ['ja', jaMatching],
  ['en', enMatching],
] as const)('a profile at the desk is told in the words it was asked in, in %s', (language, strings) => {
  for (const { name, options = [] } of matchingFields({})) {
    // Of a postal code nothing reaches the desk.
    if (name === 'postal') continue;
    expect(profileLabels[name], name).toMatchObject({ [language]: (strings.labels as Record<string, string>)[name] });
    const said = strings.options as Record<string, Record<string, string>>;
    for (const { value } of options)
      if (said[name]) expect(profileOptions[name]?.[value], value).toMatchObject({ [language]: said[name][value] });
      else expect(formWords[language].options[name]?.[value], value).toBeTruthy();
  }
});

it.each([
  ['ja', jaEnquiry],
  ['en', enEnquiry],
] as const)('an enquiry is told in the words it was asked in, in %s', (language, strings) => {
  const said = (text: LocalText | undefined) => (text as Record<string, string> | undefined)?.[language];
  for (const { name, label, options = [] } of enquiryFields({}).map(shownEnquiryField)) {
    if (!Object.hasOwn(strings.labels, name)) continue;
    expect(said(label)).toBe((strings.labels as Record<string, string>)[name]);
    const words = (strings.options as Record<string, Record<string, string>>)[name];
    for (const { value, label } of options) expect(said(label)).toBe(words![value]);
  }
});
