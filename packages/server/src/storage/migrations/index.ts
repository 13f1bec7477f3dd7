import type { Migration } from 'kysely/migration';
import { programs } from './0001-programs.ts';
import { effortAndPay } from './0002-effort-and-pay.ts';
import { mailAndLinks } from './0003-mail-and-links.ts';
import { members } from './0004-members.ts';
import { townKeys } from './0005-town-keys.ts';
import { programKeywords } from './0006-program-keywords.ts';
import { usedProofs } from './0007-used-proofs.ts';
import { furusato } from './0008-furusato.ts';
import { staff } from './0009-staff.ts';
import { applications } from './0010-applications.ts';
import { documentNumbers } from './0010-document-numbers.ts';
import { afterwards } from './0011-afterwards.ts';
import { needs } from './0012-needs.ts';
import { enquiries } from './0013-enquiries.ts';
import { staffNews } from './0014-staff-news.ts';
import { confirmedHosts } from './0015-confirmed-hosts.ts';
import { countedPlaces } from './0016-counted-places.ts';
import { queuedLetters } from './0017-queued-letters.ts';

/**
 * Every migration in the order of its whole name: of the two that begin with 0010, applications come first. One that has
 * been released is never changed; a new one follows it.
 */
export const migrations: Record<string, Migration> = {
  '0001-programs': programs,
  '0002-effort-and-pay': effortAndPay,
  '0003-mail-and-links': mailAndLinks,
  '0004-members': members,
  '0005-town-keys': townKeys,
  '0006-program-keywords': programKeywords,
  '0007-used-proofs': usedProofs,
  '0008-furusato': furusato,
  '0009-staff': staff,
  '0010-applications': applications,
  '0010-document-numbers': documentNumbers,
  '0011-afterwards': afterwards,
  '0012-needs': needs,
  '0013-enquiries': enquiries,
  '0014-staff-news': staffNews,
  '0015-confirmed-hosts': confirmedHosts,
  '0016-counted-places': countedPlaces,
  '0017-queued-letters': queuedLetters,
};
