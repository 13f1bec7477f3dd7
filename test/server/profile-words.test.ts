import { matchingFields } from '@kankei/core';
import { expect, it } from 'vitest';
import { enMatching } from '../../packages/elements/src/strings/en-matching.ts';
import { jaMatching } from '../../packages/elements/src/strings/ja-matching.ts';
import { formWords } from '../../packages/server/src/pages/form-words.ts';
import { profileLabels, profileOptions } from '../../packages/server/src/pages/profile-words.ts';

it.each([
  ['ja', jaMatching],
  ['en', enMatching],
] as const)('a profile at the desk is told in the words it was asked in, in %s', (language, strings) => {
  for (const { name, options = [] } of matchingFields({})) {
    // Of a postal code nothing reaches the desk.
    if (name === 'postal') continue;
    expect(profileLabels[name], name).toMatchObject({ [language]: strings.labels[name] });
    const said = strings.options as Record<string, Record<string, string>>;
    for (const { value } of options)
      if (said[name]) expect(profileOptions[name]?.[value], value).toMatchObject({ [language]: said[name][value] });
      else expect(formWords[language].options[name]?.[value], value).toBeTruthy();
  }
});
