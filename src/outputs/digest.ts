import { z } from 'zod';
import { type FinalAccounts, findingSchema, standingSchema, TABLE_KEYS, tableSchema } from '../document/schema.js';
import { countStandings } from './summary.js';

const count = z.int().min(0);
const status = tableSchema.shape.status;

/** A document in a few numbers: what a report on many documents needs of each. */
export const digestSchema = z.strictObject({
  kind: z.string(),
  department: z.string(),
  fiscalYear: z.int().nullable(),
  pages: z.int(),
  reading: z.string(),
  tables: z.record(z.enum(TABLE_KEYS), status).meta({ description: 'The status of each of the nine tables' }),
  figures: z.record(standingSchema, count).meta({ description: 'Printed figures by standing, blank cells aside' }),
  identities: z.record(z.enum(['holds', 'rounding', 'fails', 'not-checkable']), count),
  findings: z.array(z.strictObject({ rule: z.string(), severity: findingSchema.shape.severity, count })),
});

export type Digest = z.infer<typeof digestSchema>;

/** Findings are counted by rule and severity, in the order of both. */
export function digestOf(document: FinalAccounts): Digest {
  const findings = new Map<string, Digest['findings'][number]>();
  for (const { rule, severity } of document.findings) {
    const key = `${rule} ${severity}`;
    findings.set(key, { rule, severity, count: (findings.get(key)?.count ?? 0) + 1 });
  }
  const identities = { holds: 0, rounding: 0, fails: 0, 'not-checkable': 0 };
  for (const check of document.checks) identities[check.outcome]++;
  return {
    kind: document.document.kind,
    department: document.document.department,
    fiscalYear: document.document.fiscalYear,
    pages: document.source.pageCount,
    reading: document.source.reading,
    tables: Object.fromEntries(document.tables.map((t) => [t.key, t.status])) as Digest['tables'],
    figures: countStandings(document),
    identities,
    findings: [...findings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f),
  };
}
