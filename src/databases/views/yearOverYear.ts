import type { ViewSpec } from '../tables/spec.js';
import { yuan } from './fragments.js';

const BALANCE_OF = `f.document_id, f.table_key, f.value, f.fen, f.standing, f.page`;

/** The balance rows of the two summary tables; the first that the section prints, as the rows below it are its parts. */
const summaries = `
  select ${BALANCE_OF}, '' as code,
    case f.section when 'revenue' then 'opening' else 'closing' end as side,
    row_number() over (partition by f.document_id, f.table_key, f.section order by f.row_no) as nth
  from facts f
  where (f.table_key = 'revenue_expenditure_summary' and f.column_key = 'amount'
      or f.table_key = 'appropriation_summary'
        and f.column_key = case f.section when 'revenue' then 'amount' else 'total' end)
    and (f.section = 'revenue' and f.name like '%年初%结转%结余%'
      or f.section = 'expenditure' and f.name like '%年末%结转%结余%')`;

/** The balance columns of the two fund tables: the row 合计 and every code. */
const funds = `
  select ${BALANCE_OF}, f.code,
    case f.column_key when 'opening_balance' then 'opening' else 'closing' end as side,
    row_number() over (partition by f.document_id, f.table_key, f.column_key, f.code order by f.row_no) as nth
  from facts f
  where f.table_key in ('government_fund', 'state_capital')
    and f.column_key in ('opening_balance', 'closing_balance') and (f.code <> '' or f.name = '合计')`;

export const balances: ViewSpec = {
  name: 'balances',
  comment: '年初 and 年末结转和结余 of every document, wherever the nine tables print them',
  columns: {
    document_id: 'documents.id',
    table_key: 'Where it is printed: one of the two summaries or of the two fund tables',
    code: '科目编码 in the fund tables; empty for a total',
    side: 'opening or closing',
    value: 'As printed; null where it is blank',
    fen: 'In 分',
    standing: 'Its standing',
    page: 'Its page',
    step_fen: 'tables.step_fen',
  },
  select: () => `
    select b.document_id, b.table_key, b.code, b.side, b.value, b.fen, b.standing, b.page, t.step_fen
    from (${summaries} union all ${funds}) b
    join tables t on t.document_id = b.document_id and t.table_key = b.table_key
    where b.nth = 1`,
};

export const yearOverYear: ViewSpec = {
  name: 'year_over_year',
  comment:
    "Last year's 年末 against this year's 年初, across the latest documents of a department; adjusted opening balances differ with good reason",
  columns: {
    department: 'documents.department',
    kind: '部门决算 or 单位决算',
    fiscal_year: 'The year whose opening balance it is',
    table_key: 'The table that prints both',
    code: '科目编码 in the fund tables; empty for a total',
    closing_fen: "Last year's closing balance in 分",
    closing_yuan: 'The same in 元',
    closing_standing: 'Its standing',
    opening_fen: "This year's opening balance in 分",
    opening_yuan: 'The same in 元',
    opening_standing: 'Its standing',
    difference_fen: 'opening - closing in 分; a blank beside a figure counts as nought',
    outcome:
      'holds, rounding (twice the difference is less than the two steps of rounding together), differs, or not-checkable (a row is not printed, both are blank, or an amount is not in 分)',
    last_document_id: "documents.id of last year's",
    last_page: 'Where the closing balance is printed',
    document_id: "documents.id of this year's",
    page: 'Where the opening balance is printed',
  },
  select: (dialect) => `
    with pairs as (
      select d.department, d.kind, d.fiscal_year, d.id as document_id, p.id as last_document_id
      from latest_documents d
      join latest_documents p on p.department = d.department and p.kind = d.kind and p.fiscal_year = d.fiscal_year - 1
    ), keyed as (
      select p.document_id, p.last_document_id, b.table_key, b.code
      from pairs p join balances b on b.document_id = p.document_id and b.side = 'opening'
      union
      select p.document_id, p.last_document_id, b.table_key, b.code
      from pairs p join balances b on b.document_id = p.last_document_id and b.side = 'closing'
    ), compared as (
      select k.document_id, k.last_document_id, k.table_key, k.code,
        c.fen as closing_fen, c.standing as closing_standing, c.page as last_page,
        o.fen as opening_fen, o.standing as opening_standing, o.page,
        coalesce(c.step_fen, 0) + coalesce(o.step_fen, 0) as steps,
        case
          when c.document_id is null or o.document_id is null then null
          when c.fen is null and o.fen is null then null
          when c.fen is null and c.value is not null or o.fen is null and o.value is not null then null
          else coalesce(o.fen, 0) - coalesce(c.fen, 0)
        end as difference_fen
      from keyed k
      left join balances c
        on c.document_id = k.last_document_id and c.side = 'closing' and c.table_key = k.table_key and c.code = k.code
      left join balances o
        on o.document_id = k.document_id and o.side = 'opening' and o.table_key = k.table_key and o.code = k.code
    )
    select p.department, p.kind, p.fiscal_year, x.table_key, x.code,
      x.closing_fen, ${yuan(dialect, 'x.closing_fen')} as closing_yuan, x.closing_standing,
      x.opening_fen, ${yuan(dialect, 'x.opening_fen')} as opening_yuan, x.opening_standing,
      x.difference_fen,
      case
        when x.difference_fen is null then 'not-checkable'
        when x.difference_fen = 0 then 'holds'
        when 2 * abs(x.difference_fen) < x.steps then 'rounding'
        else 'differs'
      end as outcome,
      x.last_document_id, x.last_page, x.document_id, x.page
    from compared x join pairs p on p.document_id = x.document_id and p.last_document_id = x.last_document_id`,
};
