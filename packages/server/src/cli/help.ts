import { families, limitYears } from '@kankei/core/furusato';
import { variables } from '../settings.ts';

const commands: [usage: string, about: string][] = [
  ['kankei serve', 'サーバーを始める（npm start と同じですが、部品は組み立て直しません）'],
  ['kankei import FILE --town CODE', '町のイベント CSV を取り込む'],
  ['kankei fanclub FILE --town CODE', '町のファンクラブの紹介（JSON）を入れる。FILE を省くと、いまの紹介を出力'],
  [
    'kankei matching FILE --town CODE',
    '申し込みや困りごとの受け付けで、町が尋ねること（JSON）を入れる。FILE を省くと、いまの内容を出力',
  ],
  ['kankei members export --town CODE', 'ファンクラブの会員を CSV で出力（例：> members.csv）'],
  ['kankei card-key new --town CODE', '会員証に署名する鍵を新しくする（前の会員証も、期限まで使えます）'],
  [
    'kankei furusato import FILE --town CODE',
    '町のふるさと納税の案内（JSON）か、プロジェクトの新しい数字（JSON、CSV）を入れ、募集に使えない表現を知らせる',
  ],
  ['kankei furusato export --town CODE', 'いまの案内を JSON で出力'],
  [
    'kankei furusato-limit --salary YEN --family NAME',
    'ふるさと納税の控除上限額の目安を、計算の行とともに JSON で出力',
  ],
  [
    'kankei staff-token new --town CODE',
    '担当者の画面（/staff）に入るキーを作り、いちどだけ表示する（前のキーは使えなくなります）',
  ],
  ['kankei staff-token revoke --town CODE', '担当者用のキーを使えなくする'],
  ['kankei towns', '入っている町の一覧'],
  ['kankei --help', 'この説明'],
];

const options: [usage: string, about: string][] = [
  ['--town CODE', '市区町村コード（6桁。5桁や、先頭の0が落ちたものは直して読みます）'],
  ['--base URL', 'CSV の中の相対アドレスの基準になる URL（省くと、町のサイトの URL）'],
  [
    '--source NAME',
    '町のファイルがいくつもあるときの、ファイルごとの名前。半角英数字（同じ名前で取り込んだ分だけを入れ替えます）',
  ],
  ['--dry-run', '読んで数えるだけで、何も書き込みません'],
  ['--json', '結果を JSON ひとつで出力します'],
  ['--salary YEN', '給与収入（年収）の円。全角、カンマ入り、「500万円」も読みます'],
  ['--family NAME', `家族の形：${families.join('、')}`],
  ['--year YEAR', `寄付をする年：${limitYears.join('、')}（省くと今年）`],
];

/** Columns on a terminal: Japanese characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => width(row[column]!))));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell))).join('   ');
  return rows.map((row) => `  ${line(row).trimEnd()}`).join('\n');
}

/** What `kankei --help` prints: every command, every option, every variable that is read. */
export function help(): string {
  return `kankei：町に関わるための募集を、町のページに載せる

使い方（npm からは、npm run -s kankei -- のあとに続けます）
${table(commands)}

オプション（--base と --source は import だけ、--salary と --family と --year は furusato-limit だけ）
${table(options)}

環境変数
${table([['名前', 'はじめの値', '意味'], ...variables.map(({ name, shown, about }) => [name, shown, about])])}

終わりの値：0 うまくいった、1 うまくいかなかった、2 使い方がちがう
`;
}
