// 收入支出决算总体情况, 收入, 支出, and 财政拨款收入支出.
import { sum } from '../../samples/make/money.mjs';
import { heading, text } from './telling.mjs';

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

export function overall(t) {
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

export function revenue(t) {
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

export function expenditure(t) {
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

export function appropriation(t) {
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
