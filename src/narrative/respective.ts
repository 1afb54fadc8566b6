import { FILLER } from './measures.js';
import { type Quantity, RESPECTIVELY } from './quantities.js';
import type { Label } from './subjects.js';

/** Numbers that go to several subjects in their order: 收、支总计分别为10.00万元、12.00万元. */
export interface Respective {
  readonly numbers: readonly Quantity[];
  /** What the numbers measure, as it is said once before them all: 为, 减少, 占支出合计的. */
  readonly words: string;
  /** The keys, as many as there are numbers; null where the text does not name as many. */
  readonly keys: readonly string[] | null;
}

/** 各减少10.00万元、12.00万元，下降1.00%、2.00%: directly behind a list the word is not said again. */
const GOING_ON = /^[，,]((?:同比)?(?:增长|增加|上升|减少|下降|降低|占)[^，,。;:、\d]{0,24})$/;
const LINK = /^(?:、|，|,|;|和|与|及|以及)$/;

/** What one wording of two totals stands for: 收、支总计. */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  balance_grand: ['revenue_grand', 'expenditure_grand'],
  appropriation_grand: ['appropriation_grand', 'appropriation_grand'],
};

/** The lists of a text, whose amounts or shares follow 分别 or 各 with nothing but 、 or 和 between them. */
export function respectiveLists(text: string, quantities: readonly Quantity[], labels: readonly Label[]): Respective[] {
  const out: (Respective & { readonly end: number })[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const first = quantities[i]!;
    const before = out.at(-1);
    const opening =
      RESPECTIVELY.exec(text.slice(0, first.from)) ??
      (before ? GOING_ON.exec(text.slice(before.end, first.from)) : null);
    if (!opening || (first.kind !== 'money' && first.kind !== 'percent')) continue;
    const numbers = [first];
    for (let next = quantities[i + 1]; next; next = quantities[i + numbers.length]) {
      if (next.kind !== first.kind || !LINK.test(text.slice(numbers.at(-1)!.end, next.from))) break;
      numbers.push(next);
    }
    if (numbers.length === 1) continue;
    const at = first.from - opening[0].length;
    const isNew = !before || labels.some((l) => l.from >= before.end && l.to <= at);
    const named = isNew ? keysBefore(text, at, labels) : before.keys;
    const keys = named?.length === numbers.length ? named : keysOf(text, at, quantities.slice(0, i), labels);
    const fitting = keys?.length === numbers.length ? keys : null;
    out.push({ numbers, words: opening[1]!, keys: fitting, end: numbers.at(-1)!.end });
    i += numbers.length - 1;
  }
  return out;
}

/** The keys of the labels that stand in one list before a place. */
function keysBefore(text: string, at: number, labels: readonly Label[]): readonly string[] | null {
  const keys: string[] = [];
  let end = at;
  for (const label of labels.filter((l) => l.to <= at).reverse()) {
    const between = text.slice(label.to, end);
    if (!(keys.length === 0 ? FILLER.test(between) : /^(?:支出|费用?|经费)?(?:、|和|与|及|以及)$/.test(between))) break;
    const pair = /收.*支/.test(text.slice(label.from, label.to)) ? PAIRS[label.key] : undefined;
    keys.unshift(...(pair ?? [label.key]));
    end = label.from;
  }
  return keys.length > 0 ? keys : null;
}

/** The keys of the amounts that stand in one list before a place: 货物50.00万元、服务500.00万元，分别占…. */
function keysOf(
  text: string,
  at: number,
  before: readonly Quantity[],
  labels: readonly Label[],
): readonly string[] | null {
  const keys: string[] = [];
  let end = at;
  for (const { from, end: to } of [...before].reverse()) {
    const label = labels.findLast((l) => l.to <= from);
    if (!LINK.test(text.slice(to, end)) || !label || !FILLER.test(text.slice(label.to, from))) break;
    keys.unshift(label.key);
    end = label.from;
  }
  return keys.length > 0 ? keys : null;
}
