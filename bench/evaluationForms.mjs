// Self-evaluation forms (绩效自评表) as the regions set them up, made up at random: grids to print, with the truth of their fields.
import { label, mid } from '../samples/make/grid.mjs';

const PROJECTS = [
  '馆藏档案数字化',
  '农村饮水安全巩固提升',
  '信访救助资金',
  '智慧城管平台运行维护',
  '公益性岗位补贴',
  '“三支一扶”计划补助经费',
  '老旧小区改造（二期）',
];
const UNITS = ['青州湾市档案局', '云岭县水务局', '兰亭区信访局', '青州湾市城市管理综合行政执法局'];
const LEVELS = {
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标'],
};
const OVERALL_LEVELS = {
  履职效能: ['重点工作任务完成情况', '整体工作完成情况'],
  预算执行: ['预算编制管理', '预算执行管理'],
  管理效率: ['资产管理', '采购管理', '业务管理'],
  社会效应: ['社会效益', '服务对象满意度'],
};
/** Name, sign, number and unit of what is aimed at. */
const AIMS = [
  ['培训人次', '≥', '120', '人次'],
  ['项目验收合格率', '=', '100', '%'],
  ['资金发放及时率', '≥', '98', '%'],
  ['平均单位成本', '≤', '0.65', '万元'],
  ['修复受损历史档案数量', '≥', '3000', '件'],
  ['供水管网改造里程（公里）', '≥', '26.5', '公里'],
  ['群众满意度', '≥', '95', '%'],
  ['按期完成', '', '2024年12月底前', ''],
  ['长效管理机制', '', '健全', ''],
  ['对社会稳定的促进作用', '', '效果明显', ''],
  ['信访事项办结率', '>=', '90', '%'],
  ['工作人员持证上岗率', '=', '100', '%'],
];
const REASONS = [
  '受汛期影响，部分工程延后实施',
  '年初目标设置偏低',
  '部分档案破损严重，修复周期延长，下一步将加快进度，争取在下年度一季度全部完成',
  '人员变动',
];
const GOALS = [
  '完成馆藏重点档案数字化120万页，修复受损历史档案3000件，提升档案查阅利用服务水平。',
  '目标1：解决农村人口饮水安全问题；目标2：提高供水保证率，改善农村生产生活条件；目标3：管护机制健全，工程良性运行。',
  '保障本单位正常运转。',
];

const round = (n) => String(Math.round(n * 100) / 100);

/** What the parts of a form take from: a seeded choice. */
export class Choice {
  constructor(next) {
    this.next = next;
  }
  pick = (list) => list[Math.floor(this.next() * list.length)];
  chance = (share) => this.next() < share;
  between = (a, b) => a + Math.floor(this.next() * (b - a + 1));
}

function indicatorsOf(c, levels) {
  const rows = [];
  for (const [level1, seconds] of Object.entries(levels)) {
    for (const level2 of seconds) {
      if (seconds.length > 1 && c.chance(0.2)) continue;
      for (let i = c.between(1, 4); i > 0; i--) {
        const [name, operator, target, measure] = c.pick(AIMS);
        const weight = c.between(1, 15);
        const full = c.chance(0.7);
        const score = full ? weight : round(weight * 0.87);
        const actual = full ? target : /^[\d.]+$/.test(target) ? round(Number(target) * 0.87) : '基本达成预期';
        rows.push({
          level1,
          level2,
          level3: c.chance(0.3) ? `${name}${rows.length + 1}` : name,
          operator,
          target,
          measure,
          actual,
          completion: full ? '100%' : '87%',
          weight: String(weight),
          score: String(score),
          reason: full ? c.pick(['', '', '无']) : c.pick(REASONS),
          improvement: full ? '' : '加强管理',
        });
      }
    }
  }
  return rows;
}

const joined = ({ operator, target, measure }) => `${operator}${target}${measure}`;
const reached = ({ actual, measure }) => (/^[\d.]/.test(actual) ? `${actual}${measure}` : actual);
/** Columns of indicators: head, field, width, what is printed. */
const L1 = ['一级指标', 'level1', 9];
const L2 = ['二级指标', 'level2', 11];
const L3 = ['三级指标', 'level3', 20];
const WEIGHT = ['分值', 'weight', 7];
const SCORE = ['得分', 'score', 7];
const apart = (target, sign = '运算符号', unit = '度量单位') => [
  [sign, 'operator', 7],
  [target, 'target', 12],
  [unit, 'measure', 8],
];
const whole = (target, actual) => [
  [target, 'target', 13, joined],
  [actual, 'actual', 13, reached],
];

/** A form while it is put together. `columns`: those of the indicators; `side`: a column for labels at the left. */
class Form {
  rows = [];
  truth = [];
  constructor(c, kind, columns, side) {
    Object.assign(this, { c, kind, columns, side });
    this.width = columns.length + (side ? 1 : 0);
  }
  get widths() {
    return [...(this.side ? [7] : []), ...this.columns.map(([, , width]) => width)];
  }
  header(field, value) {
    if (field) this.truth.push(['header', 0, field, value]);
  }
  /** Labels with values in one row: [label, value, field]. */
  pairs(...pairs) {
    const each = Math.floor(this.width / pairs.length);
    this.rows.push(
      pairs.flatMap(([name, value, field], i) => {
        this.header(field, value);
        const width = i === pairs.length - 1 ? this.width - each * i : each;
        const own = width > 3 ? 2 : 1;
        return [mid(name, { span: own }), this.c.pick([mid, label])(value, { span: width - own })];
      }),
    );
  }
  wide(name, value, field) {
    this.header(field, value);
    const own = this.c.pick([1, 2]);
    this.rows.push([mid(name, { span: own }), label(value, { span: this.width - own })]);
  }
  /** A block of amounts: `columns` of head and field, `rows` of name and values; the label at its side covers all of it. */
  block(group, side, nameHead, columns, rows) {
    const names = this.width - (side ? 1 : 0) - columns.length;
    this.rows.push([
      ...(side ? [mid(side, { down: rows.length + 1 })] : []),
      mid(nameHead, { span: names }),
      ...columns.map(([head]) => mid(head)),
    ]);
    rows.forEach(([name, ...values], i) => {
      this.truth.push([group, i + 1, 'name', name.replace(/[：:]$/, '')]);
      columns.forEach(([, field], k) => {
        if (field) this.truth.push([group, i + 1, field, values[k]]);
      });
      this.rows.push([label(name, { span: names }), ...values.map((v) => mid(v))]);
    });
  }
  goals(side, planned, actual) {
    const [a, b] = [this.c.pick(GOALS), this.c.pick(GOALS)];
    this.header('goal_planned', a);
    this.header('goal_actual', b);
    const width = this.width - (side ? 1 : 0);
    const half = Math.ceil(width / 2);
    const two = (make, x, y) => [make(x, { span: half }), make(y, { span: width - half })];
    this.rows.push([...(side ? [mid(side, { down: 2 })] : []), ...two(mid, planned, actual)], two(label, a, b));
  }
  /** Both goals beside a label of their own, and below them what was done, all under one label at the side. */
  course(side, ofGoals, ofCourse) {
    const [a, b] = [this.c.pick(GOALS), this.c.pick(GOALS)];
    this.header('goal_planned', a);
    this.header('goal_actual', b);
    const rest = this.width - 3;
    const half = Math.ceil(rest / 2);
    this.rows.push(
      [
        mid(side, { down: 3 }),
        mid(ofGoals, { span: 2, down: 2 }),
        mid('项目年度目标', { span: half }),
        mid('年度目标完成情况', { span: rest - half }),
      ],
      [label(a, { span: half }), label(b, { span: rest - half })],
      [mid(ofCourse, { span: 2 }), label('按月拨付，分批实施。', { span: rest })],
    );
  }
  /** Heads: those with `over` (a head over several columns) make it two rows. */
  indicators(sideLabel, rows, { overs = [], numbered = '', repeated = false } = {}) {
    const two = overs.length > 0;
    const side = this.side ? [mid(sideLabel, { down: rows.length + (two ? 2 : 1) })] : [];
    const under = [];
    const heads = [];
    for (let i = 0; i < this.columns.length; i++) {
      const over = overs.find(({ from }) => from === i);
      const inside = overs.some(({ from, count }) => i >= from && i < from + count);
      if (over) heads.push(mid(over.text, { span: over.count }));
      if (inside) under.push(mid(this.columns[i][0]));
      else heads.push(mid(this.columns[i][0], two ? { down: 2 } : {}));
    }
    const from = this.rows.length;
    this.rows.push([...side, ...heads], ...(two ? [under] : []));
    this.head = [from, this.rows.length];
    const points = new Map();
    for (const r of rows) points.set(r.level1, (points.get(r.level1) ?? 0) + Number(r.weight));
    const named = rows.map((r) =>
      numbered ? { ...r, level1: `${r.level1}${numbered.replace('#', points.get(r.level1))}` } : r,
    );
    const same = (a, b, level) => a && a.level1 === b.level1 && (level === 'level1' || a.level2 === b.level2);
    named.forEach((r, i) => {
      const cells = this.columns.flatMap(([, field, , print]) => {
        const text = print ? print(r) : r[field];
        if ((field === 'level1' || field === 'level2') && !repeated) {
          if (same(named[i - 1], r, field)) return [];
          const end = named.findIndex((other, k) => k > i && !same(named[i], other, field));
          return [mid(text, { down: (end < 0 ? named.length : end) - i })];
        }
        return [(field === 'level3' || field === 'reason' ? label : mid)(text)];
      });
      this.rows.push(cells);
      const fields = new Map();
      for (const [, field, , print] of this.columns)
        if (field) fields.set(field, (fields.get(field) ?? '') + (print ? print(r) : r[field]));
      for (const [field, value] of fields) this.truth.push(['indicator', i + 1, field, value]);
    });
  }
  /** The last row: the sum of the weights and the score under their columns. */
  total(name, weight, score) {
    this.header('total_score', score);
    const at = this.columns.findIndex(([, field]) => field === 'weight');
    const to = this.columns.findIndex(([, field]) => field === 'score');
    const side = this.side ? 1 : 0;
    const first = at < 0 ? to : Math.min(at, to);
    const cells = this.columns.slice(first).map((_, k) => {
      const c = first + k;
      return mid(c === to ? score : c === at ? weight : '');
    });
    this.rows.push([mid(name, { span: first + side }), ...cells]);
  }
}

const sum = (rows, field) => round(rows.reduce((n, r) => n + Number(r[field]), 0));
const money = (c) => c.between(100, 900000) / 100;
/** Names of sources with [initial, annual, executed, rate] as printed. */
function funds(c, names) {
  const digits = c.pick([0, 2, 2, 4]);
  const show = (n) => (n === 0 ? c.pick(['0', '0.00', '']) : n.toFixed(digits));
  return names.map((name, i) => {
    const annual = i > 1 && c.chance(0.5) ? 0 : money(c);
    const executed = annual * c.pick([1, 0.98, 0.5]);
    return {
      name,
      initial: show(annual),
      annual: show(annual),
      executed: show(executed),
      rate: annual ? `${((100 * executed) / annual).toFixed(c.pick([0, 2]))}%` : '',
    };
  });
}
const SOURCES = [
  ['年度资金总额', '其中：当年财政拨款', '上年结转资金', '其他资金'],
  ['年度资金总额：', '其中：本年财政拨款', '其他资金'],
  ['年度资金总额', '其中：本年一般公共预算拨款', '其他资金'],
];

const central = (c) => {
  const reason = c.pick([
    '偏差原因分析及改进措施',
    '偏差原因分析及改进\n措施',
    '偏差原因分析',
    '未完成原因和改进措施',
    '未完成原因分析',
  ]);
  const columns = [
    L1,
    L2,
    L3,
    ...whole(
      c.pick(['年度指标值', '年度指标值(A)', '指标值', '年初指标值', '预期指标值']),
      c.pick(['实际完成值', '实际完成值(B)', '全年完成值', '实际完成指标值', '全年实际完成值']),
    ),
    WEIGHT,
    SCORE,
    [reason, 'reason', 16],
  ];
  const form = new Form(c, 'project_self_evaluation', columns, true);
  const project = c.pick(PROJECTS);
  const [department, unit] = [c.pick(UNITS), c.pick(UNITS)];
  form.wide('项目名称', project, 'subject');
  form.pairs(
    [c.pick(['主管部门', '主管部门及代码', '主管部门（单位）', '预算主管部门']), department, 'department'],
    [c.pick(['实施单位', '项目实施单位', '项目单位']), unit, 'unit'],
  );
  if (c.chance(0.3)) form.pairs(['项目负责人', '张三', null], ['联系电话', '0416-2345678', null]);
  const rows = funds(c, c.pick(SOURCES)).map((f, i) => [
    f.name,
    f.initial,
    f.annual,
    f.executed,
    i ? c.pick(['—', '-', '']) : '10',
    f.rate,
    i ? c.pick(['—', '-', '']) : '9.8',
  ]);
  form.block(
    'funding',
    c.pick(['项目资金\n（万元）', '项目\n资金\n（万元）', '项目资金（元）', '预算执行情况\n（万元）']),
    '',
    [
      ['年初预算数', 'initial_budget'],
      ['全年预算数', 'annual_budget'],
      ['全年执行数', 'executed'],
      ['分值', 'weight'],
      ['执行率', 'execution_rate'],
      ['得分', 'score'],
    ].map(([head, field]) => [
      c.chance(0.2)
        ? ({ 全年预算数: '全年预算数（A）', 全年执行数: '全年执行数（B）', 执行率: '执行率（B/A）' }[head] ?? head)
        : head,
      field,
    ]),
    rows,
  );
  form.goals(
    c.pick(['年度总体目标', '年度\n总体\n目标', '年度绩效目标', '总体目标']),
    c.pick(['预期目标', '年初设定目标', '年度预期目标']),
    c.pick(['实际完成情况', '目标实际完成情况', '全年实际完成情况']),
  );
  const list = indicatorsOf(c, LEVELS);
  form.indicators(c.pick(['绩效指标', '绩\n效\n指\n标', '年度绩效指标']), list, {
    numbered: c.pick(['', '', '（#分）', '\n(#分)']),
    repeated: c.chance(0.1),
  });
  form.total(c.pick(['总分', '总    分', '合计', '总计', '总分：']), '100', round(Number(sum(list, 'score')) + 9.8));
  return [
    form,
    c.pick(['项目支出绩效自评表', '项目绩效自评表', '部门预算项目支出绩效自评表', '市级项目支出绩效自评表']),
    project,
  ];
};

const sichuan = (c) => {
  const columns = [
    L1,
    L2,
    L3,
    ...apart('指标值', '指标性质'),
    [c.pick(['完成值', '实际完成值', '全年完成值']), 'actual', 10],
    [c.pick(['权重', '分值']), 'weight', 7],
    SCORE,
    [c.pick(['未完成原因分析', '备注说明原因']), 'reason', 14],
  ];
  const form = new Form(c, 'project_self_evaluation', columns, true);
  const project = c.pick(PROJECTS);
  form.wide('项目名称', project, 'subject');
  form.pairs(['主管部门', c.pick(UNITS), 'department'], ['实施单位（盖章）', c.pick(UNITS), 'unit']);
  const told = c.chance(0.6);
  if (told) form.course('项目基本情况', '1.项目年度目标完成情况', '2.项目实施内容及过程概述');
  else form.wide('项目基本情况', '1.项目年度目标完成情况：按计划完成。2.项目实施内容及过程概述：按月拨付。', null);
  const rows = funds(c, ['总额', '其中：财政资金', '财政专户管理资金', '单位资金', '其他资金']).map((f, i) => [
    f.name,
    f.initial,
    f.annual,
    f.executed,
    f.rate,
    i ? '/' : '10',
    i ? '/' : '9.8',
    '',
  ]);
  form.block(
    'funding',
    '预算执行情况\n（10分）',
    told ? '年度预算数（万元）' : '',
    [
      ['年初预算', 'initial_budget'],
      ['调整后预算数', 'annual_budget'],
      ['预算执行数', 'executed'],
      ['预算执行率', 'execution_rate'],
      ['权重', 'weight'],
      ['得分', 'score'],
      ['原因', null],
    ],
    rows,
  );
  const list = indicatorsOf(c, LEVELS);
  form.indicators('绩效指标\n（90分）', list);
  form.total('合计', '100', round(Number(sum(list, 'score')) + 9.8));
  form.wide('评价结论', '项目自评得分良好，资金使用规范。', null);
  form.wide('存在主要问题', '无', null);
  form.wide('改进措施', '加强管理', null);
  form.pairs(['项目负责人：张三', '', null], ['财务负责人：李四', '', null]);
  return [form, '部门预算项目支出绩效自评表', project];
};

const hubei = (c) => {
  const columns = [L1, L2, L3, ...whole('年初目标值（A）', '实际完成值（B）'), SCORE];
  const overall = c.chance(0.4);
  const form = new Form(c, overall ? 'overall_self_evaluation' : 'project_self_evaluation', columns, c.chance(0.5));
  const [project, unit] = [c.pick(PROJECTS), c.pick(UNITS)];
  if (overall) form.wide('单位名称', unit, 'subject');
  else {
    form.wide('项目名称', project, 'subject');
    form.pairs(['主管部门', c.pick(UNITS), 'department'], ['项目实施单位', unit, 'unit']);
    form.wide('项目类别', '1、部门预算项目☑  2、省直专项□  3、省对下转移支付项目□', null);
  }
  const names = overall ? ['部门整体支出总额'] : ['年度财政资金总额'];
  const rows = funds(c, names).map((f) => [f.name, f.annual, f.executed, f.rate, '19.6']);
  form.block(
    'funding',
    form.side ? '预算执行情况（万元）\n（20分）' : '',
    form.side ? '' : '预算执行情况（万元）（20分）',
    [
      ['预算数（A）', 'annual_budget'],
      ['执行数（B）', 'executed'],
      ['执行率（B/A）', 'execution_rate'],
      ['得分（20分*执行率）', 'score'],
    ],
    rows,
  );
  const list = indicatorsOf(c, LEVELS);
  form.indicators('年度绩效目标（80分）', list);
  form.total('总分', '', round(Number(sum(list, 'score')) + 19.6));
  form.wide('偏差大或目标未完成原因分析', c.pick(REASONS), null);
  form.wide('改进措施及结果应用方案', '继续加强预算绩效管理，提高资金使用效益。', null);
  return [form, overall ? '部门整体绩效自评表' : '项目自评表', overall ? unit : project];
};

/** The columns of Liaoning's export, with one for each kind of reason. */
const liaoning = (target, reasons) => [
  L1,
  L2,
  L3,
  ['运算符号', 'operator', 6],
  [target, 'target', 9],
  ['度量单位', 'measure', 6],
  ['全年完成值', 'actual', 8],
  ['完成程度', 'completion', 7],
  ['分值', 'weight', 6],
  ['得分', 'score', 6],
  ...reasons.map((head) => [head, 'reason', 6, head === '其他' ? (r) => r.reason : () => '']),
  ['改进措施', 'improvement', 8],
];

const liaoningProject = (c) => {
  const columns = liaoning('内容', ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他', '原因说明']);
  const form = new Form(c, 'project_self_evaluation', columns, true);
  const project = c.pick(PROJECTS);
  form.wide('项目(政策)名称', project, 'subject');
  form.wide('主管部门', `${c.pick(UNITS)}-`, 'department');
  form.wide('实施单位', `${c.pick(UNITS)}本级-`, 'unit');
  const [f] = funds(c, ['']);
  form.pairs(
    ['项目预算金额（万元）', f.annual, 'budget'],
    ['全年执行数（万元）', f.executed, 'executed'],
    ['执行率', f.rate, 'execution_rate'],
  );
  form.goals('年度总体目标', '年初设定目标', '全年实际完成情况');
  const list = indicatorsOf(c, LEVELS);
  form.indicators('绩效指标', list, {
    overs: [
      { text: '年度目标值', from: 3, count: 3 },
      { text: '未完成原因分析', from: 10, count: 6 },
    ],
  });
  const score = sum(list, 'score');
  form.pairs(
    ['指标自评得分小计', score, 'indicator_score'],
    ['预算执行率得分', '9.8', 'execution_score'],
    ['减分项', '0', 'deduction'],
    ['绩效自评总得分', round(Number(score) + 9.8), 'total_score'],
  );
  return [form, '预算项目(政策)绩效自评表', project];
};

const liaoningOverall = (c) => {
  const columns = liaoning('指标值', ['经费保障', '制度保障', '人员保障', '硬件条件保障', '其他']);
  const form = new Form(c, 'overall_self_evaluation', columns, true);
  const unit = `011001${c.pick(UNITS)}本级-210400000`;
  form.wide('部门（单位）名称', unit, 'subject');
  const [f] = funds(c, ['']);
  form.wide('部门年初预算收入金额（万元）', f.annual, 'budget_revenue');
  form.wide('部门年初预算支出金额（万元）', f.annual, 'budget_expenditure');
  const rows = funds(c, ['基本支出', '信访救助资金', '信息化运行维护']).map((x) => [
    x.name,
    x.annual,
    x.executed,
    x.rate,
    '10',
    '9.8',
  ]);
  form.block(
    'task',
    '年度主要任务',
    '对应项目',
    [
      ['项目下达金额', 'issued'],
      ['项目执行金额', 'executed'],
      ['项目执行率', 'execution_rate'],
      ['分值', 'weight'],
      ['得分', 'score'],
    ],
    rows,
  );
  form.goals('年度目标', '年初总体目标', '全年完成情况');
  const list = indicatorsOf(c, OVERALL_LEVELS);
  form.indicators('绩效指标', list, { overs: [{ text: '偏差原因分析', from: 10, count: 5 }] });
  form.wide('总评价得分', round(Number(sum(list, 'score')) + 9.8), 'total_score');
  return [form, c.pick(['部门（单位）整体绩效自评表', '部门整体支出绩效自评表']), unit];
};

const yunnan = (c) => {
  const columns = [
    L1,
    L2,
    L3,
    ...apart('指标值', '指标性质'),
    ['实际完成值', 'actual', 10],
    WEIGHT,
    SCORE,
    ['偏差原因分析及改进措施', 'reason', 14],
  ];
  const form = new Form(c, 'project_self_evaluation', columns, c.chance(0.3));
  const project = c.pick(PROJECTS);
  form.wide('项目名称', project, 'subject');
  form.pairs(['主管部门', c.pick(UNITS), 'department'], ['实施单位', c.pick(UNITS), 'unit']);
  const rows = funds(c, ['年度资金总额', '其中：当年财政拨款', '上年结转资金', '非财政拨款']).map((f, i) => [
    f.name,
    f.initial,
    f.annual,
    f.executed,
    i ? '—' : '10',
    f.rate,
    i ? '—' : '9.8',
  ]);
  form.block(
    'funding',
    form.side ? '项目资金\n（万元）' : '',
    form.side ? '' : '项目资金（万元）',
    [
      ['年初预算数', 'initial_budget'],
      ['全年预算数', 'annual_budget'],
      ['全年执行数', 'executed'],
      ['分值', 'weight'],
      ['执行率', 'execution_rate'],
      ['得分', 'score'],
    ],
    rows,
  );
  form.goals(form.side ? '年度总体目标' : '', '预期目标', '实际完成情况');
  const list = indicatorsOf(c, LEVELS);
  form.indicators('绩效指标', list);
  if (c.chance(0.6)) form.wide('其他需要说明事项', '无', null);
  form.total('总分', '100', round(Number(sum(list, 'score')) + 9.8));
  return [form, '项目支出绩效自评表', project];
};

const hunanOverall = (c) => {
  const columns = [
    L1,
    L2,
    L3,
    ...whole('年度指标值', '实际完成值'),
    WEIGHT,
    SCORE,
    ['偏差原因分析及改进措施', 'reason', 16],
  ];
  const form = new Form(c, 'overall_self_evaluation', columns, true);
  const unit = c.pick(UNITS);
  form.wide(c.pick(['部门名称', '省级预算部门名称', '预算单位名称', '部门（单位）名称', '单位名称']), unit, 'subject');
  const rows = funds(c, [
    '年度资金总额',
    '按收入性质分：其中：一般公共预算',
    '政府性基金拨款',
    '按支出性质分：其中：基本支出',
    '项目支出',
  ]).map((f, i) => [f.name, f.initial, f.annual, f.executed, i ? '' : '10', f.rate, i ? '' : '9.8']);
  form.block(
    'funding',
    '年度预算申请\n（万元）',
    '',
    [
      ['年初预算数', 'initial_budget'],
      ['全年预算数', 'annual_budget'],
      ['全年执行数', 'executed'],
      ['分值', 'weight'],
      ['执行率', 'execution_rate'],
      ['得分', 'score'],
    ],
    rows,
  );
  form.goals('年度总体目标', '预期目标', '实际完成情况');
  const list = indicatorsOf(c, LEVELS);
  form.indicators('绩效指标', list);
  form.total('总分', '100', round(Number(sum(list, 'score')) + 9.8));
  return [form, c.pick(['部门整体支出绩效自评表', '单位整体支出绩效自评表', '部门整体支出绩效自评情况表']), unit];
};

const scoreInHead = (c) => {
  const columns = [
    L1,
    L2,
    L3,
    ['年度目标值', 'target', 13, joined],
    ['完成值', 'actual', 12, reached],
    ['完成率', 'completion', 8],
    WEIGHT,
    ['自评得分', 'score', 8],
    ['未完成原因', 'reason', 10],
    ['改进措施', 'improvement', 10],
  ];
  const form = new Form(c, 'project_self_evaluation', columns, false);
  const project = c.pick(PROJECTS);
  const list = indicatorsOf(c, LEVELS);
  form.wide('项目名称', project, 'subject');
  form.pairs(['主管部门', c.pick(UNITS), 'department'], ['实施单位', c.pick(UNITS), 'unit']);
  form.pairs(['自评得分', sum(list, 'score'), 'total_score'], ['自评等级', '优', null]);
  const [f] = funds(c, ['']);
  form.pairs(
    [c.pick(['全年预算数', '预算数', '预算金额（万元）']), f.annual, 'budget'],
    [c.pick(['全年执行数', '执行数', '执行金额（万元）']), f.executed, 'executed'],
    [c.pick(['执行率', '预算执行率']), f.rate, 'execution_rate'],
  );
  const [a, b] = [c.pick(GOALS), c.pick(GOALS)];
  form.wide(c.pick(['年度总体目标', '年度绩效目标', '项目绩效目标']), a, 'goal_planned');
  form.wide(c.pick(['目标完成情况', '年度目标完成情况', '总体目标完成情况']), b, 'goal_actual');
  form.indicators('', list);
  return [form, c.pick(['项目支出绩效自评表', '专项资金绩效自评表', '项目绩效自评情况表']), project];
};

const transfer = (c) => {
  const columns = [L1, L2, L3, ...whole('指标值', '全年实际完成值'), ['未完成原因和改进措施', 'reason', 18]];
  const form = new Form(c, 'project_self_evaluation', columns, true);
  const project = c.pick(PROJECTS);
  form.wide(c.pick(['转移支付（项目）名称', '专项名称', '项目名称']), project, 'subject');
  form.wide('中央主管部门', c.pick(UNITS), 'department');
  form.pairs(['地方主管部门', c.pick(UNITS), null], ['资金使用单位', c.pick(UNITS), 'unit']);
  const rows = funds(c, ['年度资金总额', '其中：中央财政资金', '地方资金', '其他资金']).map((f) => [
    f.name,
    f.annual,
    f.executed,
    f.rate,
  ]);
  form.block(
    'funding',
    c.pick(['资金投入情况\n（万元）', '项目资金\n（万元）']),
    '',
    [
      ['全年预算数（A）', 'annual_budget'],
      ['全年执行数（B）', 'executed'],
      ['预算执行率（B/A×100%）', 'execution_rate'],
    ],
    rows,
  );
  form.goals('总体目标完成情况', '总体目标', '全年实际完成情况');
  const list = indicatorsOf(c, LEVELS);
  form.indicators('绩效指标', list);
  form.wide('说明', '无', null);
  return [form, c.pick(['转移支付区域（项目）绩效目标自评表', '中央对地方专项转移支付绩效目标自评表']), project];
};

/** Everything in one row of figures, no levels; what 调整 says of the aims is left out of the truth. */
const chongqing = (c) => {
  const columns = [
    ['指标名称', 'level3', 20],
    ['计量单位', 'measure', 8],
    ['指标性质', 'operator', 8],
    ['年初指标值', 'target', 11],
    ['全年完成值', 'actual', 11],
    ['得分系数（%）', null, 8, () => '100'],
    ['指标权重（分）', 'weight', 8],
    ['指标得分（分）', 'score', 8],
    ['是否核心指标', null, 8, () => '否'],
    ['说明', null, 8, () => ''],
  ];
  const form = new Form(c, 'project_self_evaluation', columns, true);
  const project = c.pick(PROJECTS);
  const list = indicatorsOf(c, LEVELS);
  form.pairs(['项目名称', project, 'subject'], ['自评总分（分）', sum(list, 'score'), 'total_score']);
  form.pairs(['主管部门', c.pick(UNITS), 'department'], ['财政归口处室', '农业农村处', null]);
  const rows = funds(c, ['年度总金额', '其中：财政拨款']).map((f) => [
    f.name,
    f.initial,
    f.annual,
    f.executed,
    f.rate,
    '10',
    '10',
  ]);
  form.block(
    'funding',
    '项目资金\n（万元）',
    '',
    [
      ['年初预算数', 'initial_budget'],
      ['全年（调整）预算数', 'annual_budget'],
      ['全年执行数', 'executed'],
      ['执行率', 'execution_rate'],
      ['执行率权重', 'weight'],
      ['执行率得分', 'score'],
    ],
    rows,
  );
  form.indicators('绩效指标', list);
  return [form, '项目绩效自评表', project];
};

/** Parts numbered down the side; the amounts stand behind their labels in one cell. */
const hebei = (c) => {
  const columns = [L1, L2, L3, ...whole('预期指标值', '实际完成值'), ['自评得分', 'score', 9]];
  const form = new Form(c, 'project_self_evaluation', columns, true);
  const [project, unit] = [c.pick(PROJECTS), c.pick(UNITS)];
  form.header('subject', project);
  form.header('unit', unit);
  form.rows.push([
    mid('一、基本情况'),
    mid('项目名称'),
    mid(project, { span: 2 }),
    mid('实施（主管）单位'),
    mid(unit, { span: 2 }),
  ]);
  const [f] = funds(c, ['']);
  form.header('budget', f.annual);
  form.header('executed', f.executed);
  form.header('execution_rate', f.rate);
  const two = (...texts) => texts.map((text, i) => mid(text, i < 2 ? { span: 2 } : {}));
  form.rows.push(
    [
      mid('二、预算执行情况', { down: 3 }),
      ...two('预算安排情况（调整后）', '资金到位情况', '资金执行情况', '预算执行进度'),
    ],
    two(`预算数：${f.annual}`, `到位数：${f.annual}`, `执行数：${f.executed}`, f.rate),
    two(`其中：财政资金 ${f.annual}`, `其中：财政资金 ${f.annual}`, `其中：财政资金 ${f.executed}`, ''),
  );
  const [a, b] = [c.pick(GOALS), c.pick(GOALS)];
  form.header('goal_planned', a);
  form.header('goal_actual', b);
  const goal = (make, ...texts) => texts.map((text, i) => make(text, { span: [3, 2, 1][i] }));
  form.rows.push(
    [mid('三、目标完成情况', { down: 2 }), ...goal(mid, '年度预期目标', '具体完成情况', '总体完成率')],
    goal(label, a, b, '100%'),
  );
  const list = indicatorsOf(c, LEVELS);
  form.indicators('四、年度绩效指标完成情况', list);
  form.wide('五、存在问题、原因及下一步整改措施', '无', null);
  return [form, '项目支出绩效自评表', project];
};

const shaanxiOverall = (c) => {
  const columns = [L1, L2, L3, ...whole('年度指标值', '实际完成值'), WEIGHT, SCORE, ['未完成原因分析', 'reason', 12]];
  const form = new Form(c, 'overall_self_evaluation', columns, true);
  const unit = c.pick(UNITS);
  form.wide('部门（单位）名称', unit, 'subject');
  const rows = funds(c, ['任务一：保障运行', '任务二：档案抢救保护', '任务三：重点项目']).map((x) => [
    x.name,
    x.annual,
    x.executed,
    x.rate,
    '10',
    '9.8',
  ]);
  form.block(
    'task',
    '年度主要任务完成情况',
    '任务名称',
    [
      ['全年预算数（万元）', 'issued'],
      ['全年执行数（万元）', 'executed'],
      ['执行率', 'execution_rate'],
      ['分值', 'weight'],
      ['得分', 'score'],
    ],
    rows,
  );
  form.goals('年度总体目标完成情况', '预期目标', '目标实际完成情况');
  const list = indicatorsOf(c, LEVELS);
  form.indicators('年度绩效指标完成情况', list);
  form.total('总分', '100', round(Number(sum(list, 'score')) + 9.8));
  return [form, '部门整体支出绩效自评表', unit];
};

/** A number before each indicator; marks for how it is marked. */
const numbered = (c) => {
  let n = 0;
  const columns = [
    ['序号', null, 6, () => String(++n)],
    L1,
    L2,
    L3,
    ...whole('目标值', '完成值'),
    ['分值（权重）', 'weight', 7],
    ['评分标准', null, 14, () => '完成得满分，每少1个百分点扣0.5分'],
    ['自评得分', 'score', 7],
    ['扣分原因', 'reason', 12],
  ];
  const form = new Form(c, 'project_self_evaluation', columns, false);
  const project = c.pick(PROJECTS);
  form.wide('项目名称', project, 'subject');
  form.pairs(
    ['主管部门', c.pick(UNITS), 'department'],
    ['实施单位', c.pick(UNITS), 'unit'],
    ['评价年度', '2024', null],
  );
  const [f] = funds(c, ['']);
  form.pairs(
    ['预算数（万元）', f.annual, 'budget'],
    ['执行数（万元）', f.executed, 'executed'],
    ['执行率（%）', f.rate, 'execution_rate'],
  );
  const list = indicatorsOf(c, LEVELS);
  form.indicators('', list, { repeated: c.chance(0.5) });
  n = 0;
  form.total('合计', '100', sum(list, 'score'));
  return [form, c.pick(['项目支出绩效自评表', '预算项目绩效自评表', '财政支出项目绩效自评表']), project];
};

export const FAMILIES = {
  central,
  sichuan,
  hubei,
  liaoningProject,
  liaoningOverall,
  yunnan,
  hunanOverall,
  scoreInHead,
  transfer,
  chongqing,
  hebei,
  shaanxiOverall,
  numbered,
};
