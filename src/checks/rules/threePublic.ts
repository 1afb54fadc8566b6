/** G1, G2: inside 财政拨款“三公”经费支出决算表. Rows stand by item, columns are 预算数 and 决算数. */
import type { Figure } from '../figures.js';
import { type Instance, present, type Rule, untried } from '../rule.js';
import { type Sheet, unusable } from '../sheet.js';

export type Item = 'total' | 'overseas' | 'vehicle' | 'vehicle_purchase' | 'vehicle_operation' | 'reception';

const COLUMNS = ['budget', 'final'] as const;

/** The figure of an item: the row that prints it, or else the first that has such a cell. */
export function itemFigure(sheet: Sheet, item: Item, column: string): Figure | undefined {
  const figures = sheet.entries.flatMap(({ row, figures: own }) => (row.name === item ? (own.get(column) ?? []) : []));
  return figures.find(({ printed }) => printed !== null) ?? figures[0];
}

const itemRule = (
  id: string,
  title: Rule['title'],
  source: string,
  total: Item,
  addends: readonly Item[],
  says: string,
): Rule => ({
  id,
  title,
  source,
  severity: 'error',
  evaluate(ledger) {
    const sheet = ledger.sheet('three_public');
    const reason = unusable(sheet);
    if (reason !== null) return untried(sheet, reason);
    return COLUMNS.flatMap((column): readonly Instance[] => {
      const left = itemFigure(sheet, total, column);
      const all = addends.flatMap((item) => [itemFigure(sheet, item, column) ?? parts(sheet, item, column)].flat());
      const right = present(all);
      if (left === undefined || right.length === 0)
        return [{ at: `${sheet.key}/${column}`, why: `no rows for: ${says}` }];
      // Items may stand beside each other: what is not there may be under a head that is not understood.
      return [{ relation: '=', left: [left], right, says, ...(right.length < all.length && { withinRow: true }) }];
    });
  },
});

/** Forms without the row 公务用车购置及运行费 print its two parts. */
const parts = (sheet: Sheet, item: Item, column: string): readonly (Figure | undefined)[] =>
  item === 'vehicle'
    ? [itemFigure(sheet, 'vehicle_purchase', column), itemFigure(sheet, 'vehicle_operation', column)]
    : [];

export const THREE_PUBLIC_RULES: readonly Rule[] = [
  itemRule(
    'G1',
    {
      zh: '合计 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费',
      en: 'total = travel abroad + vehicles + receptions',
    },
    '公开07表 (central form: 公开09表), 预算数 and 决算数',
    'total',
    ['overseas', 'vehicle', 'reception'],
    '合计 = 出国 + 车 + 接待',
  ),
  itemRule(
    'G2',
    { zh: '公务用车购置及运行费 = 购置费 + 运行维护费', en: 'vehicles = purchase + operation' },
    '公开07表 (central form: 公开09表), 预算数 and 决算数',
    'vehicle',
    ['vehicle_purchase', 'vehicle_operation'],
    '车 = 购置 + 运行维护',
  ),
];
