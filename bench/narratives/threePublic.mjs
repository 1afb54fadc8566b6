// “三公”经费.
import { sum, wan } from '../../samples/make/money.mjs';
import { heading, text } from './telling.mjs';

const ITEMS = [
  ['overseas', ['因公出国（境）费', '因公出国（境）费用', '因公出国（境）经费', '因公出国（境）支出']],
  ['vehicle', ['公务用车购置及运行费', '公务用车购置及运行维护费', '公务用车购置及运行维护费支出']],
  ['reception', ['公务接待费', '公务接待费', '公务接待费支出']],
];

export function threePublic(t) {
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
