// The funds, 机关运行经费, 政府采购 and 国有资产.
import { sum } from '../../samples/make/money.mjs';
import { heading, text } from './telling.mjs';

export function funds(t) {
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

export function others(t) {
  const { account, year } = t;
  const { goods, works, services, small } = account.procurement;
  const total = goods + works + services;
  const micro = Math.round(small * 0.6);
  const { operating } = account;
  const procurement = t.pick([
    () => {
      const [words, whole] = t.pick([
        ['政府采购支出总额', total],
        ['授予中小企业合同金额', small],
      ]);
      return (
        `${year}年度政府采购支出总额${t.money('total', total)}，其中：政府采购货物支出${t.money('goods', goods)}、政府采购工程支出${t.money('works', works)}、` +
        `政府采购服务支出${t.money('services', services)}。授予中小企业合同金额${t.money('sme', small)}，占政府采购支出总额的${t.share('sme', small, total)}，` +
        `其中：授予小微企业合同金额${t.money('micro', micro)}，占${words}的${t.share('micro', micro, whole)}。`
      );
    },
    () =>
      `${year}年度，${account.department}政府采购支出总额${t.money('total', total)}，其中：政府采购货物支出${t.money('goods', goods)}，占政府采购支出总额的${t.share('goods', goods, total)}；政府采购工程支出${t.money('works', works)}，占政府采购支出总额的${t.share('works', works, total)}；政府采购服务支出${t.money('services', services)}，占政府采购支出总额的${t.share('services', services, total)}。`,
    () =>
      `本${account.kind}${year}年度政府采购支出总额${t.money('total', total)}，其中：政府采购货物支出${t.money('goods', goods)}、政府采购工程支出${t.money('works', works)}、政府采购服务支出${t.money('services', services)}。主要用于采购办公设备等。`,
  ])();
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
