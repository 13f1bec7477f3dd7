export type * from './backend.ts';
export { type FileBackendOptions, fileBackend } from './file-backend.ts';
export { type HttpBackendOptions, httpBackend } from './http-backend.ts';
export { type MemoryBackendOptions, memoryBackend, type Question } from './memory-backend.ts';
export { type BackendChoice, type BackendSources, chooseBackend, resolveBackend } from './resolve-backend.ts';
export { shareAnswers } from './share.ts';
