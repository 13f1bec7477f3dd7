export { KankeiCardCheck } from './card-check/card-check.ts';
export { KankeiSignupCompleteEvent } from './fanclub-signup/events.ts';
export { KankeiFanclubSignup } from './fanclub-signup/fanclub-signup.ts';
export { KankeiErrorEvent } from './internal/error-event.ts';
export { forgetCards } from './member-card/kept-cards.ts';
export { KankeiMemberCard } from './member-card/member-card.ts';
export { KankeiProgramListLoadEvent, KankeiProgramOpenEvent } from './program-list/events.ts';
export { KankeiProgramList } from './program-list/program-list.ts';
