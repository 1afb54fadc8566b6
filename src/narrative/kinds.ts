import type { Scope } from './scopes.js';
import type { Measure, StatementKind } from './statement.js';
import { isEconomicItem } from './subjects.js';

const TOTALS: ReadonlySet<string> = new Set([
  'balance_grand',
  'revenue_grand',
  'expenditure_grand',
  'appropriation_grand',
]);
const BASIC_PARTS: ReadonlySet<string> = new Set(['personnel', 'public_funds', '301', '302', '303', '307', '310']);
const BY_SCOPE: Readonly<Partial<Record<Scope, StatementKind>>> = {
  three_public: 'N8',
  procurement: 'N9',
  assets: 'N10',
  performance: 'N12',
};

/** The kind of a statement (docs/glossary.md): by its section, then by what it measures, then by its subject. */
export function kindOf(
  scope: Scope,
  subject: string,
  measure: Measure,
  names: readonly [string, string, string] | null,
): StatementKind {
  const own = BY_SCOPE[scope];
  if (own) return own;
  if (/^(?:increase|decrease|change)/.test(measure)) return 'N3';
  if (measure === 'completion' || measure === 'budget') return 'N6';
  if (names) return names[1] === '' && names[2] === '' ? 'N4' : 'N5';
  if (TOTALS.has(subject)) return 'N1';
  if (
    BASIC_PARTS.has(subject) ||
    isEconomicItem(subject) ||
    subject === 'operating_cost' ||
    (scope === 'basic' && subject === 'basic')
  )
    return 'N7';
  if (/^2\d\d$/.test(subject)) return 'N4';
  return subject === 'general_expenditure' || (scope === 'general' && subject === 'appropriation_expenditure')
    ? 'N11'
    : 'N2';
}
