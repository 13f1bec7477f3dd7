import type { ProblemCode } from '@kankei/core';
import type { Facts, FindingCode, Severity, WidgetName } from '../doctor/finding.ts';

/** What a finding says: what is so, and what to do. */
export interface Said {
  what: string;
  todo?: string;
}

const count = (n: number) => n.toLocaleString('ja');
const seconds = (ms: number) => (ms < 1000 ? `${count(ms)}ミリ秒` : `${(ms / 1000).toFixed(1)}秒`);

/** A widget as the webmaster wrote it. */
function name({ widget, form, nth, of }: WidgetName): string {
  const written = {
    element: `<kankei-${widget}>`,
    div: `<div data-kankei="${widget}">`,
    link: `${widget} のリンク`,
    frame: `${widget} の <iframe>`,
  }[form];
  // A space sets Latin letters apart; a bracket brings its own.
  return of > 1 ? `${written}（${nth}つ目）` : /[\w>]$/.test(written) ? `${written} ` : written;
}

const reasons: Record<string, string> = {
  missing: '書かれていません',
  'check-digit': '市区町村コードの最後の数字が合いません',
  repeated: '同じ町が2回書かれています',
  'not-in-towns': 'この町が towns にありません',
  'town-and-towns': 'town と towns は、どちらか一方だけにしてください',
  invalid_type: '値の種類が違います（文字・数・一覧など）',
  invalid_format: '書き方が違います',
  invalid_value: '使えない値です',
  invalid_union: '書き方が違います',
  too_small: '短すぎるか、小さすぎます',
  too_big: '長すぎるか、大きすぎます',
  html: 'ファイルではなく、ウェブページが返ってきました',
  'not-json': 'JSON として読めません。かっこやカンマを確かめてください',
  unreadable: '読み取れません',
  'no-programs': '募集の一覧（programs）がありません',
  network: '読み込めませんでした',
  timeout: '時間内に届きませんでした',
};
function reason(code: string): string {
  const [, status] = /^http-(\d+)$/.exec(code) ?? [];
  if (status) return status === '404' ? 'ファイルがありません（404）' : `サーバーが ${status} を返しました`;
  return reasons[code] ?? code;
}

const refusals: Partial<Record<ProblemCode, string>> = {
  'town-not-found':
    'この市区町村コードの町が、このサーバーに登録されていません。コードを確かめるか、サーバーの担当者に登録を頼んでください。',
  'fanclub-not-found': 'この町のファンクラブの設定がありません。サーバーまたは kankei.json に設定してください。',
  'furusato-not-found': 'この町のふるさと納税の案内がありません。サーバーまたは kankei.json に設定してください。',
  'not-found': 'このアドレスには何もありません。endpoint または src を確かめてください。',
  'too-many-requests': '短い間に何度も問い合わせています。1分ほど待ってから、もう一度調べてください。',
  unavailable: '混み合っているか、点検中です。続くときは、サーバーの担当者に知らせてください。',
};

const columns = { accent: '押せるところの文字', 'on-accent': 'ボタンの中の文字', text: '文章' };

const findings: { [Code in FindingCode]: (facts: Facts[Code]) => Said } = {
  page: ({ address, version }) => ({ what: `このページ（${address}）で kankei ${version} が動いています。` }),
  sandboxed: () => ({
    what: 'このページは、制限つきの枠（sandbox）の中で開かれています。',
    todo: '表示はできますが、入力の途中の内容などは残りません。残したいときは、枠の sandbox に allow-same-origin を加えてください。',
  }),
  'file-page': () => ({
    what: 'このページは、パソコンの中のファイルとして開かれています。',
    todo: 'ファイルのままでは、ブラウザーが読み込みを止めることがあります。ウェブサーバーに置いて確かめてください。',
  }),
  'storage-blocked': () => ({
    what: 'ブラウザーが、このページでの保存を止めています。',
    todo: '表示と送信はできます。書きかけの内容と会員証は端末に残りません。サイトの設定で直すことはありません。',
  }),
  'no-page-language': () => ({
    what: 'ページの言語（lang）が書かれていません。',
    todo: '読み上げソフトが正しく読めません。ページの先頭の <html> を次のように直してください。',
  }),
  'duplicate-ids': ({ ids }) => ({
    what: `同じ id が2か所以上で使われています：${ids.join('、')}`,
    todo: 'ページ内リンクや入力欄の名前がずれることがあります。それぞれ別の id にしてください。',
  }),

  'several-scripts': ({ addresses }) => ({
    what: `kankei のスクリプトが${count(addresses.length)}か所から読み込まれています：${addresses.join('、')}`,
    todo: '最初の1つだけが使われます。1ページに1つだけ残してください。',
  }),
  'several-versions': ({ versions }) => ({
    what: `kankei の違う版が同じページにあります：${versions.join('、')}`,
    todo: '先に読み込まれた版が使われます。スクリプトのアドレスを1つにそろえてください。',
  }),
  'not-a-module': ({ address }) => ({
    what: `type="module" のない script があります：${address}`,
    todo: 'このままでは動きません。次のように書いてください。',
  }),

  widget: ({ widget, options }) => ({
    what: `${name(widget)}があります。${options.length ? `設定：${options.join(' ')}` : '設定はありません。'}`,
  }),
  'no-widgets': () => ({
    what: 'スクリプトはありますが、ウィジェットが1つもありません。',
    todo: 'CMS がタグを消したのかもしれません。保存したあとのページのソースを見て、消えていたら、<div data-kankei="…"> かリンクか <iframe> の形で貼り直してください。',
  }),
  'unknown-widget': ({ written, nearest }) => ({
    what: `${written} というウィジェットはありません。`,
    todo: nearest ? `${nearest} ではありませんか。` : '綴りを確かめてください。',
  }),
  'tag-as-text': ({ text }) => ({
    what: `「${text}」というタグが、文字としてページに出ています。`,
    todo: 'CMS の本文ではなく、HTML を編集する画面（ソース表示）で貼り直してください。それでも文字になるときは、リンクか <iframe> の形を使ってください。',
  }),
  'place-without-name': ({ names }) => ({
    what: `${names.join('、')} のある場所に、data-kankei がありません。`,
    todo: 'CMS が消したのかもしれません。次の1つを加えてください。消えてしまうときは、リンクの形を使ってください。',
  }),
  'options-lost': ({ widget, names }) => ({
    what: `${name(widget)}の ${names.join('、')} が空か、消えています。`,
    todo: '中のリンクには残っているので、CMS が属性を消したようです。次のとおり書き足してください。また消えるときは、リンクか <iframe> の形を使ってください。',
  }),
  'link-stays': ({ widget }) => ({
    what: `${name(widget)}は、リンクのまま残ります。`,
    todo: '情報の置き場所（endpoint、src）を書いたリンクは、安全のため、その場でウィジェットに変わりません。変えたいときは、タグか div の形を使ってください。',
  }),
  'link-elsewhere': ({ address, place }) => ({
    what: `別の場所のウィジェットへのリンクがあります：${address}`,
    todo: `このページのスクリプトは、${place} のリンクや枠には働きません。ウィジェットに変えたいときは、スクリプトと同じサーバーのアドレスにしてください。`,
  }),
  'not-closed': ({ widget }) => ({
    what: `${name(widget)}が閉じられておらず、ページのほかの部分が中に入っています。`,
    todo: '「/>」では閉じられません。ウィジェットのすぐ後ろに、閉じるタグを書いてください。',
  }),
  'not-loaded': ({ widget }) => ({
    what: `${name(widget)}を動かすプログラムが届いていません。`,
    todo: 'フォルダーを写して使っているときは、chunks フォルダーごと写してください。下に CSP の項目があれば、先にそちらを直してください。',
  }),
  'not-yet-loaded': ({ widget }) => ({
    what: `${name(widget)}は、画面に近づいたときに読み込まれます（いまは離れています）。`,
  }),
  'name-taken': ({ widget }) => ({
    what: `${name(widget)}と同じ名前のタグを、別のプログラムが先に使っています。`,
    todo: 'ほかのプログラムを止めるか、<iframe> の形で貼ってください。',
  }),

  'no-town': ({ widget }) => ({
    what: `${name(widget)}に、どの町かが書かれていません。`,
    todo: '市区町村コード（6桁）を town に書いてください。例：town="212172"',
  }),
  'town-check-digit': ({ widget, written }) => ({
    what: `${name(widget)}の市区町村コード「${written}」は、最後の確認用の数字が合いません。`,
    todo: 'ほかの数字が正しければ、次のとおりです。',
  }),
  'town-unreadable': ({ widget, written }) => ({
    what: `${name(widget)}の「${written}」は、市区町村コードではありません。`,
    todo: '市区町村コードは6桁の数字です。いくつかの町を並べるときは、空白で区切ってください。',
  }),
  'unknown-option': ({ widget, written, nearest }) => ({
    what: `${name(widget)}に ${written} という設定はありません。`,
    todo: nearest ? `${nearest} ではありませんか。` : '綴りを確かめるか、消してください。',
  }),
  'accent-unreadable': ({ widget }) => ({
    what: `${name(widget)}の accent は、色として読めません。`,
    todo: '# に続けて6桁で書いてください。',
  }),
  'no-fallback': ({ widget }) => ({
    what: `${name(widget)}の中に、代わりのリンクがありません。`,
    todo: '動かないときに何も出なくなります。募集のページなどへのリンクを、タグの中に書いてください。',
  }),
  'frame-untitled': ({ widget }) => ({
    what: `${name(widget)}に title がありません。`,
    todo: '読み上げソフトで、何の枠か分かりません。「募集の一覧」のような title を加えてください。',
  }),

  hidden: ({ widget, by }) => ({
    what: `${name(widget)}は、${by} によって隠れています。`,
    todo: 'タブや折りたたみの中なら、このままで大丈夫です。そうでなければ、サイトの CSS か、広告を消す拡張機能を確かめてください。',
  }),
  'no-width': ({ widget }) => ({
    what: `${name(widget)}の幅が 0 です。`,
    todo: '周りの枠に幅（width）を与えてください。',
  }),
  'cut-off': ({ widget, by, height, needed }) => ({
    what: `${name(widget)}は、${by} の高さで切れています（見えるのは ${count(height)}px、必要なのは ${count(needed)}px）。`,
    todo: 'その場所の height や max-height を外すか、overflow を auto にしてください。',
  }),
  'frame-low': ({ widget, height }) => ({
    what: `${name(widget)}の高さは ${count(height)}px です。`,
    todo: '伸びないときは中でスクロールすることになります。高さを増やしてください。',
  }),
  'heading-skipped': ({ widget, level, before }) => ({
    what: `${name(widget)}の見出しは h${level} ですが、その前の見出しは h${before} です。`,
    todo: '見出しの段が飛ぶと、読み上げで迷います。次の設定でそろいます。',
  }),
  'low-contrast': ({ widget, of, color, ground, ratio }) => ({
    what: `${name(widget)}の${columns[of]}が、背景の色と近すぎます（${color} と ${ground}、${ratio}：1）。`,
    todo: '4.5：1 以上になる色にしてください。色は accent か --kankei-accent で変えられます。',
  }),

  answered: ({ address, ms }) => ({ what: `情報が届きました（${seconds(ms)}）：${address}` }),
  slow: ({ address, ms }) => ({
    what: `返事に${seconds(ms)}かかりました：${address}`,
    todo: '何度調べても遅いときは、サーバーの担当者に知らせてください。',
  }),
  clock: ({ minutes }) => ({
    what: `この端末の時計は、サーバーより約${count(Math.abs(minutes))}分${minutes > 0 ? '遅れて' : '進んで'}います。`,
    todo: '締め切りや「きょう」がずれて見えます。端末の時計を合わせてください。合っていれば、サーバーの担当者に知らせてください。',
  }),
  'address-unusable': ({ name }) => ({
    what: `${name} に書かれたアドレスが使えません。`,
    todo: 'https:// で始まるアドレスか、このページから見た場所（kankei.json など）を書いてください。',
  }),
  'mixed-content': ({ address }) => ({
    what: `https のページから http のアドレスには問い合わせられません：${address}`,
    todo: 'https のアドレスに変えてください。',
  }),
  offline: () => ({
    what: 'この端末は、インターネットにつながっていません。',
    todo: 'つながってから、もう一度調べてください。',
  }),
  cors: ({ address }) => ({
    what: `サーバーは動いていますが、このサイトに読むことを許していません（CORS）：${address}`,
    todo: 'サーバーの担当者に、返事に次の1行（ヘッダー）を加えるよう頼んでください。',
  }),
  blocked: ({ address }) => ({
    what: `サーバーは動いていますが、このアドレスだけ止められています：${address}`,
    todo: '広告を消す拡張機能か、庁内のフィルターのようです。拡張機能を止めて確かめ、フィルターならネットワークの担当者に許可を頼んでください。',
  }),
  unreachable: ({ address, host }) => ({
    what: `サーバーに届きません：${address}`,
    todo: `「${host}」の綴り、サーバーが動いているか、庁内のネットワークから開けるかを、この順に確かめてください。`,
  }),
  timeout: ({ address }) => ({
    what: `10秒待っても返事がありません：${address}`,
    todo: 'もう一度調べて同じなら、サーバーの担当者に知らせてください。',
  }),
  'too-large': ({ address }) => ({
    what: `大きすぎて読めません：${address}`,
    todo: '古い募集を別のファイルに分けて、20MB より小さくしてください。',
  }),
  status: ({ address, status }) => ({
    what: `サーバーが ${status} を返しました：${address}`,
    todo:
      status === 404
        ? 'この場所には何もありません。endpoint または src のアドレスを確かめてください。'
        : status === 401 || status === 403
          ? '見ることが許されていません。パスワードや、公開の範囲の設定を確かめてください。'
          : 'サーバーの担当者に、この番号を知らせてください。',
  }),
  'wrong-type': ({ address, type }) => ({
    what: `情報ではなく、別のもの（${type || '種類は不明'}）が返ってきました：${address}`,
    todo: 'ファイルがないときに、代わりのページを返すサーバーがあります。アドレスを確かめてください。',
  }),
  'bad-json': ({ address }) => ({
    what: `JSON として読めません：${address}`,
    todo: 'かっこ、カンマ、引用符を確かめてください。途中で切れているときは、置き直してください。',
  }),
  refused: ({ address, code }) => ({
    what: `情報を受け取れませんでした：${address}`,
    todo: refusals[code] ?? `サーバーの担当者に「${code}」と知らせてください。`,
  }),
  unreadable: ({ address, faults }) => ({
    what: `書き方に直すところがあり、読めません：${address}${listed(faults)}`,
    todo: '上のところを直して、置き直してください。',
  }),
  'partly-unreadable': ({ address, faults }) => ({
    what: `一部が読めないため、残りだけを表示しています：${address}${listed(faults)}`,
    todo: '上のところを直して、置き直してください。',
  }),

  policy: ({ directive, blocked }) => ({
    what: `サイトのコンテンツセキュリティポリシー（CSP）の ${directive} が、${blocked} を止めています。`,
    todo: 'サイトの管理者に、CSP の同じ名前のところを次のとおりに（なければ加えて）直すよう頼んでください。',
  }),
  'policy-reported': ({ directive, blocked }) => ({
    what: `試験中の CSP（Report-Only）の ${directive} が、${blocked} を報告しています。いまは動いています。`,
    todo: '本番にする前に、次のとおりに直してください。',
  }),
  'policy-of-others': ({ directives, count: n }) => ({
    what: `kankei のほかに、CSP が止めているものが${count(n)}件あります（${directives.join('、')}）。`,
    todo: 'ウィジェットには関わりません。',
  }),
};

const listed = (faults: Facts['unreadable']['faults']) =>
  faults.map(({ place, reason: code }) => `\n・${place || 'ファイル全体'}：${reason(code)}`).join('');

/** What the doctor says, in Japanese: the type of every other language. */
export const jaDoctor = {
  language: 'ja',
  title: 'kankei の診断',
  severities: {
    error: '直すところ',
    warning: '確かめるところ',
    hint: 'よりよくするには',
    ok: '問題のないところ',
  } satisfies Record<Severity, string>,
  /** In a few words: what there is to do. */
  summary: (errors: number, warnings: number) => {
    const toCheck = warnings ? `確かめるところが${count(warnings)}件あります。` : '';
    if (!errors) return `直すところはありません。${toCheck}`;
    return toCheck ? `直すところが${count(errors)}件、${toCheck}` : `直すところが${count(errors)}件あります。`;
  },
  again: 'もう一度調べる',
  examining: '調べています',
  copy: '文章をコピー',
  copied: '診断の文章をコピーしました。メールなどに貼り付けて、制作会社に送れます。',
  notCopied: 'コピーできませんでした。下の文章を選んで、コピーしてください。',
  text: '診断の文章',
  close: '閉じる',
  line: 'ここに書くもの',
  todo: (words: string) => `→ ${words}`,
  privacy: '調べた結果は、どこにも送られません。',
  findings,
};

export type DoctorStrings = typeof jaDoctor;
