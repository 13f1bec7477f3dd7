export { KankeiErrorEvent } from './internal/error-event.ts';
export { KankeiProgramListLoadEvent, KankeiProgramOpenEvent } from './program-list/events.ts';
export { KankeiProgramList } from './program-list/program-list.ts';
