/**
 * ふるさと住民登録制度 as far as it is known; the State may still change it. kankei links it and never asks for My Number.
 * Sources: https://www.soumu.go.jp/menu_news/s-news/01gyosei07_02000173.html,
 * https://www.travelvoice.jp/20260122-159120/print
 */
export const residentRegistration = {
  /** When what stands here was looked up, `YYYY-MM`. */
  asOf: '2026-11',
  /** The month registration is planned to begin. */
  begins: '2027-01',
  tiers: [
    { id: 'basic' },
    {
      id: 'premium',
      /** Activities a year that the municipality designates. */
      activities: 3,
      /** Municipalities one can be registered with; not the one of the residence. */
      municipalities: 3,
      renewalMonths: 12,
      /** The State's app reads the card; no municipality's page does. */
      needsMyNumberCard: true,
    },
  ],
} as const;
