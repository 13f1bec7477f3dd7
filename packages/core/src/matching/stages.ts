import type { LedgerEntry, StageRule, StageRules } from '../schema/stage.ts';

/** つかむ・あたためる・うながす・つながる, as 三好市 has them. */
export const defaultStages: StageRules = [
  { id: 'interested', label: { ja: 'つかむ', en: 'Interested' }, from: [{ event: 'interest', times: 1 }] },
  { id: 'joined', label: { ja: 'あたためる', en: 'Joined' }, from: [{ event: 'joined', times: 1 }] },
  { id: 'helping', label: { ja: 'うながす', en: 'Helping' }, from: [{ event: 'helped', times: 1 }] },
  {
    id: 'connected',
    label: { ja: 'つながる', en: 'Connected' },
    from: [
      { event: 'returned', times: 1 },
      { event: 'hosted', times: 1 },
    ],
  },
];

/**
 * The furthest stage that a person's ledger with one town reaches; undefined where it reaches none. Whatever is added
 * to a ledger, nobody falls back. It is for the person and the coordinator, never shown to others.
 */
export function stageOf(
  ledger: readonly LedgerEntry[],
  rules: readonly StageRule[] = defaultStages,
): StageRule | undefined {
  const count = (event: LedgerEntry['event']) => ledger.filter((entry) => entry.event === event).length;
  const tookPart = ledger.filter(({ event }) => event === 'joined' || event === 'helped');
  const times = {
    interest: count('interest'),
    joined: tookPart.length,
    helped: count('helped'),
    hosted: count('hosted'),
    returned: new Set(tookPart.map(({ day }) => day)).size - 1,
  };
  return rules.findLast(({ from }) => from.some((one) => times[one.event] >= one.times));
}
