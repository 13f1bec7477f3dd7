/** Where each directive is looked for when a policy does not name it; `default-src` comes last for all of them. */
const governedBy: Record<string, readonly string[]> = {
  'script-src-elem': ['script-src'],
  'script-src-attr': ['script-src'],
  'style-src-elem': ['style-src'],
  'style-src-attr': ['style-src'],
  'worker-src': ['child-src', 'script-src'],
  'frame-src': ['child-src'],
};

/** What is written where a policy names neither a directive nor what stands for it. */
const usualName = (directive: string) => directive.replace(/-(elem|attr)$/, '');

/** Sources that let scripts and styles in by other means than their address. */
const others = /^'(nonce-|sha\d+-|unsafe-|strict-dynamic|report-sample|wasm-)/i;

/** The directives of a policy, each with its sources; of repeated ones the first counts, as in a browser. */
function parsePolicy(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/**
 * The directive as the policy must have it so that `source` is let in: all that it lets in now, and the source. It takes
 * the place of the directive of that name, or is added where the policy has none.
 *
 * `directive` is what the browser says was violated, which may be narrower than what the policy names.
 */
export function directiveWith(policy: string, directive: string, source: string): string {
  const directives = parsePolicy(policy);
  const chain = [directive, ...(governedBy[directive] ?? [])];
  const name = chain.find((one) => directives.has(one) && usualName(one) === usualName(directive));
  if (name) return [name, ...allowed(directives.get(name)!).filter((one) => one !== source), source].join(' ');
  const from = [...chain, 'default-src'].find((one) => directives.has(one));
  const inherited = from ? allowed(directives.get(from)!) : [];
  const fitting = /^(script|style)-/.test(directive) ? inherited : inherited.filter((one) => !others.test(one));
  return [usualName(directive), ...fitting.filter((one) => one !== source), source].join(' ');
}

const allowed = (sources: readonly string[]) => sources.filter((source) => source.toLowerCase() !== "'none'");
