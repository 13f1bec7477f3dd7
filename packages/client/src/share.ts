import { untilStopped } from './abort.ts';
import type { AskOptions, Backend } from './backend.ts';

interface Flight<T> {
  answer: Promise<T>;
  callers: number;
  stop: AbortController;
}

/**
 * The same backend, asking once where several callers ask the same at the same time: two lists of one town on a page
 * make one request. Each caller stops for itself; the request is stopped when the last of them has. Callers get the
 * same object and must not change it.
 */
export function shareAnswers(backend: Backend): Backend {
  const flights = new Map<string, Flight<unknown>>();

  function share<T>(question: unknown[], { signal }: AskOptions = {}, ask: (options: AskOptions) => Promise<T>) {
    if (signal?.aborted) return Promise.reject<T>(signal.reason);
    const key = JSON.stringify(question);
    const flight = (flights.get(key) as Flight<T> | undefined) ?? start(key, ask);
    flight.callers++;
    return untilStopped(flight.answer, signal).finally(() => {
      if (--flight.callers) return;
      // Answered or given up by all: who comes now asks anew.
      if (flights.get(key) === flight) flights.delete(key);
      flight.stop.abort();
    });
  }

  function start<T>(key: string, ask: (options: AskOptions) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const flight: Flight<T> = { answer: ask({ signal: stop.signal }), callers: 0, stop };
    flights.set(key, flight);
    return flight;
  }

  return {
    longest: backend.longest,
    town: (code, more) => share(['town', code], more, (options) => backend.town(code, options)),
    programs: (towns, query, more) =>
      share(['programs', towns, query], more, (options) => backend.programs(towns, query, options)),
    program: (town, id, more) => share(['program', town, id], more, (options) => backend.program(town, id, options)),
    // Solved once, sent once: nobody shares one.
    proof: (town, more) => backend.proof(town, more),
    postal: (code, more) => share(['postal', code], more, (options) => backend.postal(code, options)),
    furusato: (town, more) => share(['furusato', town], more, (options) => backend.furusato(town, options)),
    fanclub: (town, more) => share(['fanclub', town], more, (options) => backend.fanclub(town, options)),
    join: backend.join,
    memberCard: (town, token, more) => backend.memberCard(town, token, more),
    cardKeys: (town, more) => share(['cardKeys', town], more, (options) => backend.cardKeys(town, options)),
    matching: (town, more) => share(['matching', town], more, (options) => backend.matching(town, options)),
    matches: (towns, question, more) =>
      share(['matches', towns, question], more, (options) => backend.matches(towns, question, options)),
    recruitment: (town, id, more) =>
      share(['recruitment', town, id], more, (options) => backend.recruitment(town, id, options)),
    showInterest: backend.showInterest,
    apply: backend.apply,
    sendNeed: backend.sendNeed,
    enquire: backend.enquire,
    links: backend.links,
  };
}
