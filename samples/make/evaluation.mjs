// One 项目支出绩效自评表 in the central form, for the invented project of the archive department.
import { label, mid } from './grid.mjs';
import { fen, wan } from './money.mjs';

const INDICATORS = [
  ['产出指标', '数量指标', '馆藏档案数字化扫描', '≥120万页', '126.4万页', 15, 15, ''],
  ['', '', '抢救修复受损历史档案', '≥3000件', '2940件', 10, 9.8, '部分档案破损严重，修复周期延长'],
  ['', '质量指标', '数字化成果验收合格率', '≥98%', '99.2%', 10, 10, ''],
  ['', '时效指标', '项目按期完成率', '100%', '100%', 10, 10, ''],
  ['', '成本指标', '扫描加工单价', '≤0.65元/页', '0.62元/页', 5, 5, ''],
  ['效益指标', '社会效益指标', '提供档案查阅利用人次', '≥8000人次', '8326人次', 15, 15, ''],
  ['', '可持续影响指标', '数字档案资源长期保存机制', '健全', '基本健全', 15, 13.5, '异地备份制度尚在完善'],
  ['满意度指标', '服务对象满意度指标', '查档群众满意度', '≥95%', '97%', 10, 10, ''],
];

const span = (text, width, align = mid) => align(text, { span: width });

/** The funding rows: 年初预算数, 全年预算数, 全年执行数. */
function fundingRows() {
  const rows = [
    ['年度资金总额', 3200000, 3150000, 3076842.5, '10', '9.77'],
    ['其中：当年财政拨款', 3000000, 2950000, 2893164.25, '—', '—'],
    ['上年结转资金', 0, 0, 0, '—', '—'],
    ['其他资金', 200000, 200000, 183678.25, '—', '—'],
  ];
  return rows.map(([name, ...rest], at) => {
    const [initial, annual, executed] = rest.slice(0, 3);
    const [weight, score] = rest.slice(3);
    const rate = annual ? `${((100 * executed) / annual).toFixed(2)}%` : '';
    const amounts = [initial, annual, executed].map((yuan) => (yuan ? wan(fen(yuan)) : '0.00'));
    const lead = at === 0 ? [mid('项目资金\n（万元）', { span: 1, down: 5 })] : [];
    return { lead, cells: [span(name, 2, label), ...[...amounts, weight, rate, score].map((text) => mid(text))] };
  });
}

function indicatorRows() {
  const run = (at, level) => {
    let rows = 1;
    while (
      INDICATORS[at + rows] &&
      INDICATORS[at + rows][level] === '' &&
      (level === 0 || INDICATORS[at + rows][0] === '')
    )
      rows++;
    return rows;
  };
  return INDICATORS.map((entry, at) => [
    ...(at === 0 ? [mid('绩效指标', { down: INDICATORS.length + 1 })] : []),
    ...(entry[0] ? [mid(entry[0], { down: run(at, 0) })] : []),
    ...(entry[1] ? [mid(entry[1], { down: run(at, 1) })] : []),
    label(entry[2]),
    mid(entry[3]),
    mid(entry[4]),
    mid(String(entry[5])),
    mid(String(entry[6])),
    label(entry[7]),
  ]);
}

const INDICATOR_SCORE = INDICATORS.reduce((total, entry) => total + entry[6], 0);

export function evaluationGrid(account) {
  const [first, ...restRows] = fundingRows();
  const indicators = indicatorRows();
  const [root, ...firstIndicator] = indicators[0];
  return {
    key: 'evaluation',
    widths: [9, 11, 13, 20, 13, 13, 7, 9, 16],
    small: false,
    rowHeight: 26,
    head: [],
    body: [
      [mid('项目名称'), span('馆藏档案抢救保护与数字化项目', 8)],
      [mid('主管部门'), span(account.department, 3), mid('实施单位'), span('青州湾市档案馆', 4)],
      [
        first.lead[0],
        span('', 2),
        ...['年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((text) => mid(text)),
      ],
      first.cells,
      ...restRows.map((row) => row.cells),
      [mid('年度总体目标', { down: 2 }), span('预期目标', 4), span('实际完成情况', 4)],
      [
        span('完成馆藏重点档案数字化120万页，修复受损历史档案3000件，提升档案查阅利用服务水平。', 4, label),
        span('全年完成数字化126.4万页，修复受损历史档案2940件，群众查档更加便捷，总体目标基本完成。', 4, label),
      ],
      [
        root,
        ...[
          '一级指标',
          '二级指标',
          '三级指标',
          '年度指标值',
          '实际完成值',
          '分值',
          '得分',
          '偏差原因分析及改进措施',
        ].map((text) => mid(text)),
      ],
      firstIndicator,
      ...indicators.slice(1),
      [span('总分', 6), mid('100'), mid((INDICATOR_SCORE + 9.77).toFixed(2)), mid('')],
    ],
  };
}
