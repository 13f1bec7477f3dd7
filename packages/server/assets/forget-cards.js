/** For pages that end a membership: the cards this device has kept for when there is no network go too. */
globalThis.caches?.delete('kankei-cards').catch(() => {});
