/** Amounts as people write them. Undefined where the number alone would not be the truth. */

/** Half-width, without spaces and thousands separators. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
}

const free = /^(?:(?:参加|入場|受講|観覧|入館|聴講|見学|利用|相談|体験)?(?:費|料金?)?[:は]?)無料(?:です)?。?$/;
const yen = /^(?:[1一]人(?:あたり|につき)?)?¥?(\d{1,9})円*(?:\(税込み?\)|税込み?)?$/;

/** Yen for one person, when the whole text says nothing else: `500`, `1,000円`, `１，０００円`, `無料`, `参加費無料`. */
export function readYen(text: string): number | undefined {
  const whole = plain(text);
  if (free.test(whole)) return 0;
  const match = yen.exec(whole);
  return match ? Number(match[1]) : undefined;
}

const people = /^(?:定員|募集人数|先着順?|抽選|最大|限定|:)*(\d{1,8})[人名](?:様|限定|まで|以内|先着順?|抽選)*$/;

/**
 * Places in all, when one number says it: `30`, `30人　先着順`, `定員16名`. Not `各日50人`, `30組`, `150名程度` or
 * `20人　親子10組`, where a number would mislead.
 */
export function readPeople(text: string): number | undefined {
  const whole = text.normalize('NFKC').trim();
  if (/^\d{1,8}$/.test(whole)) return Number(whole);
  if (/各|毎|ずつ|ごと/.test(whole)) return undefined;
  const [number, ...more] = whole.split(/[\s、。・()※]+/).filter((part) => /\d/.test(part));
  const match = more.length ? null : people.exec(number ?? '');
  return match ? Number(match[1]) : undefined;
}

/** A whole number with at most a unit behind it. */
export function readCount(text: string): number | undefined {
  const match = /^(\d{1,9})(?:人|名|歳|才|円)?$/.exec(plain(text));
  return match ? Number(match[1]) : undefined;
}

/** Decimal degrees. */
export function readDegrees(text: string): number | undefined {
  const whole = plain(text);
  return /^[+-]?\d{1,3}(?:\.\d+)?(?:e-\d+)?$/i.test(whole) ? Number(whole) : undefined;
}

/** True where only a place in Japan, with latitude and longitude interchanged, has these numbers. */
export function areSwapped(latitude: number, longitude: number): boolean {
  return latitude >= 122 && latitude <= 154 && longitude >= 20 && longitude <= 46;
}
