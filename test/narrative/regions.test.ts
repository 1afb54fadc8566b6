import { describe, expect, test } from '@jest/globals';
import { paragraphsToStatements } from '../../src/narrative/paragraphsToStatements.js';
import { paragraphsOf } from './text.js';

/** Every statement as one line: subject measure value. */
const read = (...texts: string[]): string[] =>
  paragraphsToStatements(paragraphsOf(texts), 2024).statements.map((s) => `${s.subject} ${s.measure} ${s.value}`);

describe('Inner Mongolia', () => {
  test('收入决算合计, 支出决算合计 and 机构运行经费', () => {
    expect(read('二、收入决算情况说明', '2024年度收入决算合计9.00万元。')).toEqual(['revenue_total amount 9.00']);
    expect(read('三、支出决算情况说明', '2024年度支出决算合计8.00万元。')).toEqual(['expenditure_total amount 8.00']);
    expect(
      read('十二、机构运行经费支出决算情况说明', '机构运行经费支出决算7.00万元，比上年决算减少1.00万元。'),
    ).toEqual(['operating_cost amount 7.00', 'operating_cost decrease 1.00']);
  });

  test('behind the parts of a sentence the next one speaks of the whole', () => {
    const heading = '五、一般公共预算支出决算情况说明';
    expect(
      read(
        heading,
        '一般公共预算财政拨款支出决算9.00万元，其中：基本支出6.00万元，项目支出3.00万元。与年初预算10.00万元相比，完成年初预算的90.00%。',
      ),
    ).toEqual([
      'general_expenditure amount 9.00',
      'basic amount 6.00',
      'project amount 3.00',
      'general_expenditure budget 10.00',
      'general_expenditure completion 90.00',
    ]);
    // One part alone may be what the next sentence goes on with.
    expect(
      read(
        '七、财政拨款“三公”经费支出决算情况说明',
        '“三公”经费支出2.00万元，其中：公务接待费1.00万元。比上年减少1.00万元。',
      ).at(-1),
    ).toBe('reception decrease 1.00');
  });

  test('the classes of what projects cost are none of basic expenditure', () => {
    const said = '一般公共预算财政拨款项目支出决算5.00万元，其中：商品和服务支出4.00万元，资本性支出1.00万元。';
    expect(read('七、一般公共预算项目支出决算情况说明', said)).toEqual(['project amount 5.00']);
  });
});

describe('Xinjiang', () => {
  test('预决算差异率 is by how much more or, with a sign, less was spent than the budget', () => {
    expect(
      read(
        '七、财政拨款“三公”经费支出决算情况说明',
        '“三公”经费支出全年预算数4.00万元，决算数3.00万元，预决算差异率-25.00%，主要原因是：厉行节约。',
      ),
    ).toEqual(['total budget 4.00', 'total amount 3.00', 'total increase_rate_on_budget -25.00']);
  });

  test('财政拨款收入支出总体 are both', () => {
    const said = '财政拨款收入支出总体与上年相比，增加1.00万元，增长10.00%。';
    expect(read('四、财政拨款收入支出决算总体情况说明', said)[0]).toBe('appropriation_grand increase 1.00');
  });
});

describe('Yunnan', () => {
  test('a part that the heading names as a whole is not of what its first section speaks', () => {
    expect(
      read(
        '第四部分其他重要事项及相关口径情况说明',
        '一、机关运行经费支出情况',
        '机关运行经费支出7.00万元。',
        '三、政府采购支出情况',
        '政府采购支出总额2.00万元。',
      ),
    ).toEqual(['operating_cost amount 7.00', 'total amount 2.00']);
  });

  test('one project by its name is not what all projects cost', () => {
    const heading = '三、支出决算情况说明';
    expect(read(heading, '具体项目开支及开展工作情况：生态保护项目支出6.00万元。')).toEqual([]);
    const item =
      '(4)信访事务(款)信访业务(项)9.00万元，主要是信访运行项目支出，信访维稳项目支出等，完成年初预算的90.00%。';
    expect(read('五、一般公共预算财政拨款支出决算情况说明', item)).toEqual([
      '信访事务/信访业务 amount 9.00',
      '信访事务/信访业务 completion 90.00',
    ]);
    for (const whose of ['2024年度', '某市水务局', '一般公共预算安排的', '用于'])
      expect(read(heading, `${whose}项目支出6.00万元。`)).toEqual(['project amount 6.00']);
  });
});

test('收入 and 支出 before a change are those of their section', () => {
  const change = '与2023年度相比，收入增加1.00万元，增长10.00%，支出减少2.00万元，下降20.00%。';
  const subjects = (heading: string): string[] => read(heading, change).map((line) => line.split(' ')[0]!);
  const both = (a: string, b: string): string[] => [a, a, b, b];
  expect(subjects('一、收入支出决算总体情况说明')).toEqual(both('revenue_grand', 'expenditure_grand'));
  expect(subjects('二、收入决算情况说明')).toEqual(both('revenue_total', 'expenditure_total'));
  expect(subjects('五、一般公共预算财政拨款支出决算情况说明')).toEqual(both('general_revenue', 'general_expenditure'));
  const against =
    '收入与2023年决算数相比增加1.00万元，增幅为10.00%；支出与2023年决算数相比，增加2.00万元，增幅为20.00%。';
  expect(read('一、收入支出决算总体情况说明', against).map((line) => line.split(' ')[0])).toEqual(
    both('revenue_grand', 'expenditure_grand'),
  );
  const appropriations = '2024年财政拨款收入总决算9.00万元，支出总决算8.00万元。';
  expect(read('四、财政拨款收入支出决算总体情况说明', appropriations)).toEqual([
    'appropriation_grand amount 9.00',
    'appropriation_grand amount 8.00',
  ]);
  expect(read('一、收入支出决算总体情况说明', '2024年度收入总决算9.00万元，支出总决算9.00万元。')).toEqual([
    'revenue_grand amount 9.00',
    'expenditure_grand amount 9.00',
  ]);
});

test.each([
  '行政单位医疗(2101101)：支出决算1.00万元。',
  '卫生健康支出(210类)行政事业单位医疗(11款)行政单位医疗(01项)支出决算1.00万元。',
  '卫生健康支出(210)行政事业单位医疗(21011)行政单位医疗(2101101)支出决算1.00万元。',
])('items with their codes: %s', (said) => {
  expect(read('五、一般公共预算财政拨款支出决算情况说明', `3.${said}`)).toEqual([
    '卫生健康支出/行政事业单位医疗/行政单位医疗 amount 1.00',
  ]);
});

test('上年决算 is of the year before, and a change behind it is against it', () => {
  const said = '2024年度机关运行经费决算7.00万元，上年决算5.00万元，增加2.00万元，增长40.00%。';
  expect(read('七、机关运行经费', said)).toEqual([
    'operating_cost amount 7.00',
    'operating_cost prior 5.00',
    'operating_cost increase 2.00',
    'operating_cost increase_rate 40.00',
  ]);
});

test('增 and 减 alone', () => {
  expect(
    read('三、支出决算情况说明', '本年支出合计7.00万元，比上年增2.00万元（增长40.00%），其中新增1.00万元。'),
  ).toEqual([
    'expenditure_total amount 7.00',
    'expenditure_total increase 2.00',
    'expenditure_total increase_rate 40.00',
  ]);
});

test('the money of one project, and of the whole department', () => {
  const money = '全年预算4.00万元，实际执行3.00万元，执行率75.00%。';
  expect(read('八、预算绩效情况说明', `2.水体污染防治项目自评得分95分，等级为优。${money}`)).toEqual([
    'self_evaluation score 95',
    'project budget 4.00',
    'project amount 3.00',
    'project completion 75.00',
  ]);
  const whole = read('八、预算绩效情况说明', `部门整体支出${money}`);
  expect(whole.filter((line) => line.startsWith('project '))).toEqual([]);
});

test('总收入、总支出 are both, with what they were the year before in brackets', () => {
  const said = '2024年度总收入、总支出均为9.00万元，较上年（8.00万元）增加1.00万元，增长12.50%。';
  expect(read('一、收入支出决算总体情况说明', said)).toEqual([
    'balance_grand amount 9.00',
    'balance_grand prior 8.00',
    'balance_grand increase 1.00',
    'balance_grand increase_rate 12.50',
  ]);
});

test('vehicles that are counted as 台 are no equipment, and the budget of procurement no expenditure', () => {
  const assets = '共有房屋2栋；车辆7台，其中：一般公务用车2台、执法执勤用车5台；单位价值50万元以上通用设备3台。';
  expect(read('五、国有资产占用情况说明', assets)).toEqual([
    'vehicles count 7',
    '一般公务用车 count 2',
    '执法执勤用车 count 5',
    'general_equipment_over_50 count 3',
  ]);
  expect(read('四、政府采购支出情况', '2024年度政府采购预算6.00万元，政府采购支出总额5.00万元。')).toEqual([
    'total budget 6.00',
    'total amount 5.00',
  ]);
});

describe('Fujian', () => {
  test('2024年收入 opens an item', () => {
    const heading = '一、收入支出决算总体情况说明';
    const said = '（一）2024年收入9.00万元，比2023年决算数增加1.00万元，增长12.50%，具体情况如下：';
    expect(read(heading, said)).toEqual([
      'revenue_total amount 9.00',
      'revenue_total increase 1.00',
      'revenue_total increase_rate 12.50',
    ]);
    expect(read(heading, '1.财政拨款收入9.00万元，其中政府性基金2.00万元，国有资本经营0万元。')).toEqual([
      'appropriation_revenue amount 9.00',
      'fund_revenue amount 2.00',
      'capital_revenue amount 0',
    ]);
  });

  test('“三公” against a budget that its sentence gives', () => {
    const said = [
      '2024年“三公”经费一般公共预算拨款支出3.00万元，比年初预算的4.00万元下降25.00%。',
      '（二）公务用车购置及运行费2.00万元，其中：公务用车购置费0万元；公务用车运行费2.00万元。与年初预算的2.50万元相比，下降20.00%。',
    ];
    expect(read('四、一般公共预算拨款“三公”经费支出决算情况说明', ...said)).toEqual([
      'total amount 3.00',
      'total budget 4.00',
      'total decrease_rate_on_budget 25.00',
      'vehicle amount 2.00',
      'vehicle_purchase amount 0',
      'vehicle_operation amount 2.00',
      'vehicle budget 2.50',
      'vehicle decrease_rate_on_budget 20.00',
    ]);
  });
});

test('决算总额, 上年结转 and 项目经费 alone', () => {
  const said =
    '2024年，我局收入决算总额9.00万元，其中财政拨款收入8.00万元；上年结转1.00万元。同比增加2.00万元、增长28.57%。';
  expect(read('二、收入决算情况说明', said)).toEqual([
    'revenue_grand amount 9.00',
    'appropriation_revenue amount 8.00',
    'opening amount 1.00',
    'revenue_grand increase 2.00',
    'revenue_grand increase_rate 28.57',
  ]);
  expect(read('二、收入决算情况说明', '2024年使用上年结转1.00万元。')).toEqual([]);
  expect(read('三、支出决算情况说明', '3.项目经费6.00万元，占28.88%。')).toEqual([
    'project amount 6.00',
    'project share 28.88',
  ]);
  expect(read('三、支出决算情况说明', '其中：生态保护项目经费6.00万元。')).toEqual([]);
});

describe('behind 其中', () => {
  const heading = '五、一般公共预算财政拨款支出决算情况说明';
  const parts = '其中：基本支出5.00万元，项目支出1.00万元';

  test('stand parts of one item or class, which are not those of the whole', () => {
    for (const one of ['1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。支出决算为', '3.卫生健康支出'])
      expect(read(heading, `${one}6.00万元，${parts}。`).map((line) => line.split(' ').slice(1).join(' '))).toEqual([
        'amount 6.00',
      ]);
  });

  test('and parts of the whole where several classes or none are named', () => {
    const said = [`教育支出4.00万元，卫生健康支出2.00万元，${parts}。`, `一般公共预算财政拨款支出6.00万元，${parts}。`];
    for (const whole of said)
      expect(read(heading, whole).slice(-2)).toEqual(['basic amount 5.00', 'project amount 1.00']);
  });
});

test('an item behind the amount of another', () => {
  const said =
    '4.社会保障和就业支出（类）支出9.00万元，主要用于行政事业单位养老支出（款）6.00万元、抚恤（款）3.00万元。';
  expect(read('五、一般公共预算财政拨款支出决算情况说明', said)).toEqual([
    '208 amount 9.00',
    '社会保障和就业支出/行政事业单位养老支出 amount 6.00',
    '社会保障和就业支出/抚恤 amount 3.00',
  ]);
});
