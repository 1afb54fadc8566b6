// 决算情况说明 and the other text parts, with figures taken from the same account as the tables.
import { economic, functionalName } from './codes.mjs';
import { percent, sum, wan } from './money.mjs';

const money = (fen) => `${wan(fen)}万元`;
const heading = (text) => ({ kind: 'heading', text });
const text = (words) => ({ kind: 'text', text: words });

function change(current, previous) {
  const difference = current - previous;
  const word = difference < 0 ? '减少' : '增加';
  const verb = difference < 0 ? '下降' : '增长';
  return `${word}${money(Math.abs(difference))}，${verb}${percent(Math.abs(difference), previous)}`;
}

const shares = (parts, whole) =>
  parts
    .filter(([, value]) => value !== 0)
    .map(([name, value]) => `${name}${money(value)}，占${percent(value, whole)}`)
    .join('；');

function totals(account, previous) {
  const income = [
    ['财政拨款收入', account.amount('revenue', 'appropriation')],
    ['上级补助收入', account.amount('revenue', 'superior_subsidy')],
    ['事业收入', account.amount('revenue', 'business')],
    ['经营收入', account.amount('revenue', 'operating')],
    ['其他收入', account.amount('revenue', 'other')],
  ];
  const spending = [
    ['基本支出', account.amount('expenditure', 'basic')],
    ['项目支出', account.amount('expenditure', 'project')],
    ['经营支出', account.amount('expenditure', 'operating')],
  ];
  return [
    heading('一、收入支出决算总体情况说明'),
    text(
      `${account.year}年度收入总计、支出总计均为${money(account.grand)}。` +
        (previous ? `与${previous.year}年度相比，收、支总计各${change(account.grand, previous.grand)}。` : ''),
    ),
    heading('二、收入决算情况说明'),
    text(`本年收入合计${money(account.revenue)}，其中：${shares(income, account.revenue)}。`),
    heading('三、支出决算情况说明'),
    text(`本年支出合计${money(account.expenditure)}，其中：${shares(spending, account.expenditure)}。`),
  ];
}

function appropriation(account) {
  const budgets = ['general', 'fund', 'capital'];
  const grand = sum(budgets.map((budget) => account.received(budget) + account.brought(budget)));
  return [
    heading('四、财政拨款收入支出决算总体情况说明'),
    text(
      `${account.year}年度财政拨款收入总计、支出总计均为${money(grand)}。其中：本年收入` +
        `${money(sum(budgets.map(account.received)))}，年初财政拨款结转和结余${money(sum(budgets.map(account.brought)))}；` +
        `本年支出${money(sum(budgets.map((budget) => account.spent(budget))))}，年末财政拨款结转和结余` +
        `${money(sum(budgets.map(account.carried)))}。`,
    ),
  ];
}

function general(account) {
  const total = account.spent('general');
  const tree = account.tree('general_public_budget');
  const classes = tree.filter((code) => code.length === 3);
  const structure = classes.map((code) => [
    `${functionalName(code)}（类）`,
    account.amount('general_public_budget', 'total', code),
  ]);
  const items = account.leaves.filter((leaf) => tree.includes(leaf.code));
  const budget = sum(items.map((leaf) => leaf.budget ?? 0));
  const item = (leaf, at) => {
    const [first, second, third] = [3, 5, 7].map((length) => functionalName(leaf.code.slice(0, length)));
    const final = account.amount('general_public_budget', 'total', leaf.code);
    const ratio = leaf.budget ? `完成年初预算的${percent(final, leaf.budget)}` : '年初未安排预算，为年中追加';
    const words = leaf.budget ? `年初预算为${money(leaf.budget)}，支出决算为` : '支出决算为';
    return text(`${at + 1}.${first}（类）${second}（款）${third}（项）。${words}${money(final)}，${ratio}。`);
  };
  return [
    heading('五、一般公共预算财政拨款支出决算情况说明'),
    text(
      `${account.year}年度一般公共预算财政拨款支出${money(total)}，占本年支出合计的${percent(total, account.expenditure)}。`,
    ),
    text(`按功能分类，主要用于以下方面：${shares(structure, total)}。`),
    text(
      `${account.year}年度一般公共预算财政拨款支出年初预算为${money(budget)}，支出决算为${money(total)}，` +
        `完成年初预算的${percent(total, budget)}。其中：`,
    ),
    ...items.map(item),
  ];
}

function basic(account) {
  const named = (prefixes) =>
    economic
      .filter(([code]) => code.length === 5 && prefixes.some((prefix) => code.startsWith(prefix)))
      .filter(([code]) => account.economicTotal(code) !== 0)
      .map(([, name]) => name)
      .join('、');
  return [
    heading('六、一般公共预算财政拨款基本支出决算情况说明'),
    text(`${account.year}年度一般公共预算财政拨款基本支出${money(account.personnel + account.operating)}，其中：`),
    text(`人员经费${money(account.personnel)}，主要包括：${named(['301', '303'])}。`),
    text(`公用经费${money(account.operating)}，主要包括：${named(['302', '307', '310', '399'])}。`),
  ];
}

const THREE_PUBLIC = [
  ['overseas', '因公出国（境）费'],
  ['vehicle', '公务用车购置及运行费'],
  ['reception', '公务接待费'],
];

function threePublic(account, previous) {
  const [planned, final] = account.threePublic.total;
  const parts = THREE_PUBLIC.map(([item, name], at) => {
    const [budget, spent] = account.threePublic[item];
    const ratio = budget ? `，完成预算的${percent(spent, budget)}` : '';
    const former = previous?.threePublic[item][1];
    const compared = former ? `，比${previous.year}年度${change(spent, former)}` : '';
    return text(`${at + 1}.${name}预算为${money(budget)}，决算为${money(spent)}${ratio}${compared}。`);
  });
  const vehicle = (key) => account.threePublic[key][1];
  return [
    heading('七、财政拨款“三公”经费支出决算情况说明'),
    text(
      `${account.year}年度财政拨款“三公”经费预算为${money(planned)}，支出决算为${money(final)}，完成预算的` +
        `${percent(final, planned)}。决算数小于预算数的主要原因是认真落实过紧日子要求，严格控制各项开支。`,
    ),
    ...parts,
    text(
      `其中：公务用车购置费支出${money(vehicle('vehicle_purchase'))}，公务用车运行维护费支出` +
        `${money(vehicle('vehicle_operation'))}。年末公务用车保有量${sum(Object.values(account.vehicles))}辆。`,
    ),
  ];
}

function others(account) {
  const fund = account.spent('fund');
  const capital = account.spent('capital');
  const { goods, works, services, small } = account.procurement;
  const bought = goods + works + services;
  const cars = Object.entries(account.vehicles).map(([name, count]) => `${name}${count}辆`);
  const own = (words, amount, budget) =>
    amount
      ? `年初结转和结余${money(account.brought(budget))}，本年收入${money(account.received(budget))}，` +
        `本年支出${money(amount)}，年末结转和结余${money(account.carried(budget))}。`
      : `本${account.kind}${account.year}年度没有${words}收入和支出。`;
  const matters = [
    ...(account.kind === '部门'
      ? [`机关运行经费支出情况。${account.year}年度机关运行经费支出${money(account.operating)}。`]
      : []),
    `政府采购支出情况。${account.year}年度政府采购支出总额${money(bought)}，其中：政府采购货物支出${money(goods)}、` +
      `政府采购工程支出${money(works)}、政府采购服务支出${money(services)}。授予中小企业合同金额${money(small)}，` +
      `占政府采购支出总额的${percent(small, bought)}。`,
    `国有资产占用情况。截至${account.year}年12月31日，本${account.kind}共有车辆` +
      `${sum(Object.values(account.vehicles))}辆，其中：${cars.join('、')}。单价100万元以上设备0台（套）。`,
  ];
  return [
    heading('八、政府性基金预算财政拨款收入支出决算情况说明'),
    text(own('政府性基金预算财政拨款', fund, 'fund')),
    heading('九、国有资本经营预算财政拨款收入支出决算情况说明'),
    text(own('国有资本经营预算财政拨款', capital, 'capital')),
    heading('十、其他重要事项的情况说明'),
    ...matters.map((matter, at) => text(`（${'一二三'[at]}）${matter}`)),
  ];
}

export function explanation(account, previous) {
  return [
    ...totals(account, previous),
    ...appropriation(account),
    ...general(account),
    ...basic(account),
    ...threePublic(account, previous),
    ...others(account),
  ];
}

export function overview(account) {
  return [
    heading('一、主要职责'),
    ...account.duties.map((duty, at) => text(`（${'一二三四五六七八'[at]}）${duty}`)),
    heading(`二、${account.kind}决算构成`),
    text(account.units),
  ];
}

export function glossary(account) {
  const words = [
    [
      '财政拨款收入',
      '指本级财政部门当年拨付的财政预算资金，包括一般公共预算、政府性基金预算和国有资本经营预算财政拨款。',
    ],
    ['事业收入', '指事业单位开展专业业务活动及辅助活动所取得的收入。'],
    ['其他收入', '指除上述“财政拨款收入”、“事业收入”、“经营收入”等以外的收入。'],
    ['年初结转和结余', '指以前年度尚未完成、结转到本年按有关规定继续使用的资金。'],
    ['基本支出', '指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。'],
    ['项目支出', '指在基本支出之外为完成特定任务和事业发展目标所发生的支出。'],
    ['“三公”经费', '指用财政拨款安排的因公出国（境）费、公务用车购置及运行费和公务接待费。'],
    ['机关运行经费', '指为保障行政单位运行用于购买货物和服务的各项资金，包括办公费、印刷费、邮电费、差旅费等。'],
  ];
  const shown = account.kind === '部门' ? words : words.slice(0, -1);
  return shown.map(([term, meaning], at) => text(`${'一二三四五六七八'[at]}、${term}：${meaning}`));
}
