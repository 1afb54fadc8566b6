import { isEconomicItem, type Label } from './subjects.js';

/**
 * True where the amount behind a label is of several subjects, or may be: 上缴上级支出、经营支出、对附属单位补助支出共0.00万元, and of the economic
 * classification any list that one amount ends (办公费、印刷费、水费416.36万元). `to`: where the amount begins.
 */
export function isOfSeveral(label: Label, labels: readonly Label[], text: string, to: number): boolean {
  const isListed = labels.some((l) => l.to === label.from - 1 && '、和及'.includes(text[l.to]!));
  return isListed && (isEconomicItem(label.key) || /共|合计/.test(text.slice(label.to, to)));
}
