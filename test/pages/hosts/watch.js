// What the town's page would notice: errors, refused rejections, policy violations, new globals.
window.seen = { errors: [], violations: [], events: [], globals: Object.getOwnPropertyNames(window) };
window.addEventListener('error', (event) => window.seen.errors.push(String(event.message)));
window.addEventListener('unhandledrejection', (event) => window.seen.errors.push(String(event.reason)));
document.addEventListener('securitypolicyviolation', (event) =>
  window.seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
);
for (const type of ['kankei-program-list-load', 'kankei-program-open'])
  document.addEventListener(type, (event) => window.seen.events.push(event));
