import type { ViewSpec } from '../tables/spec.js';
import { ofColumn, WHOSE, WHOSE_COLUMNS, WHOSE_GROUP, yuan } from './fragments.js';

export const sangongPanel: ViewSpec = {
  name: 'sangong_panel',
  comment: '“三公”经费: department × year × item, budget and final, from the latest revisions',
  columns: {
    ...WHOSE_COLUMNS,
    item: 'total, overseas, vehicle, vehicle_purchase, vehicle_operation, reception, meeting or training',
    budget_fen: '预算数 in 分',
    budget_yuan: '预算数 in 元',
    budget_standing: 'Its standing',
    final_fen: '决算数 in 分',
    final_yuan: '决算数 in 元',
    final_standing: 'Its standing',
    page: 'Where it is printed',
  },
  select: (dialect) => `
    select ${WHOSE}, f.name as item,
      ${ofColumn('budget', 'fen')} as budget_fen,
      ${yuan(dialect, ofColumn('budget', 'fen'))} as budget_yuan,
      ${ofColumn('budget', 'standing')} as budget_standing,
      ${ofColumn('final', 'fen')} as final_fen,
      ${yuan(dialect, ofColumn('final', 'fen'))} as final_yuan,
      ${ofColumn('final', 'standing')} as final_standing,
      min(f.page) as page
    from latest_documents d join facts f on f.document_id = d.id
    where f.table_key = 'three_public' and f.name <> ''
    group by ${WHOSE_GROUP}, f.row_no, f.name`,
};
