import {
  checkDigit,
  contrast,
  isMunicipalityCode,
  type Rgb,
  readHexColor,
  readMunicipalityCode,
  textContrast,
} from '@kankei/core';
import { readTowns } from '../internal/towns.ts';
import { type Finding, finding, type WidgetName } from './finding.ts';
import { nearest } from './nearest.ts';
import { writeOption } from './privacy.ts';

/** What was seen of a widget in its page. */
export interface WidgetFacts {
  name: WidgetName;
  /** What is written in it, by option. */
  options: readonly (readonly [name: string, value: string])[];
  /** Every option its tag knows; undefined while its code has not come. */
  known: readonly string[] | undefined;
  /** What the link among its content says in its query, where there is one to a hosted page. */
  linked: readonly (readonly [name: string, value: string])[] | undefined;
  /**
   * What of its code is there. `far`: it is not to be fetched before the visitor comes near; `stays`: the embed makes
   * nothing of a link that says where answers come from, as anybody may have written it.
   */
  code: 'here' | 'far' | 'missing' | 'taken' | 'stays' | 'none-needed';
  needsTown: boolean;
  /** Has other parts of the page inside, as a tag that is not closed has. */
  swallows: boolean;
  hasFallback: boolean;
  hasTitle: boolean;
  sight: Sight | undefined;
}

/** How a widget stands in the page, in CSS px. */
export interface Sight {
  /** What hides it, as `div#id`. */
  hiddenBy: string | undefined;
  width: number;
  cut: { by: string; height: number; needed: number } | undefined;
  /** The level of the widget's first heading, and of the last one of the page before it; 0 where there is none. */
  headings: { level: number; before: number } | undefined;
  colors: Colors | undefined;
}

/** Colours as they are painted; `grounds` are all that words may stand on. */
export interface Colors {
  text: Rgb;
  accent: Rgb;
  onAccent: Rgb;
  grounds: readonly Rgb[];
}

/** All there is to say of one widget. */
export function judgeWidget(facts: WidgetFacts): Finding[] {
  return [
    ...judgeCode(facts),
    ...judgeTown(facts),
    ...judgeOptions(facts),
    ...judgeContent(facts),
    ...judgeSight(facts),
  ];
}

function judgeCode({ name, options, code, swallows, known }: WidgetFacts): Finding[] {
  const widget = name;
  const line = `</kankei-${name.widget}>`;
  const told = options.filter(([option]) => !known || known.includes(option) || option === 'town');
  return [
    finding('widget', { widget, options: told.map(([option, value]) => writeOption(option, value)) }),
    ...(code === 'missing' ? [finding('not-loaded', { widget })] : []),
    ...(code === 'far' ? [finding('not-yet-loaded', { widget })] : []),
    ...(code === 'stays' ? [finding('link-stays', { widget })] : []),
    ...(code === 'taken' ? [finding('name-taken', { widget })] : []),
    ...(swallows ? [finding('not-closed', { widget, line })] : []),
  ];
}

function judgeTown({ name: widget, options, linked = [], needsTown }: WidgetFacts): Finding[] {
  const towns = readTowns(options.find(([option]) => option === 'town')?.[1] ?? '');
  if (!towns.length && needsTown) return [missingTown(widget, options, linked)];
  return towns.flatMap((written): Finding[] => {
    if (isMunicipalityCode(written)) return [];
    const right = rightCode(written);
    return [
      right
        ? finding('town-check-digit', { widget, written, line: writeOption(prefixed(widget, 'town'), right) })
        : finding('town-unreadable', { widget, written: written.slice(0, 12) }),
    ];
  });
}

/** A town that its own link still names was taken out by something between the webmaster and the page. */
function missingTown(widget: WidgetName, options: WidgetFacts['options'], linked: NonNullable<WidgetFacts['linked']>) {
  const isThere = new Set(options.flatMap(([name, value]) => (value ? [name] : [])));
  const lost = linked.filter(([name]) => !isThere.has(name));
  if (widget.form === 'link' || !lost.some(([name]) => name === 'town')) return finding('no-town', { widget });
  const line = lost.map(([name, value]) => writeOption(prefixed(widget, name), value)).join(' ');
  return finding('options-lost', { widget, names: lost.map(([name]) => name), line });
}

const prefixed = ({ form }: WidgetName, name: string) => (form === 'div' ? `data-${name}` : name);

/** The code that was meant; of six digits the first five count. */
function rightCode(written: string): string | undefined {
  if (/^\d{6}$/.test(written)) return written.slice(0, 5) + checkDigit(written.slice(0, 5));
  return readMunicipalityCode(written);
}

/** What any element may carry. */
const global =
  /^(?:id|class|style|title|lang|dir|hidden|slot|part|exportparts|role|tabindex|translate|inert|nonce|is|item\w+|accesskey|draggable|spellcheck|contenteditable|popover|autofocus|xmlns|data-.*|aria-.*|on.*|[\w-]*[:@].*|_ng.*|ng-.*|v-.*|jsaction)$/;

function judgeOptions({ name: widget, options, known }: WidgetFacts): Finding[] {
  const accent = options.find(([option]) => option === 'accent')?.[1];
  const unreadable = accent !== undefined && !readHexColor(accent);
  return [
    ...(unreadable ? [finding('accent-unreadable', { widget, line: `${prefixed(widget, 'accent')}="#0017c1"` })] : []),
    ...options.flatMap(([written]): Finding[] => {
      if (!known || known.includes(written) || global.test(written)) return [];
      const near = nearest(written, known);
      // What a div or a link carries beside our options is nobody's mistake.
      if (!near && widget.form !== 'element') return [];
      const place = (option: string) => prefixed(widget, option);
      return [finding('unknown-option', { widget, written: place(written), nearest: near && place(near) })];
    }),
  ];
}

function judgeContent({ name: widget, hasFallback, hasTitle }: WidgetFacts): Finding[] {
  if (widget.form === 'frame') return hasTitle ? [] : [finding('frame-untitled', { widget, line: 'title="…"' })];
  return hasFallback ? [] : [finding('no-fallback', { widget, line: '<a href="https://…">…</a>' })];
}

/** CSS px below which a frame shows hardly more than a heading. */
const lowFrame = 300;

function judgeSight({ name: widget, sight }: WidgetFacts): Finding[] {
  if (!sight) return [];
  const { hiddenBy, width, cut, headings, colors } = sight;
  if (hiddenBy) return [finding('hidden', { widget, by: hiddenBy })];
  if (width < 1) return [finding('no-width', { widget })];
  const findings: Finding[] = [];
  if (cut && widget.form === 'frame') {
    if (cut.height < lowFrame)
      findings.push(finding('frame-low', { widget, height: cut.height, line: 'height="600"' }));
  } else if (cut) findings.push(finding('cut-off', { widget, ...cut }));
  if (headings?.before && headings.level > headings.before + 1) {
    const line = writeOption(prefixed(widget, 'heading-level'), String(headings.before + 1));
    findings.push(finding('heading-skipped', { widget, ...headings, line }));
  }
  return colors ? [...findings, ...judgeColors(widget, colors)] : findings;
}

const hex = (color: Rgb) => `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

function judgeColors(widget: WidgetName, { text, accent, onAccent, grounds }: Colors): Finding[] {
  const pairs = [
    ...grounds.map((ground) => ['text', text, ground] as const),
    ...grounds.map((ground) => ['accent', accent, ground] as const),
    ['on-accent', onAccent, accent] as const,
  ];
  const seen = new Set<string>();
  return pairs.flatMap(([of, color, ground]) => {
    const ratio = contrast(color, ground);
    if (ratio >= textContrast || seen.has(of)) return [];
    seen.add(of);
    // Rounded down: 4.46 is not 4.5.
    const shown = Math.floor(ratio * 10) / 10;
    return [finding('low-contrast', { widget, of, color: hex(color), ground: hex(ground), ratio: shown })];
  });
}
