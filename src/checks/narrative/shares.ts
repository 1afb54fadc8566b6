/** N2, N4, N8, N9: a share is the part in percent of what it is said to be a share of. */

import type { Said } from '../../narrative/statement.js';
import { candidatesOf, lostTable } from './candidates.js';
import { isMoney, type Num, numberOfFigure, ratioOf } from './numbers.js';
import { compare, type Verdict } from './verdict.js';
import { isAmountOf, type View } from './view.js';

/** What a section’s shares are of where the text does not say: the totals of its tables. */
const TOTALS: Readonly<Record<string, readonly string[]>> = {
  overall: ['revenue_grand', 'expenditure_grand', 'revenue_total', 'expenditure_total'],
  revenue: ['revenue_total', 'revenue_grand'],
  expenditure: ['expenditure_total', 'expenditure_grand'],
  appropriation: ['appropriation_revenue', 'appropriation_expenditure', 'appropriation_grand'],
  general: ['general_expenditure', 'appropriation_expenditure', 'expenditure_total'],
  three_public: ['total'],
};

export function shareVerdicts(view: View): Verdict[] {
  return view.said.flatMap((said, index): Verdict[] => {
    if (said.measure !== 'share' || said.statement === 'N12') return [];
    const rule = (['N4', 'N8', 'N9'].includes(said.statement) ? said.statement : 'N2') as Verdict['rule'];
    const partAt = view.before(index, isAmountOf(said.subject));
    const none = (why: string): Verdict[] => [
      {
        rule,
        at: index,
        outcome: 'not-checkable',
        expected: null,
        actual: null,
        tolerance: null,
        cells: [`narrative/${index}`],
        why,
        about: [],
      },
    ];
    if (partAt === null) return none('the text does not say the amount that is the part');
    const part = view.num(partAt);
    const printed = view.num(index);
    const tried = basesOf(view, index, partAt).flatMap((base) => {
      const ratio = ratioOf(part, base, printed);
      return ratio ? [{ base, ...compare({ ...ratio, actual: printed.value }) }] : [];
    });
    const best = tried.find((t) => t.outcome === 'holds') ?? tried.find((t) => t.outcome === 'rounding') ?? tried[0];
    if (!best) return none('what it is a share of is nought or not said');
    const { base, ...result } = best;
    if (result.outcome === 'fails' && said.base && said.base.key === null)
      return none(`it is not known what “${said.base.words}” is`);
    const isLost = (subject: string): boolean =>
      lostTable({ subject, scope: scopeOfWhole(said), measure: 'amount' }, view.ledger) !== null;
    if (result.outcome === 'fails' && subjectsOf(said).some(isLost))
      return none('a table that prints the whole is lost');
    return [
      {
        rule,
        at: index,
        ...result,
        cells: [`narrative/${index}`, `narrative/${partAt}`, ...(base.cell ? [base.cell] : [])],
        why: `${view.said[partAt]!.value} of ${base.value.toFixed()}`,
        about: part.value.isZero() ? [] : [index],
      },
    ];
  });
}

/** What a share is of: what the text says, or the totals of its section. */
const subjectsOf = ({ base, scope }: Said): readonly string[] => (base?.key ? [base.key] : (TOTALS[scope] ?? []));

const scopeOfWhole = ({ scope }: Said): Said['scope'] => (scope === 'three_public' ? scope : 'overall');

/** The amounts that a share may be of, the likeliest first. */
function basesOf(view: View, index: number, partAt: number): Num[] {
  const said = view.said[index]!;
  const out: Num[] = [];
  const key = said.base?.key;
  if (key) {
    const own =
      view.before(index, isAmountOf(key)) ??
      view.said.findLastIndex((s, i) => i < index && isAmountOf(key)(s) && s.scope === said.scope);
    if (own >= 0) out.push(view.num(own));
  } else {
    // The amount that leads the list: the first of the paragraph, or of the section.
    const leads = view.said.flatMap((s, i) =>
      i < partAt && s.section === said.section && s.measure === 'amount' && isMoney(s) ? [i] : [],
    );
    const own = leads.filter((i) => view.said[i]!.paragraph === said.paragraph);
    out.push(...[...own, ...leads].map((i) => view.num(i)).filter((n) => n.value.gte(view.num(partAt).value)));
  }
  for (const subject of subjectsOf(said)) {
    const scope = scopeOfWhole(said);
    for (const { figure } of candidatesOf({ subject, scope, measure: 'amount' }, view.ledger))
      out.push(numberOfFigure(figure, view.ledger));
  }
  return out;
}
