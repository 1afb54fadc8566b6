/**
 * juesuan as a library: `convert` does the whole way, and each stage of it can be called by itself.
 *
 * source → pages → grids → drafts → tables → checks → document → outputs
 */

export { type CheckedTables, checkDocument } from './checks/checkDocument.js';
export { checkTables } from './checks/checkTables.js';
export { type ConvertOptions, convert } from './convert.js';
export { applyCorrections } from './corrections/applyCorrections.js';
export { type CorrectionLog, parseLog } from './corrections/log.js';
export { diffDocuments } from './diff/diffDocuments.js';
export type { Difference, DocumentDiff } from './diff/difference.js';
export * from './document/schema.js';
export { type Figure, figuresOf, type Sheet, type SheetRow, sheetsOf } from './document/sheets.js';
export { commonUnit, draftsToTables, type NineTables } from './document/tables.js';
export { type ErrorCode, ExtractError, JuesuanError, UsageError } from './errors.js';
export type { Grid, GridCell } from './grids/grid.js';
export { type PageGrids, pageToGrids } from './grids/pageToGrids.js';
export { type CellContent, readAmount } from './normalise/amount.js';
export { checkReport } from './outputs/checkReport.js';
export { linesToCsv } from './outputs/csv.js';
export { FACT_COLUMNS, type Fact, factsOf, factsToNdjson } from './outputs/facts.js';
export { documentToJson } from './outputs/json.js';
export { jsonSchema } from './outputs/jsonSchema.js';
export { STATEMENT_COLUMNS, type StatementFact, statementFacts } from './outputs/statementFacts.js';
export { summaryOf } from './outputs/summary.js';
export { glyphsToLines, type TextLine } from './pages/lines.js';
export type { Box, FileFacts, Glyph, Page, PageReader, ReaderName, Rule } from './pages/page.js';
export { optimiseLate } from './pages/pdfium/compiled.js';
export { openWithPdfium } from './pages/pdfium/reader.js';
export { openWithPdfjs } from './pages/pdfjs/reader.js';
export { judgeTextLayer, type TextLayer } from './pages/textLayer.js';
export { DEFAULT_LIMITS, type Limits } from './source/limits.js';
export { openSource, type Source } from './source/source.js';
export { upperBound } from './spotcheck/bound.js';
export { type Statement, statementOf } from './spotcheck/statement.js';
export type { Draft, Drafts } from './tables/draft.js';
export type { Form } from './tables/form.js';
export { FORMS } from './tables/forms/index.js';
export { gridsToDrafts } from './tables/gridsToDrafts.js';
export { VERSION } from './version.js';
