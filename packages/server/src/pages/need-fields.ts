import type { Field, LocalText } from '@kankei/core';

/** The efforts a body may need, said honestly. */
export const effortLabels: Record<string, LocalText> = {
  light: { ja: '軽い作業', en: 'Light work' },
  medium: { ja: '少し体力がいる作業', en: 'Some effort' },
  hard: { ja: '力仕事', en: 'Hard physical work' },
};

/** What the usual questions to a host are called, where the town has no words of its own. */
const labels: Record<string, LocalText> = {
  what: { ja: '手伝ってほしいこと', en: 'What needs doing' },
  when: { ja: 'いつごろ', en: 'When' },
  date: { ja: '日にち（決まっていれば）', en: 'Date, if it is settled' },
  people: { ja: '来てほしい人数', en: 'How many people' },
  who: { ja: 'どんな人に来てほしいか', en: 'Who could do it' },
  effort: { ja: '体への負担', en: 'How hard it is' },
  bring: { ja: '持ってきてほしいもの', en: 'What to bring' },
  thanks: { ja: 'お礼', en: 'What you give in return' },
  place: { ja: '場所', en: 'Where' },
  reach: { ja: '連絡の方法', en: 'How to reach you' },
  tel: { ja: '電話番号', en: 'Phone' },
};

const options: Record<string, Record<string, LocalText>> = {
  effort: effortLabels,
  reach: { tel: { ja: '電話', en: 'By phone' }, email: { ja: 'メール', en: 'By email' } },
};

const dateHelp: LocalText = { ja: '例：2026-12-05', en: 'Example: 2026-12-05' };

/** A question to a host with our words where the town has none. */
export function shownNeedField(field: Field): Field {
  const named = withWords(field, labels, options);
  return field.name === 'date' && field.help === undefined ? { ...named, help: dateHelp } : named;
}

/** A field with words for its label and options, where it has none of its own. */
export function withWords(
  field: Field,
  labels: Readonly<Record<string, LocalText>>,
  options: Readonly<Record<string, Readonly<Record<string, LocalText>>>>,
): Field {
  const label = field.label ?? labels[field.name];
  const offered = field.options?.map((option) => {
    const known = option.label ?? options[field.name]?.[option.value];
    return known === undefined ? option : { ...option, label: known };
  });
  return { ...field, ...(label !== undefined && { label }), ...(offered && { options: offered }) };
}
