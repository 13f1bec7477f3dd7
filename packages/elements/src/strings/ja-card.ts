import { toInstant } from '@kankei/core';
import { dateFormat } from './date-format.ts';

const date = dateFormat('ja', { year: 'numeric', month: 'long', day: 'numeric' });
const moment = dateFormat('ja', { month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit' });
const day = (text: string) => date.format(toInstant(text));

/** What cards and their check say, in Japanese: the type of every other language. */
export const jaCard = {
  language: 'ja',
  town: '町',
  townUnknown: (code: string) => `市区町村コード ${code}`,
  number: '会員番号',
  tier: '会員の種類',
  since: '登録した日',
  validUntil: '有効期限',
  day,
  lastDay: (text: string) => `${day(text)}まで`,

  // A member's own card
  benefits: '特典',
  code: '会員証を確かめるためのQRコード',
  codeHelp: 'お店の方へ：カメラで読み取ると、本物かどうかを確かめられます。',
  openCheck: '確認のページをひらく',
  save: '画像で保存する',
  saved: '会員証の画像を保存しました。',
  saveFailed: '画像を保存できませんでした。画面の写し（スクリーンショット）で残すこともできます。',
  expired: '有効期限が切れています',
  expiredHelp: 'インターネットにつながっているときにこのページをひらき直すと、期限が新しくなります。',
  kept: '電波の届かないところでも見られるように、会員証をこの端末に残しています。ほかの人も使う端末では、使い終わったら消してください。',
  clear: 'この端末から消す',
  cleared: 'この端末に残していた会員証を消しました。このページを閉じると見えなくなります。',
  keptSince: (instant: number) => `いま通信できないため、${moment.format(instant)}に受け取った会員証を表示しています。`,
  nothingKept:
    'この端末には会員証が残っていません。インターネットにつながっているときに、メールで届いたリンクをひらいてください。',
  /** When neither a token nor a card is given. */
  noToken: '会員証を表示するには、メールで届いたリンクをひらいてください。',

  // The check
  check: {
    label: 'QRコードの文字',
    help: 'カメラで読み取れないときは、QRコードの中の文字をここに貼りつけてください。',
    submit: '確かめる',
    empty: 'QRコードの文字を貼りつけてから、もう一度押してください。',
    checking: '確かめています',
    result: '確認の結果',
    verdicts: {
      valid: '有効な会員証です',
      expired: '期限が切れた会員証です',
      forged: '偽造の疑いがあります',
      unknown: 'いまは確かめられません',
    },
    helps: {
      valid: '',
      expired: '本物ですが、有効期限を過ぎています。会員の方に、会員証のページをひらき直してもらってください。',
      forged:
        '町が出した会員証と一致しません。一文字でも違うと、こう表示されます。もう一度QRコードを読み取っても同じなら、町の窓口にお知らせください。',
      unknown:
        'この会員証を確かめるための情報が、まだこの端末にありません。インターネットにつながるところで、もう一度お試しください。',
    },
    noTown: 'この会員証の町は、このページでは確かめられません。会員証を出した町のページでお確かめください。',
    insecure: 'このページの開き方（https でないアドレス）では確かめられません。サイトの担当の方にお知らせください。',
    retry: 'もう一度確かめる',
  },
};

export type CardStrings = typeof jaCard;
export type Verdict = keyof CardStrings['check']['verdicts'];
