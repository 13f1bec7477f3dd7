export * from './estimate-limit.ts';
export * from './families.ts';
export { type LimitRule, type LimitYear, limitRules, limitYears } from './limit-rules.ts';
export * from './read-yen.ts';
