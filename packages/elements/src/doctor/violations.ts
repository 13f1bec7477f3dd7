/** What a browser's policy has stopped, without the content it was about. */
export interface Violation {
  /** The directive as the browser names it, which may be narrower than what the policy names. */
  directive: string;
  /** The whole address that was stopped, or a word such as `inline`. */
  blocked: string;
  /** The policy as it was sent. */
  policy: string;
  /** Not stopped, only reported. */
  reportOnly: boolean;
  /** The script that was stopped, where the browser tells. */
  source: string;
  /** The name of a trusted-types policy that was refused. */
  name: string;
}

const seen = new Map<string, Violation>();

function see(event: SecurityPolicyViolationEvent | CspReportBody): void {
  const { effectiveDirective, originalPolicy, disposition, sourceFile, sample } = event;
  const blocked = ('blockedURI' in event ? event.blockedURI : event.blockedURL) ?? '';
  const violation: Violation = {
    directive: effectiveDirective,
    blocked,
    policy: originalPolicy,
    reportOnly: disposition === 'report',
    source: sourceFile ?? '',
    // Of any other violation a sample is content.
    name: blocked === 'trusted-types-policy' ? (sample ?? '').slice(0, 40) : '',
  };
  seen.set(JSON.stringify([effectiveDirective, blocked, violation.name, disposition]), violation);
}

interface CspReportBody {
  effectiveDirective: string;
  originalPolicy: string;
  disposition: string;
  blockedURL?: string;
  sourceFile?: string;
  sample?: string;
}

// From the moment the doctor is loaded; where a browser has kept them, also from before.
globalThis.document?.addEventListener('securitypolicyviolation', see);
try {
  const heard = (reports: readonly { body?: unknown }[]) => {
    for (const { body } of reports) see(body as CspReportBody);
  };
  new ReportingObserver(heard, { types: ['csp-violation'], buffered: true }).observe();
} catch {
  // Not in every browser: what a check provokes is heard all the same.
}

/** Everything that was stopped so far, each once. */
export const violations = (): Violation[] => [...seen.values()];
