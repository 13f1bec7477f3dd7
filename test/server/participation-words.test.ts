import { enquiryFields, type Field, needFields } from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { enEnquiry } from '../../packages/elements/src/strings/en-enquiry.ts';
import { enForm } from '../../packages/elements/src/strings/en-form.ts';
import { enNeed } from '../../packages/elements/src/strings/en-need.ts';
import { jaEnquiry } from '../../packages/elements/src/strings/ja-enquiry.ts';
import { jaForm } from '../../packages/elements/src/strings/ja-form.ts';
import { jaNeed } from '../../packages/elements/src/strings/ja-need.ts';
import { shownEnquiryField } from '../../packages/server/src/pages/enquiry-facts.ts';
import { labelOf, optionLabel } from '../../packages/server/src/pages/form.ts';
import { shownNeedField } from '../../packages/server/src/pages/need-fields.ts';

type Own = { labels: Record<string, string>; options: Record<string, Record<string, string>> };

describe.each([
  ['ja', jaForm, jaNeed, jaEnquiry],
  ['en', enForm, enNeed, enEnquiry],
] as const)('in %s', (language, form, need, enquiry) => {
  it.each<[string, Own, readonly Field[], (field: Field) => Field]>([
    ['a need', need, needFields({}), shownNeedField],
    ['an enquiry', enquiry, enquiryFields({}), shownEnquiryField],
  ])('the page of %s calls questions and answers what the form that asked them calls them', (_, own, fields, shown) => {
    const labels: Record<string, string> = { ...form.labels, ...own.labels };
    for (const field of fields.filter(({ kind }) => kind !== 'consent')) {
      expect(labels[field.name], field.name).toBe(labelOf(shown(field), language));
      for (const { value } of field.options ?? [])
        expect(own.options[field.name]?.[value], value).toBe(optionLabel(shown(field), value, language));
    }
  });
});
