import type { BackendSources } from '@kankei/client';

/** What the tag and its page say about where answers come from. */
export function sourcesOf(
  tag: Pick<BackendSources, 'backend' | 'endpoint' | 'src'>,
  scriptUrl: string | undefined,
): BackendSources {
  const { backend, endpoint, src } = tag;
  const found = document.querySelector<HTMLMetaElement>('meta[name="kankei:endpoint"]');
  const { content: meta }: { content?: string } = found || {};
  return { backend, endpoint, src, meta, scriptUrl, base: document.baseURI };
}
