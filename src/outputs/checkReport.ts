import { NARRATIVE_RULES } from '../checks/narrative/rules.js';
import { RULE_TITLES } from '../checks/rules/index.js';
import type { Check, FinalAccounts } from '../document/schema.js';
import { countStandings } from './summary.js';

const TEXT_TITLES = new Map(NARRATIVE_RULES.map(({ id, title }) => [id, `${title.zh} (${title.en})`]));
const OUTCOMES = ['fails', 'rounding', 'holds', 'not-checkable'] as const;

/** The identities of a document for a person to read: causes first, then each rule with its outcomes, then what could not be tried. */
export function checkReport(document: FinalAccounts, options: { readonly all?: boolean } = {}): string {
  const { department, fiscalYear, kind } = document.document;
  const count = countStandings(document);
  const lines = [
    `${department || document.source.fileName}  ${fiscalYear ?? ''}  ${kind}`.trimEnd(),
    `${count.confirmed} figures confirmed, ${count.unconfirmed} unconfirmed, ${count.disputed} disputed`,
    '',
    'Findings, one for each cause',
  ];
  const severe = document.findings.filter((f) => f.severity !== 'info');
  if (severe.length === 0) lines.push('  none');
  for (const f of severe) {
    lines.push(`  ${f.severity.padEnd(7)} ${f.rule}: ${f.message}`);
    const place = [f.place.page ? `page ${f.place.page}` : '', f.place.cell ?? ''].filter((p) => p !== '').join(', ');
    const values = [f.actual !== null ? `printed ${f.actual}` : '', f.expected !== null ? `expected ${f.expected}` : '']
      .filter((v) => v !== '')
      .join(', ');
    if (place !== '' || values !== '') lines.push(`          ${[place, values].filter((p) => p !== '').join('; ')}`);
  }
  lines.push('', 'Identities tried', `  ${'rule'.padEnd(6)}${OUTCOMES.map((o) => o.padStart(14)).join('')}`);
  const rules = new Map<string, Check[]>();
  for (const c of document.checks) rules.set(c.rule, [...(rules.get(c.rule) ?? []), c]);
  for (const [rule, checks] of rules) {
    const numbers = OUTCOMES.map((o) => String(checks.filter((c) => c.outcome === o).length).padStart(14)).join('');
    lines.push(`  ${rule.padEnd(6)}${numbers}  ${RULE_TITLES[rule] ?? TEXT_TITLES.get(rule) ?? ''}`);
  }
  section(
    lines,
    'Fails beyond rounding',
    document.checks.filter((c) => c.outcome === 'fails'),
  );
  section(
    lines,
    'Within rounding',
    document.checks.filter((c) => c.outcome === 'rounding'),
  );
  if (options.all)
    section(
      lines,
      'Holds',
      document.checks.filter((c) => c.outcome === 'holds'),
    );
  lines.push('', 'Not checkable, and why');
  const reasons = new Map<string, Set<string>>();
  for (const c of document.checks) {
    if (c.outcome === 'not-checkable') reasons.set(c.why, (reasons.get(c.why) ?? new Set()).add(c.rule));
  }
  for (const [why, which] of reasons) lines.push(`  ${[...which].join(', ')}: ${why}`);
  if (reasons.size === 0) lines.push('  nothing');
  return `${lines.join('\n')}\n`;
}

function section(lines: string[], title: string, checks: readonly Check[]): void {
  if (checks.length === 0) return;
  lines.push('', title);
  for (const c of checks) {
    lines.push(
      `  ${c.id}: printed ${c.actual ?? '-'}, expected ${c.expected ?? '-'}, difference ${c.difference ?? '-'}, allowed ${c.tolerance ?? '-'}${c.why ? ` (${c.why})` : ''}`,
    );
  }
}
