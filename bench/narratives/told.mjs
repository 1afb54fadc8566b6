// 决算情况说明 as regions word it: each section in several wordings, with the figures of a made-up account, and what each figure says.
import { funds, others } from './others.mjs';
import { basic, general } from './spending.mjs';
import { threePublic } from './threePublic.mjs';
import { appropriation, expenditure, overall, revenue } from './totals.mjs';

/** The blocks of the 决算情况说明; what they say is in `t.truth` then. */
export const told = (t) =>
  setBy(t, [
    ...overall(t),
    ...revenue(t),
    ...expenditure(t),
    ...appropriation(t),
    ...general(t),
    ...basic(t),
    ...threePublic(t),
    ...funds(t),
    ...others(t),
  ]);

/** How a hand at a keyboard sets it: spaces around numbers, half-width marks. */
function setBy(t, blocks) {
  const [spaces, marks] = [t.chance(0.15), t.chance(0.1)];
  return blocks.map(({ kind, text: words }) => {
    let own = words;
    if (marks)
      own = own
        .replaceAll('，', ',')
        .replaceAll('：', ':')
        .replaceAll('；', ';')
        .replaceAll('（', '(')
        .replaceAll('）', ')');
    if (spaces && kind === 'text') own = own.replace(/(?<=\p{Script=Han})(?=\d)|(?<=[\d%])(?=\p{Script=Han})/gu, ' ');
    return { kind, text: own };
  });
}
