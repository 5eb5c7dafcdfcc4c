/* Keeps the app itself, so that it opens without a connection. Nothing that anybody wrote goes through here: answers of the API are never kept. */
const kept = 'app';
const page = '/';
const besidePage = ['/first-paint.js', '/favicon.svg', '/manifest.webmanifest'];
const notPages = /^\/(api|docs|health|live|openapi)(\/|$)/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;

  if (pathname.startsWith('/assets/')) event.respondWith(keptOrFetched(request));
  else if (request.mode === 'navigate' && !notPages.test(pathname)) event.respondWith(fetchedOrKept(request, page));
  else if (besidePage.includes(pathname)) event.respondWith(fetchedOrKept(request, pathname));
});

/** A file with a hash in its name never changes. */
async function keptOrFetched(request) {
  const cache = await caches.open(kept);
  const found = await cache.match(request);
  if (found) return found;

  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function fetchedOrKept(request, name) {
  const cache = await caches.open(kept);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(cache, name, answer.clone());
    return answer;
  } catch (offline) {
    const found = await cache.match(name);
    if (found) return found;
    throw offline;
  }
}

/** A page that names other files is another version of the app: what belonged to the former one goes. */
async function keep(cache, name, answer) {
  if (name === page) {
    const before = await cache.match(page);
    if (before && filesIn(await before.text()) !== filesIn(await answer.clone().text())) {
      const old = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/assets/'));
      await Promise.all(old.map((request) => cache.delete(request)));
    }
  }
  await cache.put(name, answer);
}

function filesIn(html) {
  return (html.match(/\/assets\/[^"']+/g) ?? []).join(' ');
}
