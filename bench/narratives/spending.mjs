// 一般公共预算财政拨款支出 by 类 and 项, and 基本支出.
import { economic, functionalName } from '../../samples/make/codes.mjs';
import { sum, wan } from '../../samples/make/money.mjs';
import { heading, text } from './telling.mjs';

/** Names of 类, 款 and 项 with their marks. */
const named = (t, leaf) => {
  const [first, second, third] = [3, 5, 7].map((length) => functionalName(leaf.code.slice(0, length)));
  return t.pick([
    `${first}（类）${second}（款）${third}（项）`,
    `${first.replace(/支出$/, '')}（类）${second}（款）${third}（项）`,
    `${first}(类)${second}(款)${third}(项)`,
  ]);
};

function items(t, leaves) {
  const number = t.pick([(n) => `${n}.`, (n) => `${n}、`, (n) => `（${n}）`, (n) => `${n}．`]);
  const style = t.pick(['budget', 'budget', 'only', 'both lines', 'codes', 'change', 'below the class']);
  const goal = t.pick(['年初预算', '全年预算', '预算', '年初预算数']);
  const ofGoal = goal.replace('数', '');
  const spent = (leaf) => t.account.amount('general_public_budget', 'total', leaf.code);
  const compared = (leaf) => {
    const [final, budget] = [spent(leaf), leaf.budget ?? 0];
    if (wan(final) === wan(budget) || !t.chance(0.6)) return '';
    const than = t.pick(['大于,小于', '高于,低于']).split(',')[final > budget ? 0 : 1];
    return `${t.pick(['', '支出'])}决算数${than}${t.pick(['年初预算数', '预算数'])}的主要原因是${t.pick(['人员变动', '年中追加经费20.00万元', '项目跨年实施'])}。`;
  };
  const withBudget = (leaf, stop = '。') => {
    const final = spent(leaf);
    if (!leaf.budget)
      return t.pick([
        () =>
          `${stop}${goal}为${t.money(leaf.code, 0, 'budget')}，支出决算为${t.money(leaf.code, final)}，由于年初未安排预算，无法计算完成率。`,
        () => `${stop}年初未安排预算，支出决算为${t.money(leaf.code, final)}。`,
      ])();
    const ratio = t.pick([
      () => `完成${ofGoal}的${t.completion(leaf.code, final, leaf.budget)}`,
      () => `完成${ofGoal}的${t.completion(leaf.code, final, leaf.budget)}`,
      () => `预算完成率${t.completion(leaf.code, final, leaf.budget)}`,
    ]);
    return `${stop}${goal}${t.pick(['为', ''])}${t.money(leaf.code, leaf.budget, 'budget')}，支出决算${t.pick(['为', ''])}${t.money(leaf.code, final)}，${ratio()}。${compared(leaf)}`;
  };
  const STYLES = {
    budget: (leaf, at) => [text(`${number(at + 1)}${named(t, leaf)}${withBudget(leaf)}`)],
    only: (leaf, at) => {
      const completed =
        leaf.budget && t.chance(0.7) ? `，完成预算${t.completion(leaf.code, spent(leaf), leaf.budget)}` : '';
      return [text(`${number(at + 1)}${named(t, leaf)}：支出决算为${t.money(leaf.code, spent(leaf))}${completed}。`)];
    },
    'both lines': (leaf, at) => [text(`${number(at + 1)}${named(t, leaf)}。`), text(withBudget(leaf, ''))],
    codes: (leaf, at) => {
      const name = functionalName(leaf.code);
      return [
        text(
          `（${'一二三四五六七八九十'[at % 10]}）${leaf.code}${name}${t.money(leaf.code, spent(leaf))}，${t.changed(leaf.code, spent(leaf))}${t.reason()}`,
        ),
      ];
    },
    change: (leaf, at) => [
      text(
        `${number(at + 1)}${named(t, leaf)}支出${t.money(leaf.code, spent(leaf))}，${t.changed(leaf.code, spent(leaf))}${t.reason()}`,
      ),
    ],
    'below the class': (leaf, at) => {
      const group = functionalName(leaf.code.slice(0, 3));
      const first = leaves.find((l) => l.code.startsWith(leaf.code.slice(0, 3))) === leaf;
      const groups = [...new Set(leaves.map((l) => l.code.slice(0, 3)))];
      const [, second, third] = [3, 5, 7].map((length) => functionalName(leaf.code.slice(0, length)));
      const above = first
        ? [text(`（${'一二三四五六七八九十'[groups.indexOf(leaf.code.slice(0, 3))]}）${group}（类）`)]
        : [];
      return [...above, text(`${at + 1}.${second}（款）${third}（项）${withBudget(leaf)}`)];
    },
  };
  if (style === 'codes' && leaves.length > 10) return leaves.flatMap(STYLES.budget);
  return leaves.flatMap(STYLES[style]);
}

export function general(t) {
  const { account, year } = t;
  const total = account.spent('general');
  const tree = account.tree('general_public_budget');
  const leaves = account.leaves.filter((leaf) => tree.includes(leaf.code));
  const budget = sum(leaves.map((leaf) => leaf.budget ?? 0));
  const subject = 'general_expenditure|appropriation_expenditure';
  const name = t.pick(['财政拨款支出', '一般公共预算财政拨款支出', '一般公共预算财政拨款支出']);
  const lead = () => {
    const share = t.chance(0.7) ? `，占本年支出合计的${t.share(subject, total, account.expenditure)}` : '';
    const than = t.chance(0.6)
      ? `与${year - 1}年度相比，${name}${t.change(subject, total, t.prior('general', total))}${t.reason()}`
      : '';
    return text(`${year}年度${name}${t.money(subject, total)}${share}。${than}`);
  };
  const classes = tree.filter((code) => code.length === 3);
  const structure = () => {
    const style = t.pick(['类', '支出', '类支出', 'quoted']);
    const own = (code) => {
      const full = functionalName(code);
      const words = {
        类: `${full}（类）`,
        支出: full,
        类支出: `${full.replace(/支出$/, '')}（类）支出`,
        quoted: `“${full}”`,
      }[style];
      const amount = account.amount('general_public_budget', 'total', code);
      return `${words}${t.money(code, amount)}，占${t.pick(['', '本年财政拨款支出的', '总支出的'].slice(0, style === 'quoted' ? 2 : 1))}${t.share(code, amount, total)}`;
    };
    const before = t.pick([
      () => `${year}年度${name}${t.money(subject, total)}，主要用于以下方面：`,
      () => '主要用于以下方面：',
      () => `按支出功能分类科目，主要用于以下方面：`,
    ])();
    return text(`${before}${classes.map(own).join(t.pick(['；', '；', '，']))}。`);
  };
  const detail = () =>
    t.pick([
      () =>
        text(
          `${year}年度${name}年初预算为${t.money(subject, budget, 'budget')}，支出决算为${t.money(subject, total)}，完成年初预算的${t.completion(subject, total, budget)}。其中：`,
        ),
      () =>
        text(
          `${year}年度${name}年初预算${t.money(subject, budget, 'budget')}，支出决算${t.money(subject, total)}，完成年初预算的${t.completion(subject, total, budget)}。按照政府功能分类科目，其中：`,
        ),
      () =>
        text(
          `${year}年度一般公共预算支出决算数为${t.money(subject, total)}，完成预算${t.completion(subject, total, budget)}。其中：`,
        ),
    ])();
  const parts = [
    ['（一）财政拨款支出决算总体情况。', lead],
    ['（二）财政拨款支出决算结构情况。', structure],
    ['（三）财政拨款支出决算具体情况。', detail],
  ];
  const titled = t.chance(0.6);
  return [
    heading(
      t.pick([
        '五、一般公共预算财政拨款支出决算情况说明',
        '五、财政拨款支出决算情况说明',
        '五、一般公共预算财政拨款支出决算情况',
      ]),
    ),
    ...parts.flatMap(([title, tell]) => [...(titled ? [text(title)] : []), tell()]),
    ...items(t, leaves),
  ];
}

export function basic(t) {
  const { account, year } = t;
  const { personnel, operating } = account;
  const total = personnel + operating;
  const names = (prefixes) =>
    economic
      .filter(
        ([code]) =>
          code.length === 5 && prefixes.some((prefix) => code.startsWith(prefix)) && account.economicTotal(code) !== 0,
      )
      .map(([, name]) => name)
      .join('、');
  const [people, office] = [names(['301', '303']), names(['302', '307', '310', '399'])];
  const variants = [
    () => [
      text(`${year}年度一般公共预算财政拨款基本支出${t.money('basic', total)}，其中：`),
      text(`人员经费${t.money('personnel', personnel)}，主要包括：${people}。`),
      text(`公用经费${t.money('public_funds', operating)}，主要包括：${office}。`),
    ],
    () => [
      text(
        `${year}年度财政拨款基本支出${t.money('basic', total)}，其中：人员经费${t.money('personnel', personnel)}，主要包括${people}；公用经费${t.money('public_funds', operating)}，主要包括${office}。`,
      ),
    ],
    () => [
      text(
        `${year}年度一般公共预算财政拨款基本支出${t.money('basic', total)}，${t.changed('basic', total)}${t.reason()}其中：`,
      ),
      text(
        `（一）人员经费${t.money('personnel', personnel)}，占基本支出的${t.share('personnel', personnel, total)}。${t.changed('personnel', personnel)}${t.reason()}主要包括：${people}。`,
      ),
      text(
        `（二）日常公用经费${t.money('public_funds', operating)}，占基本支出的${t.share('public_funds', operating, total)}。主要包括：${office}。`,
      ),
    ],
    () => [
      text(`${year}年度一般公共预算财政拨款基本支出${t.money('basic', total)}，其中：`),
      ...[
        ['301', '工资福利支出'],
        ['302', '商品和服务支出'],
        ['303', '对个人和家庭的补助'],
        ['310', '资本性支出'],
      ]
        .filter(([code]) => account.economicTotal(code) !== 0)
        .map(([code, name], at) =>
          text(`${at + 1}.${name}${t.money(code, account.economicTotal(code))}，主要包括：${names([code])}。`),
        ),
    ],
    () => [
      text(
        `本${account.kind}${year}年度一般公共预算财政拨款基本支出决算${t.money('basic', total)}。人员经费${t.money('personnel', personnel)}，较上年决算数${t.change('personnel', personnel, t.prior('personnel', personnel))}${t.reason()}人员经费用途主要包括${people}。公用经费${t.money('public_funds', operating)}，较上年决算数${t.change('public_funds', operating, t.prior('public_funds', operating))}${t.reason()}公用经费用途主要包括${office}。`,
      ),
    ],
  ];
  return [
    heading(
      t.pick([
        '六、一般公共预算财政拨款基本支出决算情况说明',
        '六、财政拨款基本支出决算情况说明',
        '六、一般公共预算财政拨款基本支出情况',
      ]),
    ),
    ...t.pick(variants)(),
  ];
}
