/** The usual questions to a supporter, in their usual order: the light ones first. */
export const matchingFieldNames = [
  'themes',
  'skills',
  'mode',
  'weekdays',
  'months',
  'lengths',
  'postal',
  'prefecture',
  'municipality',
  'company',
  'people',
  'age',
  'youngest',
  'effort',
  'tie',
  'experience',
  'hopes',
  'languages',
  'words',
] as const;
export type MatchingFieldName = (typeof matchingFieldNames)[number];

/** The usual questions to who applies for a program. */
export const applicationFieldNames = ['name', 'kana', 'email', 'tel', 'people', 'members', 'message'] as const;
export type ApplicationFieldName = (typeof applicationFieldNames)[number];

/** The usual questions to who needs help: what, when, how many and who, what to bring, what thanks; then whom to ask. */
export const needFieldNames = [
  'what',
  'when',
  'date',
  'people',
  'who',
  'effort',
  'bring',
  'thanks',
  'place',
  'name',
  'reach',
  'tel',
  'email',
] as const;
export type NeedFieldName = (typeof needFieldNames)[number];

/** The usual questions to who would like a coordinator to write back. */
export const enquiryFieldNames = ['name', 'email', 'moving', 'message'] as const;
export type EnquiryFieldName = (typeof enquiryFieldNames)[number];

/** Consents stand under every form, whatever a town asks. */
export const consentNames = ['privacy'] as const;
