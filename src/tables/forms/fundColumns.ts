import type { ColumnForm } from '../form.js';

/** The columns that 政府性基金 and 国有资本经营 tables share; a region prints all of them or only 本年支出. */
export const FUND_COLUMNS: readonly ColumnForm[] = [
  {
    key: 'opening_balance',
    label: '年初结转和结余',
    paths: [/^(年初|上年)(财政拨款)?结转((和|及)?结余)?(\/(合计|小计))?$/],
  },
  { key: 'revenue', label: '本年收入', paths: [/^本年(财政拨款)?收入(合计)?(\/(合计|小计))?$/] },
  { key: 'total', label: '本年支出合计', paths: [/^(本年支出\/)?(合计|小计|本年支出合计|支出合计)$/, /^本年支出$/] },
  { key: 'basic', label: '基本支出', paths: [/^(本年支出\/)?基本支出(\/(小计|合计))?$/] },
  { key: 'project', label: '项目支出', paths: [/^(本年支出\/)?项目支出(\/(小计|合计))?$/] },
  {
    key: 'closing_balance',
    label: '年末结转和结余',
    paths: [/^(年末(财政拨款)?结转((和|及)?结余)?|结转下年)(\/(合计|小计))?$/],
  },
];
