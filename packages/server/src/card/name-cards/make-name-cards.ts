import { inLanguage, nameCardDesign } from '@kankei/core';
import type { Club } from '../../members/club.ts';
import type { Settings } from '../../settings.ts';

export interface NameCardsOptions {
  club: Pick<Club, 'town' | 'fanclub'>;
  /** The name to print. */
  name: string;
  /** Counts whom the cards bring; says nothing of who the member is. */
  introducerCode: string;
  /** Of the town's words on the cards. */
  language: 'ja' | 'en';
  settings: Pick<Settings, 'data' | 'publicUrl'>;
  /** ms since 1970. */
  now: number;
}

const captions = { ja: 'ファンクラブのご案内', en: 'Join the fan club' };

/** A member's name cards in the town's design. Throws a `NameCardError` where they cannot be made. */
export async function makeNameCards(options: NameCardsOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { club, name, introducerCode, language, settings, now } = options;
  const { code } = club.town;
  const { title, memberTitle, nameCard = {} } = club.fanclub;
  const design = nameCardDesign.parse(nameCard);
  // Loaded when the first are asked for: what reads fonts and writes PDF takes 25 MB of memory.
  const [{ nameCardSheet }, { readTownFiles }] = await Promise.all([
    import('./name-card-sheet.ts'),
    import('./town-files.ts'),
  ]);
  const files = await readTownFiles(settings.data, code, design.image);
  return nameCardSheet({
    ...files,
    design,
    title: inLanguage(title, language),
    memberTitle: memberTitle === undefined ? undefined : inLanguage(memberTitle, language),
    name,
    signupUrl: signupAddress(club.fanclub.page ?? `${settings.publicUrl}/?town=${code}#fanclub`, introducerCode),
    caption: captions[language],
    now,
  });
}

/** The page with the signup, told by whom one comes. */
function signupAddress(page: string, introducerCode: string): string {
  const address = new URL(page);
  address.searchParams.set('kankei-via', introducerCode);
  return address.href;
}
