// The floor: the same cards by hand, with no library and nothing beside them. What a listing could hardly do without.
const kinds = {
  help: 'お手伝い',
  event: 'イベント',
  festival: '祭り',
  course: '講座',
  tour: '体験ツアー',
  online: 'オンライン交流',
  school: '地域留学',
  'work-stay': 'ふるさとワーキングホリデー',
  'side-job': '副業・兼業',
};
const efforts = { light: '気軽にできます', medium: 'ほどほどに体を動かします', hard: '体力がいります' };
const pays = { volunteer: 'ボランティア', thanks: 'お礼あり', wage: '賃金あり' };
const dates = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});
const style = `
  :host { display: block; font: 16px/1.7 sans-serif; }
  ul { list-style: none; margin: 0; padding: 0; }
  .list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18em), 1fr)); gap: 1em; }
  .card { border: 1px solid #949494; border-radius: 0.5em; padding: 1em; }
  .tags, .facts { display: flex; flex-wrap: wrap; gap: 0.5em; font-size: 0.9em; }
  .tag { border: 1px solid; border-radius: 0.25em; padding: 0 0.5em; }
  .title { font-size: 1.15em; font-weight: bold; margin: 0.4em 0; }
  .line { display: flex; gap: 0.4em; margin: 0.2em 0; }
  .icon { width: 1.2em; height: 1.2em; fill: none; stroke: currentColor; stroke-width: 2; }
  a { color: #0017c1; }
`;
const shapes = {
  when: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2',
  where: 'M12 21c-4-5-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6-6 11M12 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4',
};

const signs = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => signs[sign]);
const icon = (name) =>
  `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${shapes[name]}"></path></svg>`;

function card({ id, title, kind, sessions, place, mode, summary, fee, placesLeft, effort, pay, status }) {
  const [session] = sessions;
  const when =
    session && `${dates.format(new Date(`${session.startDate}T00:00+09:00`))}${session.startTime}〜${session.endTime}`;
  const where = mode === 'online' ? 'オンライン' : `${place.name}（${place.area}）`;
  const facts = [fee ? `${fee.toLocaleString('ja')}円` : '無料', `残り${placesLeft}名`, efforts[effort], pays[pay]];
  return `<li part="card" class="card"><div class="body">
    <ul class="tags"><li class="tag">${status === 'scheduled' ? '募集中' : '中止'}</li><li class="tag">${kinds[kind]}</li></ul>
    <div part="title" class="title" role="heading" aria-level="3"><a href="?program=${escaped(id)}">${escaped(title)}</a></div>
    <p class="line">${icon('when')}<span>${escaped(when)}</span></p>
    <p class="line">${icon('where')}<span>${escaped(where)}</span></p>
    <p class="summary">${escaped(summary)}</p>
    <ul class="facts">${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>
  </div></li>`;
}

class FloorList extends HTMLElement {
  async connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const response = await fetch(this.getAttribute('src'));
    const { programs } = await response.json();
    const now = Date.now();
    // A file holds what is over as well, in no order; an answer of the server is ready to be shown.
    const ready = this.hasAttribute('file')
      ? programs
          .map((program) => ({
            program,
            at: Date.parse(`${program.sessions[0].startDate}T${program.sessions[0].startTime}+09:00`),
          }))
          .filter(({ at }) => at > now)
          .sort((a, b) => a.at - b.at)
          .map(({ program }) => program)
      : programs;
    root.innerHTML = `<style>${style}</style>
      <p role="status">${ready.length}件</p><ul part="list" class="list">${ready.map(card).join('')}</ul>`;
  }
}
customElements.define('floor-list', FloorList);
