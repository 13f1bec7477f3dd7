// The floor of a link to furusato nozei: the same uses, projects and links by hand, with no library, no checks, one
// language and nothing that follows. What a town's own developer would write.
const style = `
  :host { display: block; font: 16px/1.7 sans-serif; container-type: inline-size; }
  ul { list-style: none; padding: 0; margin: 0; }
  .cards { display: grid; gap: 1em; grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr)); }
  .card { border: 1px solid #949494; border-radius: 0.5em; overflow: hidden; display: flex; flex-direction: column; }
  .card img { aspect-ratio: 4 / 3; width: 100%; height: auto; object-fit: cover; }
  .body { padding: 1em; display: grid; gap: 0.5em; }
  h2, h3, h4, p, dl, dd { margin: 0; }
  section { margin-block-start: 1.5em; }
  dl > div { display: flex; gap: 1em; }
  dt { min-width: 6em; }
  progress { width: 100%; }
  .done { border-inline-start: 4px solid #197a4b; padding-inline-start: 0.75em; }
  .button { display: inline-flex; min-height: 44px; align-items: center; padding: 0 1em; border-radius: 0.5em; background: #0017c1; color: #fff; }
`;

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);
const say = (text) => escaped(typeof text === 'string' ? text : text.ja);
const paragraph = (text, part) => (text === undefined ? '' : `<p part="${part}">${say(text)}</p>`);
const yen = (value) => `${value.toLocaleString('ja-JP')}円`;
const day = (text) =>
  new Intl.DateTimeFormat('ja', { timeZone: 'Asia/Tokyo', month: 'long', day: 'numeric', weekday: 'short' }).format(
    new Date(`${text}T00:00:00+09:00`),
  );
const picture = (image) =>
  image
    ? `<img src="${escaped(image.url)}" alt="${image.alt ? say(image.alt) : ''}" loading="lazy" width="400" height="300">`
    : '';
const done = (text, label) =>
  text === undefined ? '' : `<div part="done" class="done"><p>${label}</p>${paragraph(text, 'text')}</div>`;

const use = ({ title, text, image, done: did }) =>
  `<li part="use" class="card">${picture(image)}<div class="body"><h4 part="name">${say(title)}</h4>${paragraph(text, 'text')}${done(did, 'これまでの寄附でできたこと')}</div></li>`;

function project({ title, text, image, goal, raised, donors, asOf, end, done: did }) {
  const percent = Math.floor((raised * 100) / goal);
  const left = end ? Math.ceil((Date.parse(`${end}T24:00:00+09:00`) - Date.now()) / 86_400_000) : undefined;
  const state = left !== undefined && left < 0 ? '終了' : raised >= goal ? '目標に到達' : '募集中';
  const rows = [
    ['集まった額', yen(raised)],
    ['目標額', yen(goal)],
    ...(raised < goal ? [['あと', yen(goal - raised)]] : []),
    ...(donors === undefined ? [] : [['寄附した人', `${donors.toLocaleString('ja-JP')}人`]]),
  ];
  return `<li part="project" class="card">${picture(image)}<div class="body">
    <p part="state">${state}</p><h4 part="name">${say(title)}</h4>
    <progress part="progress" max="100" value="${Math.min(percent, 100)}" aria-label="集まった額"></progress> <strong>${percent}%</strong>
    <dl part="figures">${rows.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('')}</dl>
    ${left === undefined ? '' : `<p part="period">あと${left}日（${day(end)}まで）</p>`}<p part="as-of">${day(asOf)}現在</p>
    ${paragraph(text, 'text')}${done(did, 'できたこと')}</div></li>`;
}

const link = ({ url, name }, words) =>
  `<a part="donate-link" class="button" href="${escaped(url)}" rel="noopener">${words ? `${say(words)} ` : ''}${name ? say(name) : new URL(url).host}</a>`;

class FloorFurusato extends HTMLElement {
  async connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const response = await fetch(this.getAttribute('src'));
    const { title, intro, uses, projects, button = '寄附する', form, portals } = await response.json();
    const [first, ...others] = [form, ...portals].filter(Boolean);
    root.innerHTML = `<style>${style}</style>
      <h2 part="title">${title ? say(title) : 'ふるさと納税'}</h2>${paragraph(intro, 'intro')}
      <section part="uses"><h3>寄附の使い道</h3><ul class="cards">${uses.map(use).join('')}</ul></section>
      <section part="projects"><h3>いま寄附をお願いしていること</h3><ul class="cards">${projects.map(project).join('')}</ul></section>
      <section part="donate"><h3>寄附の窓口</h3>${first ? link(first, button) : ''}<ul>${others
        .map((one) => `<li>${link(one)}</li>`)
        .join('')}</ul></section>`;
  }
}
customElements.define('floor-furusato', FloorFurusato);
