import { describe, expect, test } from '@jest/globals';
import { allTold, attachmentsOf, formPage, type Rows } from './forms.js';

describe('the forms of Liaoning', () => {
  const widths = [40, 60, 60, 80, 40, 40, 40, 60, 50, 40, 40, 60, 60, 60];
  const full = (...cells: (string | null)[]): (string | null)[] => [...cells, ...Array(14 - cells.length).fill(null)];

  test('部门（单位）整体绩效自评表: tasks, goals, two rows of head, reasons in columns', () => {
    const rows: Rows = [
      full('部门（单位）名称', null, null, '001某局-210000'),
      full('部门年初预算收入金额', null, null, '530.57'),
      full('部门年初预算支出金额', null, null, '530.57'),
      [
        '年度主要任务',
        '对应项目',
        null,
        '项目下达金额',
        null,
        '项目执行金额',
        null,
        '项目执行率',
        null,
        '分值',
        null,
        '得分',
        null,
        null,
      ],
      ['^', '基本支出', null, '64.78', null, '61.88', null, '95.53%', null, '10', null, '9.55', null, null],
      ['年度目标', '年初总体目标', null, null, null, null, '全年完成情况', null, null, null, null, null, null, null],
      ['^', '保障运行', null, null, null, null, '已经完成', null, null, null, null, null, null, null],
      [
        '绩效指标',
        '一级指标',
        '二级指标',
        '三级指标',
        '运算符号',
        '指标值',
        '度量单位',
        '全年完成值',
        '完成程度',
        '分值',
        '得分',
        '偏差原因分析',
        null,
        '改进措施',
      ],
      ['^', '^', '^', '^', '^', '^', '^', '^', '^', '^', '^', '经费保障', '其他', '^'],
      ['^', '履职效能', '重点工作', '办结率', '=', '100', '%', '98', '0.98', '3.5', '3.43', '经费不足', '人少', '增加'],
      ['^', '^', '整体工作', '公开情况', '', '全部公开', '', '基本达成', '1', '3.3', '3.3', '', '', ''],
      full('总评价得分', null, null, null, null, null, '97.69'),
    ];
    const [form] = attachmentsOf([formPage(1, '部门（单位）整体绩效自评表', widths, rows)]).attachments;
    expect(form).toMatchObject({ form: 'overall_self_evaluation', status: 'present', pages: [1] });
    expect(allTold([formPage(1, '部门（单位）整体绩效自评表', widths, rows)])).toEqual([
      [
        'header title=部门（单位）整体绩效自评表 subject=001某局-210000 budget_revenue=530.57 budget_expenditure=530.57 goal_planned=保障运行 goal_actual=已经完成 total_score=97.69',
        'task 1 name=基本支出 issued=64.78 executed=61.88 execution_rate=95.53% weight=10 score=9.55',
        'indicator 1 level1=履职效能 level2=重点工作 level3=办结率 operator== target=100 measure=% actual=98 completion=0.98 weight=3.5 score=3.43 reason=经费不足人少 improvement=增加',
        'indicator 2 level1=履职效能 level2=整体工作 level3=公开情况 operator= target=全部公开 measure= actual=基本达成 completion=1 weight=3.3 score=3.3 reason= improvement=',
      ],
    ]);
  });

  test('预算项目(政策)绩效自评表: pairs in one row, 年度目标值 over three columns, the last row of pairs', () => {
    const rows: Rows = [
      full('项目(政策)名称', null, null, '救助资金'),
      full('主管部门', null, null, '某局-'),
      full('实施单位', null, null, '某局本级-'),
      [
        '项目预算金额（万元）',
        null,
        null,
        '62',
        '全年执行数（万元）',
        null,
        null,
        '60',
        '执行率',
        null,
        null,
        '96.77%',
        null,
        null,
      ],
      [
        '年度总体目标',
        '年初设定目标',
        null,
        null,
        null,
        null,
        '全年实际完成情况',
        null,
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      ['^', '化解积案', null, null, null, null, '已化解', null, null, null, null, null, null, null],
      [
        '绩效指标',
        '一级指标',
        '二级指标',
        '三级指标',
        '年度目标值',
        null,
        null,
        '全年完成值',
        '完成程度',
        '分值',
        '得分',
        '未完成原因分析',
        null,
        '改进措施',
      ],
      ['^', '^', '^', '^', '运算符号', '内容', '度量单位', '^', '^', '^', '^', '经费保障', '原因说明', '^'],
      ['^', '产出指标', '数量指标', '培训时间', '>=', '1', '天', '1', '100%', '10', '10', '', '', ''],
      [
        '指标自评得分小计',
        null,
        null,
        '90',
        '预算执行率得分',
        null,
        null,
        '9.68',
        '减分项',
        '0',
        '绩效自评总得分',
        null,
        '99.68',
        null,
      ],
    ];
    expect(allTold([formPage(1, '预算项目(政策)绩效自评表', widths, rows)])).toEqual([
      [
        'header title=预算项目(政策)绩效自评表 subject=救助资金 department=某局- unit=某局本级- budget=62 executed=60 execution_rate=96.77% goal_planned=化解积案 goal_actual=已化解 indicator_score=90 execution_score=9.68 deduction=0 total_score=99.68',
        'indicator 1 level1=产出指标 level2=数量指标 level3=培训时间 operator=>= target=1 measure=天 actual=1 completion=100% weight=10 score=10 reason= improvement=',
      ],
    ]);
  });
});

describe('the central form and those of the provinces', () => {
  const widths = [60, 80, 80, 100, 80, 80, 50, 50, 80];

  const central: Rows = [
    ['项目名称', '档案数字化', null, null, null, null, null, null, null],
    ['主管部门', '某局', null, null, '实施单位', '某馆', null, null, null],
    ['项目资金（万元）', '', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['^', '年度资金总额：', null, '320.00', '315.00', '307.68', '10', '97.68%', '9.77'],
    ['^', '其中：当年财政拨款', null, '300.00', '295.00', '289.32', '—', '98.07%', '—'],
    ['^', '其他资金', null, '20.00', '20.00', '18.36', '—', '', '—'],
    ['年度总体目标', '预期目标', null, null, null, '实际完成情况', null, null, null],
    ['^', '完成数字化', null, null, null, '全部完成', null, null, null],
    [
      '绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '年度指标值',
      '实际完成值',
      '分值',
      '得分',
      '偏差原因分析及改进措施',
    ],
    ['^', '产出指标', '数量指标', '扫描', '≥120万页', '126.4万页', '50', '50', ''],
    ['^', '效益指标', '社会效益', '查阅', '≥80人', '70人', '40', '38', '疫情影响'],
    ['总分', null, null, null, null, null, '100', '97.77', ''],
  ];
  const centralTold = [
    'header title=项目支出绩效自评表 subject=档案数字化 department=某局 unit=某馆 goal_planned=完成数字化 goal_actual=全部完成 total_score=97.77',
    'funding 1 name=年度资金总额 initial_budget=320.00 annual_budget=315.00 executed=307.68 weight=10 execution_rate=97.68% score=9.77',
    'funding 2 name=其中：当年财政拨款 initial_budget=300.00 annual_budget=295.00 executed=289.32 weight=— execution_rate=98.07% score=—',
    'funding 3 name=其他资金 initial_budget=20.00 annual_budget=20.00 executed=18.36 weight=— execution_rate= score=—',
    'indicator 1 level1=产出指标 level2=数量指标 level3=扫描 target=≥120万页 actual=126.4万页 weight=50 score=50 reason=',
    'indicator 2 level1=效益指标 level2=社会效益 level3=查阅 target=≥80人 actual=70人 weight=40 score=38 reason=疫情影响',
  ];

  test('项目支出绩效自评表', () => {
    expect(allTold([formPage(1, '项目支出绩效自评表', widths, central)])).toEqual([centralTold]);
  });

  test('the title as the first row of the grid, with its year', () => {
    const rows: Rows = [['2024年度项目支出绩效自评表（2024年度）', ...Array(8).fill(null)], ...central];
    expect(allTold([formPage(1, null, widths, rows)])[0]![0]).toMatch(
      /^header title=2024年度项目支出绩效自评表 subject=档案数字化/,
    );
  });

  test('Chongqing 整体: one row of amounts that the label at the side names; a head is no value', () => {
    const w = [60, 80, 80, 80, 80, 80, 80];
    const rows: Rows = [
      ['主管部门', '某中心', null, '财政处室', '综合处', '自评总分（分）', '97.6'],
      [
        '部门预算执行情况（万元）',
        '年初预算数',
        '全年（调整）预算数',
        '全年执行数',
        '执行率（%）',
        '执行率权重',
        '执行率得分（分）',
      ],
      ['^', '1,000.00', '1,200.00', '912.00', '76%', '10', '7.6'],
      ['当年绩效目标', '年初绩效目标', null, '全年（调整）绩效目标', null, '全年目标实际完成情况', null],
      ['^', '无', null, '营造良好氛围', null, '已完成', null],
      ['绩效指标', '指标名称', '计量单位', '年初指标值', '全年完成值', '指标权重（分）', '指标得分（分）'],
      ['^', '宣传次数', '次', '30', '43', '90', '90'],
    ];
    expect(allTold([formPage(1, '部门整体绩效自评表', w, rows)])).toEqual([
      [
        'header title=部门整体绩效自评表 department=某中心 goal_planned=营造良好氛围 goal_actual=已完成 total_score=97.6',
        'funding 1 name=部门预算执行情况（万元） initial_budget=1,000.00 annual_budget=1,200.00 executed=912.00 weight=10 execution_rate=76% score=7.6',
        'indicator 1 level3=宣传次数 target=30 measure=次 actual=43 weight=90 score=90',
      ],
    ]);
  });

  const sichuanIndicators: Rows = [
    [
      '绩效指标（90分）',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标性质',
      '指标值',
      '度量单位',
      '完成值',
      '权重',
      '得分',
      '未完成原因分析',
    ],
    ['^', '产出指标', '数量指标', '里程', '≥', '30', '公里', '31', '90', '90', ''],
    ['合计', null, null, null, null, null, null, null, '100', '99', ''],
  ];

  test('Sichuan: 年度预算数 over the names of the amounts, and the course of the project below the goals', () => {
    const w = [60, 70, 70, 90, 60, 60, 60, 60, 50, 50, 80];
    const rows: Rows = [
      ['项目名称', null, '道路养护', null, null, null, null, null, null, null, null],
      [
        '项目基本情况',
        '1.项目年度目标完成情况',
        null,
        '项目年度目标',
        null,
        null,
        null,
        '年度目标完成情况',
        null,
        null,
        null,
      ],
      ['^', '^', '^', '养护道路三十公里', null, null, null, '已完成', null, null, null],
      ['^', '2.项目实施内容及过程概述', null, '按月拨付', null, null, null, null, null, null, null],
      [
        '预算执行情况（10分）',
        '年度预算数（万元）',
        null,
        '年初预算',
        '调整后预算数',
        '预算执行数',
        '预算执行率',
        '权重',
        '得分',
        '原因',
        null,
      ],
      ['^', '总额', null, '100.00', '90.00', '81.00', '90%', '10', '9', '', null],
      ['^', '其他资金', null, '', '', '', '', '/', '/', '^', null],
      ...sichuanIndicators,
    ];
    expect(allTold([formPage(1, '部门预算项目支出绩效自评表', w, rows)])).toEqual([
      [
        'header title=部门预算项目支出绩效自评表 subject=道路养护 goal_planned=养护道路三十公里 goal_actual=已完成 total_score=99',
        'funding 1 name=总额 initial_budget=100.00 annual_budget=90.00 executed=81.00 weight=10 execution_rate=90% score=9',
        'funding 2 name=其他资金 initial_budget= annual_budget= executed= weight=/ execution_rate= score=/',
        'indicator 1 level1=产出指标 level2=数量指标 level3=里程 operator=≥ target=30 measure=公里 actual=31 weight=90 score=90 reason=',
      ],
    ]);
  });

  test('Sichuan: 调整后预算数, 指标性质, 度量单位, 权重, and a conclusion after the total', () => {
    const w = [60, 70, 70, 90, 60, 60, 60, 60, 50, 50, 80];
    const rows: Rows = [
      ['项目名称', null, '道路养护', null, null, null, null, null, null, null, null],
      ['主管部门', null, '某局', null, null, '实施单位', null, '某中心', null, null, null],
      [
        '预算执行情况（10分）',
        '',
        null,
        '年初预算',
        '调整后预算数',
        null,
        '预算执行数',
        '预算执行率',
        '权重',
        '得分',
        '原因',
      ],
      ['^', '总额', null, '100.00', '90.00', null, '81.00', '90%', '10', '9', ''],
      ['^', '其中：财政资金', null, '100.00', '90.00', null, '81.00', '90%', '/', '/', ''],
      ...sichuanIndicators,
      ['评价结论', '项目自评得分良好', null, null, null, null, null, null, null, null, null],
      ['改进措施', '加强管理', null, null, null, null, null, null, null, null, null],
    ];
    expect(allTold([formPage(1, '部门预算项目支出绩效自评表', w, rows)])).toEqual([
      [
        'header title=部门预算项目支出绩效自评表 subject=道路养护 department=某局 unit=某中心 total_score=99',
        'funding 1 name=总额 initial_budget=100.00 annual_budget=90.00 executed=81.00 weight=10 execution_rate=90% score=9',
        'funding 2 name=其中：财政资金 initial_budget=100.00 annual_budget=90.00 executed=81.00 weight=/ execution_rate=90% score=/',
        'indicator 1 level1=产出指标 level2=数量指标 level3=里程 operator=≥ target=30 measure=公里 actual=31 weight=90 score=90 reason=',
      ],
    ]);
  });

  test('Hubei: 预算数(A), 执行数(B), no weights, reasons under the total', () => {
    const w = [100, 100, 100, 120, 100, 80];
    const rows: Rows = [
      ['单位名称', '某局', null, null, null, null],
      ['预算执行情况（万元）（20分）', '', '预算数（A）', '执行数（B）', '执行率（B/A）', '得分（20分*执行率）'],
      ['^', '部门整体支出总额', '1000', '950', '95%', '19'],
      ['一级指标', '二级指标', '三级指标', '年初目标值（A）', '实际完成值（B）', '得分'],
      ['产出指标', '数量指标', '检查次数', '12次', '12次', '40'],
      ['效益指标', '社会效益指标', '知晓率', '90%', '92%', '40'],
      ['总分', null, null, null, null, '99'],
      ['偏差大或目标未完成原因分析', '无', null, null, null, null],
      ['改进措施及结果应用方案', '继续', null, null, null, null],
    ];
    expect(allTold([formPage(1, '2023年度某局部门整体绩效自评表', w, rows)])).toEqual([
      [
        'header title=2023年度某局部门整体绩效自评表 subject=某局 total_score=99',
        'funding 1 name=部门整体支出总额 annual_budget=1000 executed=950 execution_rate=95% score=19',
        'indicator 1 level1=产出指标 level2=数量指标 level3=检查次数 target=12次 actual=12次 score=40',
        'indicator 2 level1=效益指标 level2=社会效益指标 level3=知晓率 target=90% actual=92% score=40',
      ],
    ]);
  });

  test('Shaanxi 整体: tasks with 总额 and sources beneath 预算数 and 执行数', () => {
    const w = [60, 100, 80, 60, 60, 60, 60, 60, 60, 50, 50];
    const rows: Rows = [
      ['部门（单位）名称', '某厅', null, null, null, null, null, null, null, null, null],
      [
        '年度主要任务',
        '任务名称',
        '完成情况',
        '预算数（万元）',
        null,
        null,
        '执行数（万元）',
        null,
        null,
        '执行率',
        '得分',
      ],
      ['^', '^', '^', '总额', '财政拨款', '其他资金', '总额', '财政拨款', '其他资金', '^', '^'],
      ['^', '任务一', '完成', '100', '90', '10', '99', '89', '10', '99%', '5'],
      ['年度总体目标', '预期目标', null, null, null, '目标实际完成情况', null, null, null, null, null],
      ['^', '目标一', null, null, null, '完成一', null, null, null, null, null],
      [
        '年度绩效指标',
        '一级指标',
        '二级指标',
        '三级指标',
        null,
        '年度指标值',
        null,
        '实际完成值',
        null,
        '分值',
        '得分',
      ],
      ['^', '产出指标', '数量指标', '次数', null, '5', null, '5', null, '50', '50'],
      ['总分', null, null, null, null, null, null, null, null, '100', '100'],
    ];
    expect(allTold([formPage(1, '部门整体支出绩效自评表', w, rows)])).toEqual([
      [
        'header title=部门整体支出绩效自评表 subject=某厅 goal_planned=目标一 goal_actual=完成一 total_score=100',
        'task 1 name=任务一 issued=100 executed=99 execution_rate=99% score=5',
        'indicator 1 level1=产出指标 level2=数量指标 level3=次数 target=5 actual=5 weight=50 score=50',
      ],
    ]);
  });

  test('Guangdong: a weight beside every level; that of the lowest counts', () => {
    const w = [80, 50, 80, 50, 100, 50, 100, 60];
    const rows: Rows = [
      ['项目名称', null, '某项目', null, null, null, null, null],
      ['一级指标', '权重(%)', '二级指标', '权重(%)', '三级指标', '权重(%)', '评分标准', '自评分数'],
      ['产出', '60', '数量', '30', '次数', '10', '按比例', '9.5'],
      ['^', '^', '^', '^', '人数', '20', '按比例', '20'],
      ['自评总分', null, null, null, null, null, null, '29.5'],
    ];
    expect(allTold([formPage(1, '项目支出绩效自评表', w, rows)])).toEqual([
      [
        'header title=项目支出绩效自评表 subject=某项目 total_score=29.5',
        'indicator 1 level1=产出 level2=数量 level3=次数 weight=10 score=9.5',
        'indicator 2 level1=产出 level2=数量 level3=人数 weight=20 score=20',
      ],
    ]);
  });

  test('Chongqing: 指标名称 without levels under a label at the side, scores of the execution rate in the block', () => {
    const w = [50, 100, 60, 60, 80, 80, 60, 60, 60, 60];
    const rows: Rows = [
      ['项目名称', null, '扶贫项目', null, '自评总分（分）', null, '96.5', null, null, null],
      ['主管部门', null, '某局', null, '财政归口处室', null, '农业处', null, null, null],
      [
        '项目资金',
        '',
        null,
        null,
        '年初预算数',
        '全年（调整）预算数',
        '全年执行数',
        '执行率',
        '执行率权重',
        '执行率得分',
      ],
      ['^', '年度总金额', null, null, '10', '12', '12', '100%', '10', '9.5'],
      [
        '绩效指标',
        '指标名称',
        '计量单位',
        '指标性质',
        '年初指标值',
        '全年完成值',
        '得分系数（%）',
        '指标权重（分）',
        '指标得分（分）',
        '是否核心指标',
      ],
      ['^', '受益人数', '人', '≥', '90', '95', '100', '50', '50', '是'],
      ['^', '合格率', '%', '=', '100', '98', '98', '40', '37', '否'],
    ];
    expect(allTold([formPage(1, '项目绩效自评表', w, rows)])).toEqual([
      [
        'header title=项目绩效自评表 subject=扶贫项目 department=某局 total_score=96.5',
        'funding 1 name=年度总金额 initial_budget=10 annual_budget=12 executed=12 weight=10 execution_rate=100% score=9.5',
        'indicator 1 level3=受益人数 operator=≥ target=90 measure=人 actual=95 weight=50 score=50',
        'indicator 2 level3=合格率 operator== target=100 measure=% actual=98 weight=40 score=37',
      ],
    ]);
  });

  test('Hebei: parts numbered at the side, amounts behind their labels, a share under its label', () => {
    const w = [80, 80, 80, 100, 100, 100, 80];
    const rows: Rows = [
      ['一、基本情况', '项目名称', '修缮', null, '实施（主管）单位', '某所', null],
      ['二、预算执行情况', '预算安排情况（调整后）', null, '资金到位情况', null, '资金执行情况', '预算执行进度'],
      ['^', '预算数：48', null, '到位数：48', null, '执行数：47', '97.92%'],
      ['三、目标完成情况', '年度预期目标', null, null, '具体完成情况', null, '总体完成率'],
      ['^', '修好', null, null, '修好了', null, '100%'],
      ['四、年度绩效指标完成情况', '一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'],
      ['^', '产出', '数量', '面积', '200', '190', '95'],
      ['五、存在问题、原因及下一步整改措施', null, '无', null, null, null, null],
    ];
    expect(allTold([formPage(1, '项目支出绩效自评表', w, rows)])).toEqual([
      [
        'header title=项目支出绩效自评表 subject=修缮 unit=某所 budget=48 executed=47 execution_rate=97.92% goal_planned=修好 goal_actual=修好了',
        'indicator 1 level1=产出 level2=数量 level3=面积 target=200 actual=190 score=95',
      ],
    ]);
  });

  test('a column whose head is not known is said to be left out', () => {
    const w = [80, 80, 100, 100, 100, 50, 50, 120];
    const head = ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '权重', '得分'];
    const row = ['产出', '数量', '里程', '30公里', '29公里', '100', '97'];
    const found = (name: string, text: string) =>
      attachmentsOf([
        formPage(1, '项目支出绩效自评表', w, [
          ['项目名称', '养护', ...Array(6).fill(null)],
          [...head, name],
          [...row, text],
        ]),
      ]).findings.map((f) => [f.rule, f.place.page, f.message]);
    const message = 'form 1: the column “考核科室” is not read: its head is none that is known';
    expect(found('考核科室', '预算科')).toEqual([['attachment-column-not-read', 1, message]]);
    expect(found('考核科室', '')).toEqual([]);
    expect(found('评分标准', '按比例')).toEqual([]);
    expect(found('偏差原因', '汛期')).toEqual([]);
  });

  test('nor is one of the amounts, and that is said too', () => {
    const w = [90, 130, 90, 90, 90, 90];
    const found = (name: string, text: string) =>
      attachmentsOf([
        formPage(1, '项目支出绩效自评表', w, [
          ['项目名称', '养护', null, null, null, null],
          ['项目资金（万元）', '', '年初预算数', name, '全年执行数', '执行率'],
          ['^', '年度资金总额', '10.00', text, '9.00', '90%'],
          ['^', '其中：财政拨款', '10.00', text, '9.00', '90%'],
        ]),
      ]).findings.map((f) => f.message);
    expect(found('追加数额', '1.00')).toEqual([
      'form 1: the column “追加数额” is not read: its head is none that is known',
    ]);
    expect(found('追加数额', '')).toEqual([]);
    expect(found('全年预算数', '11.00')).toEqual([]);
  });

  test('remarks among the indicators are none, on a page of their own neither; a numbered paragraph is no label', () => {
    const w = [80, 80, 100, 100, 100, 50, 50, 120];
    const head = ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '权重', '得分', '备注说明原因'];
    const rows: Rows = [
      ['项目名称', '养护', null, null, null, null, null, null],
      ['项目基本情况', '1.年度目标完成情况：按计划', null, null, null, null, null, null],
      head,
      ['产出', '数量', '里程', '30公里', '29公里', '100', '97', '汛期'],
      ['其他需要说明事项', null, '无', null, null, null, null, null],
    ];
    const pages = [formPage(1, '项目支出绩效自评表', w, rows), formPage(2, null, [80, 600], [['说明', '无']])];
    expect(allTold(pages)).toEqual([
      [
        'header title=项目支出绩效自评表 subject=养护',
        'indicator 1 level1=产出 level2=数量 level3=里程 target=30公里 actual=29公里 weight=100 score=97 reason=汛期',
      ],
    ]);
  });

  test('columns in another order, goals as pairs, the score in the head', () => {
    const w = [100, 100, 100, 100, 80, 80, 100];
    const rows: Rows = [
      ['项目名称：修缮', null, null, '项目单位', '某所', null, null],
      ['自评得分', '95', '自评等级', '优', null, null, null],
      ['年初预算数', '50', '全年预算数', '48', '实际支出', '47.5', null],
      ['年度绩效目标', '修好', null, null, null, null, null],
      ['目标完成情况', '修好了', null, null, null, null, null],
      ['一级指标', '二级指标', '指标名称', '得分', '分值', '完成值', '目标值'],
      ['产出', '数量', '面积', '45', '50', '190', '200'],
    ];
    expect(allTold([formPage(1, '项目自评表', w, rows)])).toEqual([
      [
        'header title=项目自评表 subject=修缮 unit=某所 budget=48 executed=47.5 goal_planned=修好 goal_actual=修好了 total_score=95',
        'indicator 1 level1=产出 level2=数量 level3=面积 target=200 actual=190 weight=50 score=45',
      ],
    ]);
  });
});

describe('what is no self-evaluation form', () => {
  const w = [100, 100, 100, 120, 100];
  test.each([
    ['targets without what was reached', '项目支出绩效目标表', ['一级指标', '二级指标', '三级指标', '指标值', '备注']],
    ['marks of experts in a report', '综合评价得分情况表', ['一级指标', '二级指标', '三级指标', '分值', '得分']],
    ['a table of the nine', '收入决算表', ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '其他收入']],
  ])('%s', (_what, title, head) => {
    const page = formPage(1, title, w, [head, ['产出', '数量', '次数', '5', '4']]);
    const { attachments, taken } = attachmentsOf([page]);
    expect(attachments).toEqual([]);
    expect(taken.size).toBe(0);
  });
});

test('a form without ruling lines is not read, and that is said; a text that speaks of forms is none', () => {
  const page = formPage(
    1,
    '项目支出绩效自评表',
    [80, 80, 80, 80, 60, 60],
    [
      ['项目名称', '档案数字化', null, '主管部门', '某局', null],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '分值', '得分'],
      ['产出指标', '数量指标', '次数', '5', '50', '50'],
    ],
  );
  const { attachments, findings } = attachmentsOf([{ ...page, rules: [] }]);
  expect(attachments).toEqual([]);
  expect(findings.map((f) => [f.rule, f.place.page])).toEqual([['attachment-not-read', 1]]);
  const text = formPage(1, '项目支出绩效自评表', [400], [['本部门按一级指标、二级指标和三级指标填报，得分见附件。']]);
  expect(attachmentsOf([{ ...text, rules: [] }]).findings).toEqual([]);
});

test('rows of the blank form that nobody filled in are no indicators, and their levels go on', () => {
  const head = ['一级指标', '二级指标', '三级指标', '指标目标值', '实际完成值', '分值', '得分'];
  const rows: Rows = [
    head,
    ['产出指标', '数量指标', '指标1', '', '', '', ''],
    ['^', '^', '指标2：工程资金', '43.2', '37.24', '10', '9'],
    ['^', '^', '……', '', '', '', ''],
    ['^', '质量指标', '指标1', '100', '100', '20', '20'],
    ['总分', null, null, null, null, '30', '29'],
  ];
  expect(allTold([formPage(1, '项目支出绩效自评表', [60, 60, 120, 60, 60, 40, 40], rows)])).toEqual([
    [
      'header title=项目支出绩效自评表 total_score=29',
      'indicator 1 level1=产出指标 level2=数量指标 level3=指标2：工程资金 target=43.2 actual=37.24 weight=10 score=9',
      'indicator 2 level1=产出指标 level2=质量指标 level3=指标1 target=100 actual=100 weight=20 score=20',
    ],
  ]);
});

test('a list of projects: named by 项目名称, its total under 序号; no form that breaks off', () => {
  const heads = ['序号', '项目名称', '预算数（万元）', '执行数（万元）', '执行率', '自评得分'];
  const list: Rows = [
    heads,
    ['1', '信息化运维', '100.00', '98.00', '98%', '96.8'],
    ['2', '会议培训', '50.00', '45.00', '90%', '95'],
    ['合计', '', '150.00', '143.00', '95.33%', ''],
  ];
  const form: Rows = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '得分'],
    ['产出指标', '数量指标', '工程量', '43.2', '37.24', '90'],
    ['总分', null, null, null, null, '90'],
  ];
  const widths = [40, 160, 60, 60, 60, 60];
  const { attachments } = attachmentsOf([
    formPage(1, '项目支出绩效自评情况表', widths, list),
    formPage(2, '项目支出绩效自评表', widths, form),
  ]);
  expect(attachments.map((a) => a.status)).toEqual(['present', 'present']);
  expect(attachments[0]!.funding.map((r) => `${r.cells.name?.value} ${r.cells.executed?.value}`)).toEqual([
    '信息化运维 98.00',
    '会议培训 45.00',
    '合计 143.00',
  ]);
});

test('one row of amounts under heads of which one is not known: no figure is taken for its name', () => {
  const rows: Rows = [
    ['部门名称', null, '某县统计局', null, null, null, null],
    ['部门整体支出情况（万元）', null, '批复数', '调整后预算总额', '执行总额', '执行率（%）', '得分'],
    ['^', '^<', '1,000.00', '1,100.00', '1,078.00', '98.00', '9.8'],
    ['一级指标', '二级指标', '三级指标', '指标值', '完成值', '得分', '自评分说明（扣分原因）'],
    ['产出指标', '数量指标', '普查对象', '5000', '5230', '90', '晚报一次'],
    ['总分', null, null, null, null, '99.8', ''],
  ];
  expect(allTold([formPage(1, '部门整体支出绩效自评表', [60, 60, 70, 70, 60, 60, 100], rows)])).toEqual([
    [
      'header title=部门整体支出绩效自评表 subject=某县统计局 total_score=99.8',
      'funding 1 name=部门整体支出情况（万元） annual_budget=1,100.00 executed=1,078.00 execution_rate=98.00 score=9.8',
      'indicator 1 level1=产出指标 level2=数量指标 level3=普查对象 target=5000 actual=5230 score=90 reason=晚报一次',
    ],
  ]);
});
