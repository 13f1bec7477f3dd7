export type * from './backend.ts';
export type { BackendSources } from './choose-source.ts';
export { type FileBackendOptions, fileBackend } from './file-backend.ts';
export { fanclubAddress, programsAddress, type SentRequests, sendAhead, takeOver } from './first-request.ts';
export { type HttpBackendOptions, httpBackend } from './http-backend.ts';
export { type MemoryBackendOptions, memoryBackend, type Question } from './memory-backend.ts';
export { keepProof, type ProofKeeper } from './proof/keep-proof.ts';
export { type BackendChoice, chooseBackend, resolveBackend } from './resolve-backend.ts';
export { shareAnswers } from './share.ts';
