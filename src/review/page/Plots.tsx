import type { JSX } from 'preact';
import type { DocumentSummary } from '../documentSummary.js';
import { useWords } from './language.js';

const STANDINGS = ['confirmed', 'unconfirmed', 'disputed'] as const;

/** The batch at a glance: the standing of the figures of each table, and how often each rule found something. */
export function Plots({ documents }: { readonly documents: readonly DocumentSummary[] }): JSX.Element {
  const w = useWords();
  const tables = new Map<string, Record<(typeof STANDINGS)[number], number>>();
  const rules = new Map<string, { severity: string; count: number }>();
  for (const d of documents) {
    for (const [key, count] of Object.entries(d.tables)) {
      const sum = tables.get(key) ?? { confirmed: 0, unconfirmed: 0, disputed: 0 };
      for (const s of STANDINGS) sum[s] += count[s];
      tables.set(key, sum);
    }
    for (const [rule, f] of Object.entries(d.findings)) {
      const sum = rules.get(rule) ?? { severity: f.severity, count: 0 };
      rules.set(rule, { severity: f.severity, count: sum.count + f.count });
    }
  }
  const sorted = [...rules].sort((a, b) => b[1].count - a[1].count);
  const most = Math.max(1, ...sorted.map(([, f]) => f.count));
  return (
    <section class="plots" aria-label={w('summary')}>
      <h2>{w('standingByTable')}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <td />
            {STANDINGS.map((s) => (
              <th key={s} scope="col" class={`key ${s}`}>
                {w(s)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...tables].map(([key, c]) => {
            const total = Math.max(1, c.confirmed + c.unconfirmed + c.disputed);
            return (
              <tr key={key}>
                <th scope="row">{TABLE_NAMES[key] ?? key}</th>
                <td class="bar">
                  {STANDINGS.map((s) => (
                    <span key={s} class={s} style={{ width: `${(100 * c[s]) / total}%` }} />
                  ))}
                </td>
                {STANDINGS.map((s) => (
                  <td key={s} class="number">
                    {c[s]}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <h2>{w('findingsByRule')}</h2>
      <table>
        <tbody>
          {sorted.map(([rule, f]) => (
            <tr key={rule}>
              <th scope="row">{rule}</th>
              <td class="bar">
                <span class={f.severity} style={{ width: `${(100 * f.count) / most}%` }} />
              </td>
              <td class="number">{f.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The nine tables, and what else has figures, in short. */
const TABLE_NAMES: Readonly<Record<string, string>> = {
  revenue_expenditure_summary: '收入支出总表',
  revenue: '收入表',
  expenditure: '支出表',
  appropriation_summary: '财政拨款总表',
  general_public_budget: '一般公共预算',
  general_public_budget_basic: '基本支出',
  three_public: '“三公”经费',
  government_fund: '政府性基金',
  state_capital: '国有资本经营',
  attachment: '绩效自评表',
  narrative: '情况说明',
};
