/**
 * Loads a value when it is first asked for and keeps it `maxAge(value)` milliseconds; everybody who asks meanwhile
 * gets the same, whatever they ask it for. When loading anew fails, the old value stays for `grace` milliseconds more; when loading fails and
 * there is no old one, the next who asks tries again.
 */
export function keep<T, A>(
  load: (what: A) => Promise<T>,
  maxAge: (value: T) => number,
  grace: number,
): (what: A) => Promise<T> {
  let kept: { value: T; until: number } | undefined;
  let loading: Promise<T> | undefined;
  const renew = async (what: A) => {
    try {
      const value = await load(what);
      kept = { value, until: Date.now() + maxAge(value) };
    } catch (error) {
      if (!kept) throw error;
      kept.until = Date.now() + grace;
    } finally {
      loading = undefined;
    }
    return kept.value;
  };
  return async (what) => {
    if (kept && Date.now() < kept.until) return kept.value;
    loading ??= renew(what);
    return loading;
  };
}
