import { type Place, type Program, type ProgramMode, place } from '@kankei/core';
import { areSwapped, readDegrees } from './amounts.ts';
import { anyKnown, type Row } from './row.ts';
import { modeWords, readWord, readYesNo, venueMode } from './words.ts';

/** Where it takes place. What the row does not say stays unknown. */
export interface Where {
  place: Place | undefined;
  meetingPlace: string | undefined;
  mode: ProgramMode;
}

/** `exact`: the row was written by `writeEventCsv`, so nothing is to be concluded from one column for another. */
export function readWhere(row: Row, exact: boolean, meeting: NonNullable<Program['meetingPlace']> | undefined): Where {
  const named = row.takeLine(place.shape.name, 'placeName');
  // Layout base-registry leaves 場所名称 empty in every known file and writes the venue as 集合場所.
  const venue = row.header.layout === 'base-registry' && !named ? meeting : undefined;
  const name = named ?? venue;
  const address = readAddress(row);
  const degrees = readCoordinates(row);
  const mode = readMode(row, name, address ?? degrees);
  const area = row.takeLine(place.shape.area, 'area') ?? (exact ? undefined : findArea(row, name, address));
  const access = row.take(place.shape.access, 'access');
  const parking = row.take(place.shape.parking, 'parking', readParking(row));
  return {
    place: anyKnown({ name, address, area, ...degrees, access, parking }),
    meetingPlace: venue ? undefined : meeting,
    mode,
  };
}

/** The address in one line; prefecture and municipality alone are no address, but where the publisher is. */
function readAddress(row: Row): string | undefined {
  const [prefecture, city, district, block] = (['prefecture', 'city', 'district', 'block'] as const).map((field) =>
    row.text(field, { line: true }),
  );
  const whole = row.text('address', { line: true });
  const building = row.text('building', { line: true });
  const region = `${prefecture}${city}`;
  const street = whole && whole !== region ? whole : district || block ? `${region}${district}${block}` : '';
  if (!street && !building) return undefined;
  const code = row.text('postalCode', { line: true }).replace(/^〒?\s*(?=\d)/, '〒');
  const parts = [code, street || region, building].filter(Boolean);
  return row.take(place.shape.address, row.label('address') ? 'address' : 'district', parts.join(' '));
}

function readParking(row: Row): string {
  const bicycles = row.text('bicycles');
  return [row.text('parking'), row.named('parkingFee'), bicycles && `駐輪場：${bicycles}`].filter(Boolean).join('\n');
}

type Degrees = Required<Pick<Place, 'latitude' | 'longitude'>>;

function readCoordinates(row: Row): Degrees | undefined {
  const texts = [row.text('latitude'), row.text('longitude')] as const;
  if (!texts[0] && !texts[1]) return undefined;
  if (!texts[0] || !texts[1]) {
    row.report('coordinates-half', texts[0] ? 'latitude' : 'longitude');
    return undefined;
  }
  const [latitude, longitude] = [readDegrees(texts[0]), readDegrees(texts[1])];
  if (latitude !== undefined && longitude !== undefined && areSwapped(latitude, longitude)) {
    row.report('coordinates-swapped', 'latitude');
    return { latitude: longitude, longitude: latitude };
  }
  const isLatitude = latitude !== undefined && Math.abs(latitude) <= 90;
  const isLongitude = longitude !== undefined && Math.abs(longitude) <= 180;
  if (isLatitude && isLongitude) return { latitude, longitude };
  row.report('coordinates', isLatitude ? 'longitude' : 'latitude');
  return undefined;
}

/** Onsite, online or both, if the row says so in one way or another. */
function readMode(row: Row, name: string | undefined, located: unknown): ProgramMode {
  const written = row.text('mode');
  const word = written ? readWord(modeWords, written) : undefined;
  if (word) return word;
  if (written) row.setAside('mode', 'unknown-word');
  const venue = name ? venueMode(name) : located ? 'onsite' : 'unknown';
  const held = readHeldOnline(row);
  if (held === undefined) return venue === 'unknown' && venueMode(row.text('ward')) === 'online' ? 'online' : venue;
  if (!held) return 'onsite';
  return venue === 'onsite' || venue === 'mixed' ? 'mixed' : 'online';
}

/** 有 or 無 in Web開催; an address for taking part is a yes. */
function readHeldOnline(row: Row): boolean | undefined {
  const text = row.text('web');
  if (!text) return row.text('webUrl') ? true : undefined;
  const held = readYesNo(text);
  if (held === undefined) row.setAside('web', 'unknown-word');
  return held;
}

const prefecture = /^(?:北海道|東京都|(?:大阪|京都)府|.{2,3}県)/;
const otherTown = /^[^\s\d]{1,5}?市|^[^\s\d]{1,4}?郡/;

/** The part of the map to filter by: the place's municipality, with its ward where the file has one. */
function findArea(row: Row, name: string | undefined, address: string | undefined): string | undefined {
  const city = row.takeLine(place.shape.area, 'city');
  if (city) return city;
  const publisher = row.text('townName', { line: true }).replace(prefecture, '');
  if (!/[市区町村]$/.test(publisher)) return undefined;
  const ward = row.text('ward', { line: true }).replace(/^[A-Za-z_]+/, '');
  if (/区$/.test(ward)) return row.fit(place.shape.area, 'ward', `${publisher}${ward}`, 'unknown-word');
  // 市外 or オンライン in the column for wards: it is not in the publisher's town.
  if (ward || !(name || address)) return undefined;
  const whole = (address ?? '').replace(/^〒\S+ /, '');
  const street = whole.replace(prefecture, '');
  if (!street.startsWith(publisher)) {
    const elsewhere = street !== whole || otherTown.test(street);
    return elsewhere ? undefined : row.fit(place.shape.area, 'townName', publisher, 'unknown-word');
  }
  const own = /^\p{Script=Han}{1,4}?区/u.exec(street.slice(publisher.length))?.[0] ?? '';
  return row.fit(place.shape.area, 'townName', `${publisher}${own}`, 'unknown-word');
}
