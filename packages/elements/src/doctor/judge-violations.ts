import { directiveWith } from './directive.ts';
import { type Finding, finding } from './finding.ts';
import { trimAddress } from './privacy.ts';
import type { Violation } from './violations.ts';

/** The origin of an address; undefined for what has none. */
export function originOf(address: string): string | undefined {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}

/** The source a policy must let in; undefined where the violation is not about us. */
function needed({ directive, blocked, name, source }: Violation, ours: ReadonlySet<string>): string | undefined {
  if (directive === 'trusted-types') return /^kankei/.test(name) ? 'kankei' : undefined;
  const origin = originOf(blocked);
  if (origin) return ours.has(origin) ? origin : undefined;
  return blocked === 'blob' && ours.has(originOf(source) ?? '') ? 'blob:' : undefined;
}

/**
 * What a page's policy keeps from its widgets, each directive with the line that lets it in. `ours` are the origins of
 * the script, of backends, and of what widgets show from elsewhere. What concerns none of them is counted, not told.
 */
export function judgeViolations(violations: readonly Violation[], ours: ReadonlySet<string>): Finding[] {
  const findings = new Map<string, Finding>();
  const others: string[] = [];
  for (const violation of violations) {
    const { directive, policy, blocked, reportOnly } = violation;
    const source = needed(violation, ours);
    if (!source) {
      others.push(directive);
      continue;
    }
    const line = directiveWith(policy, directive, source);
    const facts = { directive, blocked: originOf(blocked) ? trimAddress(blocked) : source, line };
    const key = `${line} ${reportOnly}`;
    // What was stopped first is what a visitor misses; more of it is only what was tried after.
    if (!findings.has(key)) findings.set(key, finding(reportOnly ? 'policy-reported' : 'policy', facts));
  }
  const rest = { directives: [...new Set(others)].sort(), count: others.length };
  return [...findings.values(), ...(others.length ? [finding('policy-of-others', rest)] : [])];
}

/** True where a policy stopped a question to this address. */
export function isStopped(violations: readonly Violation[], address: string): boolean {
  return violations.some(
    ({ directive, blocked, reportOnly }) =>
      directive === 'connect-src' && !reportOnly && originOf(blocked) === originOf(address),
  );
}
