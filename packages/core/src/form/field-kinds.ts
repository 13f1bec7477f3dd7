/** What a form can ask. The kind decides the control, how what was typed is tidied, and what is checked. */
export const fieldKinds = [
  'text',
  'kana',
  'email',
  'tel',
  'postal',
  'prefecture',
  'municipality',
  'date',
  'birth-year',
  'number',
  'choice',
  'choices',
  'consent',
  'long-text',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The most characters (code points) a kind takes where the field itself says nothing. */
export const lengthLimits = {
  text: 100,
  kana: 100,
  email: 254,
  tel: 30,
  postal: 8,
  prefecture: 10,
  municipality: 100,
  date: 10,
  'birth-year': 4,
  number: 15,
  choice: 100,
  choices: 100,
  consent: 5,
  'long-text': 2000,
} as const satisfies Record<FieldKind, number>;

/** The most a field may ask for, whatever its kind. */
export const longestAnswer = 10_000;
