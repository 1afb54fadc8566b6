// 决算情况说明 as regions word it: each section in several wordings, with the figures of a made-up account, and what each figure says.
import { economic, functionalName } from '../samples/make/codes.mjs';
import { sum, wan, wanGrouped, yuanGrouped } from '../samples/make/money.mjs';

const heading = (words) => ({ kind: 'heading', text: words });
const text = (words) => ({ kind: 'text', text: words });

/** Words for a reason, with figures that are none of the account. */
const REASONS = [
  '主要原因是人员增减变动及正常晋级晋档',
  '主要是项目支出有所变化，其中信息化建设项目增加12.35万元',
  '主要原因是落实过紧日子要求，压减一般性支出5%',
  '主要变动原因是新增人员3人，增加人员经费36.50万元，同时减少会议2次',
  '主要系当年结转资金支出增加所致',
  '增加的主要原因是2023年结转资金在本年支出',
  '主要原因：一是新增人员2人，增加支出18.20万元；二是新增项目3个，增加支出120.00万元',
  '主要原因为部分项目于年中追加，追加金额15.00万元',
  '变动原因：上年支付一次性费用26.40万元，本年无此项支出',
  '增长原因主要是机构改革划转人员5名',
  '原因是本年新增设备采购31.00万元',
  '主要是本年度增加了购房补贴8.64万元',
];

/**
 * Tells the figures of an account in random words and keeps what each says: a key or several that are as good, a measure, a value, a unit.
 * Amounts are 分.
 */
export class Telling {
  truth = [];
  #prior = new Map();

  /** `errors`: the share of figures that are printed with one digit changed. */
  constructor(account, choice, errors = 0) {
    this.errors = errors;
    this.account = account;
    this.choice = choice;
    this.year = account.year;
    this.commas = choice.chance(0.2);
    this.over = choice.pick([
      `与${this.year - 1}年度相比，`,
      '与上年相比，',
      `与${this.year - 1}年相比，`,
      '较上年决算数',
      '比上年',
      '同比',
      `比${this.year - 1}年度`,
    ]);
    this.inYuan = choice.chance(0.1);
  }

  pick = (list) => this.choice.pick(list);
  chance = (share) => this.choice.chance(share);

  /** The figure as it is printed. */
  say(subject, measure, value, unit) {
    const wrong = /[1-9]/.test(value) && this.chance(this.errors);
    const printed = wrong ? this.slip(value) : value;
    this.truth.push({ subject, measure, value: printed.replaceAll(',', ''), unit, wrong });
    return printed + unit;
  }

  /** One digit changed, none of the last two of an amount: such errors drown in rounding. */
  slip(value) {
    const places = [...value].flatMap((c, i) =>
      /\d/.test(c) && (i < value.length - 2 || !value.includes('.')) ? [i] : [],
    );
    const at = this.pick(places);
    return value.slice(0, at) + ((Number(value[at]) + this.choice.between(1, 9)) % 10) + value.slice(at + 1);
  }

  money(subject, amount, measure = 'amount') {
    if (this.inYuan) return this.say(subject, measure, yuanGrouped(amount), '元');
    return this.say(subject, measure, this.commas ? wanGrouped(amount) : wan(amount), '万元');
  }

  percent(subject, measure, part, whole) {
    return this.say(subject, measure, whole === 0 ? '0.00' : ((100 * part) / whole).toFixed(2), '%');
  }

  share(subject, part, whole) {
    return this.percent(subject, 'share', part, whole);
  }

  count(subject, measure, value, unit) {
    return this.say(subject, measure, String(value), unit);
  }

  /** What the year before had of it. */
  prior(key, amount) {
    if (!this.#prior.has(key))
      this.#prior.set(key, this.chance(0.08) ? amount : Math.round(amount * this.choice.between(70, 140) * 0.01));
    return this.#prior.get(key);
  }

  /** 增加…万元，增长…%: against the year before, or against a budget. */
  change(subject, amount, former, on = '') {
    const difference = amount - former;
    if (difference === 0) return this.pick(['无增减变化', '持平', '基本持平']);
    const up = difference > 0;
    const by = up ? this.pick(['增加', '增加', '增长', '上升']) : this.pick(['减少', '减少', '下降', '降低']);
    const rate = up ? this.pick(['增长', '增长', '增幅', '上升']) : this.pick(['下降', '减少', '降低', '降幅']);
    const money = this.money(subject, Math.abs(difference), `${up ? 'increase' : 'decrease'}${on}`);
    if (this.chance(0.1)) return `${by}${money}`;
    const share = this.percent(subject, `${up ? 'increase' : 'decrease'}_rate${on}`, Math.abs(difference), former);
    return this.pick([
      `${by}${money}，${rate}${share}`,
      `${by}${money}，${rate}${share}`,
      `${by}${money}、${rate}${share}`,
    ]);
  }

  /** The change over the year before with its words before it. */
  changed(subject, amount, key = String(subject)) {
    return this.over + this.change(subject, amount, this.prior(key, amount));
  }

  reason() {
    return this.chance(0.6) ? `，${this.pick(REASONS)}。` : '。';
  }

  completion(subject, amount, budget) {
    return this.percent(subject, 'completion', amount, budget);
  }
}

const SOURCES = [
  ['appropriation_revenue', '财政拨款收入', 'appropriation'],
  ['superior_subsidy', '上级补助收入', 'superior_subsidy'],
  ['business', '事业收入', 'business'],
  ['operating', '经营收入', 'operating'],
  ['affiliate_remittance', '附属单位上缴收入', 'affiliate_remittance'],
  ['other', '其他收入', 'other'],
];
const USES = [
  ['basic', '基本支出', 'basic'],
  ['project', '项目支出', 'project'],
  ['superior_remittance', '上缴上级支出', 'superior_remittance'],
  ['operating_expenditure', '经营支出', 'operating'],
  ['affiliate_subsidy', '对附属单位补助支出', 'affiliate_subsidy'],
];
const BUDGETS = ['general', 'fund', 'capital'];

const amountsOf = ({ account, chance }, table, list) => {
  const all = list.map(([key, name, column]) => [key, name, account.amount(table, column)]);
  return chance(0.5) ? all.filter(([, , amount]) => amount !== 0) : all;
};

/** 财政拨款收入…万元，占…%；… in one paragraph, or a paragraph each with what the year before had. */
function listed(t, lead, list, whole, base) {
  const ofWhole = ([key, name, amount]) =>
    `${name}${t.pick(['', '为', ''])}${t.money(key, amount)}，${base}${t.share(key, amount, whole)}`;
  if (t.chance(0.6)) return [text(`${lead}，其中：${list.map(ofWhole).join(t.pick(['；', '，', '；']))}。`)];
  const number = t.pick([(n) => `${n}.`, (n) => `${n}、`, (n) => `（${n}）`, () => '']);
  return [
    text(`${lead}${t.pick(['。其中：', '，其中：', '。包括：'])}`),
    ...list.map((part, at) => {
      const own = number(at + 1) + ofWhole(part);
      return text(t.chance(0.4) ? `${own}。${t.changed(part[0], part[2])}${t.reason()}` : `${own}。`);
    }),
  ];
}

function overall(t) {
  const { account, year } = t;
  const { grand } = account;
  const whole = () => t.changed('balance_grand|expenditure_grand|revenue_grand', grand, 'grand');
  const variants = [
    () => [
      text(
        `${year}年度收、支总计${t.money('balance_grand', grand)}。${t.over.replace(/，$/, '')}，收、支总计各${t.change('balance_grand', grand, t.prior('grand', grand))}${t.reason()}`,
      ),
    ],
    () => [
      text(
        `${year}年度收入总计${t.money('revenue_grand', grand)}，支出总计${t.money('expenditure_grand', grand)}，${whole()}${t.reason()}`,
      ),
    ],
    () => [
      text(
        `${account.department}${year}年度收入总计${t.money('revenue_grand|balance_grand', grand)}、支出总计${t.money('expenditure_grand|balance_grand', grand)}。与${year - 1}年度相比，收入总计、支出总计各${t.change('expenditure_grand|balance_grand', grand, t.prior('grand', grand))}${t.reason()}`,
      ),
    ],
    () => [
      text(
        `本${account.kind}${year}年度收、支总计（含结转和结余）${t.money('balance_grand', grand)}。与${year - 1}年度决算相比，收支各${t.change('balance_grand', grand, t.prior('grand', grand))}${t.reason()}`,
      ),
    ],
    // Jiangsu
    () => [
      text(
        `${year}年度收入、支出决算总计${t.money('balance_grand', grand)}。与上年相比，收、支总计各${t.change('balance_grand', grand, t.prior('grand', grand))}${t.reason()}其中：`,
      ),
      text(`（一）收入决算总计${t.money('revenue_grand', grand)}。包括：`),
      text(
        `1.本年收入决算合计${t.money('revenue_total', account.revenue)}。与上年相比，${t.change('revenue_total', account.revenue, t.prior('revenue_total', account.revenue))}${t.reason()}`,
      ),
      text(
        `2.使用非财政拨款结余（含专用结余）${t.money('used_balances', account.useOfBalance)}。与上年相比，${t.change('used_balances', account.useOfBalance, t.prior('used', account.useOfBalance))}${t.reason()}`,
      ),
      text(
        `3.年初结转和结余${t.money('opening', account.opening)}。与上年相比，${t.change('opening', account.opening, t.prior('opening', account.opening))}${t.reason()}`,
      ),
      text(`（二）支出决算总计${t.money('expenditure_grand', grand)}。包括：`),
      text(
        `1.本年支出决算合计${t.money('expenditure_total', account.expenditure)}。与上年相比，${t.change('expenditure_total', account.expenditure, t.prior('expenditure_total', account.expenditure))}${t.reason()}`,
      ),
      text(`2.结余分配${t.money('distribution', account.distribution)}。与上年决算数相同。`),
      text(
        `3.年末结转和结余${t.money('closing', account.closing)}。结转和结余事项：项目结转。与上年相比，${t.change('closing', account.closing, t.prior('closing', account.closing))}${t.reason()}`,
      ),
    ],
    // Inner Mongolia
    () => [
      text(
        `${account.department}${year}年度收入、支出总计均为${t.money('balance_grand', grand)}。其中：本年收入${t.money('revenue_total', account.revenue)}，使用非财政拨款结余${t.money('used_balances', account.useOfBalance)}，年初结转和结余${t.money('opening', account.opening)}；` +
          `本年支出${t.money('expenditure_total', account.expenditure)}，结余分配${t.money('distribution', account.distribution)}，年末结转和结余${t.money('closing', account.closing)}。与${year - 1}年度相比，收、支总计各${t.change('balance_grand', grand, t.prior('grand', grand))}${t.reason()}`,
      ),
    ],
    // Guangdong, Guangxi
    () => [
      text('（一）年度收入总体情况'),
      text(
        `${year}年度总收入${t.money('revenue_grand', grand)}，其中本年收入${t.money('revenue_total', account.revenue)}。具体情况如下：`,
      ),
      ...amountsOf(t, 'revenue', SOURCES).map(([key, name, amount], at) =>
        text(
          `${at + 1}.${name}${t.money(key, amount)}，比上年决算数${t.change(key, amount, t.prior(key, amount))}${t.reason()}`,
        ),
      ),
      text('（二）年度支出总体情况'),
      text(
        `${year}年度总支出${t.money('expenditure_grand', grand)}，其中本年支出${t.money('expenditure_total', account.expenditure)}。具体情况如下：`,
      ),
      ...amountsOf(t, 'expenditure', USES).map(([key, name, amount], at) =>
        text(
          `${at + 1}.${name}${t.money(key, amount)}，占比${t.share(key, amount, account.expenditure)}，比上年决算数${t.change(key, amount, t.prior(key, amount))}${t.reason()}`,
        ),
      ),
    ],
    // Xinjiang
    () => [
      text(
        `${year}年度收入总计${t.money('revenue_grand|balance_grand', grand)}，其中：本年收入合计${t.money('revenue_total', account.revenue)}，使用非财政拨款结余（含专用结余）${t.money('used_balances', account.useOfBalance)}，年初结转和结余${t.money('opening', account.opening)}。`,
      ),
      text(
        `${year}年度支出总计${t.money('expenditure_grand|balance_grand', grand)}，其中：本年支出合计${t.money('expenditure_total', account.expenditure)}，结余分配${t.money('distribution', account.distribution)}，年末结转和结余${t.money('closing', account.closing)}。`,
      ),
      text(
        `收入支出总计与上年相比，${t.change('balance_grand|expenditure_grand|revenue_grand', grand, t.prior('grand', grand))}${t.reason()}`,
      ),
    ],
    // Yunnan
    () => [
      text(
        `${account.department}${year}年度收入合计${t.money('revenue_total', account.revenue)}。其中：${amountsOf(
          t,
          'revenue',
          SOURCES,
        )
          .map(
            ([key, name, amount]) =>
              `${name}${t.money(key, amount)}，占总收入的${t.share(key, amount, account.revenue)}`,
          )
          .join(
            '；',
          )}。与上年相比，收入合计${t.change('revenue_total', account.revenue, t.prior('revenue_total', account.revenue))}。其中：财政拨款收入${t.change('appropriation_revenue', account.amount('revenue', 'appropriation'), t.prior('appropriation_revenue', account.amount('revenue', 'appropriation')))}；其他收入${t.change('other', account.amount('revenue', 'other'), t.prior('other', account.amount('revenue', 'other')))}${t.reason()}`,
      ),
    ],
    // Chongqing
    () => [
      text(
        `1.总体情况。${year}年度收入总计${t.money('revenue_grand', grand)}，支出总计${t.money('expenditure_grand', grand)}。收支较上年决算数${t.change('balance_grand|expenditure_grand', grand, t.prior('grand', grand))}${t.reason()}`,
      ),
      text(
        `2.收入情况。${year}年度收入合计${t.money('revenue_total', account.revenue)}，较上年决算数${t.change('revenue_total', account.revenue, t.prior('revenue_total', account.revenue))}${t.reason()}其中：${amountsOf(
          t,
          'revenue',
          SOURCES,
        )
          .map(([key, name, amount]) => `${name}${t.money(key, amount)}，占${t.share(key, amount, account.revenue)}`)
          .join(
            '；',
          )}。此外，使用非财政拨款结余和专用结余${t.money('used_balances', account.useOfBalance)}，年初结转和结余${t.money('opening', account.opening)}。`,
      ),
      text(
        `3.支出情况。${year}年度支出合计${t.money('expenditure_total', account.expenditure)}，较上年决算数${t.change('expenditure_total', account.expenditure, t.prior('expenditure_total', account.expenditure))}${t.reason()}其中：${amountsOf(
          t,
          'expenditure',
          USES,
        )
          .map(
            ([key, name, amount]) => `${name}${t.money(key, amount)}，占${t.share(key, amount, account.expenditure)}`,
          )
          .join('；')}。此外，结余分配${t.money('distribution', account.distribution)}。`,
      ),
      text(
        `4.结转结余情况。${year}年度年末结转和结余${t.money('closing', account.closing)}，较上年决算数${t.change('closing', account.closing, t.prior('closing', account.closing))}${t.reason()}`,
      ),
    ],
  ];
  return [
    heading(
      t.pick([
        '一、收入支出决算总体情况说明',
        '一、收入支出决算总体情况',
        '一、收支决算总体情况说明',
        '一、收入支出总体情况说明',
      ]),
    ),
    ...t.pick(variants)(),
  ];
}

function revenue(t) {
  const { account, year } = t;
  const amount = () => t.money('revenue_total', account.revenue);
  const lead = t.pick([
    () => `本年收入合计${amount()}`,
    () => `${year}年度本年收入合计${amount()}`,
    () => `${year}年度收入合计${amount()}`,
    () => `${account.department}${year}年度收入合计${amount()}`,
    () => `${year}年度决算收入合计${amount()}`,
    () => `本${account.kind}${year}年度本年收入合计${amount()}，${t.changed('revenue_total', account.revenue)}`,
  ])();
  const base = t.pick(['占', '占本年收入的', '占收入合计的', '占总收入的', '占收入合计', '占本年收入合计的']);
  return [
    heading(t.pick(['二、收入决算情况说明', '二、收入决算情况'])),
    ...listed(t, lead, amountsOf(t, 'revenue', SOURCES), account.revenue, base),
  ];
}

function expenditure(t) {
  const { account, year } = t;
  const amount = () => t.money('expenditure_total', account.expenditure);
  const lead = t.pick([
    () => `本年支出合计${amount()}`,
    () => `${year}年度本年支出合计${amount()}`,
    () => `${year}年度支出合计${amount()}`,
    () => `${account.department}${year}年度支出合计${amount()}`,
    () => `本${account.kind}${year}年度本年支出合计${amount()}，${t.changed('expenditure_total', account.expenditure)}`,
  ])();
  const base = t.pick(['占', '占本年支出的', '占支出合计的', '占总支出的', '占支出合计', '占本年支出合计的']);
  return [
    heading(t.pick(['三、支出决算情况说明', '三、支出决算情况'])),
    ...listed(t, lead, amountsOf(t, 'expenditure', USES), account.expenditure, base),
  ];
}

function appropriation(t) {
  const { account, year } = t;
  const got = sum(BUDGETS.map(account.received));
  const brought = sum(BUDGETS.map(account.brought));
  const spent = sum(BUDGETS.map((budget) => account.spent(budget)));
  const carried = sum(BUDGETS.map(account.carried));
  const grand = got + brought;
  const [general, fund, capital] = BUDGETS;
  const both = (measure) => t.money('appropriation_grand', grand, measure);
  const former = () => t.prior('appropriation_grand', grand);
  const variants = [
    () => [
      text(
        `${year}年度财政拨款收、支总计${both()}。与${year - 1}年度相比，财政拨款收、支总计各${t.change('appropriation_grand', grand, former())}${t.reason()}`,
      ),
    ],
    () => [
      text(
        `${year}年度财政拨款收入总计${both()}，支出总计${both()}。与${year - 1}年度相比，财政拨款收入总计、支出总计各${t.change('appropriation_grand', grand, former())}${t.reason()}`,
      ),
    ],
    () => [
      text(
        `${year}年度财政拨款收入总计、支出总计均为${both()}。其中：本年收入${t.money('revenue_total|appropriation_revenue', got)}，年初财政拨款结转和结余${t.money('opening', brought)}；` +
          `本年支出${t.money('expenditure_total|appropriation_expenditure', spent)}，年末财政拨款结转和结余${t.money('closing', carried)}。`,
      ),
    ],
    () => [
      text(
        `${year}年度财政拨款收、支总决算${both()}。与上年相比，财政拨款收、支总计各${t.change('appropriation_grand', grand, former())}${t.reason()}其中：一般公共预算财政拨款收入${t.money('general_revenue', account.received(general))}，` +
          `政府性基金预算财政拨款收入${t.money('fund_revenue', account.received(fund))}，国有资本经营预算财政拨款收入${t.money('capital_revenue', account.received(capital))}。`,
      ),
    ],
    // Guangdong
    () => [
      text(`${year}年度财政拨款收入总计${both()}，支出总计${both()}。具体情况说明如下：`),
      text(
        `1.一般公共预算财政拨款收入${t.money('general_revenue', account.received(general))}，${t.changed('general_revenue', account.received(general))}${t.reason()}`,
      ),
      text(
        `2.政府性基金预算财政拨款收入${t.money('fund_revenue', account.received(fund))}，占本年收入的${t.share('fund_revenue', account.received(fund), got)}。`,
      ),
    ],
    () => [
      text(
        `${year}年度财政拨款本年收入${t.money('appropriation_revenue', got)}，${t.changed('appropriation_revenue', got)}${t.reason()}本年支出${t.money('expenditure_total|appropriation_expenditure', spent)}，${t.changed('expenditure_total|appropriation_expenditure', spent, 'appropriation_expenditure')}${t.reason()}`,
      ),
    ],
  ];
  return [
    heading(
      t.pick([
        '四、财政拨款收入支出决算总体情况说明',
        '四、财政拨款收入支出决算总体情况',
        '四、财政拨款收支决算总体情况说明',
      ]),
    ),
    ...t.pick(variants)(),
  ];
}

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

function general(t) {
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

function basic(t) {
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

const ITEMS = [
  ['overseas', ['因公出国（境）费', '因公出国（境）费用', '因公出国（境）经费', '因公出国（境）支出']],
  ['vehicle', ['公务用车购置及运行费', '公务用车购置及运行维护费', '公务用车购置及运行维护费支出']],
  ['reception', ['公务接待费', '公务接待费', '公务接待费支出']],
];

function threePublic(t) {
  const { account, year } = t;
  const pair = (key) => account.threePublic[key];
  const [planned, spent] = pair('total');
  const final = (key) => t.money(key, pair(key)[1]);
  const kept = sum(Object.values(account.vehicles));
  const bought = pair('vehicle_purchase')[1] > 0 ? 1 : 0;
  const groups = pair('overseas')[1] > 0 ? 1 : 0;
  const [batches, guests] = pair('reception')[1] > 0 ? [t.choice.between(2, 30), t.choice.between(31, 300)] : [0, 0];
  const done = (key) =>
    pair(key)[0] === 0 ? '' : `，完成${t.pick(['预算', '全年预算'])}的${t.completion(key, pair(key)[1], pair(key)[0])}`;
  const than = (key, words) =>
    pair(key)[1] === pair(key)[0] ? words[1] : pair(key)[1] > pair(key)[0] ? words[2] : words[0];
  const onBudget = (key) => `较年初预算数${t.change(key, pair(key)[1], pair(key)[0], '_on_budget')}`;
  const visits = (unit) => `${t.count('reception_domestic|reception', 'batches', batches, unit)}`;
  const people = (unit) => `${t.count('reception_domestic|reception', 'persons', guests, unit)}`;
  const keptCars = () => t.count('vehicle_operation', 'vehicles_kept', kept, '辆');
  const variants = [
    // The centre, Shandong
    () => [
      text(
        `${year}年度“三公”经费财政拨款支出预算为${t.money('total', planned, 'budget')}，支出决算为${final('total')}${done('total')}。决算数${than('total', ['小于', '等于', '大于'])}预算数的主要原因是厉行节约，压减支出10%。`,
      ),
      ...ITEMS.map(([key, names], at) => {
        const name = t.pick(names).replace(/支出$/, '');
        return text(
          `${at + 1}.${name}支出预算为${t.money(key, pair(key)[0], 'budget')}，支出决算为${final(key)}${done(key)}。${t.chance(0.4) && pair(key)[1] > 0 ? `${t.changed(key, pair(key)[1])}${t.reason()}` : ''}`,
        );
      }),
      text(
        `其中：公务用车购置支出${final('vehicle_purchase')}，购置公务用车${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}。公务用车运行维护费支出${final('vehicle_operation')}。截至${year}年12月31日，开支财政拨款的公务用车保有量为${keptCars()}。`,
      ),
    ],
    // Shandong, Henan: shares, then each
    () => [
      text(
        `${year}年度“三公”经费财政拨款支出决算中，因公出国（境）费支出决算${final('overseas')}，占${t.share('overseas', pair('overseas')[1], spent)}；公务用车购置及运行费支出决算${final('vehicle')}，占${t.share('vehicle', pair('vehicle')[1], spent)}；公务接待费支出决算${final('reception')}，占${t.share('reception', pair('reception')[1], spent)}。具体情况如下：`,
      ),
      text(
        `1.因公出国（境）费支出${final('overseas')}。全年安排因公出国（境）团组${t.count('overseas', 'groups', groups, '个')}，累计${t.count('overseas', 'persons', groups * 2, '人次')}。`,
      ),
      text(
        `2.公务用车购置及运行费支出${final('vehicle')}。其中：公务用车购置支出${final('vehicle_purchase')}，公务用车购置数${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}。公务用车运行支出${final('vehicle_operation')}，主要用于燃油费、维修费、保险费等。${year}年期末，${account.department}开支财政拨款的公务用车保有量为${keptCars()}。`,
      ),
      text(
        `3.公务接待费支出${final('reception')}。其中：国内公务接待费支出${t.money('reception_domestic', pair('reception')[1])}，共接待国内来访团组${t.count('reception_domestic|reception', 'groups', batches, '个')}、来访${people('人次')}（不包括陪同人员）。`,
      ),
    ],
    // Jiangsu
    () => [
      text(
        `${year}年度财政拨款安排的“三公”经费决算支出中，因公出国（境）费支出${final('overseas')}，占“三公”经费的${t.share('overseas', pair('overseas')[1], spent)}；公务用车购置及运行维护费支出${final('vehicle')}，占“三公”经费的${t.share('vehicle', pair('vehicle')[1], spent)}；公务接待费支出${final('reception')}，占“三公”经费的${t.share('reception', pair('reception')[1], spent)}。具体情况如下：`,
      ),
      text(
        `1.因公出国（境）费支出预算${t.money('overseas', pair('overseas')[0], 'budget')}（其中：一般公共预算支出${wan(pair('overseas')[0])}万元；政府性基金预算支出0万元），支出决算${final('overseas')}（其中：一般公共预算支出${wan(pair('overseas')[1])}万元；政府性基金预算支出0万元）${done('overseas')}。全年使用财政拨款涉及的出国（境）团组${t.count('overseas', 'groups', groups, '个')}，累计${t.count('overseas', 'persons', groups * 2, '人次')}。`,
      ),
      text(
        `2.公务用车购置及运行维护费支出预算${t.money('vehicle', pair('vehicle')[0], 'budget')}，支出决算${final('vehicle')}${done('vehicle')}。其中：`,
      ),
      text(
        `（1）公务用车购置支出预算${t.money('vehicle_purchase', pair('vehicle_purchase')[0], 'budget')}，支出决算${final('vehicle_purchase')}${done('vehicle_purchase')}。本年度使用财政拨款购置公务用车${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}。`,
      ),
      text(
        `（2）公务用车运行维护费支出预算${t.money('vehicle_operation', pair('vehicle_operation')[0], 'budget')}，支出决算${final('vehicle_operation')}${done('vehicle_operation')}。公务用车运行维护费主要用于车辆燃料费、维修费。截至${year}年12月31日，使用财政拨款开支的公务用车保有量为${keptCars()}。`,
      ),
      text(
        `3.公务接待费支出预算${t.money('reception', pair('reception')[0], 'budget')}，支出决算${final('reception')}${done('reception')}。其中：国内公务接待支出${t.money('reception_domestic', pair('reception')[1])}，接待${visits('批次')}，${people('人次')}，开支内容：调研接待；国（境）外公务接待支出${t.money('reception_foreign', 0)}，接待${t.count('reception_foreign', 'batches', 0, '批次')}，${t.count('reception_foreign', 'persons', 0, '人次')}。`,
      ),
    ],
    // Chongqing
    () => [
      text('（一）“三公”经费支出总体情况说明'),
      text(
        `${year}年度“三公”经费支出共计${final('total')}，${onBudget('total')}，主要原因是厉行节约。较上年支出数${t.change('total', spent, t.prior('three', spent))}${t.reason()}`,
      ),
      text('（二）“三公”经费分项支出情况'),
      text(
        `${year}年度本${account.kind}因公出国（境）费用${final('overseas')}，主要用于学术交流。费用支出${onBudget('overseas')}${t.reason()}`,
      ),
      text(
        `公务车购置费${final('vehicle_purchase')}，主要用于购置公务车。费用支出${onBudget('vehicle_purchase')}${t.reason()}`,
      ),
      text(
        `公务车运行维护费${final('vehicle_operation')}，主要用于机要文件交换、市内因公出行所需车辆的燃料费、维修费、过路过桥费、保险费等。费用支出${onBudget('vehicle_operation')}${t.reason()}`,
      ),
      text(
        `公务接待费${final('reception')}，主要用于接待国内其他单位到我单位学习调研。费用支出${onBudget('reception')}${t.reason()}较上年支出数${t.change('reception', pair('reception')[1], t.prior('reception', pair('reception')[1]))}${t.reason()}`,
      ),
      text('（三）“三公”经费实物量情况'),
      text(
        `${year}年度本${account.kind}因公出国（境）共计${t.count('overseas', 'groups', groups, '个')}团组，${t.count('overseas', 'persons', groups * 2, '人')}；公务用车购置${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}，公务车保有量为${keptCars()}；国内公务接待${visits('批次')}${people('人')}，其中：国内外事接待${t.count('reception_domestic|reception_foreign', 'batches', 0, '批次')}，${t.count('reception_domestic|reception_foreign', 'persons', 0, '人')}；国（境）外公务接待${t.count('reception_foreign', 'batches', 0, '批次')}，${t.count('reception_foreign', 'persons', 0, '人')}。${year}年度本${account.kind}人均接待费86.50元，车均购置费0.00万元，车均维护费2.15万元。`,
      ),
    ],
    // Sichuan
    () => [
      text(
        `${year}年度“三公”经费财政拨款支出决算为${final('total')}，完成预算${t.completion('total', spent, planned)}，较上年度${t.change('total', spent, t.prior('three', spent))}${t.reason()}`,
      ),
      text(`（二）“三公”经费财政拨款支出决算具体情况说明`),
      text(
        `1.因公出国（境）经费支出${final('overseas')}${pair('overseas')[0] === 0 ? '' : `，完成预算${t.completion('overseas', pair('overseas')[1], pair('overseas')[0])}`}。全年安排因公出国（境）团组${t.count('overseas', 'groups', groups, '次')}，出国（境）${t.count('overseas', 'persons', groups * 2, '人')}。`,
      ),
      text(
        `2.公务用车购置及运行维护费支出${final('vehicle')}，完成预算${t.completion('vehicle', pair('vehicle')[1], pair('vehicle')[0])}。公务用车购置及运行维护费支出决算比${year - 1}年度${t.change('vehicle', pair('vehicle')[1], t.prior('vehicle', pair('vehicle')[1]))}${t.reason()}其中：公务用车购置支出${final('vehicle_purchase')}。全年按规定更新购置公务用车${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}，截至${year}年12月31日，单位共有公务用车${keptCars()}。公务用车运行维护费支出${final('vehicle_operation')}。主要用于下乡调研等所需的公务用车燃料费、维修费、过路过桥费、保险费等支出。`,
      ),
      text(
        `3.公务接待费支出${final('reception')}，完成预算${t.completion('reception', pair('reception')[1], pair('reception')[0])}。公务接待费支出决算比${year - 1}年度${t.change('reception', pair('reception')[1], t.prior('reception', pair('reception')[1]))}${t.reason()}其中：国内公务接待支出${t.money('reception_domestic', pair('reception')[1])}，主要用于执行公务、开展业务活动开支的交通费、住宿费、用餐费等。国内公务接待${visits('批次')}，${people('人次')}（不包括陪同人员），共计支出${t.money('reception_domestic|reception', pair('reception')[1])}。`,
      ),
    ],
    // Beijing
    () => [
      text(
        `${year}年度一般公共预算财政拨款“三公”经费决算数${final('total')}，比${year}年度“三公”经费财政拨款年初预算${t.money('total', planned, 'budget')}${t.pick(['', '，'])}${t.change('total', spent, planned, '_on_budget')}。其中：`,
      ),
      text(
        `1.因公出国（境）费用。${year}年度决算数${final('overseas')}，比${year}年度年初预算数${t.money('overseas', pair('overseas')[0], 'budget')}${t.change('overseas', pair('overseas')[1], pair('overseas')[0], '_on_budget')}。${year}年度组织因公出国（境）团组${t.count('overseas', 'groups', groups, '个')}、${t.count('overseas', 'persons', groups * 2, '人次')}，人均因公出国（境）费用1.56万元。`,
      ),
      text(
        `2.公务接待费。${year}年度决算数${final('reception')}，比${year}年度年初预算数${t.money('reception', pair('reception')[0], 'budget')}${t.change('reception', pair('reception')[1], pair('reception')[0], '_on_budget')}。${year}年度公务接待费主要用于业务交流，公务接待${visits('批次')}，公务接待${people('人次')}。`,
      ),
      text(
        `3.公务用车购置及运行维护费。${year}年度决算数${final('vehicle')}，比${year}年度年初预算数${t.money('vehicle', pair('vehicle')[0], 'budget')}${t.change('vehicle', pair('vehicle')[1], pair('vehicle')[0], '_on_budget')}。其中，公务用车购置费${year}年度决算数${final('vehicle_purchase')}，比${year}年度年初预算数${t.money('vehicle_purchase', pair('vehicle_purchase')[0], 'budget')}${t.change('vehicle_purchase', pair('vehicle_purchase')[1], pair('vehicle_purchase')[0], '_on_budget')}。${year}年度购置（更新）${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}，车均购置费17.65万元。公务用车运行维护费${year}年度决算数${final('vehicle_operation')}，比${year}年度年初预算数${t.money('vehicle_operation', pair('vehicle_operation')[0], 'budget')}${t.change('vehicle_operation', pair('vehicle_operation')[1], pair('vehicle_operation')[0], '_on_budget')}。${year}年度公务用车保有量${keptCars()}，车均运行维护费2.19万元。`,
      ),
    ],
    // Hunan, Hubei
    () => [
      text(
        `“三公”经费财政拨款支出预算为${t.money('total', planned, 'budget')}，支出决算为${final('total')}${done('total')}，其中：`,
      ),
      ...ITEMS.map(([key, names]) =>
        text(
          `${t.pick(names).replace(/支出$/, '')}支出预算为${t.money(key, pair(key)[0], 'budget')}，支出决算为${final(key)}${done(key)}，决算数${than(key, ['小于', '等于', '大于'])}预算数的主要原因是据实列支，与上年相比${t.change(key, pair(key)[1], t.prior(key, pair(key)[1]))}${t.reason()}`,
        ),
      ),
      text(
        `公务接待费支出决算为${final('reception')}，全年共接待来访团组${t.count('reception', 'groups', batches, '个')}、来宾${t.count('reception', 'persons', guests, '人次')}，主要是上级部门检查发生的接待支出。`,
      ),
      text(
        `公务用车购置费及运行维护费支出决算为${final('vehicle')}，其中：公务用车购置费${final('vehicle_purchase')}，更新公务用车${t.count('vehicle_purchase', 'vehicles_bought', bought, '辆')}。公务用车运行维护费${final('vehicle_operation')}，主要是油料、维修、保险支出，截止${year}年12月31日，我单位开支财政拨款的公务用车保有量为${keptCars()}。`,
      ),
    ],
  ];
  return [
    heading(
      t.pick([
        '七、财政拨款“三公”经费支出决算情况说明',
        '七、“三公”经费财政拨款支出决算情况说明',
        '七、一般公共预算财政拨款“三公”经费支出决算情况说明',
      ]),
    ),
    ...t.pick(variants)(),
  ];
}

function funds(t) {
  const { account, year } = t;
  const of = (budget, name, at, keys) => {
    const [brought, got, spent, carried] = [
      account.brought(budget),
      account.received(budget),
      account.spent(budget),
      account.carried(budget),
    ];
    const head = heading(
      t.pick([
        `${at}、${name}财政拨款收入支出决算情况说明`,
        `${at}、${name}财政拨款支出决算情况说明`,
        `${at}、${name}支出决算情况说明`,
      ]),
    );
    if (spent === 0 && got === 0)
      return [
        head,
        text(
          t.pick([
            () => `本${account.kind}${year}年度没有${name}财政拨款收入，也没有使用${name}安排的支出。`,
            () => `${year}年度${name}财政拨款支出${t.money(`${keys}_expenditure`, 0)}。`,
          ])(),
        ),
      ];
    const variants = [
      () =>
        text(
          `${year}年度${name}财政拨款年初结转和结余${t.money('opening', brought)}，本年收入${t.money(`revenue_total|${keys}_revenue`, got)}，本年支出${t.money(`expenditure_total|${keys}_expenditure`, spent)}，年末结转和结余${t.money('closing', carried)}。`,
        ),
      () =>
        text(
          `${year}年度${name}财政拨款支出${t.money(`${keys}_expenditure`, spent)}，占本年支出的${t.share(`${keys}_expenditure`, spent, account.expenditure)}。与上年相比，${name}财政拨款支出${t.change(`${keys}_expenditure`, spent, t.prior(keys, spent))}${t.reason()}`,
        ),
      () =>
        text(
          `${year}年度${name}财政拨款收入${t.money(`${keys}_revenue`, got)}，${t.changed(`${keys}_revenue`, got)}${t.reason()}本年支出${t.money(`expenditure_total|${keys}_expenditure`, spent)}，${t.changed(`expenditure_total|${keys}_expenditure`, spent, keys)}${t.reason()}`,
        ),
    ];
    return [head, t.pick(variants)()];
  };
  return [...of('fund', '政府性基金预算', '八', 'fund'), ...of('capital', '国有资本经营预算', '九', 'capital')];
}

function others(t) {
  const { account, year } = t;
  const { goods, works, services, small } = account.procurement;
  const total = goods + works + services;
  const micro = Math.round(small * 0.6);
  const { operating } = account;
  const bought = t.pick([
    () =>
      `${year}年度政府采购支出总额${t.money('total', total)}，其中：政府采购货物支出${t.money('goods', goods)}、政府采购工程支出${t.money('works', works)}、政府采购服务支出${t.money('services', services)}。授予中小企业合同金额${t.money('sme', small)}，占政府采购支出总额的${t.share('sme', small, total)}，其中：授予小微企业合同金额${t.money('micro', micro)}，占${t.pick(['政府采购支出总额', '授予中小企业合同金额'])}的${''}`,
    () =>
      `${year}年度，${account.department}政府采购支出总额${t.money('total', total)}，其中：政府采购货物支出${t.money('goods', goods)}，占政府采购支出总额的${t.share('goods', goods, total)}；政府采购工程支出${t.money('works', works)}，占政府采购支出总额的${t.share('works', works, total)}；政府采购服务支出${t.money('services', services)}，占政府采购支出总额的${t.share('services', services, total)}。`,
    () =>
      `本${account.kind}${year}年度政府采购支出总额${t.money('total', total)}，其中：政府采购货物支出${t.money('goods', goods)}、政府采购工程支出${t.money('works', works)}、政府采购服务支出${t.money('services', services)}。主要用于采购办公设备等。`,
  ])();
  const ended = bought.endsWith('的');
  const wholeOf = /授予中小企业合同金额的$/.test(bought) ? small : total;
  const procurement = ended ? `${bought}${t.share('micro', micro, wholeOf)}。` : bought;
  const cars = Object.entries(account.vehicles);
  const all = sum(cars.map(([, count]) => count));
  const kinds = t.chance(0.3) ? [['副部(省)级及以上领导用车', 0], ['主要负责人用车', 0], ...cars] : cars;
  const each = () => kinds.map(([name, count]) => `${name}${t.count(name, 'count', count, '辆')}`).join('、');
  const assets = t.pick([
    () =>
      `截至${year}年12月31日，本${account.kind}共有车辆${t.count('vehicles', 'count', all, '辆')}，其中：${each()}。单价100万元（含）以上设备（不含车辆）${t.count('equipment_over_100', 'count', 0, '台（套）')}。`,
    () =>
      `截至${year}年12月31日，${account.department}共有车辆${t.count('vehicles', 'count', all, '辆')}，其中，${each()}；单位价值50万元以上通用设备${t.count('general_equipment_over_50', 'count', 1, '台（套）')}，单位价值100万元以上专用设备${t.count('special_equipment_over_100', 'count', 2, '台（套）')}。`,
    () =>
      `截至${year}年12月31日，本${account.kind}占用房屋面积2,345.00平方米，共有车辆${t.count('vehicles', 'count', all, '辆')}，其中：${each()}。`,
  ])();
  const cost = t.pick([
    () =>
      `${year}年度机关运行经费支出${t.money('operating_cost', operating)}，${t.changed('operating_cost', operating)}${t.reason()}`,
    () =>
      `${year}年度本${account.kind}机关运行经费支出${t.money('operating_cost', operating)}（与部门决算中行政单位和参照公务员法管理事业单位一般公共预算财政拨款基本支出中公用经费之和保持一致），${t.changed('operating_cost', operating)}${t.reason()}`,
    () =>
      `${account.department}机关运行经费支出${t.money('operating_cost', operating)}，比年初预算数${t.change('operating_cost', operating, Math.round(operating * 1.04), '_on_budget')}。`,
  ]);
  const style = t.pick(['run in', 'paragraphs', 'headings']);
  const matters = [
    ...(account.kind === '部门' ? [['机关运行经费支出情况', cost()]] : []),
    ['政府采购支出情况', procurement],
    ['国有资产占用情况', assets],
  ];
  const end = '、其他重要事项的情况说明';
  if (style === 'headings')
    return matters.flatMap(([name, words], at) => [heading(`${['十', '十一', '十二'][at]}、${name}说明`), text(words)]);
  return [
    heading(`十${end}`),
    ...matters.flatMap(([name, words], at) =>
      style === 'run in'
        ? [text(`（${'一二三'[at]}）${name}。${words}`)]
        : [text(`（${'一二三'[at]}）${name}`), text(words)],
    ),
  ];
}

/** The blocks of the 决算情况说明; what they say is in `t.truth` then. */
export const told = (t) =>
  setBy(t, [
    ...overall(t),
    ...revenue(t),
    ...expenditure(t),
    ...appropriation(t),
    ...general(t),
    ...basic(t),
    ...threePublic(t),
    ...funds(t),
    ...others(t),
  ]);

/** How a hand at a keyboard sets it: spaces around numbers, half-width marks. */
function setBy(t, blocks) {
  const [spaces, marks] = [t.chance(0.15), t.chance(0.1)];
  return blocks.map(({ kind, text: words }) => {
    let own = words;
    if (marks)
      own = own
        .replaceAll('，', ',')
        .replaceAll('：', ':')
        .replaceAll('；', ';')
        .replaceAll('（', '(')
        .replaceAll('）', ')');
    if (spaces && kind === 'text') own = own.replace(/(?<=\p{Script=Han})(?=\d)|(?<=[\d%])(?=\p{Script=Han})/gu, ' ');
    return { kind, text: own };
  });
}
