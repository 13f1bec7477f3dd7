import {
  type Answers,
  applicationFields,
  checkForm,
  defaultStages,
  enquiryFields,
  type Field,
  feedbackFields,
  field,
  type LedgerEntry,
  type MatchingInput,
  matchHopes,
  matching,
  matchingFieldNames,
  matchingFields,
  matchProfile,
  matchSkills,
  matchThemes,
  needFields,
  placesTaken,
  readMatchProfile,
  reportFields,
  stageOf,
  stageRules,
  takesIn,
} from '@kankei/core';
import { describe, expect, it } from 'vitest';
import { fixtureClubInput } from '../fixtures/fanclub.ts';
import fc from '../fixtures/fast-check.ts';
import { arbitraryMatchProfile } from '../fixtures/match-profile.ts';

const today = '2026-11-21';
const plain = matching.parse({});
const alone = { people: 1, questions: [] };
const together = { people: 4, questions: [] };
const namesOf = (fields: readonly Field[]) => fields.map(({ name }) => name);
const ownQuestion: Field = {
  name: 'boots',
  kind: 'choice',
  label: '長靴',
  options: [{ value: 'yes', label: '持っている' }],
};

describe('every form of matching', () => {
  it.each([
    ['to a supporter', matchingFields(plain)],
    ['to who applies', applicationFields(together, plain)],
    ['to who needs help', needFields(plain)],
    ['to who asks', enquiryFields(plain)],
    ['after the day', feedbackFields],
    ['of what was done', reportFields],
  ])('%s is made of fields that the schema takes, each with a name of its own', (_, fields) => {
    for (const one of fields) expect(field.parse(one)).toEqual({ ...one });
    expect(new Set(namesOf(fields)).size).toBe(fields.length);
  });

  it('asks for consent last, save where nothing is sent', () => {
    for (const fields of [applicationFields(together, plain), needFields(plain), enquiryFields(plain)])
      expect(fields.at(-1)).toMatchObject({ name: 'privacy', kind: 'consent', required: true });
    expect(namesOf(matchingFields(plain))).not.toContain('privacy');
  });

  it('is asked in the town’s order and words, with its own questions after', () => {
    const own = matching.parse({
      supporter: {
        fields: [
          { name: 'weekdays', label: '来られる曜日' },
          { name: 'themes', options: [{ value: 'りんご', label: 'りんご' }] },
        ],
        questions: [ownQuestion],
      },
    } satisfies MatchingInput);
    expect(matchingFields(own)).toMatchObject([
      { name: 'weekdays', label: '来られる曜日' },
      { name: 'themes', options: [{ value: 'りんご', label: 'りんご' }] },
      { name: 'boots', group: 'questions' },
    ]);
  });

  it('cannot lose what it does not work without', () => {
    const bare = matching.parse({
      application: { fields: [] },
      need: { fields: [{ name: 'thanks' }] },
      enquiry: { fields: [{ name: 'email', required: false }] },
    });
    expect(namesOf(applicationFields(together, bare))).toEqual(['name', 'email', 'people', 'privacy']);
    expect(namesOf(needFields(bare))).toEqual(['what', 'when', 'name', 'reach', 'tel', 'email', 'thanks', 'privacy']);
    expect(enquiryFields(bare).find(({ name }) => name === 'email')).toMatchObject({ required: true });
  });

  it('asks who enquires what the town asks supporters of its own, for which a profile has no part', () => {
    const town = matching.parse({
      supporter: {
        questions: [
          { ...ownQuestion, required: true },
          { ...ownQuestion, name: 'message' },
        ],
      },
      enquiry: { questions: [{ ...ownQuestion, name: 'called' }] },
    } satisfies MatchingInput);
    const fields = enquiryFields(town);
    // A question that has the name of one of these is another question.
    expect(namesOf(fields)).toEqual(['name', 'email', 'moving', 'message', 'called', ownQuestion.name, 'privacy']);
    expect(fields.find(({ name }) => name === ownQuestion.name)).toMatchObject({ required: false, group: 'questions' });
  });

  it.each([
    ['the name of a usual one', { ...ownQuestion, name: 'name' }, 'name-taken'],
    ['the name of the consent', { ...ownQuestion, name: 'privacy' }, 'name-taken'],
    ['no words', { name: 'boots', kind: 'text' }, 'missing-label'],
  ])('takes no question of a town’s with %s', (_, question, reason) => {
    const { error } = matching.safeParse({ application: { questions: [question] } });
    expect(error?.issues).toMatchObject([{ path: ['application', 'questions'], message: reason }]);
  });
});

describe('the questions to a supporter', () => {
  const fields = matchingFields(plain);

  it('need no answer at all', () => {
    expect(checkForm(fields, {}, today)).toEqual({ values: {}, faults: [] });
    expect(readMatchProfile({})).toEqual({});
  });

  it('make a profile of what was answered, without what tells who somebody is', () => {
    const answers = {
      ...{
        themes: ['farming'],
        skills: ['none'],
        mode: 'both',
        weekdays: ['sun', 'sat'],
        months: ['12'],
        postal: '506-0001',
      },
      ...{
        prefecture: '岐阜',
        municipality: '高山市',
        company: 'family',
        people: '３',
        youngest: '5',
        words: '雪かき',
      },
    };
    const { values, faults } = checkForm(fields, answers, today);
    expect(faults).toEqual([]);
    expect(readMatchProfile({ ...values, boots: 'yes' })).toEqual({
      ...{ themes: ['farming'], skills: ['none'], mode: 'both', weekdays: ['sat', 'sun'], months: ['12'] },
      ...{ prefecture: '岐阜県', municipality: '高山市', company: 'family', people: 3, youngest: 5, words: '雪かき' },
    });
  });

  it('take every profile there is, and give it back', () => {
    fc.assert(
      fc.property(arbitraryMatchProfile, (profile) => {
        expect(matchProfile.parse(profile)).toEqual(profile);
        expect(readMatchProfile(profile as Answers)).toEqual(profile);
      }),
    );
  });

  it('pass over what cannot be read, and keep the rest', () => {
    expect(readMatchProfile({ mode: 'there', people: 'many', effort: 'light', toString: 'x' })).toEqual({
      effort: 'light',
    });
  });

  it('offer answers for each theme, skill and hope', () => {
    const offered = (name: string) => fields.find((one) => one.name === name)?.options?.map(({ value }) => value);
    expect(offered('themes')).toEqual(matchThemes);
    expect(offered('skills')).toEqual([...matchSkills, 'none']);
    expect(offered('hopes')).toEqual(matchHopes);
    expect(namesOf(fields)).toEqual(matchingFieldNames);
  });

  it('ask who comes along only whoever does not come alone, unless the town asks nothing else', () => {
    const faultsOf = (answers: Answers) => checkForm(fields, answers, today).values;
    expect(faultsOf({ company: 'alone', people: '3' })).toEqual({ company: 'alone' });
    const only = matchingFields(matching.parse({ supporter: { fields: [{ name: 'people' }] } }));
    expect(checkForm(only, { people: '3' }, today).values).toEqual({ people: 3 });
  });
});

describe('an application', () => {
  const answers = { name: '山田 花子', email: 'hana@example.jp', privacy: 'yes' };
  const faults = (given: Answers, recruitment: typeof alone = together) =>
    checkForm(applicationFields(recruitment, plain), given, today).faults;

  it('says how many come, and who, where it is more than one', () => {
    expect(faults({ ...answers, people: '1' })).toEqual([]);
    expect(faults({ ...answers, people: '2' })).toEqual([{ name: 'members', code: 'required' }]);
    expect(faults({ ...answers, people: '4', members: '太郎（7）、次郎（5）、一郎（40）' })).toEqual([]);
    expect(faults({ ...answers, people: '5' })).toEqual([{ name: 'people', code: 'too-big' }]);
    expect(faults(answers)).toEqual([{ name: 'people', code: 'required' }]);
  });

  it('is not asked how many come, where everybody comes alone', () => {
    expect(faults(answers, alone)).toEqual([]);
    expect(faults({ ...answers, people: '2' }, alone)).toEqual([{ name: 'people', code: 'unknown' }]);
    expect(placesTaken(answers)).toBe(1);
    expect(placesTaken({ people: 3 })).toBe(3);
  });

  it('asks the town’s questions and then the program’s, of two with one name the program’s', () => {
    const ofTown = matching.parse({ application: { questions: [ownQuestion, { ...ownQuestion, name: 'gloves' }] } });
    const ofProgram = { people: 1, questions: [{ ...ownQuestion, label: '長靴（27cm）' }] };
    const own = applicationFields(
      { ...ofProgram, questions: ofProgram.questions.map((one) => field.parse(one)) },
      ofTown,
    );
    expect(own.filter(({ group }) => group === 'questions')).toMatchObject([
      { name: 'gloves' },
      { label: '長靴（27cm）' },
    ]);
  });
});

describe('a need', () => {
  const told = { what: '屋根の雪下ろし', when: '1月の晴れた日', name: '佐和 きみ', privacy: 'yes' };
  const faults = (given: Answers) => checkForm(needFields(plain), given, today).faults;

  it('can be answered by telephone or by mail', () => {
    expect(faults({ ...told, reach: 'tel', tel: '0577-00-0000' })).toEqual([]);
    expect(faults({ ...told, reach: 'email', email: 'kimi@example.jp' })).toEqual([]);
    expect(faults({ ...told, reach: 'email', tel: '0577-00-0000' })).toEqual([{ name: 'email', code: 'required' }]);
    expect(faults(told)).toEqual([{ name: 'reach', code: 'required' }]);
  });
});

describe('what a town takes in', () => {
  it('is nothing personal without a notice', () => {
    expect(takesIn(plain, 'interest')).toBe(true);
    expect(takesIn(plain, 'application')).toBe(false);
    const { notice } = fixtureClubInput;
    expect(takesIn(matching.parse({ notice }), 'application')).toBe(true);
    expect(takesIn(matching.parse({ notice, takes: ['need'] }), 'application')).toBe(false);
  });
});

describe('the stage of a relation', () => {
  const entry = (event: LedgerEntry['event'], day = today): LedgerEntry => ({ event, day, town: '212172' });
  const stage = (...ledger: LedgerEntry[]) => stageOf(ledger)?.id;

  it('goes from interest over taking part and helping to coming back or receiving others', () => {
    expect(stage()).toBeUndefined();
    expect(stage(entry('interest'))).toBe('interested');
    expect(stage(entry('interest'), entry('joined'))).toBe('joined');
    expect(stage(entry('helped'))).toBe('helping');
    expect(stage(entry('helped'), entry('joined'))).toBe('helping');
    expect(stage(entry('joined'), entry('joined', '2026-12-05'))).toBe('connected');
    expect(stage(entry('hosted'))).toBe('connected');
  });

  it('never falls back, whatever happens', () => {
    const ledgers = fc.array(
      fc.record({
        event: fc.constantFrom<LedgerEntry['event'][]>('interest', 'joined', 'helped', 'hosted'),
        day: fc.constantFrom('2026-11-21', '2026-11-22', '2026-12-01'),
        town: fc.constant('212172'),
      }),
      { maxLength: 6 },
    );
    const step = (ledger: LedgerEntry[]) => defaultStages.findIndex(({ id }) => id === stageOf(ledger)?.id);
    fc.assert(
      fc.property(ledgers, ledgers, (ledger, more) => {
        expect(step([...ledger, ...more])).toBeGreaterThanOrEqual(step(ledger));
      }),
    );
  });

  it('follows a town’s own rules', () => {
    const rules = stageRules.parse([
      { id: 'friend', label: '友だち', from: [{ event: 'joined' }] },
      { id: 'family', label: '家族', from: [{ event: 'returned', times: 2 }] },
    ]);
    const days = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => entry('joined', day));
    expect(stageOf(days.slice(0, 2), rules)?.label).toBe('友だち');
    expect(stageOf(days, rules)?.label).toBe('家族');
    expect(stageRules.parse(defaultStages)).toEqual(defaultStages);
    expect(stageRules.safeParse([rules[0], rules[0]]).success).toBe(false);
  });
});
