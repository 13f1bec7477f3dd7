// The floor of a form: the same fields by hand, with no library, no checks and nothing kept. What a signup could hardly
// do without before somebody can type.
const labels = {
  name: 'お名前',
  kana: 'ふりがな',
  email: 'メールアドレス',
  postal: '郵便番号',
  prefecture: '都道府県',
  municipality: '市区町村',
  birthYear: '生まれた年',
};
const choices = {
  tie: ['この町とのご縁', ['生まれた', '家族がいる', '学んだ', '働いた', '旅行した', '寄付した', 'まだない']],
  interests: [
    'やってみたいこと',
    ['お手伝い', 'イベント', '体験', '滞在', '副業', '講座', 'オンライン', '手紙', 'オーナー', '寄付', '移住'],
  ],
  languages: ['ことば', ['日本語', 'English', '中文', '한국어', 'そのほか']],
};
const heard = ['ホームページ', 'SNS', '検索', 'イベント', '友人', '会員', 'ふるさと納税', 'テレビ', 'そのほか'];
const prefectures =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'.split(
    ' ',
  );
const notices = {
  collector: '集める人',
  purpose: '使いみち',
  retention: '期間',
  leaving: 'やめるとき',
  contact: '問い合わせ先',
};
const style = `
  :host { display: block; font: 16px/1.7 sans-serif; }
  form { display: grid; gap: 1.5em; max-width: 40em; }
  fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: 1.25em; }
  label, legend { font-weight: bold; }
  input, select, textarea { font: inherit; display: block; width: 100%; min-height: 44px; padding: 0.5em; border: 1px solid #808080; border-radius: 0.5em; box-sizing: border-box; }
  .tick { display: flex; gap: 0.75em; font-weight: normal; min-height: 44px; }
  .tick input { width: 1.5em; min-height: 0; }
  dl { border: 1px solid #949494; border-radius: 0.5em; padding: 1em; }
  button { font: inherit; min-height: 44px; background: #0017c1; color: #fff; border: 0; border-radius: 0.5em; padding: 0 1em; }
`;

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);
const say = (text) => escaped(typeof text === 'string' ? text : text.ja);
const options = (values) => values.map((value) => `<option>${escaped(value)}</option>`).join('');
const input = (name) =>
  `<div part="field"><label for="${name}">${labels[name]}</label>${
    name === 'prefecture'
      ? `<select id="${name}">${options(prefectures)}</select>`
      : `<input id="${name}" name="${name}">`
  }</div>`;
const ticks = (name, [legend, values], type = 'checkbox') =>
  `<fieldset part="field"><legend>${escaped(legend)}</legend>${values
    .map((value) => `<label class="tick"><input type="${type}" name="${name}">${escaped(value)}</label>`)
    .join('')}</fieldset>`;
const question = ({ name, kind, label, options: offered = [] }) =>
  kind === 'choice' || kind === 'choices'
    ? ticks(name, [say(label), offered.map((one) => say(one.label))], kind === 'choice' ? 'radio' : 'checkbox')
    : `<div part="field"><label for="${name}">${say(label)}</label><textarea id="${name}"></textarea></div>`;

class FloorForm extends HTMLElement {
  async connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const response = await fetch(this.getAttribute('src'));
    const { title, intro, benefits, tiers, questions, notice } = await response.json();
    root.innerHTML = `<style>${style}</style>
      <h2>${say(title)}</h2><p>${say(intro)}</p>
      <ul>${benefits.map((benefit) => `<li>${say(benefit.title)}</li>`).join('')}</ul>
      <form part="form">
        ${Object.keys(labels).map(input).join('')}
        ${Object.entries(choices)
          .map(([name, choice]) => ticks(name, choice))
          .join('')}
        <div part="field"><label for="heard">何で知りましたか</label><select id="heard">${options(heard)}</select></div>
        ${ticks('tier', ['会員の種類', tiers.map(({ label }) => say(label))], 'radio')}
        ${questions.map(question).join('')}
        <dl>${Object.entries(notices)
          .map(([name, label]) => `<dt>${label}</dt><dd>${say(notice[name])}</dd>`)
          .join('')}</dl>
        ${ticks('consent', ['お知らせと個人情報', ['お知らせを受け取る', '同意する']])}
        <button part="submit">入力内容を確認する</button>
      </form>`;
  }
}
customElements.define('floor-form', FloorForm);
