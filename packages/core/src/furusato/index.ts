export {
  type AdvertisingReason,
  type AdvertisingRule,
  advertisingReasons,
  advertisingRules,
} from './advertising-terms.ts';
export * from './estimate-limit.ts';
export * from './families.ts';
export * from './find-forbidden-advertising.ts';
export { type LimitRule, type LimitYear, limitRules, limitYears } from './limit-rules.ts';
export * from './read-yen.ts';
