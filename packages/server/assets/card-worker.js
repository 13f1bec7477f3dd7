/**
 * The service worker of `/check` and of members' pages: what the page is made of stays at hand for when there is no
 * network. It keeps no answer about a person; the card itself is kept by the element that shows it, and a member's page
 * is never kept: without network the same empty page stands at every member's address and fills itself from there.
 */
const root = new URL('./', location.href).href;
const version = new URL(location.href).searchParams.get('v');
const isCheck = registration.scope === `${root}check`;
const name = isCheck ? 'kankei-check' : 'kankei-card-page';
const cacheName = `${name} ${version}`;

const pages = isCheck ? ['check', 'check?lang=en'] : ['offline/card'];
const parts = [
  'assets/icon.svg',
  'assets/site.css',
  'assets/home.css',
  'assets/home.js',
  `assets/offline.js?v=${version}`,
  'assets/card.js',
  'embed/v1/kankei.js',
];
/** How long (ms) the network may take before the copy at hand is shown. */
const patience = 3000;

addEventListener('install', (event) => {
  skipWaiting();
  const wanted = [...pages, ...parts].map((path) => new Request(root + path, { cache: 'no-cache' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(wanted)));
});

addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const one of await caches.keys())
      if (one.startsWith(`${name} `) && one !== cacheName) await caches.delete(one);
    await clients.claim();
  };
  event.waitUntil(tidy());
});

/** Parts a page had loaded before this worker stood beside it. */
addEventListener('message', (event) => {
  const keep = async () => {
    const cache = await caches.open(cacheName);
    for (const url of event.data?.keep ?? [])
      if (isPart(url) && !(await cache.match(url))) await cache.add(url).catch(() => {});
  };
  event.waitUntil(keep());
});

const isPart = (url) => url.startsWith(`${root}assets/`) || url.startsWith(`${root}embed/`);

/** The network's answer, kept for later; the copy at hand where there is none, or none in time. */
async function freshOrKept(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  const asked = fetch(request).then((response) => {
    if (response.ok) void cache.put(request, response.clone());
    return response.ok ? response : (kept ?? response);
  });
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), patience));
  return Promise.race([asked.catch(() => kept), late]);
}

/** A member's page as the server has it; without network the page that shows the card this device has kept. */
async function memberPage(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(`${root}offline/card`);
    if (kept) return kept;
    throw error;
  }
}

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(isCheck ? freshOrKept(request) : memberPage(request));
  else if (isPart(request.url)) event.respondWith(freshOrKept(request));
});
