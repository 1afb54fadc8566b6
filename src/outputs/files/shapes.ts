import { TABLE_KEYS } from '../../document/keys.js';
import type { FinalAccounts } from '../../document/schema.js';
import { FORMS } from '../../tables/forms/index.js';
import { ATTACHMENT_FACT_COLUMNS, attachmentFactsOf } from '../attachmentFacts.js';
import { CORRECTION_COLUMNS, FACT_COLUMNS, type FactOptions, factsOf } from '../facts.js';
import { STATEMENT_COLUMNS, statementFacts } from '../statementFacts.js';
import type { Column, ColumnType, Line, Shape } from './columns.js';

export type FactKind = 'amounts' | 'attachments' | 'narrative';

/** The lines of one kind of a document, and how they are put into a file. */
export interface KindShape extends Shape {
  linesOf(document: FinalAccounts, options: FactOptions): Iterable<Line>;
}

const PLACE: Readonly<Record<string, ColumnType>> = {
  fiscal_year: 'integer',
  page: 'integer',
  x0: 'number',
  y0: 'number',
  x1: 'number',
  y1: 'number',
};

const columnsOf = (names: readonly string[], own: Readonly<Record<string, ColumnType>>): Column[] =>
  names.map((name) => ({ name, type: own[name] ?? PLACE[name] ?? 'text' }));

export const SHAPES: Readonly<Record<FactKind, KindShape>> = {
  amounts: {
    columns: columnsOf(FACT_COLUMNS, { value: 'amount' }),
    sheets: {
      by: 'table',
      names: Object.fromEntries(TABLE_KEYS.map((key, i) => [key, FORMS[i]!.titles[0]!.replace('三公', '“三公”')])),
    },
    linesOf: factsOf,
  },
  // The values of a form are texts as often as numbers: 98.02%, 全部公开.
  attachments: {
    columns: columnsOf(ATTACHMENT_FACT_COLUMNS, { attachment: 'integer', row: 'integer' }),
    sheets: {
      by: 'group',
      names: { header: '表头', task: '年度主要任务', funding: '项目资金', indicator: '绩效指标' },
    },
    linesOf: attachmentFactsOf,
  },
  narrative: {
    columns: columnsOf(STATEMENT_COLUMNS, { value: 'amount' }),
    sheets: { by: 'document', names: {} },
    linesOf: statementFacts,
  },
};

/** The shape of a kind; `corrected` adds the columns of what people corrected. */
export function shapeOf(kind: FactKind, corrected: boolean): Shape {
  const shape = SHAPES[kind];
  if (!corrected) return shape;
  return { ...shape, columns: [...shape.columns, ...columnsOf(CORRECTION_COLUMNS, { corrected_value: 'amount' })] };
}
