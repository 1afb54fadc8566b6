/** N12: a sentence about projects that refers to the form of the whole unit. */
import type { Verdict } from './verdict.js';
import type { View } from './view.js';

const WHOLE_FORM = /《[^》]*整体[^》]*》/;

export function referenceVerdicts(view: View): Verdict[] {
  return view.said.flatMap((s, index): Verdict[] => {
    if (s.statement !== 'N12' || s.subject !== 'projects' || s.measure !== 'count') return [];
    if (
      !/^[^，,。]{0,12}项目绩效/.test(s.sentence) ||
      !WHOLE_FORM.test(s.sentence) ||
      /整体绩效(?!自评表)/.test(s.sentence)
    )
      return [];
    return [
      {
        rule: 'N12',
        at: index,
        outcome: 'fails',
        expected: null,
        actual: null,
        tolerance: null,
        cells: [`narrative/${index}`],
        why: `it speaks of projects and names ${WHOLE_FORM.exec(s.sentence)![0]}`,
        about: [],
      },
    ];
  });
}
