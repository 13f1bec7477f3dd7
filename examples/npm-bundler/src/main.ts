// タグを使えるようにします。クラスだけが必要なら '@kankei/elements/program-list' を読み込んでください。
import '@kankei/elements/program-list/define';

const list = document.querySelector('kankei-program-list');

// イベントに個人情報は含まれません。どの募集が開かれたかだけが分かります。
list?.addEventListener('kankei-program-open', (event) => {
  console.info('開かれた募集', event);
});
