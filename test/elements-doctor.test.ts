import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceOutcome, SourceReport } from '@kankei/client';
import { asText } from '@kankei/elements/doctor';
import { enDoctor } from '@kankei/elements/strings/en-doctor';
import { jaDoctor } from '@kankei/elements/strings/ja-doctor';
import { describe, expect, it } from 'vitest';
import { directiveWith } from '../packages/elements/src/doctor/directive.ts';
import { widgetNames } from '../packages/elements/src/doctor/find-widgets.ts';
import { bySeverity, type Form, severities } from '../packages/elements/src/doctor/finding.ts';
import { judgeSource } from '../packages/elements/src/doctor/judge-source.ts';
import { isStopped, judgeViolations } from '../packages/elements/src/doctor/judge-violations.ts';
import { judgeWidget, type Sight, type WidgetFacts } from '../packages/elements/src/doctor/judge-widget.ts';
import { editDistance, nearest } from '../packages/elements/src/doctor/nearest.ts';
import { trimAddress, writeOption } from '../packages/elements/src/doctor/privacy.ts';
import { say } from '../packages/elements/src/doctor/say.ts';
import type { Violation } from '../packages/elements/src/doctor/violations.ts';
import { root } from '../scripts/run.ts';
import fc from './fixtures/fast-check.ts';
import { everyFinding } from './fixtures/findings.ts';

interface Declaration {
  tagName?: string;
  attributes?: { name: string }[];
}
const manifest = JSON.parse(readFileSync(join(root, 'packages/elements/custom-elements.json'), 'utf8'));
const declared = (manifest.modules as { declarations: Declaration[] }[]).flatMap(({ declarations }) =>
  declarations.filter(({ tagName }) => tagName),
);
const options = declared.map(({ attributes = [] }) => attributes.map(({ name }) => name));
const optionsOf = (widget: string) => options[declared.findIndex(({ tagName }) => tagName === `kankei-${widget}`)]!;

const letters = fc.stringMatching(/^[a-z-]{0,12}$/);

describe('what was meant by a misspelt name', () => {
  it('knows every tag of the manifest', () => {
    expect([...widgetNames].sort()).toEqual(declared.map(({ tagName }) => tagName!.slice('kankei-'.length)).sort());
  });

  it('counts no step between a word and itself, as many from one to the other as back, and never more than letters', () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const away = editDistance(one, other);
        expect(away).toBe(editDistance(other, one));
        expect(away === 0).toBe(one === other);
        expect(away).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(away).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      }),
    );
  });

  it('suggests every option of every tag when one letter of it is missing, doubled, wrong or swapped', () => {
    for (const known of options)
      for (const name of known.filter(({ length }) => length > 4))
        for (let at = 0; at < name.length; at++) {
          const [head, letter, tail] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
          const slips = [head + tail, head + letter + letter + tail, `${head}q${tail}`];
          if (tail) slips.push(head + tail[0] + letter + tail.slice(1));
          for (const slip of slips) {
            if (known.includes(slip)) continue;
            const meant = nearest(slip, known)!;
            // As near as what was changed, whichever of two that are as near.
            expect(editDistance(slip, meant), `${slip} → ${meant}`).toBeLessThanOrEqual(editDistance(slip, name));
          }
        }
    const list = optionsOf('program-list');
    expect(nearest('Heading_Level', list)).toBe('heading-level');
    expect(nearest('noJsonld', list)).toBe('no-jsonld');
    expect(nearest('background', list)).toBe(undefined);
  });
});

describe('the line that lets something in', () => {
  const host = 'https://k.example';
  it.each([
    ["default-src 'self'", 'connect-src', `connect-src 'self' ${host}`],
    ["default-src 'none'", 'connect-src', `connect-src ${host}`],
    ["default-src 'self'; connect-src 'none'", 'connect-src', `connect-src ${host}`],
    ["script-src 'self' 'nonce-a'", 'script-src-elem', `script-src 'self' 'nonce-a' ${host}`],
    ["script-src-elem 'self'; script-src 'none'", 'script-src-elem', `script-src-elem 'self' ${host}`],
    ["script-src 'self' 'nonce-a'", 'worker-src', `worker-src 'self' ${host}`],
    ['child-src https://a.example', 'frame-src', `frame-src https://a.example ${host}`],
    ["default-src 'self' 'unsafe-inline'; img-src data:", 'img-src', `img-src data: ${host}`],
    ["default-src 'self' 'unsafe-inline'", 'img-src', `img-src 'self' ${host}`],
    ['IMG-SRC data:; img-src *', 'img-src', `img-src data: ${host}`],
  ])('of %s for %s', (policy, directive, line) => {
    expect(directiveWith(policy, directive, host)).toBe(line);
  });

  it('keeps all that a policy lets in by that name, whatever else it says', () => {
    const source = fc.constantFrom("'self'", 'https://a.example', 'data:', "'nonce-x'", '*.b.example');
    const rest = fc.constantFrom('', "default-src 'none'; ", 'img-src *; ', ';; ', 'upgrade-insecure-requests;');
    fc.assert(
      fc.property(rest, fc.array(source, { minLength: 1 }), (before, sources) => {
        const line = directiveWith(`${before}connect-src ${sources.join(' ')}`, 'connect-src', host);
        expect(line).toBe(['connect-src', ...sources, host].join(' '));
      }),
    );
  });
});

describe('what may be told of an address', () => {
  it('is never a user, a password, a fragment or a value of what is no option', () => {
    const secret = fc.stringMatching(/^[A-Z]{8}[0-9]{4}$/);
    const name = fc.constantFrom('email', 'token', 'tie', 'source', 'q', 'via', 'interests');
    fc.assert(
      fc.property(secret, name, (value, parameter) => {
        const address = `https://${value}:${value}@a.example/w/program-list?town=213306&${parameter}=${value}#${value}`;
        expect(trimAddress(address)).toBe(`https://a.example/w/program-list?town=213306&${parameter}=…`);
        expect(writeOption(parameter, value)).toBe(`${parameter}="…"`);
        expect(writeOption('endpoint', address)).not.toContain(value);
        expect(trimAddress(`data:text/html,${value}`)).not.toContain(value);
        expect(trimAddress(`https://${value} `.repeat(2))).not.toContain(value);
      }),
    );
    expect(writeOption('town', '213306 "&')).toBe('town="213306 &quot;&amp;"');
    expect(writeOption('compact', '')).toBe('compact');
  });
});

const inForm = (form: Form): WidgetFacts['name'] => ({ widget: 'program-list', form, nth: 1, of: 1 });
const sight: Sight = {
  hiddenBy: undefined,
  width: 600,
  cut: undefined,
  headings: { level: 3, before: 2 },
  colors: { text: [0, 0, 0], accent: [0, 23, 193], onAccent: [255, 255, 255], grounds: [[255, 255, 255]] },
};
const sound: WidgetFacts = {
  name: inForm('element'),
  options: [['town', '213306']],
  known: optionsOf('program-list'),
  linked: undefined,
  code: 'here',
  needsTown: true,
  swallows: false,
  hasFallback: true,
  hasTitle: true,
  sight,
};
const told = (more: Partial<WidgetFacts>) => judgeWidget({ ...sound, ...more }).filter(({ code }) => code !== 'widget');
const codes = (more: Partial<WidgetFacts>) => told(more).map(({ code }) => code);

describe('what is said of a widget', () => {
  it('is that it is there, where nothing is wrong, in whichever form', () => {
    for (const form of ['element', 'div', 'link', 'frame'] satisfies Form[])
      expect(judgeWidget({ ...sound, name: inForm(form) }), form).toMatchObject([
        { code: 'widget', severity: 'ok', facts: { options: ['town="213306"'] } },
      ]);
  });

  const cases: [code: string, more: Partial<WidgetFacts>, facts?: object][] = [
    ['no-town', { options: [] }],
    ['no-town', { options: [['town', ' ']], name: inForm('link'), linked: [['town', '213306']] }],
    ['town-check-digit', { options: [['town', '213305']] }, { written: '213305', line: 'town="213306"' }],
    ['town-check-digit', { options: [['town', '21330']], name: inForm('div') }, { line: 'data-town="213306"' }],
    ['town-unreadable', { options: [['town', '白川村']] }, { written: '白川村' }],
    [
      'unknown-option',
      {
        options: [
          ['town', '213306'],
          ['limits', '3'],
        ],
      },
      { written: 'limits', nearest: 'limit' },
    ],
    [
      'unknown-option',
      {
        options: [
          ['town', '213306'],
          ['fontsize', '3'],
        ],
      },
      { nearest: undefined },
    ],
    [
      'accent-unreadable',
      {
        options: [
          ['town', '213306'],
          ['accent', 'red'],
        ],
        known: ['town', 'accent'],
      },
    ],
    ['not-closed', { swallows: true }, { line: '</kankei-program-list>' }],
    ['not-loaded', { code: 'missing' }],
    ['not-yet-loaded', { code: 'far' }],
    ['name-taken', { code: 'taken' }],
    ['link-stays', { code: 'stays', name: inForm('link') }],
    ['no-fallback', { hasFallback: false }],
    ['frame-untitled', { name: inForm('frame'), hasTitle: false }],
    ['hidden', { sight: { ...sight, hiddenBy: 'div#a', width: 0 } }, { by: 'div#a' }],
    ['no-width', { sight: { ...sight, width: 0 } }],
    ['cut-off', { sight: { ...sight, cut: { by: 'div', height: 99, needed: 900 } } }, { height: 99, needed: 900 }],
    ['frame-low', { name: inForm('frame'), sight: { ...sight, cut: { by: '', height: 150, needed: 150 } } }],
    ['heading-skipped', { sight: { ...sight, headings: { level: 4, before: 2 } } }, { line: 'heading-level="3"' }],
  ];
  it.each(cases)('is %s where %o', (code, more, facts = {}) => {
    expect(told(more)).toMatchObject([{ code, facts }]);
  });

  it('is which options were lost, where the link inside still has them, as they are to be written', () => {
    const linked = [
      ['town', '213306'],
      ['sort', 'new'],
      ['compact', ''],
    ] as const;
    expect(told({ options: [['town', '']], linked })).toMatchObject([
      { code: 'options-lost', facts: { names: ['town', 'sort', 'compact'], line: 'town="213306" sort="new" compact' } },
    ]);
    expect(told({ options: [], linked, name: inForm('div') })).toMatchObject([
      { facts: { line: 'data-town="213306" data-sort="new" data-compact' } },
    ]);
    // Somebody who wrote another town than the link's meant it.
    expect(
      codes({
        linked: [
          ['town', '131016'],
          ['sort', 'new'],
        ],
      }),
    ).toEqual([]);
  });

  it('blames nobody for what any element may carry, nor a link for parameters of others', () => {
    const options = ['class', 'id', 'data-aos', 'aria-label', 'onclick', 'style', '@click'].map((name) => [name, 'x']);
    expect(codes({ options: [...sound.options, ...(options as [string, string][])] })).toEqual([]);
    for (const form of ['link', 'div', 'frame'] satisfies Form[])
      expect(codes({ name: inForm(form), options: [...sound.options, ['utm_campaign', 'x']] })).toEqual([]);
  });

  it('needs no town for what learns it from a card, and checks no names before the code has come', () => {
    expect(codes({ needsTown: false, options: [] })).toEqual([]);
    expect(codes({ known: undefined, options: [...sound.options, ['limits', '3']] })).toEqual([]);
  });

  it('is which words can hardly be read, on each ground they may stand on, rounded down', () => {
    const colors = { ...sight.colors!, accent: [119, 119, 119] as const };
    const found = told({ sight: { ...sight, colors } });
    expect(found.map(({ facts }) => facts)).toMatchObject([
      { of: 'accent', color: '#777777', ground: '#ffffff', ratio: 4.4 },
      { of: 'on-accent', color: '#ffffff', ground: '#777777', ratio: 4.4 },
    ]);
    const grounds = [
      [255, 255, 255],
      [0, 0, 0],
    ] as const;
    expect(codes({ sight: { ...sight, colors: { ...sight.colors!, grounds } } })).toEqual([
      'low-contrast',
      'low-contrast',
    ]);
  });

  it('never holds a value that fills a form in', () => {
    const options = ['tie', 'source', 'via', 'interests', 'email', 'q'].map((name): [string, string] => [
      name,
      'SECRET',
    ]);
    const found = judgeWidget({ ...sound, options: [...sound.options, ...options], known: undefined });
    expect(JSON.stringify(found)).not.toContain('SECRET');
  });
});

const address = 'https://k.example/v1/towns/213306/programs?q=SECRET';
const report = (outcome: SourceOutcome, more: Partial<SourceReport> = {}): SourceReport => ({
  kind: 'http',
  address,
  outcome,
  faults: [],
  pictures: [],
  ...more,
});

describe('what is said of where answers come from', () => {
  const origin = 'https://town.example';
  const cases: [outcome: SourceOutcome, code: string, more?: Partial<SourceReport>, facts?: object][] = [
    ['answered', 'answered', { ms: 12.4 }, { ms: 12 }],
    ['address', 'address-unusable', { address: 'src', kind: undefined }, { name: 'src' }],
    ['mixed-content', 'mixed-content', { address: 'http://k.example/v1/towns' }, { line: 'https://k.example/' }],
    ['offline', 'offline'],
    ['cors', 'cors', {}, { line: `Access-Control-Allow-Origin: ${origin}` }],
    ['blocked', 'blocked'],
    ['unreachable', 'unreachable', {}, { host: 'k.example' }],
    ['timeout', 'timeout'],
    ['too-large', 'too-large'],
    ['status', 'status', { status: 502 }, { status: 502 }],
    ['type', 'wrong-type', { type: 'text/html' }, { type: 'text/html' }],
    ['json', 'bad-json'],
    ['refused', 'refused', { code: 'town-not-found' }, { code: 'town-not-found' }],
    ['faults', 'unreadable', { faults: [{ name: `${address}#town.code`, reason: 'check-digit' }] }],
  ];
  it.each(cases)('%s is told as %s', (outcome, code, more, facts = {}) => {
    const found = judgeSource(report(outcome, more), origin);
    expect(found).toMatchObject([{ code, facts }]);
    expect(JSON.stringify(found)).not.toContain('SECRET');
  });

  it('names each fault by its place in the file, or by the other file it is in', () => {
    const faults = [
      { name: `${address}#town.code`, reason: 'check-digit' },
      { name: 'https://town.example/a.csv?key=SECRET#3.開始日', reason: 'not-a-date' },
    ];
    expect(judgeSource(report('faults', { faults }), origin)[0]!.facts).toMatchObject({
      faults: [
        { place: 'town.code', reason: 'check-digit' },
        { place: 'https://town.example/a.csv?key=… 3.開始日', reason: 'not-a-date' },
      ],
    });
  });

  it('adds what is slow, what is left out and how far the clocks are apart', () => {
    const more = { ms: 4000, ahead: -12 * 60_000, faults: [{ name: 'programs.3', reason: 'missing' }] };
    expect(judgeSource(report('answered', more), origin).map(({ code }) => code)).toEqual([
      'answered',
      'partly-unreadable',
      'slow',
      'clock',
    ]);
    expect(judgeSource(report('answered', { ahead: 60_000, ms: 100 }), origin)).toHaveLength(1);
  });
});

describe('what is said of a policy', () => {
  const ours = new Set(['https://k.example']);
  const violation = (more: Partial<Violation>): Violation => ({
    directive: 'connect-src',
    blocked: address,
    policy: "default-src 'self'",
    reportOnly: false,
    source: '',
    name: '',
    ...more,
  });

  it('is the line that lets us in, once for each directive, and how much of others it stops', () => {
    const found = judgeViolations(
      [
        violation({}),
        violation({ blocked: 'https://k.example/v1/other' }),
        violation({ directive: 'img-src', reportOnly: true }),
        violation({
          directive: 'trusted-types',
          blocked: 'trusted-types-policy',
          name: 'kankei',
          policy: 'trusted-types a',
        }),
        violation({ directive: 'img-src', blocked: 'https://ads.example/SECRET' }),
        violation({ directive: 'style-src-attr', blocked: 'inline' }),
      ],
      ours,
    );
    expect(found).toMatchObject([
      { code: 'policy', facts: { directive: 'connect-src', line: "connect-src 'self' https://k.example" } },
      { code: 'policy-reported', facts: { directive: 'img-src', line: "img-src 'self' https://k.example" } },
      { code: 'policy', facts: { directive: 'trusted-types', line: 'trusted-types a kankei' } },
      { code: 'policy-of-others', facts: { count: 2, directives: ['img-src', 'style-src-attr'] } },
    ]);
    expect(JSON.stringify(found)).not.toContain('SECRET');
  });

  it('explains a question that was stopped, and no other', () => {
    expect(isStopped([violation({})], address)).toBe(true);
    expect(isStopped([violation({ blocked: 'https://k.example' })], address)).toBe(true);
    const others = [{ directive: 'img-src' }, { reportOnly: true }, { blocked: 'https://x.example/' }];
    for (const other of others) expect(isStopped([violation(other)], address)).toBe(false);
  });
});

describe('the words of findings', () => {
  for (const [words, language] of [
    [jaDoctor, 'ja'],
    [enDoctor, 'en'],
  ] as const)
    it(`say what is so, and of all that is not as it should be what to do (${language})`, () => {
      const text = asText(everyFinding, language);
      for (const one of everyFinding) {
        const { what, todo, line } = say(one, words);
        expect(what, one.code).toMatch(language === 'ja' ? /[ぁ-ん]/ : /^[^ぁ-ん]+$/);
        expect(Boolean(todo), one.code).toBe(one.severity !== 'ok');
        for (const said of [what, todo ?? '', line ?? '']) {
          expect(said, one.code).not.toMatch(/undefined|\[object|NaN/);
          for (const part of said.split('\n')) expect(text).toContain(part);
        }
      }
      for (const severity of severities) expect(text).toContain(words.severities[severity]);
    });

  it('stand in the text with the worst first', () => {
    const order = bySeverity(everyFinding).map(({ severity }) => severities.indexOf(severity));
    expect(order).toEqual([...order].sort());
    expect(asText([], 'ja')).toContain('直すところはありません');
    expect(asText([], 'en-GB')).toContain('Nothing to mend');
    expect(asText([], 'fr')).toContain('Nothing to mend');
    expect(asText([], '')).toContain('直すところ');
  });
});
