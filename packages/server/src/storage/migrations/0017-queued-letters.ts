import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Mails wait as letters, less than half as long as the text and HTML that were queued before; those become letters again,
 * which say the same.
 */
export const queuedLetters: Migration = {
  async up(db: Kysely<{ mail: { key: string; content: string | null } }>): Promise<void> {
    const rows = await db.selectFrom('mail').select(['key', 'content']).where('content', 'is not', null).execute();
    for (const { key, content } of rows) {
      const { subject, text, html, unsubscribeUrl, ...mail } = JSON.parse(content!) as Written;
      const letter = readLetter({ subject, text, html, unsubscribeUrl });
      await db
        .updateTable('mail')
        .set({ content: JSON.stringify({ ...mail, letter }) })
        .where('key', '=', key)
        .execute();
    }
  },
};

/** Of a mail as it was queued before what a letter was put into. */
interface Written {
  subject: string;
  text: string;
  html: string;
  unsubscribeUrl?: string | undefined;
}

function readLetter({ subject, text, html, unsubscribeUrl }: Written) {
  const mark = '\n\n-- \n';
  const end = text.lastIndexOf(mark);
  const foot = text
    .slice(end + mark.length)
    .trimEnd()
    .split('\n');
  // Its last two lines.
  const [label] = unsubscribeUrl === undefined ? [] : foot.splice(-2);
  const parts = text
    .slice(0, end)
    .split('\n\n')
    .map((part) => {
      const [press, url, ...more] = part.split('\n');
      return more.length === 0 && html.includes(`<a class="press" href="${url}">`) ? { press, url } : part;
    });
  return {
    language: /<html lang="(\w+)">/.exec(html)?.[1] ?? 'ja',
    subject,
    parts,
    foot,
    ...(label !== undefined && { unsubscribe: { label, url: unsubscribeUrl } }),
  };
}
