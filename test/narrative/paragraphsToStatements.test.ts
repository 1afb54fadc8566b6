import { describe, expect, test } from '@jest/globals';
import { paragraphsToStatements } from '../../src/narrative/paragraphsToStatements.js';
import { paragraphsOf } from './text.js';

/** Every statement as one line: kind subject measure value unit. */
const read = (heading: string, ...texts: string[]): string[] =>
  paragraphsToStatements(paragraphsOf([heading, ...texts]), 2024).statements.map(
    (s) => `${s.statement} ${s.subject} ${s.measure} ${s.value} ${s.unit}`,
  );

describe('wordings of the regions', () => {
  test('totals and changes', () => {
    expect(
      read(
        '一、收入支出决算总体情况说明',
        '2024年度收、支总计均为1,234.56万元。与2023年度相比，收、支总计各增加100.00万元，增长8.81%。',
      ),
    ).toEqual([
      'N1 balance_grand amount 1234.56 万元',
      'N3 balance_grand increase 100.00 万元',
      'N3 balance_grand increase_rate 8.81 %',
    ]);
    expect(
      read(
        '一、收支决算总体情况说明',
        '某局2024年度收入支出总计2995.39万元。与上年相比，收入支出总计减少56.95万元，下降1.87%。',
      ),
    ).toEqual([
      'N1 balance_grand amount 2995.39 万元',
      'N3 balance_grand decrease 56.95 万元',
      'N3 balance_grand decrease_rate 1.87 %',
    ]);
  });

  test('a unit that is not printed: 元 behind 万, noughts, amounts, shares', () => {
    const general = '五、一般公共预算财政拨款支出决算情况说明';
    expect(read(general, '主要用于以下方面：“教育”10.00万元，占76.23；卫生健康支出（类）3.12万元，占23.77%。')).toEqual(
      ['N4 205 amount 10.00 万元', 'N4 205 share 76.23 ', 'N4 210 amount 3.12 万元', 'N4 210 share 23.77 %'],
    );
    const item = '教育支出/进修及培训/培训支出';
    expect(read(general, '1.教育支出（类）进修及培训（款）培训支出（项）。年初预算为0，支出决算为4.19。')).toEqual([
      `N6 ${item} budget 0 `,
      `N5 ${item} amount 4.19 `,
    ]);
    expect(
      read('七、“三公”经费支出决算情况说明', '其中：国内公务接待支出0.40万（含外宾接待支出0万元）。服务群众5万人次。'),
    ).toEqual(['N8 reception_domestic amount 0.40 万元', 'N8 reception_foreign amount 0 万元']);
    expect(read(general, '支出功能分类科目2024，共3类，占地5。')).toEqual([]);
  });

  test('Guangdong: a change on a year before the last one is none on the last one', () => {
    expect(
      read(
        '七、“三公”经费支出决算情况说明',
        '“三公”经费支出决算为62.07万元，比上年决算数增加38.97万元，增长168.7%；比2019年（疫情前）决算数减少24.87万元，降低28.6%。',
      ),
    ).toEqual([
      'N8 total amount 62.07 万元',
      'N8 total increase 38.97 万元',
      'N8 total increase_rate 168.7 %',
      'N8 total decrease_on_earlier 24.87 万元',
      'N8 total decrease_rate_on_earlier 28.6 %',
    ]);
  });

  test('会议费 and 培训费: of the department, not of a journey', () => {
    expect(
      read('十、一般性支出情况说明', '2024年本部门开支会议费5.00万元，人数200人；开支培训费3.00万元，人数120人。'),
    ).toEqual(['N8 meeting amount 5.00 万元', 'N8 training amount 3.00 万元']);
    expect(
      read(
        '九、财政拨款“三公”经费支出决算情况说明',
        '1.因公出国（境）费支出决算为5.20万元。其中：住宿费1.20万元、旅费3.00万元、培训费1.00万元。',
      ),
    ).toEqual(['N8 overseas amount 5.20 万元']);
  });

  test('Zhejiang: the funds that a sum is of are no budgets', () => {
    expect(
      read(
        '二、收入决算情况说明',
        '财政拨款收入4,000.00万元（其中一般公共预算3,900.00万元，政府性基金预算100.00万元），占收入合计97.56%。',
      ),
    ).toEqual([
      'N2 appropriation_revenue amount 4000.00 万元',
      'N2 general_revenue amount 3900.00 万元',
      'N2 fund_revenue amount 100.00 万元',
      'N2 appropriation_revenue share 97.56 %',
    ]);
  });

  test('Hebei: 本年支出 behind the revenue of a fund is of that fund', () => {
    const heading = '四、财政拨款收入支出决算总体情况说明';
    expect(
      read(
        heading,
        '1.一般公共预算财政拨款本年收入5,880.00万元，主要是压减；本年支出5,930.00万元，比上年减少140.00万元，降低2.31%。',
        '1.一般公共预算财政拨款本年收入完成年初预算104.07%，主要是追加；支出完成年初预算104.96%，比年初预算增加280.00万元。',
        '本部门2024年度财政拨款本年收入5,900.00万元；本年支出5,950.00万元。',
      ),
    ).toEqual([
      'N2 general_revenue amount 5880.00 万元',
      'N11 general_expenditure amount 5930.00 万元',
      'N3 general_expenditure decrease 140.00 万元',
      'N3 general_expenditure decrease_rate 2.31 %',
      'N6 general_revenue completion 104.07 %',
      'N6 general_expenditure completion 104.96 %',
      'N3 general_expenditure increase_on_budget 280.00 万元',
      'N2 appropriation_revenue amount 5900.00 万元',
      'N2 appropriation_expenditure amount 5950.00 万元',
    ]);
    expect(read('一、收支情况', '本年收入9.00万元，其中：财政拨款收入8.00万元；本年支出7.00万元。')[2]).toBe(
      'N2 expenditure_total amount 7.00 万元',
    );
  });

  test('Jiangxi: vehicles behind the reasons of a change', () => {
    expect(
      read(
        '五、财政拨款“三公”经费支出决算情况说明',
        '公务用车运行维护费支出决算数为17.00万元，较2023年减少1.00万元，主要原因是报废2辆，年末公务用车保有6辆。',
      ),
    ).toEqual([
      'N8 vehicle_operation amount 17.00 万元',
      'N8 vehicle_operation decrease 1.00 万元',
      'N8 vehicle_operation vehicles_kept 6 辆',
    ]);
  });

  test('a Chinese comma between digits in threes separates them; a number cut by it otherwise is none', () => {
    const heading = '二、收入决算情况说明';
    expect(
      read(heading, '收入合计17，589.42万元，其中：财政拨款收入7，589.42万元，占43.15%；其他收入10，000.00万元。'),
    ).toEqual([
      'N2 revenue_total amount 17589.42 万元',
      'N2 appropriation_revenue amount 7589.42 万元',
      'N2 appropriation_revenue share 43.15 %',
      'N2 other amount 10000.00 万元',
    ]);
    expect(read(heading, '收入合计17，58.42万元。')).toEqual([]);
  });

  test('a section whose part has no heading that can be read', () => {
    const said = ['N7 basic amount 10.00 万元'];
    const prose = '基本支出10.00万元。';
    expect(read('第一部分 某局概况', '六、基本支出决算情况说明', prose)).toEqual(said);
    expect(read('第二部分 2024年度部门决算表', '六、基本支出决算情况说明', prose)).toEqual(said);
    expect(read('第四部分 名词解释', '六、基本支出决算情况说明', prose)).toEqual([]);
    expect(read('第一部分 某局概况', '六、基本支出', prose)).toEqual([]);
  });

  test('Gansu: 本单位收入, and by how much an amount is greater than its budget', () => {
    expect(
      read('（一）收入决算情况。', '2024年度，本单位收入为10.00万元，其中：财政拨款收入9.00万元，占90.00%。'),
    ).toEqual([
      'N2 revenue_total amount 10.00 万元',
      'N2 appropriation_revenue amount 9.00 万元',
      'N2 appropriation_revenue share 90.00 %',
    ]);
    expect(
      read(
        '三、一般公共预算财政拨款支出决算情况',
        '1.教育支出10.00万元，完成年初预算125.00%，决算数大于预算数2.00万元，主要原因：追加。',
      ),
    ).toEqual(['N4 205 amount 10.00 万元', 'N6 205 completion 125.00 %', 'N3 205 increase_on_budget 2.00 万元']);
  });

  test('the department as a whole and its projects are evaluated apart', () => {
    expect(
      read(
        '十五、预算绩效评价工作开展情况',
        '组织对5个项目开展绩效自评价，涉及财政性资金合计10.00万元；开展单位整体支出绩效自评价，涉及财政性资金合计30.00万元。',
      ),
    ).toEqual([
      'N12 self_evaluation count 5 个',
      'N12 self_evaluation amount 10.00 万元',
      'N12 overall amount 30.00 万元',
    ]);
  });

  test('the items of basic expenditure with their amounts; a list with one amount says nothing of its last item', () => {
    const heading = '六、一般公共预算财政拨款基本支出决算情况说明';
    expect(read(heading, '人员经费30.00万元，主要包括：基本工资20.00万元、津贴补贴10.00万元。')).toEqual([
      'N7 personnel amount 30.00 万元',
      'N7 30101 amount 20.00 万元',
      'N7 30102 amount 10.00 万元',
    ]);
    expect(read(heading, '公用经费5.00万元，包括办公费、印刷费、水费5.00万元，办公设备购置1.00万元。')).toEqual([
      'N7 public_funds amount 5.00 万元',
    ]);
  });

  test('what brackets say holds inside them only', () => {
    expect(
      read(
        '四、“三公”经费支出决算情况说明',
        '国内公务接待共30批次（其中外事接待26批次），579人次（其中外事接待500人次）。',
      ),
    ).toEqual([
      'N8 reception_domestic batches 30 批次',
      'N8 reception_foreign batches 26 批次',
      'N8 reception_domestic persons 579 人次',
      'N8 reception_foreign persons 500 人次',
    ]);
  });

  test('two items with one amount are none of the two', () => {
    const both = '2.卫生健康（类）行政事业单位医疗（款）行政单位医疗（项）、事业单位医疗（项）：支出决算为109.34万元。';
    expect(read('五、一般公共预算财政拨款支出决算情况说明', both)).toEqual([
      'N5 卫生健康/行政事业单位医疗/行政单位医疗、事业单位医疗 amount 109.34 万元',
    ]);
  });

  test('Shanghai: funds in one sentence, who goes with guests, what an amount came to, procurement from the others', () => {
    expect(
      read(
        '八、政府性基金预算财政拨款收入支出决算情况说明',
        '政府性基金预算财政拨款收入105.00万元，支出收入105.00万元，支出具体情况如下：',
      ),
    ).toEqual(['N2 fund_revenue amount 105.00 万元', 'N2 fund_expenditure amount 105.00 万元']);
    const visits = '七、“三公”经费支出决算情况说明';
    expect(read(visits, '国内公务接待支出0.30万元。接待批次1次、接待15人次、陪同5人。')).toEqual([
      'N8 reception_domestic amount 0.30 万元',
      'N8 reception_domestic batches 1 次',
      'N8 reception_domestic persons 15 人次',
    ]);
    expect(
      read(visits, '“三公”经费支出决算数比2023年度减增加2.00万元；公务接待费支出决算减少为0.00万元，与2023年持平。'),
    ).toEqual(['N8 total increase 2.00 万元', 'N8 reception amount 0.00 万元']);
    expect(
      read(
        '（二）政府采购支出情况',
        '由中小企业供应商中标或成交的，采购金额7.00万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额1.00万元。',
      ),
    ).toEqual(['N9 sme_awarded amount 7.00 万元', 'N9 sme_awarded_others amount 1.00 万元']);
  });

  test('sources with shares; a bracket inside takes nothing away', () => {
    expect(
      read(
        '二、收入决算情况说明',
        '2024年度收入合计1,234.56万元。其中：财政拨款收入1,200.00万元，占总收入的97.20%；事业收入0.00万元（含教育收费0.00万元），占总收入的0.00%。与上年相比，收入合计减少50.00万元，下降3.89%。',
      ),
    ).toEqual([
      'N2 revenue_total amount 1234.56 万元',
      'N2 appropriation_revenue amount 1200.00 万元',
      'N2 appropriation_revenue share 97.20 %',
      'N2 business amount 0.00 万元',
      'N2 business share 0.00 %',
      'N3 revenue_total decrease 50.00 万元',
      'N3 revenue_total decrease_rate 3.89 %',
    ]);
  });

  test('items with their budget in the next sentence, in the next paragraph, behind a colon, and named level by level', () => {
    const heading = '五、一般公共预算财政拨款支出决算情况说明';
    const item = '教育支出/进修及培训/培训支出';
    const both = [`N6 ${item} budget 180.61 万元`, `N5 ${item} amount 180.03 万元`, `N6 ${item} completion 99.68 %`];
    const words = '年初预算为180.61万元，支出决算为180.03万元，完成年初预算的99.68%。';
    expect(read(heading, `1.教育支出（类）进修及培训（款）培训支出（项）。主要用于：培训。${words}`)).toEqual(both);
    expect(read(heading, '1.教育支出（类）进修及培训（款）培训支出（项）。', words)).toEqual(both);
    expect(
      read(heading, '1.教育支出（类）进修及培训（款）培训支出（项）:支出决算为180.03万元，完成预算99.68%。'),
    ).toEqual(both.slice(1));
    expect(
      read(
        heading,
        '1．教育支出（类）',
        '（1）进修及培训（款）',
        '①培训支出（项）。年初预算为180.61万元，支出决算为180.03万元，完成年初预算的99.68%。',
      ),
    ).toEqual(both);
    expect(read(heading, '“教育支出”（类）2024年度决算30.50万元，比2024年年初预算减少1.50万元，下降4.69%。')).toEqual([
      'N4 205 amount 30.50 万元',
      'N3 205 decrease_on_budget 1.50 万元',
      'N3 205 decrease_rate_on_budget 4.69 %',
    ]);
  });

  test('Fujian: 项 with their codes', () => {
    expect(
      read(
        '二、一般公共预算财政拨款支出决算情况说明',
        '（一）2012601行政运行30.00万元，较上年决算数增加2.00万元，增长7.14%。',
        '（二）2089999其他社会保障和就业支出4.36万元。2024年支出208万元。',
      ),
    ).toEqual([
      'N5 一般公共服务支出/档案事务/行政运行 amount 30.00 万元',
      'N3 一般公共服务支出/档案事务/行政运行 increase 2.00 万元',
      'N3 一般公共服务支出/档案事务/行政运行 increase_rate 7.14 %',
      'N5 社会保障和就业支出/其他社会保障和就业支出/其他社会保障和就业支出 amount 4.36 万元',
    ]);
  });

  test('Anhui: what follows 财政拨款收入总计 is of 财政拨款 too', () => {
    expect(
      read(
        '四、财政拨款收入支出决算总体情况说明',
        '2024年度财政拨款收入总计30.00万元（含年初财政拨款结转和结余），支出总计30.00万元。',
      ),
    ).toEqual(['N1 appropriation_grand amount 30.00 万元', 'N1 appropriation_grand amount 30.00 万元']);
  });

  test('a change behind a long apposition is of the subject before it', () => {
    expect(
      read(
        '二、支出决算情况说明',
        '1.一般公共服务（类）支出10685.56万元，主要用于开展活动所发生的基本支出和项目支出，比2023年度决算数增加241.21万元，增长2.31%。',
      ),
    ).toEqual(['N4 201 amount 10685.56 万元', 'N3 201 increase 241.21 万元', 'N3 201 increase_rate 2.31 %']);
  });

  test('三公: items, counts, 保有量', () => {
    expect(
      read(
        '七、财政拨款“三公”经费支出决算情况说明',
        '1.因公出国（境）费支出4.69万元，完成预算的15.63%。全年安排因公出国（境）团组1个、累计2人次。',
        '2.公务用车运行维护费支出8.00万元。更新购置公务用车0辆，其中：轿车0辆。年末公务用车保有量为3辆。',
        '3.国内公务接待20批次（其中：外事接待0批次），接待人次150人（其中：外事接待人次0人），共计支出2.00万元。',
      ),
    ).toEqual([
      'N8 overseas amount 4.69 万元',
      'N8 overseas completion 15.63 %',
      'N8 overseas groups 1 个',
      'N8 overseas persons 2 人次',
      'N8 vehicle_operation amount 8.00 万元',
      'N8 vehicle_purchase vehicles_bought 0 辆',
      'N8 vehicle_operation vehicles_kept 3 辆',
      'N8 reception_domestic batches 20 批次',
      'N8 reception_foreign batches 0 批次',
      'N8 reception_domestic persons 150 人',
      'N8 reception_foreign persons 0 人',
    ]);
  });

  test('三公: what the visits cost, Chongqing’s 公务车, visits of groups that are not foreign', () => {
    expect(
      read(
        '七、财政拨款“三公”经费支出决算情况说明',
        '国内公务接待12批次，86人次（不包括陪同人员），共计支出1.84万元。',
        '公务车购置费0.00万元。公务车运行维护费8.75万元，费用支出较年初预算数减少3.85万元，下降30.56%。',
        '公务接待费支出决算为1.84万元，全年共接待来访团组9个、来宾98人次。',
      ),
    ).toEqual([
      'N8 reception_domestic batches 12 批次',
      'N8 reception_domestic persons 86 人次',
      'N8 reception_domestic amount 1.84 万元',
      'N8 vehicle_purchase amount 0.00 万元',
      'N8 vehicle_operation amount 8.75 万元',
      'N8 vehicle_operation decrease_on_budget 3.85 万元',
      'N8 vehicle_operation decrease_rate_on_budget 30.56 %',
      'N8 reception amount 1.84 万元',
      'N8 reception groups 9 个',
      'N8 reception persons 98 人次',
    ]);
  });

  test('Beijing: the budget that a change is on names the item again', () => {
    expect(
      read(
        '七、“三公”经费财政拨款决算情况',
        '“三公”经费决算数65.15万元，比2024年度“三公”经费财政拨款年初预算73.00万元减少7.85万元。',
      ),
    ).toEqual(['N8 total amount 65.15 万元', 'N8 total budget 73.00 万元', 'N8 total decrease_on_budget 7.85 万元']);
  });

  test('Hunan: a comparison of its own ends the reasons before it', () => {
    expect(
      read(
        '七、“三公”经费财政拨款决算情况',
        '公务接待费支出决算为1.84万元，决算数小于预算数的主要原因是少接待5.00万元，与上年相比减少0.16万元，下降8.00%。',
      ).slice(1),
    ).toEqual(['N8 reception decrease 0.16 万元', 'N8 reception decrease_rate 8.00 %']);
  });

  test('procurement, vehicles by kind, equipment by its price', () => {
    expect(
      read(
        '（二）政府采购支出情况',
        '政府采购支出总额300.00万元，其中：政府采购货物支出100.00万元、政府采购服务支出200.00万元。授予中小企业合同金额240.00万元，占政府采购支出总额的80.00%。',
      ),
    ).toEqual([
      'N9 total amount 300.00 万元',
      'N9 goods amount 100.00 万元',
      'N9 services amount 200.00 万元',
      'N9 sme amount 240.00 万元',
      'N9 sme share 80.00 %',
    ]);
    expect(
      read(
        '（三）国有资产占用情况',
        '截至2024年12月31日，共有车辆10辆，其中：机要通信用车1辆、一般公务用车9辆；单价50万元以上通用设备2台（套），单价100万元以上专用设备3台（套）。',
      ),
    ).toEqual([
      'N10 vehicles count 10 辆',
      'N10 机要通信用车 count 1 辆',
      'N10 一般公务用车 count 9 辆',
      'N10 general_equipment_over_50 count 2 台(套)',
      'N10 special_equipment_over_100 count 3 台(套)',
    ]);
    expect(
      read(
        '十二、国有资产占用及购置情况说明',
        '2024年当年购置车辆1辆，报废车辆2辆；购置单价100万元（含）以上的设备0台（套）；单价100万元（含）以上的设备2台（套），比上年增加1台（套）。',
      ),
    ).toEqual([
      'N10 vehicles vehicles_bought 1 辆',
      'N10 equipment_over_100 bought 0 台(套)',
      'N10 equipment_over_100 count 2 台(套)',
    ]);
  });
});

describe('what is no statement', () => {
  test.each([
    ['a number among reasons', '三、支出决算情况说明', '主要原因是增加项目支出500.00万元。'],
    [
      'a sum of several',
      '三、支出决算情况说明',
      '上缴上级支出、经营支出、对附属单位补助支出共3.00万元，占总支出的1.00%。',
    ],
    ['a bound of scores', '（四）预算绩效情况说明', '自评得分90分以上、80分至90分的项目都有。'],
    ['a definition', '第四部分 名词解释', '基本支出：指每月不超过3.00万元的基本支出3.00万元。'],
    ['duties', '一、部门职责', '管理基本支出3.00万元。'],
    ['a placeholder', '三、支出决算情况说明', '本年支出合计XXX万元，占XX%。'],
    [
      'what each person costs',
      '七、“三公”经费财政拨款决算情况',
      '人均因公出国（境）费用0.28万元；车均运行维护费1.20万元。',
    ],
    ['Yunnan: a kind of projects', '三、支出决算情况说明', '其中：基本建设类项目支出0.00元。'],
    ['a part of an amount without a name', '二、收入决算情况说明', '其中利息12.00万元，占3.00%。'],
  ])('%s', (_what, heading, text) => {
    expect(read(heading, text)).toEqual([]);
  });

  test.each([
    '主要是信息化项目增加12.35万元。',
    '主要原因：（1）人员增加50.00万元；（2）项目增加101.55万元。',
    '主要原因：一是新增人员，增加18.20万元；二是新增项目，增加120.00万元。三是补缴以前年度费用，增加1.00万元。',
  ])('reasons behind a change: %s', (reasons) => {
    expect(
      read('三、支出决算情况说明', `支出合计300.00万元，比上年增加151.55万元，增长102.09%，${reasons}`).slice(1),
    ).toEqual(['N3 expenditure_total increase 151.55 万元', 'N3 expenditure_total increase_rate 102.09 %']);
  });

  test.each(['。', '；'])('reasons end before the next of a list: %s', (stop) => {
    const list = `1.财政拨款收入290.00万元，减少的主要原因是压减支出5.00万元${stop}2.其他收入10.00万元，占3.33%。`;
    expect(read('二、收入决算情况说明', list)).toEqual([
      'N2 appropriation_revenue amount 290.00 万元',
      'N2 other amount 10.00 万元',
      'N2 other share 3.33 %',
    ]);
  });

  test('the amount of another year is told apart', () => {
    expect(read('三、支出决算情况说明', '2023年度基本支出3.00万元。')).toEqual(['N2 basic prior 3.00 万元']);
  });
});

test('the place is that of the number alone, the sentence is whole', () => {
  const text = '本年收入合计12.50万元。其他收入6.2万元。';
  const [, other] = paragraphsToStatements(paragraphsOf(['二、收入决算情况说明', text]), 2024).statements;
  const at = text.indexOf('6.2');
  expect(other!.sentence).toBe('其他收入6.2万元。');
  expect(other!.places).toEqual([{ page: 1, reader: 'pdfium', box: [50 + 10 * at, 70, 80 + 10 * at, 80] }]);
});
