/** N7, N8, N9, N10, N11, N12: what the text says of a whole is the sum of what it says of its parts. */
import { Decimal } from 'decimal.js';
import type { Said } from '../../narrative/statement.js';
import { isMoney, type Num, stepOf, ZERO } from './numbers.js';
import { compare, type RuleId, type Verdict } from './verdict.js';
import { isAmountOf, type View } from './view.js';

/** How the parts of a list relate to the whole: all of them, or some (其中). */
type Parts = 'all' | 'some';

function sumVerdict(
  view: View,
  rule: RuleId,
  whole: number,
  parts: readonly number[],
  kind: Parts,
  says: string,
): Verdict[] {
  if (parts.length < 2) return [];
  const nums = parts.map((i) => view.num(i));
  const expected = nums.reduce((sum, n) => sum.add(n.value), ZERO);
  const own = view.num(whole);
  const money = isMoney(view.said[whole]!);
  const halves = [own, ...nums].filter((n) => !n.value.isZero()).reduce((sum, n) => sum.add(n.half), ZERO);
  const rounding = money ? Decimal.max(halves, stepOf(own, ...nums)) : ZERO;
  const result = compare({ expected, actual: own.value, rounding: ZERO, truncation: rounding });
  const cells = [whole, ...parts].map((i) => `narrative/${i}`);
  const why = `${says}: ${own.value.toFixed()} and ${nums.map((n) => n.value.toFixed()).join(' + ')} = ${expected.toFixed()}`;
  if (result.outcome === 'fails' && kind === 'some' && expected.lt(own.value))
    return [
      {
        rule,
        at: whole,
        ...result,
        outcome: 'not-checkable',
        cells,
        why: `${says}: the text names only some of the parts`,
        about: [],
      },
    ];
  const about = expected.isZero() ? [] : [whole, ...parts.filter((i) => !view.num(i).value.isZero())];
  return [{ rule, at: whole, ...result, cells, why, about }];
}

/** Statements of a section that fit, after `whole`, each subject once. */
function partsAfter(view: View, whole: number, fits: (s: Said) => boolean): number[] {
  const own = view.said[whole]!;
  const seen = new Set<string>();
  return view.said.flatMap((s, i) => {
    if (i <= whole || s.section !== own.section || !fits(s) || seen.has(s.subject)) return [];
    seen.add(s.subject);
    return [i];
  });
}

const amountIn =
  (subjects: readonly string[]) =>
  (s: Said): boolean =>
    s.measure === 'amount' && subjects.includes(s.subject) && isMoney(s);

export function sumVerdicts(view: View): Verdict[] {
  return [...basic(view), ...reception(view), ...procurement(view), ...vehicles(view), ...items(view), ...grades(view)];
}

function basic(view: View): Verdict[] {
  return view.said.flatMap((s, i): Verdict[] => {
    if (!isAmountOf('basic')(s)) return [];
    const pair = partsAfter(view, i, amountIn(['personnel', 'public_funds']));
    const kinds = partsAfter(
      view,
      i,
      (p) => p.paragraph === s.paragraph && amountIn(['301', '302', '303', '307', '310'])(p),
    );
    return [
      ...sumVerdict(view, 'N7', i, pair, 'all', '基本支出 = 人员经费 + 公用经费'),
      ...sumVerdict(view, 'N7', i, kinds, 'some', '基本支出 = 工资福利 + 商品和服务 + 对个人和家庭的补助'),
    ];
  });
}

/** 国内 and 外事 are the two kinds of reception; some texts count the second one under the first, which then is the whole. */
function reception(view: View): Verdict[] {
  return view.said.flatMap((s, i): Verdict[] => {
    if (!isAmountOf('reception')(s)) return [];
    const parts = partsAfter(view, i, amountIn(['reception_domestic', 'reception_foreign']));
    const whole = parts.some((p) => view.num(p).value.eq(view.num(i).value));
    if (whole && parts.every((p) => !view.num(p).value.isZero())) return [];
    return sumVerdict(view, 'N8', i, parts, 'all', '公务接待费 = 国内公务接待 + 外事接待');
  });
}

function procurement(view: View): Verdict[] {
  return view.said.flatMap((s, i): Verdict[] => {
    if (s.statement !== 'N9' || !isAmountOf('total')(s)) return [];
    const parts = partsAfter(view, i, (p) => p.statement === 'N9' && amountIn(['goods', 'works', 'services'])(p));
    return sumVerdict(
      view,
      'N9',
      i,
      parts,
      parts.length === 3 ? 'all' : 'some',
      '政府采购支出总额 = 货物 + 工程 + 服务',
    );
  });
}

function vehicles(view: View): Verdict[] {
  return view.said.flatMap((s, i): Verdict[] => {
    if (s.statement !== 'N10' || s.subject !== 'vehicles') return [];
    const parts = partsAfter(
      view,
      i,
      (p) => p.statement === 'N10' && /车/.test(p.subject) && p.unit === s.unit && p.paragraph === s.paragraph,
    );
    const whole = parts.some((p) => /其他|其它/.test(view.said[p]!.subject));
    return sumVerdict(view, 'N10', i, parts, whole ? 'all' : 'some', '车辆 = Σ 各类用车');
  });
}

const OTHER_BUDGETS = ['government_fund', 'state_capital'] as const;

/** Σ 项 = the total that the section says, where the text names every 项 of 公开05表. */
function items(view: View): Verdict[] {
  const leaves = view.ledger
    .coded('general_public_budget')
    .coded.flatMap((e) =>
      e.row.code.length === 7 && (e.figures.get('total')?.amount ?? 0n) !== 0n ? [e.row.code] : [],
    );
  const ofOtherBudgets = (code: string): boolean =>
    !leaves.includes(code) && OTHER_BUDGETS.some((key) => view.ledger.coded(key).byCode.has(code));
  const out: Verdict[] = [];
  for (const [measure, says] of [
    ['amount', 'Σ 项 = 支出决算'],
    ['budget', 'Σ 项 年初预算 = 年初预算'],
  ] as const) {
    const own = new Map<string, number>();
    // 年初预算 and 全年预算 of the same 项: it is not said which of them the total is of.
    let twice = false;
    view.said.forEach((s, i) => {
      if (s.names && s.measure === measure && /^2\d{6}$/.test(s.subject) && s.scope === 'general') {
        twice ||= own.has(s.subject) && s.measure === 'budget';
        if (!own.has(s.subject)) own.set(s.subject, i);
      }
    });
    // Jiangsu lists the 项 of all budgets under 财政拨款支出.
    const totals = [...own.keys()].some(ofOtherBudgets)
      ? ['appropriation_expenditure']
      : ['general_expenditure', 'appropriation_expenditure'];
    const whole = view.said.findLastIndex(
      (s) => totals.includes(s.subject) && s.measure === measure && s.scope === 'general',
    );
    if (twice || whole < 0 || leaves.length < 2 || own.size === 0) continue;
    const complete = leaves.every((code) => own.has(code));
    const parts = [...own.values()];
    out.push(
      ...sumVerdict(view, 'N11', whole, parts, complete ? 'all' : 'some', says).map(
        (v): Verdict => ({ ...v, about: v.outcome === 'fails' ? [whole] : v.about }),
      ),
    );
  }
  return out;
}

/** 优, 良, 合格, 不合格 come to the number of projects that were evaluated. */
function grades(view: View): Verdict[] {
  return view.said.flatMap((s, i): Verdict[] => {
    if (s.statement !== 'N12' || s.subject !== 'self_evaluation' || s.measure !== 'count') return [];
    const parts = partsAfter(view, i, (p) => p.paragraph === s.paragraph && p.subject.startsWith('grade_'));
    const whole = parts.some((p) => /不合格|差/.test(view.said[p]!.subject));
    return sumVerdict(view, 'N12', i, parts, whole ? 'all' : 'some', '自评项目 = Σ 各等级');
  });
}

export type { Num };
