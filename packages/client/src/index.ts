export { fanclubAddress, furusatoAddress, matchingAddress } from './addresses.ts';
export type * from './backend.ts';
export { type BackendSources, chooseSource } from './choose-source.ts';
export {
  type ExamineOptions,
  examineSource,
  type SourceOutcome,
  type SourceReport,
  type SourceTopic,
} from './examine-source.ts';
export { type FileBackendOptions, fileBackend } from './file-backend.ts';
export { type SentRequests, sendAhead, takeOver } from './first-request.ts';
export { type HttpBackendOptions, httpBackend } from './http-backend.ts';
export { type MemoryBackendOptions, memoryBackend, type Question } from './memory-backend.ts';
export type { Taken } from './memory-matching.ts';
export { programsAddress } from './programs-address.ts';
export { keepProof, type ProofKeeper } from './proof/keep-proof.ts';
export { quickFanclub } from './quick-fanclub.ts';
export { quickFurusato } from './quick-furusato.ts';
export { quickMatching } from './quick-matching.ts';
export { readPage } from './quick-page.ts';
export { quickPrograms } from './quick-programs.ts';
export { readFanclub } from './read-fanclub.ts';
export { readFurusato } from './read-furusato.ts';
export { type BackendChoice, chooseBackend, type QuickReaders, resolveBackend } from './resolve-backend.ts';
export { shareAnswers } from './share.ts';
