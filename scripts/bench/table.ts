/** One line of what a run says: what was measured, what came of it, and what the project wants. */
export interface Line {
  what: string;
  /** The measured figures, with their units. */
  value: string;
  /** The figure the target is about; NaN where it could not be measured, undefined where there is no target. */
  figure?: number;
  target?: { most?: number; least?: number; unit?: string };
}

const verdict = ({ figure, target }: Line): string => {
  if (figure === undefined || !target) return '';
  const { most = Infinity, least = -Infinity } = target;
  return figure <= most && figure >= least ? 'met' : 'missed';
};

const goal = ({ target }: Line): string => {
  if (!target) return '';
  const { most, least, unit = '' } = target;
  return most === undefined ? `≥ ${least}${unit}` : `≤ ${most}${unit}`;
};

/** The lines as a Markdown table whose columns also stand straight in a terminal. */
export function table(lines: readonly Line[]): string {
  const rows = [
    ['what', 'measured', 'target', ''],
    ...lines.map((line) => [line.what, line.value, goal(line), verdict(line)]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const [head, ...body] = rows.map((row) => `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`);
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body].join('\n');
}
