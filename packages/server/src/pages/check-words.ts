import type { Language } from './words.ts';

const ja = {
  checkTitle: '会員証の確認',
  checkLead: 'お店や窓口で、会員証が本物かどうかを確かめるページです。',
  checkHow: 'スマートフォンのカメラで会員証のQRコードを読み取ると、結果が出ます。',
  checkOffline: '一度ひらけば、電波の届かないところでも使えます。よく使うお店は、このページを登録しておくと便利です。',
  checkPrivacy: '読み取った内容は、この端末の中だけで確かめます。どこにも送りません。名前は含まれていません。',
  checkNoScript: 'このページを使うには、ブラウザーの設定でJavaScriptを有効にしてください。',
  cardTitle: '会員証',
  cardOffline: 'インターネットにつながっていません。この端末に残っている会員証を表示します。',
  cardRest: '登録内容の変更などは、つながってから同じページをひらき直してください。',
};

const en: typeof ja = {
  checkTitle: 'Check a member card',
  checkLead: 'For shops and counters: find out whether a member card is genuine.',
  checkHow: 'Scan the QR code on the card with your phone camera, and the result appears here.',
  checkOffline: 'Once opened, this page also works without a connection. Bookmark it if you need it often.',
  checkPrivacy: 'The card is checked on this device only. Nothing is sent anywhere, and the code holds no name.',
  checkNoScript: 'Please enable JavaScript in your browser to use this page.',
  cardTitle: 'Member card',
  cardOffline: 'You are offline. This is the member card kept on this device.',
  cardRest: 'To change your details, open this page again once you are connected.',
};

export const checkWords: Record<Language, typeof ja> = { ja, en };
