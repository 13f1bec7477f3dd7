import {
  type Answers,
  checkForm,
  dayAt,
  type Embed,
  embedAdvice,
  embedPlace,
  type Field,
  type FieldFaultCode,
  frameHeights,
  ownAnswer,
  readHexColor,
  readMunicipalityCode,
  townLimit,
  usualFrameHeight,
} from '@kankei/core';
import { findMunicipality } from '@kankei/core/municipalities';
import { readTowns } from '../internal/towns.ts';
import { findWidget, type Widget, widgets } from './widgets.ts';

/** A town the server holds. */
export interface KnownTown {
  code: string;
  name: string;
}

/** What stands in the place of a town's code where it is typed. */
export const otherTown = 'other';
/**
 * Which script a page loads: the newest of its major version, one version with its hash, or one version in one file, so
 * that the hash covers all the code there is.
 */
export const scriptKinds = ['newest', 'pinned', 'single'] as const;
export type ScriptKind = (typeof scriptKinds)[number];

/** What is said of the CMS where nothing is known of it. */
export const unknownSystem = 'unknown';

const optionsOf = (values: readonly string[]) => values.map((value) => ({ value }));

/** Everything that is asked for a widget, in the order of the page. */
export function fieldsFor(widget: Widget, known: readonly KnownTown[]): Field[] {
  const offered = [
    ...known.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` })),
    { value: otherTown },
  ];
  const towns: Field[] = known.length
    ? [
        { name: 'known', kind: 'choice', group: 'town', options: offered },
        { name: 'town', kind: 'text', group: 'town', maxLength: 200, shownWhen: { field: 'known', is: [otherTown] } },
      ]
    : [{ name: 'town', kind: 'text', group: 'town', maxLength: 200 }];
  return [
    ...towns,
    { name: 'widget', kind: 'choice', group: 'widget', options: optionsOf(widgets.map(({ name }) => name)) },
    ...widget.options.map(({ field }) => field),
    { name: 'background', kind: 'text', group: 'look', maxLength: 7 },
    { name: 'words', kind: 'text', group: 'look' },
    { name: 'height', kind: 'number', group: 'look', min: frameHeights.least, max: frameHeights.most },
    {
      name: 'cms',
      kind: 'choice',
      group: 'paste',
      options: optionsOf([unknownSystem, ...embedAdvice.map(({ system }) => system)]),
    },
    { name: 'pin', kind: 'choice', group: 'paste', options: optionsOf(scriptKinds) },
  ];
}

/** The answers that stand before anything was chosen. */
export function usualAnswers(widget: Widget, known: readonly KnownTown[]): Answers {
  const options = widget.options.map(({ field, usual }) => [field.name, typed(field, usual)]);
  return {
    known: known[0]?.code ?? otherTown,
    town: '',
    widget: widget.name,
    background: '#ffffff',
    words: '',
    height: String(usualFrameHeight),
    cms: unknownSystem,
    pin: 'newest',
    ...Object.fromEntries(options),
  };
}

/** The answers for another widget: what was chosen for the one before, and what is usual here in place of what was there. */
export function carryOver(answers: Answers, from: Widget, to: Widget, known: readonly KnownTown[]): Answers {
  const usual = usualAnswers(from, known);
  const chosen = Object.entries(answers).filter(([name, one]) => written(one) !== written(ownAnswer(usual, name)));
  return { ...usualAnswers(to, known), ...Object.fromEntries(chosen), widget: to.name };
}

/** An answer from the text that stands for it in addresses and attributes. */
function typed({ kind }: Field, text: string): string | string[] | boolean {
  if (kind === 'consent') return text !== '' && text !== 'false';
  return kind === 'choices' ? text.split(',').filter(Boolean) : text;
}

/** The text that stands for an answer. */
function written(answer: unknown): string {
  return Array.isArray(answer) ? answer.join(',') : answer === undefined ? '' : String(answer);
}

/** All that was chosen, for an address that can be sent on: what is as usual is left out. */
export function toHash(fields: readonly Field[], answers: Answers, usual: Answers): string {
  const pairs = fields.flatMap(({ name }): [string, string][] => {
    const text = written(ownAnswer(answers, name));
    if (name === 'known') return text === otherTown ? [] : [['town', text]];
    if (name === 'town' && ownAnswer(answers, 'known') !== otherTown) return [];
    return name === 'widget' || text !== written(ownAnswer(usual, name)) ? [[name, text]] : [];
  });
  return new URLSearchParams(pairs).toString();
}

/** The widget and the answers an address names, over what is usual; what is not asked is passed over. */
export function fromHash(hash: string, known: readonly KnownTown[]): { widget: Widget; answers: Answers } {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const widget = findWidget(params.get('widget'));
  const answers = usualAnswers(widget, known);
  for (const field of fieldsFor(widget, known)) {
    const text = params.get(field.name);
    const offered = field.options?.map(({ value }) => value);
    if (text === null || field.name === 'known') continue;
    if (field.kind === 'choice' && !offered?.includes(text)) continue;
    const answer = typed(field, text);
    answers[field.name] = Array.isArray(answer) ? answer.filter((one) => offered?.includes(one)) : answer;
  }
  const town = params.get('town');
  if (town !== null && known.length) answers.known = known.some(({ code }) => code === town) ? town : otherTown;
  return { widget, answers };
}

/** What is wrong with a choice: what every form says, or what only this page knows. */
export type ChoiceFault = FieldFaultCode | 'town' | 'town-missing' | 'towns' | 'color' | 'address';

export interface Choices {
  widget: Widget;
  /** The codes of the towns, each with its check digit; none while they cannot be read. */
  towns: string[];
  /** Attributes to write. */
  options: Record<string, string | true>;
  words: string;
  height: number;
  pin: ScriptKind;
  /** By the name of the field; what is at fault is written nowhere. */
  faults: ReadonlyMap<string, ChoiceFault>;
}

/** True where nothing stands in the way of snippets: the page's background is no part of them. */
export function canBeWritten({ faults }: Choices): boolean {
  return [...faults.keys()].every((name) => name === 'background');
}

/** Reads what was chosen, as far as it can be read. */
export function readChoices(widget: Widget, known: readonly KnownTown[], answers: Answers): Choices {
  const fields = fieldsFor(widget, known);
  const asked = Object.fromEntries(fields.map(({ name }) => [name, answers[name] ?? '']));
  const { values, faults } = checkForm(fields, asked, dayAt(Date.now()));
  const wrong = new Map<string, ChoiceFault>(faults.map(({ name, code }) => [name, code]));

  const chosen = ownAnswer(answers, 'known');
  const town = readTownCodes(known.length && chosen !== otherTown ? written(chosen) : written(answers.town));
  if ('fault' in town) wrong.set('town', town.fault);
  for (const name of ['accent', 'background'])
    if (written(values[name]) && !readHexColor(written(values[name]))) wrong.set(name, 'color');
  for (const name of ['src', 'endpoint'])
    if (written(values[name]) && !isAddress(written(values[name]))) wrong.set(name, 'address');

  const options = widget.options.flatMap(({ field, usual }): [string, string | true][] => {
    const text = written(values[field.name]);
    // An option that is off or as usual need not be written; the order in which choices were ticked means nothing.
    if (wrong.has(field.name) || !text || text === 'false' || text === usual) return [];
    return [[field.name, field.kind === 'consent' ? true : text]];
  });
  const towns = 'codes' in town ? town.codes : [];
  return {
    widget,
    towns,
    options: { ...(towns.length ? { town: towns.join(',') } : {}), ...Object.fromEntries(options) },
    words: written(values.words),
    height: Number(values.height ?? usualFrameHeight),
    pin: scriptKinds.find((kind) => kind === values.pin) ?? 'newest',
    faults: wrong,
  };
}

function readTownCodes(text: string): { codes: string[] } | { fault: ChoiceFault } {
  const codes = readTowns(text.normalize('NFKC')).map((one) =>
    readMunicipalityCode(one, (code) => findMunicipality(code) !== undefined),
  );
  if (!codes.length) return { fault: 'town-missing' };
  if (codes.length > townLimit) return { fault: 'towns' };
  return codes.every((code) => code !== undefined) ? { codes: [...new Set(codes)] } : { fault: 'town' };
}

/** On the web or from the root of the site: what is relative to one page would not hold on another. */
function isAddress(text: string): boolean {
  return /^(https?:\/\/[^/\s]+|\/(?!\/))\S*$/.test(text);
}

/** Where a page of ours stands: the script that its snippets name, and the folder of a version that never changes. */
export interface Place {
  script: string;
  pinned: string;
}

/** The file of a script in the folder of its version. */
export const scriptFile = (kind: ScriptKind) => (kind === 'single' ? 'kankei.single.js' : 'kankei.js');

/** The widget as it is to be written; `words` stand where none were chosen. `hashes`: by file, in the pinned folder. */
export function embedOf(
  choices: Choices,
  place: Place,
  words: string,
  hashes: Readonly<Record<string, string>> = {},
): Embed {
  const { pin } = choices;
  const file = scriptFile(pin);
  // One file is only built on demand: where there is none, the version is pinned all the same.
  const pinned = `${place.pinned}/${hashes[file] ? file : 'kankei.js'}`;
  const script = pin === 'newest' ? place.script : pinned;
  return {
    base: embedPlace(script).base,
    script,
    widget: choices.widget.name,
    options: choices.options,
    words: choices.words || words,
    height: choices.faults.has('height') ? usualFrameHeight : choices.height,
    integrity: pin === 'newest' ? undefined : (hashes[file] ?? hashes['kankei.js']),
  };
}
