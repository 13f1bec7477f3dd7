import type { FieldFaultCode } from '@kankei/core';
import type { LeftOut, LimitLineCode, OneStopVoid, Unestimated } from '@kankei/core/furusato';
import { jaUsual } from './ja-usual.ts';

const { number, yen } = jaUsual;
/** A day `YYYY-MM-DD` in words. */
const day = (text: string) => jaUsual.date(Date.parse(text), true);

/** What the estimate and the help with the one-stop exception say, in Japanese: the type of every other language. */
export const jaFurusatoRest = {
  language: 'ja',

  estimate: {
    title: '寄付の上限額の目安を計算する',
    lead: '年収とご家族から、自己負担がおよそ2,000円で済む寄付の上限額の目安を計算します。入力した内容はどこにも送らず、どこにも残しません。',
    groups: { you: '', case: '寄付する年など' } as Record<string, string>,
    labels: {
      salary: '年収（税金や保険料が引かれる前の額）',
      spouse: '配偶者（夫・妻）',
      children: '養っている16〜22歳の子ども',
      year: '寄付する年',
      circumstances: 'あてはまるもの',
    } as Record<string, string>,
    helps: {
      salary: '源泉徴収票の「支払金額」です。手取りではありません。例：5000000、500万円',
      children:
        '寄付する年の12月31日の年齢です。収入のない子どもだけを数えます。15歳以下の子どもは数えなくてかまいません。',
      circumstances: 'あてはまるものがなければ、そのままにしてください。',
    } as Record<string, string>,
    options: {
      spouse: {
        dual: 'いない、または年収が201万円より多い',
        couple: 'いて、収入がない',
        other: 'いて、収入が201万円以下ある',
      },
      children: {
        none: 'いない',
        hs: '16〜18歳（高校生の年ごろ）が1人',
        univ: '19〜22歳（大学生の年ごろ）が1人',
        univ_hs: '16〜18歳と19〜22歳が1人ずつ',
        other: 'それ以外（同じ年ごろが2人以上など）',
      },
      circumstances: {
        'housing-loan': '住宅ローン控除を受ける',
        'medical-expenses': '医療費控除を受ける',
        pension: '年金を受け取っている',
        'self-employed': '自営業・フリーランスの収入がある',
        'other-income': '給料のほかに、家賃や株などの収入がある',
      } satisfies Record<Unestimated, string>,
    } as Record<string, Record<string, string>>,
    year: (year: number) => `${year}年`,
    thisYear: (year: number) => `${year}年（ことし）`,
    before: (year: number) => `${year}年か、それより前`,
    after: (year: number) => `${year}年か、それより後`,
    faults: {
      number: (label: string) => `${label}を金額として読み取れませんでした。例：5000000、500万円`,
      'too-big': (label: string, { max = 0 }) => `${label}は、${yen(max)}以下で入力してください。`,
    } satisfies Partial<Record<FieldFaultCode, (label: string, field: { max?: number | undefined }) => string>>,
    submit: '目安を計算する',
    unready: 'いま入力を確かめられませんでした。入力した内容は残っています。もう一度押してください。',

    mark: '目安',
    result: '寄付の上限額',
    of: (salary: number, year: number) => `年収${yen(salary)}で、${year}年に寄付する場合`,
    meaning: (year: number) => `${year}年の1年間の寄付が合わせてこの額までなら、自己負担はおよそ2,000円で済みます。`,
    nothing: 'この年収では、住民税の「所得割」がかからないため、寄付で引かれる税金がありません。',
    capped: '2027年の寄付から、住民税の「特例分」で引かれる額は193万円までです。この額は、その上限で決まっています。',
    mustFile: '給与が2,000万円を超える方は確定申告が必要です。ワンストップ特例は使えません。',
    ask: '実際の額は、人によって変わります。くわしくは、あなたがお住まいの市区町村の税の窓口（税務課・市民税課など）にお尋ねください。寄付先の町では、お答えできません。',
    said: (limit: number) => `目安は${yen(limit)}です。`,

    /** An amount as the slider enters it. */
    amount: number,
    yen,
    slider: '年収を動かして、目安の変わり方を見る',
    position: (salary: number, limit: number) => `年収${yen(salary)}、目安${yen(limit)}`,

    leftOutTitle: 'この目安に入っていないもの',
    leftOut: {
      'housing-loan': '住宅ローン控除',
      'medical-expenses': '医療費控除',
      pension: '年金の収入',
      'self-employed': '自営業・フリーランスの収入',
      'other-income': '家賃や株など、そのほかの収入',
      'other-deductions': '生命保険料・地震保険料・iDeCo（イデコ）などの控除',
      'spouse-with-income': '201万円以下の配偶者の収入',
      'other-dependants': '親や大人の子どもを養うとき、障害のある方がいるときなどの控除',
      'children-under-16': '年収850万円を超える方の、15歳以下の子どもによる控除',
      'local-rate': '住民税の税率が10%でない県や市のちがい',
      'near-tax-free-line': '収入が少ない方の、住民税の減額',
    } satisfies Record<LeftOut, string> as Record<LeftOut, string>,

    sumTitle: '計算の中身',
    sumLead: (year: number) => `${year}年の寄付のきまりで、上から順に計算しています。`,
    rule: 'きまり：',
    rate: (percent: number) => `${percent}%`,
    lines: {
      salary: '年収（給与収入）',
      'employment-deduction': '働く人の経費にあたる控除（給与所得控除）',
      'income-adjustment': '子どもを養う人の控除（所得金額調整控除）',
      'total-income': '所得',
      'social-insurance': '年金や健康保険の保険料（仮の額）',
      'basic-deduction': 'だれにでもある控除（基礎控除）',
      'spouse-deduction': '配偶者の控除（配偶者控除）',
      'dependant-deduction': '養っている子どもの控除（扶養控除）',
      taxable: '住民税がかかる所得',
      'levy-before-credit': 'その10%',
      'adjustment-credit': '所得税とのちがいをならす控除（調整控除）',
      levy: '住民税の所得割',
      'special-part-most': 'その20%（特例分の上限）',
      'special-part-capped': '2027年からの上限をあてた特例分',
      'special-part-rate': '特例分で戻る割合（90%−所得税率×1.021）',
      'donation-above-own-share': '特例分の上限÷戻る割合',
      'own-share': '自己負担',
      limit: '寄付の上限額の目安（1,000円未満切り捨て）',
    } satisfies Record<LimitLineCode, string> as Record<LimitLineCode, string>,

    refusedTitle: 'この場合の目安は計算できません',
    refused: {
      spouse:
        '配偶者の収入が201万円以下のときは、収入の額によって控除が細かく変わり、総務省の目安の表にきまりがないためです。',
      children: 'お子さまの人数や年齢の組み合わせが、総務省の目安の表にないためです。',
      year: (from: number, to: number) =>
        `計算のきまりがあるのは、${from}年から${to}年までの寄付だけです。それより前はきまりが古く、それより後はまだ決まっていません。`,
      circumstances: (names: readonly string[]) =>
        `「${names.join('」「')}」ときは、計算のしかたが変わり、ここにはきまりがないためです。`,
    },
    refusedAsk: 'お住まいの市区町村の税の窓口（税務課・市民税課など）か、税務署にお尋ねください。',
  },

  oneStop: {
    title: 'ワンストップ特例のチェック',
    lead: '会社員などの方が、確定申告をしないで税金の控除を受けるしくみです。寄付した自治体を書き出すと、あといくつまでか、いつまでに申請するかがわかります。',
    year: '寄付した年',
    yearOption: (year: number) => `${year}年`,
    town: '寄付した自治体',
    townHelp: '例：むすび野町。同じ自治体に2回寄付したら、2回書いてください。',
    add: '書き加える',
    noTown: '寄付した自治体の名前を入力してください。例：むすび野町',
    tooLong: '自治体の名前が長すぎます。短くしてください。',
    tooMany: 'これ以上は書き加えられません。',
    added: (town: string) => `「${town}」を書き加えました。`,
    removed: (town: string) => `「${town}」を消しました。`,
    list: '寄付の一覧',
    empty: 'まだ何も書いていません。',
    applied: '申請書を送った',
    appliedFor: (town: string) => `${town}：申請書を送った`,
    remove: '消す',
    removeFor: (town: string) => `「${town}」を消す`,

    towns: '自治体の数',
    townCount: (n: number) => `${number(n)}か所`,
    townsLeft: (n: number) => (n ? `（あと${number(n)}か所まで）` : '（これで上限の5か所です）'),
    tooManyTowns: '（5か所を超えました）',
    sameTown: '同じ自治体への寄付は、何回でも1か所と数えます。',
    deadline: '申請の期限',
    mustArrive: (text: string) => `${day(text)}必着`,
    daysLeft: (days: number) => (days > 0 ? `（${jaUsual.inDays(days)}）` : '（きょうが期限です）'),
    over: '（期限を過ぎました）',
    overHelp: '間に合わなかった寄付は、確定申告をすれば控除を受けられます。',
    applications: '申請',
    toApply: (n: number) => `まだ送っていない申請書が${number(n)}件あります`,
    allApplied: 'すべて送りました',
    everyDonation: '申請書は、寄付のたびに必要です。同じ自治体への2回目の寄付にも要ります。',

    voidsTitle: '使えなくなるとき',
    voidsLead: 'あてはまるものにチェックを入れてください。',
    voids: {
      'tax-return': '確定申告をする（医療費控除、住宅ローン控除の1年目、副業など、理由を問いません）',
      salary: '給与が2,000万円を超える',
      'too-many-towns': '1年に6か所以上の自治体に寄付した',
    } satisfies Record<OneStopVoid, string> as Record<OneStopVoid, string>,
    isVoid: 'ワンストップ特例は使えません',
    isVoidHelp: '申請書を送っていても、なかったことになります。この年のすべての寄付を、確定申告に入れてください。',
    changes: '申請したあとに名前や住所が変わったら、同じ期限までに、寄付先の自治体へ変更の届けを出してください。',

    keep: '書いた内容を、このブラウザーに残す',
    keepHelp:
      'チェックを入れなければ、ページを閉じると消えます。どこにも送りません。ほかの人も使うパソコンでは残さないでください。',
    kept: 'このブラウザーに残しました。',
    notKept: 'このブラウザーには残せませんでした。保存が止められているか、空きがありません。',
    noLonger: 'このブラウザーに残していた内容を消しました。このページを閉じると見えなくなります。',
    forget: '書いた内容をすべて消す',
    forgotten: '書いた内容をすべて消しました。',
    print: 'チェックリストを印刷する',
    checklist: 'ワンストップ特例のチェックリスト',
    steps: [
      '申請書（寄附金税額控除に係る申告特例申請書）に記入した',
      'マイナンバーと本人を確かめる書類の写しを付けた',
      '自治体へ送った（オンラインで申請できる自治体もあります）',
    ],
    myNumber: 'マイナンバーは、申請書で寄付先の自治体に直接伝えます。このページでは、おたずねしません。',
  },
};

/** What the two parts say; other languages fill in the same. */
export type FurusatoRestStrings = typeof jaFurusatoRest;
export type EstimateStrings = FurusatoRestStrings['estimate'];
export type OneStopStrings = FurusatoRestStrings['oneStop'];
