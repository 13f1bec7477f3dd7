import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

/** The modules of an entry and of everything it imports at once, of a build as the embed is built. */
async function modulesAtOnce(entry: string): Promise<string[]> {
  const output = (await build({
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'] }, rolldownOptions: { input: { entry } } },
  })) as Rolldown.RolldownOutput[];
  const chunks = new Map(
    output[0]!.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const seen = new Set<string>();
  const visit = (name: string): string[] => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) return [];
    seen.add(name);
    return [...Object.keys(chunk.modules), ...chunk.imports.flatMap(visit)];
  };
  return visit([...chunks.values()].find(({ isEntry }) => isEntry)!.fileName);
}

it('decides on a backend with neither ky, zod nor a reader of files', async () => {
  const modules = await modulesAtOnce('packages/client/src/resolve-backend.ts');
  expect(modules.some((path) => path.endsWith('client/src/resolve-backend.ts'))).toBe(true);
  expect(modules.filter((path) => /node_modules|(http|file|memory)-backend/.test(path))).toEqual([]);
});

it('speaks HTTP without the reader of files, reads files without the reader of CSV, and neither brings fan clubs', async () => {
  const http = await modulesAtOnce('packages/client/src/http-backend.ts');
  expect(http.some((path) => path.includes('node_modules/ky/'))).toBe(true);
  expect(http.filter((path) => /(file|memory)-backend|-members|schema\/fanclub|packages\/formats/.test(path))).toEqual(
    [],
  );
  const files = await modulesAtOnce('packages/client/src/file-backend.ts');
  expect(files.some((path) => path.endsWith('client/src/memory-programs.ts'))).toBe(true);
  expect(
    files.filter((path) => /-members|core\/src\/(form|schema\/fanclub)|packages\/formats|http-backend/.test(path)),
  ).toEqual([]);
});
