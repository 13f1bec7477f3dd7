/** Our own drawings under `assets/demo/`, each with what it shows. */
export const pictures = {
  apples: '赤い実のなるりんごの木と、脚立、収穫かご',
  bath: '湯気の立つ小さな共同浴場と、入口ののれん',
  brewery: '白壁の酒蔵と、軒先につるされた杉玉',
  bridge: '三つのアーチの石橋と、川沿いの家並み',
  festival: '提灯の並ぶ通りを進む神輿',
  letter: '木の机の上の便せんと封筒、湯のみ',
  machiya: '格子戸と二階の窓が並ぶ通りの町家',
  paddies: '水を張り、苗の並ぶ棚田と、雪の残る山',
  river: '山あいの川に浮かぶ一そうの川舟',
  school: '山を背にした木造の学校と、大きな木',
  snow: '雪の積もった屋根の家と、雪かきの道具',
  stars: '星空の下の山と、明かりのともる家',
  station: 'ホームに停まる一両の列車と、小さな木の駅舎',
  table: '漬物と味噌汁、おにぎりの並ぶ食卓',
  terraces: '山すそに重なる棚田と、稲を干すはざ',
  workshop: '窓辺の作業台に並ぶ道具と木の器',
} as const;
export type PictureName = keyof typeof pictures;
