/** N12 and N6: what the text says of projects and units is what their self-evaluation forms print. */
import { Decimal } from 'decimal.js';
import type { Attachment } from '../../document/schema.js';
import type { Said } from '../../narrative/statement.js';
import { comparable } from '../../normalise/text.js';
import { column, type FormFigure, figureIn, type NumberedForm } from '../attachments/figures.js';
import { percent } from '../attachments/rule.js';
import { isMoney, type Num, STEP, ZERO } from './numbers.js';
import { compare, type Verdict } from './verdict.js';
import { isAmountOf, type View } from './view.js';

/** Words that say that what is counted is what is attached. */
const ATTACHED = /详见|见附|附件|附表|后附|反映了|公开了?(?:以下)?\d/;
/** A name shorter than this may stand in any sentence. */
const MIN_NAME = 4;

export function formVerdicts(view: View, attachments: readonly Attachment[]): Verdict[] {
  const forms = attachments.map((form, i): NumberedForm => ({ n: i + 1, form }));
  if (forms.length === 0) return [];
  return [...countVerdicts(view, forms), ...projectVerdicts(view, forms), ...rateVerdicts(view, forms)];
}

/** 项目绩效有6个, 整体绩效包括2个单位: so many forms are attached. */
function countVerdicts(view: View, forms: readonly NumberedForm[]): Verdict[] {
  return view.said.flatMap((said, index): Verdict[] => {
    if (said.statement !== 'N12') return [];
    const units = said.subject === 'overall' && said.measure === 'units';
    const projects = said.measure === 'count' && (said.subject === 'projects' || said.subject === 'self_evaluation');
    if (!units && !projects) return [];
    const kind = units ? 'overall_self_evaluation' : 'project_self_evaluation';
    const own = forms.filter(({ form }) => form.form === kind);
    if (own.length === 0) return [];
    const expected = new Decimal(own.length);
    const result = compare({ expected, actual: new Decimal(said.value), rounding: ZERO });
    const base = {
      rule: 'N12' as const,
      at: index,
      cells: [`narrative/${index}`],
      why: `${own.length} forms are attached`,
    };
    if (result.outcome !== 'fails') return [{ ...base, ...result, about: [index] }];
    const lost = forms.some(({ form }) => form.status === 'partial' || form.form === 'other');
    if (!lost && ATTACHED.test(said.sentence)) return [{ ...base, ...result, about: [index] }];
    const why = `${base.why}${lost ? ', and forms are lost or of no known kind' : ', and the text does not say that all are'}`;
    return [{ ...base, ...result, outcome: 'not-checkable', why, about: [] }];
  });
}

/** What the text says of a project by its name: 自评得分, 全年预算数, 执行数 and 完成预算的 … % as its form prints them. */
function projectVerdicts(view: View, forms: readonly NumberedForm[]): Verdict[] {
  const named = forms.flatMap((of) => {
    const name = comparable(of.form.header.subject?.value ?? '');
    return name.length >= MIN_NAME ? [{ of, name }] : [];
  });
  return view.said.flatMap((said, index): Verdict[] => {
    if (said.statement !== 'N12') return [];
    const of = formNamed(view, index, named);
    const printed = of && of.form.status !== 'partial' ? figuresOf(of, said) : [];
    if (printed.length === 0) return [];
    const own = view.num(index);
    const tried = printed.map((figure) => ({ figure, result: compareWith(own, figure, said) }));
    const best = tried.find((t) => t.result.outcome !== 'fails') ?? tried[0]!;
    const { cell } = best.figure;
    return [
      {
        rule: 'N12',
        at: index,
        ...best.result,
        cells: [`narrative/${index}`, cell],
        why: `form ${of!.n} prints ${best.result.outcome === 'fails' ? best.figure.value.toFixed() : 'it'}`,
        about: [index],
      },
    ];
  });
}

/** The form of the one project that the sentence names, or one before it in the paragraph. */
function formNamed(
  view: View,
  index: number,
  named: readonly { readonly of: NumberedForm; readonly name: string }[],
): NumberedForm | undefined {
  const { paragraph } = view.said[index]!;
  for (let i = index; i >= 0 && view.said[i]!.paragraph === paragraph; i--) {
    const sentence = comparable(view.said[i]!.sentence);
    const found = named.filter(({ name }) => sentence.includes(name));
    const whole = found.filter(({ name }) => !found.some((f) => f.name !== name && f.name.includes(name)));
    if (whole.length > 0) return whole.length === 1 ? whole[0]!.of : undefined;
  }
  return undefined;
}

/** The figures of a form that a statement may repeat; those whose place is in doubt prove nothing. */
function figuresOf(of: NumberedForm, said: Said): FormFigure[] {
  const header = (field: string): FormFigure[] => [figureIn(of, 'header', 0, field) ?? []].flat();
  const funding = (...fields: string[]): FormFigure[] => fields.flatMap((field) => column(of, 'funding', field));
  const money = isMoney(said);
  switch (said.measure) {
    case 'score':
      return header('total_score');
    case 'budget':
      return money ? [...header('budget'), ...funding('annual_budget', 'initial_budget')] : [];
    case 'amount':
      return money && said.subject === 'project' ? [...header('executed'), ...funding('executed')] : [];
    case 'completion':
      return [...header('execution_rate'), ...funding('execution_rate')].map((f) => ({ ...f, ...percent(f) }));
    default:
      return [];
  }
}

/**
 * A figure printed twice is the same, but where one has fewer decimals: rounded or cut off. Rates may each be worked out anew. A form in
 * 元 prints ten thousand times as much.
 */
function compareWith(own: Num, figure: FormFigure, said: Said): ReturnType<typeof compare> {
  const inYuan = isMoney(said) && !own.value.isZero() && figure.value.gte(own.value.times(9000));
  const factor = new Decimal(inYuan ? '0.0001' : '1');
  const unit = figure.unit.times(factor);
  const coarser = Decimal.max(unit, own.half.times(2));
  const alike = unit.eq(own.half.times(2));
  return compare({
    expected: figure.value.times(factor),
    actual: own.value,
    rounding: ZERO,
    truncation: said.unit === '%' ? coarser.add(STEP) : alike ? ZERO : coarser,
  });
}

/**
 * A 项 that is all one project (both print one amount): its 完成年初预算 % and the 执行率 of the form. The form may count another budget,
 * so rates that are further apart say nothing.
 */
function rateVerdicts(view: View, forms: readonly NumberedForm[]): Verdict[] {
  const projects = forms.flatMap((of) => {
    const executed = figureIn(of, 'header', 0, 'executed') ?? figureIn(of, 'funding', 1, 'executed');
    const rate = figureIn(of, 'header', 0, 'execution_rate') ?? figureIn(of, 'funding', 1, 'execution_rate');
    return executed && rate && of.form.form === 'project_self_evaluation' ? [{ executed, rate }] : [];
  });
  return view.said.flatMap((said, index): Verdict[] => {
    if (said.measure !== 'completion' || !/^2\d{6}$/.test(said.subject)) return [];
    const amountAt = view.before(index, isAmountOf(said.subject));
    if (amountAt === null || view.said[amountAt]!.paragraph !== said.paragraph) return [];
    const amount = view.num(amountAt).value;
    const own = projects.filter(({ executed }) => !amount.isZero() && executed.value.eq(amount));
    if (own.length !== 1) return [];
    const { executed, rate } = own[0]!;
    const printed = percent(rate);
    const result = compare({
      expected: printed.value,
      actual: view.num(index).value,
      rounding: ZERO,
      truncation: view.num(index).half.add(printed.unit.div(2)).add(STEP),
    });
    const apart = result.outcome === 'fails';
    return [
      {
        rule: 'N6',
        at: index,
        ...result,
        outcome: apart ? 'not-checkable' : result.outcome,
        cells: [`narrative/${index}`, `narrative/${amountAt}`, executed.cell, rate.cell],
        why: apart
          ? 'the form may count another budget'
          : `the form prints ${printed.value.toFixed()} % of the same amount`,
        about: apart ? [] : [index],
      },
    ];
  });
}
