import { finding } from '../../document/finding.js';
import type { Attachment, Field, Finding } from '../../document/schema.js';
import type { TriedForm } from './rule.js';

/** What the failing identities of forms have to tell: rows that are lost once, everything else one by one, as printed. */
export function formFindings(
  attachments: readonly Attachment[],
  failing: readonly TriedForm[],
): { readonly findings: readonly Finding[]; readonly rowsLost: ReadonlySet<number> } {
  const findings: Finding[] = [];
  const rowsLost = new Set<number>();
  for (const [i, form] of attachments.entries()) {
    const n = i + 1;
    const own = failing.filter((t) => t.identity.result.cell.startsWith(`attachment/${n}/`));
    const short = own.filter((t) => isShort(t));
    if (short.some((t) => t.rule.id === 'P5') && short.some((t) => t.rule.id !== 'P5')) {
      rowsLost.add(n);
      const { check } = short.find((t) => t.rule.id !== 'P5')!;
      const message = `form ${n}: rows are missing: the weights that are there do not come to their total, nor do the scores`;
      const { expected, actual } = check;
      findings.push(
        finding(
          'attachment-rows-lost',
          'error',
          message,
          { page: form.pages[0]!, attachment: n },
          { expected: actual, actual: expected },
        ),
      );
    }
    for (const tried of own) {
      if (rowsLost.has(n) && short.includes(tried)) continue;
      findings.push(failure(form, n, tried));
    }
  }
  for (const { rule, identity, check } of failing) {
    if (identity.result.cell.startsWith('attachment/')) continue;
    // Of several forms together, and of none of them alone.
    const message = `${identity.says}: ${check.expected} is expected, the forms come to ${check.actual}`;
    findings.push(finding(rule.id, rule.severity, message, {}, { expected: check.expected, actual: check.actual }));
  }
  return { findings, rowsLost };
}

/** The rows come to less than what is printed of them. */
const isShort = ({ rule, identity }: TriedForm): boolean =>
  rule.id === 'P5'
    ? identity.result.value.lt(identity.expected)
    : (rule.id === 'P6' || rule.id === 'P7') && identity.expected.lt(identity.result.value);

function failure(form: Attachment, n: number, { rule, identity, check }: TriedForm): Finding {
  const cell = check.cells.includes(identity.result.cell) ? identity.result.cell : null;
  const field = cell === null ? undefined : fieldAt(form, cell);
  const both = check.cells.every((c) => {
    const f = fieldAt(form, c);
    return f?.secondReading != null && !f.why.some((w) => w.startsWith('the second reading'));
  });
  const printed = both ? '; both readings agree: it is printed so by the publisher' : '';
  return finding(
    rule.id,
    rule.severity,
    `form ${n}: ${identity.says} gives ${check.expected}, printed is ${check.actual}${printed}`,
    { page: field?.page ?? form.pages[0]!, box: field?.box ?? null, attachment: n, cell },
    { expected: check.expected, actual: field?.value ?? check.actual },
  );
}

function fieldAt(form: Attachment, cell: string): Field | undefined {
  const [, , group, row, field] = cell.split('/') as [string, string, string, string, string];
  const rows = { task: form.tasks, funding: form.funding, indicator: form.indicators }[group];
  const cells = group === 'header' ? form.header : rows?.[Number(row) - 1]?.cells;
  return (cells as Record<string, Field> | undefined)?.[field];
}
