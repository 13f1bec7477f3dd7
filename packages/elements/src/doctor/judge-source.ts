import type { SourceReport } from '@kankei/client';
import { type Fault, type Finding, finding } from './finding.ts';
import { trimAddress } from './privacy.ts';

/** Milliseconds for one answer from which on visitors notice. */
const slow = 3000;
/** Milliseconds two clocks may differ by before deadlines and `today` are told wrongly. */
const drift = 5 * 60_000;
/** As many faults of one file are named; the rest is seen once these are mended. */
const most = 20;

/** All there is to say of one place where answers come from; `origin` is that of the page. */
export function judgeSource(report: SourceReport, origin: string): Finding[] {
  const { ahead, ms = 0 } = report;
  const address = trimAddress(report.address);
  const minutes = Math.round((ahead ?? 0) / 60_000);
  return [
    outcome(report, address, origin),
    ...(report.outcome === 'answered' && report.faults.length
      ? [finding('partly-unreadable', { address, faults: faultsOf(report) })]
      : []),
    ...(ms > slow ? [finding('slow', { address, ms })] : []),
    ...(Math.abs(ahead ?? 0) > drift ? [finding('clock', { minutes })] : []),
  ];
}

function outcome(report: SourceReport, address: string, origin: string): Finding {
  const { outcome, status = 0, type = '', code = 'internal', ms = 0 } = report;
  switch (outcome) {
    case 'answered':
      return finding('answered', { address, ms: Math.round(ms) });
    case 'address':
      return finding('address-unusable', { name: report.address });
    case 'mixed-content':
      return finding(outcome, { address, line: address.replace(/^http:/, 'https:').replace(/\/v1\/.*/, '/') });
    case 'offline':
      return finding(outcome, {});
    case 'cors':
      return finding(outcome, { address, line: `Access-Control-Allow-Origin: ${origin === 'null' ? '*' : origin}` });
    case 'unreachable':
      return finding(outcome, { address, host: new URL(report.address).host });
    case 'status':
      return finding(outcome, { address, status });
    case 'type':
      return finding('wrong-type', { address, type: type.slice(0, 60) });
    case 'json':
      return finding('bad-json', { address });
    case 'refused':
      return finding(outcome, { address, code });
    case 'faults':
      return finding('unreadable', { address, faults: faultsOf(report) });
    case 'blocked':
    case 'timeout':
    case 'too-large':
      return finding(outcome, { address });
  }
}

/** The faults with their places; those of the file itself by the place in it alone. */
function faultsOf({ address, faults }: SourceReport): Fault[] {
  return faults.slice(0, most).map(({ name, reason }) => {
    const place = name.startsWith(`${address}#`) ? name.slice(address.length + 1) : name;
    const [file = '', inside] = place.split('#');
    return { place: /^https?:/.test(file) ? trimAddress(file) + (inside ? ` ${inside}` : '') : place, reason };
  });
}
