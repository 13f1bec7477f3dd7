import { furusato, routePath } from '@kankei/core';
import type { FurusatoBackend } from './backend.ts';
import type { Server } from './http-backend.ts';
import { under } from './http-links.ts';
import { townCode } from './question.ts';

/** The part of `httpBackend` for furusato nozei. */
export function httpFurusato({ base, ask }: Server): FurusatoBackend {
  return {
    furusato: async (code, more) => ask(furusato, under(base, routePath('furusato', { code: townCode(code) })), more),
  };
}
