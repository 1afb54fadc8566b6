import type { NamedItem } from './items.js';
import { FILLER } from './measures.js';
import type { Subject } from './readParagraph.js';
import { isEconomicItem, type Label } from './subjects.js';

/**
 * True where the amount behind a label is of several subjects, or may be: 上缴上级支出、经营支出、对附属单位补助支出共0.00万元, and of the economic
 * classification any list that one amount ends (办公费、印刷费、水费416.36万元). `to`: where the amount begins.
 */
function isOfSeveral(label: Label, labels: readonly Label[], text: string, to: number): boolean {
  const isListed = labels.some((l) => l.to === label.from - 1 && '、和及'.includes(text[l.to]!));
  return isListed && (isEconomicItem(label.key) || /共|合计/.test(text.slice(label.to, to)));
}

/** 生态保护项目支出600万元: what one project cost, by its name; other words before 项目支出 say whose, when or from what all of them are paid. */
const NAMES_PROJECTS =
  /(?:年|年度|本年|当年|全年|其中|拨款|预算|基金|经营|资金|部门|单位|[局厅委办院校会所站队馆处团园台镇乡]|中心|机关|街道|公司|决算|安排|用于|[的和及与为将了是])$|^[^\p{Script=Han}]*$/u;

/** Whether the words before 项目支出 name one project of many. */
const isOneProject = (before: string): boolean => !NAMES_PROJECTS.test(/[^，,。;:、"()]*$/u.exec(before)![0]);

/** 其中：局本级基本支出: of a part of the department, not of the whole that the tables print. */
const isOfAPart = (before: string): boolean => {
  const words = /[^，,。;:、]*$/.exec(before)![0];
  return /本级|下属|所属|直属/.test(words) && !/本级(?:和|及|、).*(?:所属|下属|直属)|及所属|含所属|和所属/.test(words);
};

/** True where the amount behind a label is not that of the whole which the label names. `from`: where the words before the amount begin. */
export function isNotOfWhole(label: Label, labels: readonly Label[], text: string, from: number, to: number): boolean {
  const owner = text.slice(from, label.from);
  return (
    isOfSeveral(label, labels, text, to) ||
    isOfAPart(owner) ||
    (label.key === 'project' && FILLER.test(text.slice(label.to, to)) && isOneProject(owner))
  );
}

/** What is also told of one item or class as its parts. */
const PARTS = /^(?:basic|project|personnel|public_funds|3\d\d)$/;

/**
 * True where a label behind 其中 is a part of what one item or one class cost: 行政单位医疗(项)46.34万元，其中：基本支出40.34万元. Behind several of
 * them it speaks of the whole. `whole`: what the paragraph speaks of at a place; `items`: the items that it names.
 */
export function isPartOfOne(
  label: Label,
  labels: readonly Label[],
  items: readonly NamedItem[],
  text: string,
  whole: (at: number) => Subject | null,
): boolean {
  const parts = text.lastIndexOf('其中', label.from);
  const stop = text.lastIndexOf('。', label.from);
  if (!PARTS.test(label.key) || parts <= stop) return false;
  const own = whole(parts);
  if (own?.names) return items.filter((i) => i.to <= parts).length <= 1;
  const classes = labels.filter((l) => /^2\d\d$/.test(l.key) && l.from > stop && l.to <= parts);
  return classes.length === 1 && own?.key === classes[0]!.key;
}
