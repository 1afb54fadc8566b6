/** N1, N2, N4, N5, N7, N8, N11: an amount of the text is the one that the tables print. */
import { Decimal } from 'decimal.js';
import { candidatesOf, lostTable } from './candidates.js';
import { isMoney, numberOfFigure, STEP, stepOf } from './numbers.js';
import { compare, type Verdict } from './verdict.js';
import type { View } from './view.js';

const RULES: ReadonlySet<string> = new Set(['N1', 'N2', 'N4', 'N5', 'N7', 'N8', 'N11']);

export function amountVerdicts(view: View): Verdict[] {
  return view.said.flatMap((said, index): Verdict[] => {
    if (!RULES.has(said.statement) || !isMoney(said) || (said.measure !== 'amount' && said.measure !== 'budget'))
      return [];
    const candidates = candidatesOf(said, view.ledger);
    if (candidates.length === 0) return [];
    const own = view.num(index);
    const tried = candidates.map(({ figure, leaves }) => {
      const printed = numberOfFigure(figure, view.ledger);
      const step = stepOf(own, printed);
      const coarse = own.half.gt(STEP.div(2)) ? own.half : new Decimal(0);
      const rounding = Decimal.max(step.div(2).mul(leaves > 1 ? leaves + 1 : 0), coarse, step);
      return {
        figure,
        printed,
        ...compare({ expected: printed.value, actual: own.value, rounding: new Decimal(0), truncation: rounding }),
      };
    });
    const best =
      tried.find((t) => t.outcome === 'holds' && t.figure.printed !== null) ??
      tried.find((t) => t.outcome === 'holds') ??
      tried.find((t) => t.outcome === 'rounding') ??
      tried[0]!;
    const rule = said.statement as Verdict['rule'];
    const place = best.printed.cell ?? 'a table';
    const base = { rule, at: index, cells: cells(index, best.printed.cell), about: [index] };
    if (best.outcome !== 'fails') {
      // A blank says nothing, and a nought says something only where the text names what it is of.
      const silent = best.expected!.isZero() && (best.figure.printed === null || !said.named);
      return [{ ...base, ...pick(best), why: `${place} prints it`, about: silent ? [] : [index] }];
    }
    if (isInDoubt(view, best.printed.cell))
      return [
        { ...base, ...pick(best), outcome: 'not-checkable', why: `the place of ${place} is in doubt`, about: [] },
      ];
    const lost = lostTable(said, view.ledger);
    if (lost)
      return [
        {
          ...base,
          ...pick(best),
          outcome: 'not-checkable',
          why: `it may be printed in ${lost}, which is lost`,
          about: [],
        },
      ];
    const elsewhere = said.names === null && said.scope !== 'three_public' ? printsElsewhere(view, own.value) : null;
    if (elsewhere) {
      return [
        {
          ...base,
          ...pick(best),
          outcome: 'not-checkable',
          why: `the words may mean ${elsewhere}, which prints this amount`,
        },
      ];
    }
    if (candidates.every(({ figure }) => figure.printed === null) && candidates.length > 1)
      return [
        {
          ...base,
          ...pick(best),
          outcome: 'not-checkable',
          why: 'the tables print nothing where this amount should stand',
        },
      ];
    return [{ ...base, ...pick(best), why: `${place} prints another amount` }];
  });
}

/** Whether the place of a cell is in doubt: then a figure of the text that differs from it proves nothing against the text. */
function isInDoubt(view: View, id: string | null): boolean {
  const [key, row, column] = id?.split('/') ?? [];
  const table = view.ledger.tables.find((t) => t.key === key);
  return (table?.rows[Number(row)]?.cells[column ?? '']?.why.length ?? 0) > 0;
}

const pick = ({
  outcome,
  expected,
  actual,
  tolerance,
}: Pick<Verdict, 'outcome' | 'expected' | 'actual' | 'tolerance'>) => ({
  outcome,
  expected,
  actual,
  tolerance,
});

const cells = (index: number, table: string | null): string[] => [`narrative/${index}`, ...(table ? [table] : [])];

/** A cell of the tables with exactly this amount: plain words (支出, 收入) may have been meant of it. */
function printsElsewhere(view: View, value: Decimal): string | null {
  if (value.isZero()) return null;
  const { ledger } = view;
  const scale = new Decimal(10).pow(ledger.grain.decimals + 4);
  const grains = value.mul(scale);
  if (!grains.isInteger()) return null;
  const amount = BigInt(grains.toFixed(0));
  for (const [id, figure] of ledger.figures) if (figure.amount === amount) return id;
  return null;
}
