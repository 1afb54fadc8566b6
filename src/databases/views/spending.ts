import type { ViewSpec } from '../tables/spec.js';
import { ofColumn, WHOSE, WHOSE_COLUMNS, WHOSE_GROUP, yuan } from './fragments.js';

export const spendingByFunction: ViewSpec = {
  name: 'spending_by_function',
  comment: 'Spending by 功能分类 in 元, from the latest revisions. Choose one money and one level before adding up',
  columns: {
    ...WHOSE_COLUMNS,
    money: 'all (支出决算表), general_public_budget, government_fund or state_capital',
    code: '科目编码',
    level: '1 类, 2 款, 3 项',
    class_code: 'The 类 of the code',
    name: 'As printed',
    total_fen: '合计 in 分',
    total_yuan: '合计 in 元',
    basic_yuan: '基本支出 in 元',
    project_yuan: '项目支出 in 元',
    disputed: 'How many figures of the row are disputed',
    page: 'Where it is printed',
  },
  select: (dialect) => `
    select ${WHOSE},
      case f.table_key when 'expenditure' then 'all' else f.table_key end as money,
      f.code,
      case length(f.code) when 3 then 1 when 5 then 2 when 7 then 3 end as level,
      substr(f.code, 1, 3) as class_code,
      f.name,
      ${ofColumn('total', 'fen')} as total_fen,
      ${yuan(dialect, ofColumn('total', 'fen'))} as total_yuan,
      ${yuan(dialect, ofColumn('basic', 'fen'))} as basic_yuan,
      ${yuan(dialect, ofColumn('project', 'fen'))} as project_yuan,
      count(case when f.standing = 'disputed' then 1 end) as disputed,
      min(f.page) as page
    from latest_documents d join facts f on f.document_id = d.id
    where f.table_key in ('expenditure', 'general_public_budget', 'government_fund', 'state_capital')
      and f.column_key in ('total', 'basic', 'project') and length(f.code) in (3, 5, 7)
    group by ${WHOSE_GROUP}, f.table_key, f.row_no, f.code, f.name`,
};

export const spendingByEconomicClass: ViewSpec = {
  name: 'spending_by_economic_class',
  comment:
    'Basic expenditure of the general public budget by 经济分类 in 元, from the latest revisions. Choose one level before adding up',
  columns: {
    ...WHOSE_COLUMNS,
    code: '科目编码',
    level: '1 类, 2 款',
    class_code: 'The 类 of the code',
    name: 'As printed',
    fen: '决算数 in 分',
    yuan: '决算数 in 元',
    standing: 'Its standing',
    page: 'Where it is printed',
  },
  select: (dialect) => `
    select ${WHOSE}, f.code,
      case length(f.code) when 3 then 1 when 5 then 2 end as level,
      substr(f.code, 1, 3) as class_code,
      f.name, f.fen, ${yuan(dialect, 'f.fen')} as yuan, f.standing, f.page
    from latest_documents d join facts f on f.document_id = d.id
    where f.table_key = 'general_public_budget_basic' and f.column_key = 'amount' and length(f.code) in (3, 5)`,
};
