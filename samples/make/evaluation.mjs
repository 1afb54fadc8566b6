// One 项目支出绩效自评表 in the central form, for the invented project of the archive department.
import { label, mid, toCsv } from './grid.mjs';
import { fen, wan } from './money.mjs';

const TITLE = '项目支出绩效自评表';
const PROJECT = '馆藏档案抢救保护与数字化项目';
const UNIT = '青州湾市档案馆';
const PLANNED = '完成馆藏重点档案数字化120万页，修复受损历史档案3000件，提升档案查阅利用服务水平。';
const ACTUAL = '全年完成数字化126.4万页，修复受损历史档案2940件，群众查档更加便捷，总体目标基本完成。';

/** name, initial, annual and executed amount (元), weight, score. */
const FUNDING = [
  ['年度资金总额', 3200000, 3150000, 3076842.5, '10', '9.77'],
  ['其中：当年财政拨款', 3000000, 2950000, 2893164.25, '—', '—'],
  ['上年结转资金', 0, 0, 0, '—', '—'],
  ['其他资金', 200000, 200000, 183678.25, '—', '—'],
].map(([name, initial, annual, executed, weight, score]) => ({
  name,
  initial_budget: wan(fen(initial)),
  annual_budget: wan(fen(annual)),
  executed: wan(fen(executed)),
  weight,
  execution_rate: annual ? `${((100 * executed) / annual).toFixed(2)}%` : '',
  score,
}));

const INDICATORS = [
  ['产出指标', '数量指标', '馆藏档案数字化扫描', '≥120万页', '126.4万页', '15', '15', ''],
  ['产出指标', '数量指标', '抢救修复受损历史档案', '≥3000件', '2940件', '10', '9.8', '部分档案破损严重，修复周期延长'],
  ['产出指标', '质量指标', '数字化成果验收合格率', '≥98%', '99.2%', '10', '10', ''],
  ['产出指标', '时效指标', '项目按期完成率', '100%', '100%', '10', '10', ''],
  ['产出指标', '成本指标', '扫描加工单价', '≤0.65元/页', '0.62元/页', '5', '5', ''],
  ['效益指标', '社会效益指标', '提供档案查阅利用人次', '≥8000人次', '8326人次', '15', '15', ''],
  ['效益指标', '可持续影响指标', '数字档案资源长期保存机制', '健全', '基本健全', '15', '13.5', '异地备份制度尚在完善'],
  ['满意度指标', '服务对象满意度指标', '查档群众满意度', '≥95%', '97%', '10', '10', ''],
].map(([level1, level2, level3, target, actual, weight, score, reason]) => ({
  level1,
  level2,
  level3,
  target,
  actual,
  weight,
  score,
  reason,
}));

const TOTAL_SCORE = INDICATORS.reduce((total, { score }) => total + Number(score), Number(FUNDING[0].score)).toFixed(2);

const span = (text, width, align = mid) => align(text, { span: width });
const mids = (...texts) => texts.map((text) => mid(text));

const fundingCells = ({ name, ...fields }) => [span(name, 2, label), ...mids(...Object.values(fields))];

/** A level's cell over all rows that share it; nothing in the rows beneath its first. */
function levelCell(at, level) {
  const value = INDICATORS[at][level];
  if (INDICATORS[at - 1]?.[level] === value) return [];
  return [mid(value, { down: INDICATORS.filter((row) => row[level] === value).length })];
}

const indicatorCells = ({ level3, target, actual, weight, score, reason }, at) => [
  ...levelCell(at, 'level1'),
  ...levelCell(at, 'level2'),
  label(level3),
  ...mids(target, actual, weight, score),
  label(reason),
];

export function evaluationGrid(account) {
  return {
    key: 'evaluation',
    widths: [9, 11, 13, 20, 13, 13, 7, 9, 16],
    rowHeight: 26,
    head: [],
    body: [
      [mid('项目名称'), span(PROJECT, 8)],
      [mid('主管部门'), span(account.department, 3), mid('实施单位'), span(UNIT, 4)],
      [
        mid('项目资金\n（万元）', { down: 1 + FUNDING.length }),
        span('', 2),
        ...mids('年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'),
      ],
      ...FUNDING.map(fundingCells),
      [mid('年度总体目标', { down: 2 }), span('预期目标', 4), span('实际完成情况', 4)],
      [span(PLANNED, 4, label), span(ACTUAL, 4, label)],
      [
        mid('绩效指标', { down: 1 + INDICATORS.length }),
        ...mids(
          '一级指标',
          '二级指标',
          '三级指标',
          '年度指标值',
          '实际完成值',
          '分值',
          '得分',
          '偏差原因分析及改进措施',
        ),
      ],
      ...INDICATORS.map(indicatorCells),
      [span('总分', 6), ...mids('100', TOTAL_SCORE, '')],
    ],
  };
}

/** The fields of the form as they are printed, merged levels carried down. */
export function evaluationTruth(account) {
  const header = {
    title: TITLE,
    subject: PROJECT,
    department: account.department,
    unit: UNIT,
    goal_planned: PLANNED,
    goal_actual: ACTUAL,
    total_score: TOTAL_SCORE,
  };
  const lines = (group, row, fields) =>
    Object.entries(fields).map(([field, value]) => ['1', 'project_self_evaluation', group, row, field, value]);
  return toCsv([
    ['attachment', 'form', 'group', 'row', 'field', 'value'],
    ...lines('header', 0, header),
    ...FUNDING.flatMap((fields, at) => lines('funding', at + 1, fields)),
    ...INDICATORS.flatMap((fields, at) => lines('indicator', at + 1, fields)),
  ]);
}
