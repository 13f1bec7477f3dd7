import type { BackendSources } from '@kankei/client';

/** What the tag and its page say about where answers come from. */
export function sourcesOf(
  tag: Pick<BackendSources, 'backend' | 'endpoint' | 'src'>,
  scriptUrl: string | undefined,
): BackendSources {
  const { backend, endpoint, src } = tag;
  const meta = document.querySelector<HTMLMetaElement>('meta[name="kankei:endpoint"]')?.content;
  return { backend, endpoint, src, meta, scriptUrl, base: document.baseURI };
}
