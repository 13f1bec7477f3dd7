import { fold } from '../fold.ts';
import type { ProgramFacts } from '../program-facts.ts';
import type { MatchProfile } from '../schema/match.ts';
import type { Program } from '../schema/program.ts';
import { type Effort, efforts, type ProgramKind } from '../schema/vocabulary.ts';
import { noSkill } from './answers.ts';
import { clueTo, type Wish } from './clues.ts';
import { type Findings, saying } from './findings.ts';
import { whenMatcher } from './match-when.ts';
import { ownWords } from './own-words.ts';
import { prefectureAt, regionOf } from './regions.ts';

/** Looks at one side of a program and adds what it finds. What the program does not say, it finds nothing about. */
type Judge = (program: Program, found: Findings, facts: ProgramFacts) => void;

/** Makes what finds the reasons and misfits of programs for a profile, at an instant (ms since 1970). */
export function matcherFor(profile: MatchProfile, now: number): (program: Program, facts: ProgramFacts) => Findings {
  const judges: Judge[] = [
    ...wishJudges('theme', 'themes', profile.themes),
    ...wishJudges(
      'skill',
      'skills',
      profile.skills?.filter((skill) => skill !== noSkill),
    ),
    ...wishJudges('hope', 'hopes', profile.hopes),
    ...wishJudges('company', 'company', profile.company && [profile.company]),
    ...wordJudges(profile.words),
    whenJudge(profile, now),
    modeJudge(profile),
    placeJudge(profile),
    peopleJudge(profile),
    ageJudge(profile),
    effortJudge(profile),
    languageJudge(profile),
    ...(isNewcomer(profile) ? [lightFirst] : []),
  ].filter((judge) => judge !== undefined);
  return (program, facts) => {
    const found: Findings = { reasons: [], misfits: [] };
    for (const judge of judges) judge(program, found, facts);
    return found;
  };
}

/** One judge for each answer, so that each is a reason of its own. */
function wishJudges(
  code: 'theme' | 'skill' | 'hope' | 'company',
  wish: Wish,
  answers: readonly string[] = [],
): Judge[] {
  return [...new Set(answers)].map((asked) => {
    const clue = clueTo(wish, asked);
    const fits = saying(code, asked);
    return (program, { reasons }, facts) => {
      const found = clue(program, facts);
      if (found) reasons.push(fits(found));
    };
  });
}

function wordJudges(words: string | undefined): Judge[] {
  return ownWords(words ?? '').map(({ written, forms }) => {
    const fits = saying('word', written);
    return (_, { reasons }, { text }) => {
      const found = forms.find(({ folded }) => text.includes(folded));
      if (found) reasons.push(fits(found.written));
    };
  });
}

function whenJudge(profile: MatchProfile, now: number): Judge | undefined {
  const match = whenMatcher(profile, now);
  return (
    match &&
    ((program, { reasons, misfits }, { spans }) => {
      const best = match(program, spans);
      if (best) reasons.push(...best.reasons);
      if (best) misfits.push(...best.misfits);
    })
  );
}

function modeJudge({ mode: asked }: MatchProfile): Judge | undefined {
  if (!asked || asked === 'both') return undefined;
  const said = saying('mode', asked);
  return ({ mode }, { reasons, misfits }) => {
    if (mode === asked || mode === 'mixed') reasons.push(said(mode));
    else if (mode !== 'unknown') misfits.push(said(mode));
  };
}

/**
 * How near it is, as far as that can be told without a map: the same municipality, prefecture or region. Far is only
 * what one has to travel to.
 */
function placeJudge({ prefecture, municipality = '' }: MatchProfile): Judge | undefined {
  if (!prefecture) return undefined;
  const region = regionOf(prefecture);
  const home = fold(municipality);
  const isHome = (area: string) => home !== '' && area !== '' && (home.startsWith(area) || area.startsWith(home));
  const inMunicipality = saying('same-municipality', municipality);
  const inPrefecture = saying('same-prefecture', prefecture);
  const inRegion = saying('same-region', prefecture);
  const far = saying('far', prefecture);
  return ({ mode, town, place }, { reasons, misfits }) => {
    const there = prefectureAt(town);
    if (mode === 'online' || !there) return;
    const area = place?.area ?? '';
    if (there === prefecture) reasons.push(isHome(fold(area)) ? inMunicipality(area) : inPrefecture(there));
    else if (region && regionOf(there) === region) reasons.push(inRegion(region));
    else if (mode === 'onsite') misfits.push(far(there));
  };
}

function peopleJudge({ people = 1 }: MatchProfile): Judge | undefined {
  if (people < 2) return undefined;
  const said = saying('places', String(people));
  return ({ placesLeft }, { reasons, misfits }) => {
    if (placesLeft === undefined) return;
    (placesLeft >= people ? reasons : misfits).push(said(String(placesLeft)));
  };
}

/** Years (民法 4条). */
const adult = 18;

/** A limit of age is no reason for who is within it, save for families: that the youngest may come is good to know. */
function ageJudge({ age, youngest = age }: MatchProfile): Judge | undefined {
  if (youngest === undefined) return undefined;
  const least = Math.min(youngest, age ?? youngest);
  const most = Math.max(youngest, age ?? youngest);
  const [tooYoung, tooOld, mayCome] = [
    saying('too-young', String(least)),
    saying('too-old', String(most)),
    saying('youngest', String(least)),
  ];
  return ({ minimumAge, maximumAge }, { reasons, misfits }) => {
    if (minimumAge !== undefined && least < minimumAge) misfits.push(tooYoung(String(minimumAge)));
    else if (minimumAge !== undefined && least < adult) reasons.push(mayCome(String(minimumAge)));
    if (maximumAge !== undefined && most > maximumAge) misfits.push(tooOld(String(maximumAge)));
  };
}

const weightOf = (effort: Effort) => efforts.indexOf(effort);

function effortJudge({ effort: asked }: MatchProfile): Judge | undefined {
  if (!asked) return undefined;
  const said = saying('effort', asked);
  return ({ effort }, { reasons, misfits }) => {
    if (effort) (weightOf(effort) <= weightOf(asked) ? reasons : misfits).push(said(effort));
  };
}

/** Japanese is spoken everywhere: it is no reason. */
function languageJudge({ languages = [] }: MatchProfile): Judge | undefined {
  if (!languages.length) return undefined;
  const shared = new Map(languages.map((language) => [language as string, saying('language', language)(language)]));
  const missed = saying('language', languages.join(' '));
  return (program, { reasons, misfits }) => {
    if (!program.languages.length) return;
    const spoken = [...new Set(program.languages.map((tag) => tag.split('-')[0]!))];
    for (const language of spoken) if (language !== 'ja' && shared.has(language)) reasons.push(shared.get(language)!);
    if (!shared.has('other') && !spoken.some((language) => shared.has(language)))
      misfits.push(missed(spoken.join(' ')));
  };
}

/** Who has no tie to a place yet, and no experience, as far as is known. */
function isNewcomer({ tie = [], experience = 'first' }: MatchProfile): boolean {
  return experience === 'first' && tie.every((one) => one === 'none');
}

/** What asks little of who comes, where the effort is not said. */
const lightKinds: readonly ProgramKind[] = ['letter', 'online'];

const toBeginWith = saying('light-first');

const lightFirst: Judge = ({ effort, kind }, { reasons }) => {
  if (effort === 'light') reasons.push(toBeginWith(effort));
  else if (!effort && lightKinds.includes(kind)) reasons.push(toBeginWith(kind));
};
