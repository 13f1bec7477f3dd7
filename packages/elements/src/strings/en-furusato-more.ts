import { toInstant } from '@kankei/core';
import { dateFormat } from './date-format.ts';
import { en } from './en.ts';
import type { FurusatoMoreStrings } from './ja-furusato-more.ts';

const { number } = en;
const yearMonth = dateFormat('en', { year: 'numeric', month: 'long' });

/** What a link to furusato nozei says below the first sight, in English. */
export const enFurusatoMore: FurusatoMoreStrings = {
  language: 'en',
  month: (month) => yearMonth.format(toInstant(`${month}-01`)),
  tools: 'Before you donate',
  estimate: 'Estimate how much comes off your taxes',
  oneStop: 'Help with the one-stop exception',
  toolFailed: 'This could not be loaded. Please check your connection and press again.',

  corporate: {
    title: 'Furusato nozei for companies',
    points: (yen) => [
      `From ${yen} a donation.`,
      'For companies with their head office in another municipality.',
      'The company may receive no economic benefit in return.',
    ],
    details: 'Read more about furusato nozei for companies',
    contact: 'Whom to ask',
    phone: 'Phone',
    extension: (number) => ` (ext. ${number})`,
    email: 'E-mail',
    page: 'Contact page',
  },

  invitation: {
    title: 'Stay in touch after your donation',
    text: 'As a member of the fan club you hear of events and of places where a hand is needed.',
    join: 'Join the fan club',
  },

  registration: {
    title: 'Furusato resident registration (a scheme of the State)',
    planned: (month) =>
      `A new scheme of the State: besides where you live, you register with a municipality you have ties to. It is planned to begin in ${month}.`,
    begun: (month) =>
      `A scheme of the State: besides where you live, you register with a municipality you have ties to. It was planned to begin in ${month}. Please see the State’s own page for how it stands.`,
    tiers: {
      basic: {
        name: 'Basic registration',
        text: () => 'Open to anyone interested: those who visit often, buy local products, or have donated.',
      },
      premium: {
        name: 'Premium registration',
        text: (activities, municipalities, months) =>
          `For those who take part in activities the municipality names, ${number(activities)} times a year or more. With up to ${number(municipalities)} municipalities, not the one you live in, and renewed every ${months === 12 ? 'year' : `${number(months)} months`}.`,
        card: 'The State’s app checks who you are by your My Number card.',
      },
    },
    never: 'This site never asks for your My Number.',
    asOf: (month) => `As far as known in ${month}. Names and rules may still change.`,
    page: 'See the State’s page',
    app: 'See the State’s app',
  },
};
