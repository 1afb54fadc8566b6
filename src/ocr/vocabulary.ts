import { catalog } from '../catalog/catalog.js';
import { comparable } from '../normalise/text.js';

/** Labels of the summary tables that are no functional class, without numbering: as the forms of the regions print them. */
const SUMMARY_LABELS = [
  '一般公共预算财政拨款收入',
  '一般公共预算财政拨款',
  '政府性基金预算财政拨款收入',
  '政府性基金预算财政拨款',
  '国有资本经营预算财政拨款收入',
  '国有资本经营预算财政拨款',
  '财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '附属单位缴款收入',
  '其他收入',
  '本年收入合计',
  '本年支出合计',
  '收入合计',
  '支出合计',
  '使用非财政拨款结余',
  '使用非财政拨款结余(含专用结余)',
  '使用专用结余',
  '用事业基金弥补收支差额',
  '年初结转和结余',
  '年末结转和结余',
  '年初财政拨款结转和结余',
  '年末财政拨款结转和结余',
  '上年结转和结余',
  '结余分配',
  '基本支出',
  '项目支出',
  '人员经费',
  '公用经费',
  '日常公用经费',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
  '文化体育与传媒支出',
  '医疗卫生与计划生育支出',
  '资源勘探信息等支出',
  '国土海洋气象等支出',
  '收入总计',
  '支出总计',
  '总计',
  '合计',
];

let labels: readonly string[] | undefined;

/** All labels that the rows of the summary tables may have, the functional classes among them. */
export function summaryLabels(): readonly string[] {
  labels ??= [
    ...SUMMARY_LABELS,
    ...[...catalog('functional').names].filter(([code]) => code.length === 3).map(([, name]) => name),
  ].map(comparable);
  return labels;
}

/** Characters that look alike in small print, in groups. */
const ALIKE = ['木末未', '午年牛', '人八入', '日目曰', '般股', '拔拨', '千干', '己已巳', '土士上', '大太', '决次诀'];
const alike = (a: string, b: string): boolean => a === b || ALIKE.some((g) => g.includes(a) && g.includes(b));

/** Whether two texts of one length differ in characters only that look alike. */
export const looksLike = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((c, i) => alike(c, b[i]!));

/** How many characters must be put in, left out or changed to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** The one entry that a misread text must be: near enough, and nearer than every other. */
export function nearest(text: string, entries: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(0.34 * text.length)) + 1;
  let rival = false;
  for (const entry of entries) {
    if (Math.abs(entry.length - text.length) > least) continue;
    const d = editDistance(text, entry);
    if (d < least) {
      best = entry;
      least = d;
      rival = false;
    } else if (d === least && best !== undefined) rival = true;
  }
  return rival ? undefined : best;
}
