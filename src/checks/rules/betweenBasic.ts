/** K13 to K16: 公开06表 against 公开05表, 三公 and the narrative. */
import { roundedParts } from '../codedSheet.js';
import type { Figure } from '../figures.js';
import { type Identity, type Instance, present, type Rule, untried } from '../rule.js';
import { figureOf, hasFigure } from '../sheet.js';
import { subtotal } from './basicExpenditure.js';
import { unusableOf } from './betweenTotals.js';
import { type Item, itemFigure } from './threePublic.js';

const BASIC = 'general_public_budget_basic';

/** An item of 公开06表 that 三公 prints too: 三公 includes project money, so it is never less. */
const noMoreThan = (
  id: string,
  title: Rule['title'],
  source: string,
  pairs: readonly (readonly [code: string, item: Item, label: string])[],
): Rule => ({
  id,
  title,
  source,
  severity: 'warning',
  evaluate(ledger) {
    const basic = ledger.coded(BASIC);
    const spent = ledger.sheet('three_public');
    const reason = unusableOf([basic, spent]);
    if (reason !== null) return untried(basic, reason);
    if (!spent.entries.some((entry) => hasFigure(entry, ['final']))) return untried(spent, '三公 prints no 决算数');
    const found = pairs.flatMap(([code, item, label]): readonly Instance[] => {
      const left = figureOf(basic.byCode.get(code), 'amount');
      const right = itemFigure(spent, item, 'final');
      if (left === undefined || right === undefined) return [];
      return [{ relation: '≤', left: [left], right: [right], says: `${label}: 06 ${code} ≤ 三公 决算数` }];
    });
    return found.length === 0 ? untried(basic, 'no such row in one of the tables') : found;
  },
});

export const BETWEEN_BASIC_RULES: readonly Rule[] = [
  {
    id: 'K13',
    title: {
      zh: '人员经费合计 + 公用经费合计 = 05表的基本支出合计',
      en: 'personnel + public funds = basic spending of 05',
    },
    source: '公开06表 last row = 公开05表 合计, 栏次 2',
    severity: 'error',
    evaluate(ledger) {
      const basic = ledger.coded(BASIC);
      const general = ledger.coded('general_public_budget');
      const reason = unusableOf([basic, general]);
      if (reason !== null) return untried(basic, reason);
      const right = figureOf(general.total, 'basic');
      if (right === undefined) return untried(general, 'no 合计 row with 基本支出 in 05');
      const [personnel, public_] = [subtotal(basic, '人员经费'), subtotal(basic, '公用经费')];
      const parts: readonly Figure[] = present([figureOf(personnel, 'amount'), figureOf(public_, 'amount')]);
      const whole = present([figureOf(basic.total, 'amount')]);
      const [first, ...others] = parts.length === 2 ? parts : whole;
      if (first === undefined) return untried(basic, 'no rows 人员经费合计 and 公用经费合计');
      // Either side may be a total of rounded items; as far as it is, they all carry an error.
      const itemised = general.total === null ? 1 : roundedParts(general, [general.total], 'basic');
      const leaves = itemised + roundedParts(basic, basic.tops, 'amount');
      const says = '人员经费合计 + 公用经费合计 = 05 合计, 基本支出';
      const identity: Identity = { relation: '=', left: [first, ...others], right: [right], says };
      return [leaves > 2 ? { ...identity, leaves } : identity];
    },
  },
  noMoreThan(
    'K14',
    { zh: '公务用车运行维护费: 06表 ≤ 三公表', en: 'vehicle operation in 06 is no more than in 三公' },
    '公开06表 30231 ≤ 三公 公务用车运行维护费, 决算数; equal if no project money pays for vehicles',
    [['30231', 'vehicle_operation', '公务用车运行维护费']],
  ),
  noMoreThan(
    'K15',
    {
      zh: '公务接待费、因公出国费、公务用车购置费: 06表 ≤ 三公表',
      en: 'receptions, travel abroad, vehicles: 06 is no more than 三公',
    },
    '公开06表 30217, 30212, 31013 ≤ 三公, 决算数',
    [
      ['30217', 'reception', '公务接待费'],
      ['30212', 'overseas', '因公出国（境）费'],
      ['31013', 'vehicle_purchase', '公务用车购置费'],
    ],
  ),
  {
    id: 'K16',
    title: { zh: '机关运行经费 ≤ 公用经费合计', en: 'operating cost in the text is no more than public funds in 06' },
    source: '情况说明 机关运行经费 (行政 and 参公 units only) ≤ 公开06表 公用经费合计',
    severity: 'warning',
    evaluate(ledger) {
      const basic = ledger.coded(BASIC);
      const reason = unusableOf([basic]);
      if (reason !== null) return untried(basic, reason);
      if (ledger.operatingCost === null) return untried(basic, 'the text states no 机关运行经费');
      const right = figureOf(subtotal(basic, '公用经费'), 'amount');
      if (right === undefined) return untried(basic, 'no row 公用经费合计');
      const says = '机关运行经费 in the text ≤ 06 公用经费合计';
      // 公用经费合计 is a sum of rounded classes: one step of rounding.
      return [{ relation: '≤', left: [ledger.operatingCost], right: [right], says, leaves: 2 }];
    },
  },
];
