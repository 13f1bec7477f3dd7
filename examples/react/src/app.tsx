// タグを使えるようにします。タグの型は、tsconfig.json の types にある "@kankei/elements/jsx" から来ます。
import '@kankei/elements/fanclub-signup/define';
import '@kankei/elements/program-list/define';
import { useState } from 'react';

const server = 'http://localhost:8787';

export function App() {
  const [town, setTown] = useState('999997');
  const [opened, setOpened] = useState('');
  return (
    <>
      <h1>町に関わる</h1>
      <p>
        <label>
          市区町村コード <input value={town} onChange={(event) => setTown(event.target.value)} />
        </label>
      </p>
      <kankei-program-list
        town={town}
        endpoint={server}
        limit={6}
        heading-level={2}
        era
        onkankei-program-open={(event) => setOpened(event.program)}
      >
        <a href={`${server}/w/program-list?town=${town}`}>募集の一覧を見る</a>
      </kankei-program-list>
      <p>{opened && `開いた募集：${opened}`}</p>
      <kankei-fanclub-signup town={town} endpoint={server} source="react" />
    </>
  );
}
