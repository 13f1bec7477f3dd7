import { en } from './en.ts';
import type { FurusatoRestStrings } from './ja-furusato-rest.ts';

const { number, yen } = en;
const day = (text: string) => en.date(Date.parse(text), true);

/** What the estimate and the help with the one-stop exception say, in English. */
export const enFurusatoRest: FurusatoRestStrings = {
  language: 'en',

  estimate: {
    title: 'Estimate how much you can donate',
    lead: 'From your yearly salary and your family, this estimates up to which sum of donations you bear only about 2,000 yen yourself and the rest comes off your Japanese taxes. What you enter is not sent and not stored anywhere.',
    groups: { you: '', case: 'Year of the donation, and more' },
    labels: {
      salary: 'Yearly salary in yen, before tax and insurance',
      spouse: 'Husband or wife',
      children: 'Children of 16 to 22 you support',
      year: 'Year of the donation',
      circumstances: 'What applies to you',
    },
    helps: {
      salary:
        'The figure 支払金額 on the gensen-choshuhyo (源泉徴収票) from your employer, not your take-home pay. For example 5000000',
      children:
        'By their age on 31 December of the year of the donation. Count children without income only; children of 15 and under need not be counted.',
      circumstances: 'Leave it as it is if nothing does.',
    },
    options: {
      spouse: {
        dual: 'None, or earns more than 2,010,000 yen a year',
        couple: 'Has no income',
        other: 'Earns up to 2,010,000 yen a year',
      },
      children: {
        none: 'None',
        hs: 'One of 16 to 18',
        univ: 'One of 19 to 22',
        univ_hs: 'One of 16 to 18 and one of 19 to 22',
        other: 'Others (two of the same age group, for example)',
      },
      circumstances: {
        'housing-loan': 'I get the tax credit for a housing loan',
        'medical-expenses': 'I deduct medical expenses',
        pension: 'I receive a pension',
        'self-employed': 'I earn from self-employment or freelance work',
        'other-income': 'I have other income, such as rent or shares',
      },
    },
    year: (year) => `${year}`,
    thisYear: (year) => `${year} (this year)`,
    before: (year) => `${year} or earlier`,
    after: (year) => `${year} or later`,
    faults: {
      number: (label) => `${label}: this could not be read as an amount of yen. For example 5000000`,
      'too-big': (label, { max = 0 }) => `${label}: please enter at most ${yen(max)}.`,
    },
    submit: 'Estimate',
    unready: 'What you entered could not be checked just now. It is still here. Please press again.',

    mark: 'Estimate',
    result: 'You can donate up to',
    of: (salary, year) => `With a salary of ${yen(salary)}, donating in ${year}`,
    meaning: (year) =>
      `If all your donations of ${year} together stay within this sum, you bear only about 2,000 yen of them yourself.`,
    nothing:
      'With this salary no income levy of the resident tax is due, so there is no tax a donation could come off.',
    capped:
      'From 2027 the “special part” that comes off the resident tax is at most 1,930,000 yen. That cap decides this sum.',
    mustFile:
      'With a salary above 20,000,000 yen you have to file a tax return, and the one-stop exception is not for you.',
    ask: 'The actual sum differs from person to person. Please ask the tax office (税務課) of the city or town you live in. The town you donate to cannot tell.',
    said: (limit) => `The estimate is ${yen(limit)}.`,

    amount: number,
    yen,
    slider: 'Move the salary to see how the estimate changes',
    position: (salary, limit) => `Salary ${yen(salary)}, estimate ${yen(limit)}`,

    leftOutTitle: 'What this estimate leaves out',
    leftOut: {
      'housing-loan': 'The tax credit for a housing loan',
      'medical-expenses': 'The deduction for medical expenses',
      pension: 'Pensions',
      'self-employed': 'Income from self-employment',
      'other-income': 'Rent, shares and other income',
      'other-deductions': 'Deductions for life or earthquake insurance, iDeCo and others',
      'spouse-with-income': 'A husband or wife who earns up to 2,010,000 yen',
      'other-dependants': 'Parents or grown-up children you support, or people with a disability',
      'children-under-16': 'Children of 15 and under, with a salary above 8,500,000 yen',
      'local-rate': 'Prefectures and cities where the rate of the resident tax is not 10%',
      'near-tax-free-line': 'The lower resident tax for small incomes',
    },

    sumTitle: 'How it is reckoned',
    sumLead: (year) => `From top to bottom, by the rules for donations of ${year}.`,
    rule: 'Rule: ',
    rate: (percent) => `${percent}%`,
    lines: {
      salary: 'Yearly salary',
      'employment-deduction': 'Deduction for employees',
      'income-adjustment': 'Deduction for those who support children',
      'total-income': 'Income',
      'social-insurance': 'Pension and health insurance (assumed)',
      'basic-deduction': 'Basic deduction for everyone',
      'spouse-deduction': 'Deduction for husband or wife',
      'dependant-deduction': 'Deduction for children you support',
      taxable: 'Income the resident tax is reckoned from',
      'levy-before-credit': '10% of it',
      'adjustment-credit': 'Credit that makes up for differences from the income tax',
      levy: 'Income levy of the resident tax',
      'special-part-most': '20% of it (the most of the special part)',
      'special-part-capped': 'The special part with the cap from 2027',
      'special-part-rate': 'Share the special part returns (90% − income tax rate × 1.021)',
      'donation-above-own-share': 'The most of the special part ÷ that share',
      'own-share': 'What you bear yourself',
      limit: 'Estimate, rounded down to 1,000 yen',
    },

    refusedTitle: 'There is no estimate for this case',
    refused: {
      spouse:
        'Where a husband or wife earns up to 2,010,000 yen, the deduction changes with the amount, and the table of the Ministry of Internal Affairs has no rule for it.',
      children: 'The table of the Ministry of Internal Affairs does not have this number and age of children.',
      year: (from, to) =>
        `There are rules for donations from ${from} to ${to} only. Earlier rules are out of date, later ones are not settled.`,
      circumstances: (names) =>
        `It is reckoned differently where this applies, and there are no rules for it here: ${names.join('; ')}.`,
    },
    refusedAsk:
      'Please ask the tax office (税務課) of the city or town you live in, or the national tax office (税務署).',
  },

  oneStop: {
    title: 'One-stop exception: check',
    lead: 'With the one-stop exception (ワンストップ特例), employees get their tax relief without filing a tax return. Note down where you donated to see how many towns are left and by when to apply.',
    year: 'Year of the donations',
    yearOption: (year) => `${year}`,
    town: 'City or town you donated to',
    townHelp: 'For example Musubino. If you donated to it twice, note it down twice.',
    add: 'Add',
    noTown: 'Please enter the name of the city or town you donated to.',
    tooLong: 'This name is too long. Please shorten it.',
    tooMany: 'No more can be added.',
    added: (town) => `“${town}” was added.`,
    removed: (town) => `“${town}” was removed.`,
    list: 'Your donations',
    empty: 'Nothing noted down yet.',
    applied: 'Application sent',
    appliedFor: (town) => `${town}: application sent`,
    remove: 'Remove',
    removeFor: (town) => `Remove “${town}”`,

    towns: 'Cities and towns',
    townCount: (n) => number(n),
    townsLeft: (n) => (n ? ` (${number(n)} more possible)` : ' (these are the five that are possible)'),
    tooManyTowns: ' (more than the five that are possible)',
    sameTown: 'Several donations to one town count as one.',
    deadline: 'Applications must arrive by',
    mustArrive: (text) => day(text),
    daysLeft: (days) => (days > 0 ? ` (${en.inDays(days)})` : ' (that is today)'),
    over: ' (that is over)',
    overHelp: 'For donations that were too late, file a tax return: then you get the relief all the same.',
    applications: 'Applications',
    toApply: (n) => (n === 1 ? '1 application not sent yet' : `${number(n)} applications not sent yet`),
    allApplied: 'All sent',
    everyDonation: 'Every donation needs its own application, the second one to the same town too.',

    voidsTitle: 'When it cannot be used',
    voidsLead: 'Please tick what applies.',
    voids: {
      'tax-return':
        'I file a tax return, for whatever reason (medical expenses, first year of a housing loan, a second income)',
      salary: 'My salary is above 20,000,000 yen',
      'too-many-towns': 'Donations to six or more cities and towns in one year',
    },
    isVoid: 'You cannot use the one-stop exception',
    isVoidHelp: 'Applications already sent no longer count. Put all donations of this year into your tax return.',
    changes: 'If your name or address changes after you applied, tell the towns you donated to by the same day.',

    keep: 'Keep this in this browser',
    keepHelp:
      'Unless you tick this, it is gone when you close the page. It is not sent anywhere. Do not keep it on a computer that others use.',
    kept: 'It is kept in this browser.',
    notKept: 'It could not be kept in this browser: storage is blocked or full.',
    noLonger: 'It is no longer kept in this browser, and will be gone when you close this page.',
    forget: 'Remove everything',
    forgotten: 'Everything was removed.',
    print: 'Print a checklist',
    checklist: 'Checklist for the one-stop exception',
    steps: [
      'Filled in the application (申告特例申請書)',
      'Attached copies that prove My Number and identity',
      'Sent it to the town (some towns take applications online)',
    ],
    myNumber: 'My Number goes straight to the town you donated to, in the application. This page never asks for it.',
  },
};
