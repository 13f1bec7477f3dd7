/**
 * Lets the page that loads this work without network: `/check`, and a member's own page with its card. The worker is
 * asked for at these paths only. `?v=` is the version of the server: another version keeps its own files.
 */
const root = new URL('../', import.meta.url);
const version = new URL(import.meta.url).searchParams.get('v') ?? '';
const scope = new URL(location.pathname.includes('/member/') ? 'member/' : 'check', root).href;

/** What this page has loaded from us so far; parts of the embed come one by one. */
const loaded = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${root.href}assets/`) || name.startsWith(`${root.href}embed/`));

async function start() {
  const address = new URL(`card-worker.js?v=${version}`, root).href;
  // A page that requires trusted types takes a worker's address from a policy only.
  const policy = window.trustedTypes?.createPolicy('kankei-worker', { createScriptURL: (url) => url });
  const registration = await navigator.serviceWorker.register(policy?.createScriptURL(address) ?? address, { scope });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  const tell = () => (registration.active ?? worker)?.postMessage({ keep: loaded() });
  tell();
  new PerformanceObserver(tell).observe({ type: 'resource' });
}

// Without it (no https, a private window) the page works as any other does.
if ('serviceWorker' in navigator && location.href.startsWith(root.href)) start().catch(console.warn);
