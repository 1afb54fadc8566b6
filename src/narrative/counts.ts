import type { Quantity } from './quantities.js';
import type { Scope } from './scopes.js';
import type { Measure } from './statement.js';

export interface Counted {
  readonly subject: string;
  readonly measure: Measure;
}

/** What is counted: `before` is the paragraph up to the number, `after` what follows the unit, `topic` the last subject named. */
export function readCount(
  scope: Scope,
  q: Quantity,
  before: string,
  after: string,
  topic: string | null,
  threshold: string | null,
): Counted | undefined {
  if (scope === 'three_public') return threePublic(q, before, after, topic);
  if (scope === 'assets') return assets(q, before, after, threshold);
  if (scope === 'performance') return performance(q, before, after);
  return undefined;
}

/** 车辆7台: vehicles too, as some count them. */
const isVehicle = (q: Quantity, before: string): boolean =>
  q.unit === '辆' ||
  (q.unit === '台' && /车(?:辆)?(?:\([^()]*\))?(?:保有量|总数|合计|共有|共计|共|有|为)*$/.test(before));

const clauseOf = (before: string): string => /[^。;]*$/.exec(before)![0];

function threePublic(q: Quantity, before: string, after: string, topic: string | null): Counted | undefined {
  if (/^(?:下属)?(?:预算)?(?:单位|部门|项目)/.test(after)) return undefined;
  const near = /[^，,。;、\d]*$/.exec(before)![0];
  if (isVehicle(q, before)) {
    if (/保有|实有|现有|共有|拥有/.test(near)) return { subject: 'vehicle_operation', measure: 'vehicles_kept' };
    return /购置|更新|新购|新增/.test(near) ? { subject: 'vehicle_purchase', measure: 'vehicles_bought' } : undefined;
  }
  const people = q.unit === '人次' || q.unit === '人' || q.unit === '名';
  if (people && /陪同/.test(near)) return undefined;
  if (topic === 'overseas' || /出国/.test(near)) {
    if (people) return { subject: 'overseas', measure: 'persons' };
    return /个|批|次/.test(q.unit) ? { subject: 'overseas', measure: 'groups' } : undefined;
  }
  if (!topic?.startsWith('reception') && !/接待/.test(near)) return undefined;
  const own = topic?.startsWith('reception') ? topic : 'reception';
  const subject = /外事|外宾|国\(境\)外|国外/.test(near) ? 'reception_foreign' : own;
  if (people) return { subject, measure: 'persons' };
  if (q.unit === '个') {
    if (/团组/.test(near)) return { subject, measure: 'groups' };
    return /批/.test(near) ? { subject, measure: 'batches' } : undefined;
  }
  return /批|次/.test(q.unit) ? { subject, measure: 'batches' } : undefined;
}

/** 共有车辆2辆, 车辆总数为2辆, 车辆2辆: all of them, and no kind of them. */
const ALL_VEHICLES =
  /(?:共有|共计|实有|现有|保有|拥有|占用|共)(?:各类|各种|公务)*(?:用车|车辆|汽车)(?:总数|合计|数量)?(?:共|为)?$|车辆(?:总数|合计|总量|保有量|数量)(?:共|为)?$|(?:^|部门|单位|局|委|厅|院)(?:有)?车辆(?:共有|共计|共|为)?$/;

/** Shaanxi: 当年购置车辆1辆; 购置单价100万元(含)以上的设备0台(套): what came in or went in the year is no kind of what is there. */
const GOT = /购置|新购|购入|购买/;
const CHANGED = /新增|增加|更新|减少|报废|处置|报损|调入|调出|划转/;

function assets(q: Quantity, before: string, after: string, threshold: string | null): Counted | undefined {
  if (isVehicle(q, before)) {
    const words = /([^，,;。、:\d]*)$/.exec(before)![1]!;
    if (ALL_VEHICLES.test(words.replace(/\([^()]*\)/g, ''))) return { subject: 'vehicles', measure: 'count' };
    if (GOT.test(words)) return { subject: 'vehicles', measure: 'vehicles_bought' };
    if (CHANGED.test(words)) return undefined;
    // Behind a 、 that a picture lost stands the unit of the kind before.
    const name = words.replace(/^辆?(?:其中|包括|分别为)?/, '').replace(/(?:共有|共计|共|有|为)+$/, '');
    return /车/.test(name) && name.length <= 30 ? { subject: name, measure: 'count' } : undefined;
  }
  if (!/台|套/.test(q.unit)) return undefined;
  const words = /[^，,;。\d]*$/.exec(before)![0] + after.slice(0, 4);
  if (threshold === null || !/设备|仪器/.test(words + clauseOf(before).slice(-40))) return undefined;
  const whole = /[^，,。;]*$/.exec(before)![0];
  if (CHANGED.test(whole)) return undefined;
  const kind = /通用/.test(words) ? 'general_' : /专用/.test(words) ? 'special_' : '';
  return { subject: `${kind}equipment_over_${threshold}`, measure: GOT.test(whole) ? 'bought' : 'count' };
}

const PERFORMANCE: readonly (readonly [RegExp, string])[] = [
  [/绩效目标/, 'targets'],
  [/跟踪|监控/, 'monitoring'],
  [/部门评价|重点(?:绩效)?评价|财政(?:重点)?评价/, 'evaluation'],
  [/整体(?:\([^()]*\))?(?:支出)?(?:预算)?(?:绩效)?自评/, 'overall'],
  [/自评/, 'self_evaluation'],
  [/整体/, 'overall'],
];

/** Which step of 预算绩效 the words before a number speak of. */
export function performanceSubject(before: string): string {
  const clause = clauseOf(before).slice(-80);
  let best: readonly [number, string] = [-1, 'projects'];
  for (const [words, key] of PERFORMANCE) {
    for (const m of clause.matchAll(new RegExp(words.source, 'g'))) {
      const end = m.index + m[0].length;
      if (end > best[0]) best = [end, key];
    }
  }
  return best[1];
}

const PROJECT = /(?:预算数|执行数|完成预算(?:的)?)(?:为)?$/;
/** What is said of the money of the whole department as well: 全年预算220.00万元，实际执行213.10万元，执行率96.86%. */
const MONEY =
  /(?:全年|年初|年度|项目|调整后?的?)预算(?:金额|资金|安排)?(?:为|共)?$|(?:实际|累计)(?:执行|支出|完成)(?:数|金额|资金)?(?:为|共)?$/;

/**
 * Whether an amount or a rate is of the money of one project. `sentence`: its words before the number; `gap`: those since the last number;
 * `told`: of what that was.
 */
export function isOfOneProject(sentence: string, gap: string, told: string | undefined): boolean {
  if (PROJECT.test(gap)) return true;
  if (/整体/.test(sentence)) return false;
  return MONEY.test(gap) || (told === 'project' && /(?:执行|完成)率(?:为)?$/.test(gap));
}

function performance(q: Quantity, before: string, after: string): Counted | undefined {
  if (q.unit !== '个' && q.unit !== '项') return undefined;
  if (/^(?:下属)?(?:预算)?单位/.test(after) && /整体/.test(clauseOf(before)))
    return { subject: 'overall', measure: 'units' };
  const grade = /(?:评级|等级|等次|结果)?(?:为)?"?(优|良|中|合格|不合格|差)"?的(?:项目)?$/.exec(before)?.[1];
  if (grade) return { subject: `grade_${grade}`, measure: 'count' };
  const level = /(一级|二级)项目(?:有|共)?$/.exec(before)?.[1];
  if (level) return { subject: level === '一级' ? 'level1_projects' : 'level2_projects', measure: 'count' };
  const named =
    /项目(?:绩效|支出)?(?:自评|评价)?(?:数量|数)?(?:有|共|共计|为|涉及)?$/.test(before) ||
    /^(?:一般公共预算|政府性基金预算|国有资本经营预算|部门|预算|财政)*(?:支出)?项目/.test(after);
  if (!named) return undefined;
  const behind = performanceSubject(/^[^。;，,]*/.exec(after)![0].slice(0, 24));
  return { subject: behind !== 'projects' ? behind : performanceSubject(before), measure: 'count' };
}
