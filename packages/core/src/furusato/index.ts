export {
  type AdvertisingReason,
  type AdvertisingRule,
  advertisingReasons,
  advertisingRules,
} from './advertising-terms.ts';
export * from './check-advertising.ts';
export * from './check-program-advertising.ts';
export * from './donation-links.ts';
export * from './estimate-limit.ts';
export * from './families.ts';
export * from './find-forbidden-advertising.ts';
export { type LimitRule, type LimitYear, limitRules, limitYears } from './limit-rules.ts';
export * from './one-stop.ts';
export * from './project-state.ts';
export * from './read-yen.ts';
export * from './resident-registration.ts';
export { isSuspect } from './suspect-advertising.ts';
