import { cellAt, cellsOfRow, columnCount, type Grid, rowCount } from '../grids/grid.js';
import { comparable } from '../normalise/text.js';
import { columnKey, readAxes, withoutDoubles } from './columnKeys.js';
import type { Form } from './form.js';
import { bodyKind, COLUMN_NUMBERS, isRemark, LABEL_HEAD, rowKind } from './rowKinds.js';

/** What a grid column is for. */
export type Role =
  | { readonly role: 'code' | 'name' | 'line' | 'unit' }
  | { readonly role: 'amount'; readonly path: string; readonly label: string }
  | { readonly role: 'blank' };

/** Columns that make up one list: its labels, then its amounts. */
export interface Block {
  readonly section: '' | 'revenue' | 'expenditure';
  readonly first: number;
  readonly last: number;
  readonly codes: readonly number[];
  readonly names: readonly number[];
  readonly lines: readonly number[];
  /** Columns that say whose a row is (单位名称), beside those of its name. */
  readonly units: readonly number[];
  readonly amounts: readonly AmountColumn[];
}

export interface AmountColumn {
  readonly column: number;
  /** Null where the form does not know the header. */
  readonly key: string | null;
  readonly label: string;
  readonly path: string;
}

/** How a grid is to be read as a form. */
export interface Layout {
  /** First row of the data. */
  readonly body: number;
  /** Row of the data whose amount cells hold header words (the Shanghai form), or -1. */
  readonly headWordsRow: number;
  readonly blocks: readonly Block[];
  /** True where the form's required columns are all there, or nothing stood in those that are not. */
  readonly complete: boolean;
  /** The labels of columns that the publisher left out because nothing stood in them. */
  readonly leftOut?: readonly string[];
}

const CODE_HEAD = /(编码|代码)$|^(类|款|项)$/;
const UNIT_HEAD = /^(预算|填报|编制|主管)?(单位|部门|机构)(名称|编码|代码)$/;
const LINE_HEAD = /^(行次|序号)$/;

/** Reads the head of a grid in the light of a form. Undefined where the grid has no head that a table could have. */
export function readLayout(grid: Grid, form: Form, from = 0): Layout | undefined {
  const rows = rowCount(grid);
  const columns = columnCount(grid);
  const labelColumn = labelColumns(grid, from, form);
  let body = from;
  for (let r = from; r < Math.min(rows, from + 10); r++) {
    const kind = r > from ? bodyKind(grid, r, labelColumn, body) : rowKind(grid, r, labelColumn);
    if (kind === 'head' || (body > from && isRemark(grid, r))) body = r + 1;
    else if (kind === 'data') break;
  }
  if (body === from) return undefined;
  const headWordsRow = body < rows && hasHeadWords(grid, body, labelColumn) ? body : -1;
  const roles: Role[] = [];
  for (let c = 0; c < columns; c++) roles.push(roleOf(grid, from, body, headWordsRow, c, form));
  if (form.codes !== null) codesUnderNames(grid, body, roles);
  if (!roles.some((r) => r.role === 'name')) unitsAsNames(roles);
  if (!roles.some((r) => r.role === 'name')) wordsAsNames(grid, body, roles, form);
  const blocks = splitBlocks(grid, roles, from, form);
  const found = new Set(blocks.flatMap((b) => b.amounts.map((a) => a.key)));
  const complete =
    form.layout === 'crossed'
      ? crossedComplete(blocks, form, grid, body)
      : form.required.every((key) => found.has(key));
  return { body, headWordsRow, blocks, complete: complete && !isOfOtherCodes(grid, { body, blocks }, form) };
}

/** How the codes of the other classification begin: functional ones with 2, economic ones with 3 (of a government, with 5). */
const OTHER_CODES = { functional: /^[35]\d{2,6}$/, economic: /^2\d{2,6}$/ };

/**
 * Rows of the other classification: 基本支出决算明细表 with a row for each functional code and a column for each economic one has the name and
 * the columns of 06 and is none (财决05-1表, which some regions publish behind the nine).
 */
export function isOfOtherCodes(grid: Grid, { body, blocks }: Pick<Layout, 'body' | 'blocks'>, form: Form): boolean {
  if (form.codes === null) return false;
  const columns = new Set(blocks.flatMap((b) => b.codes));
  const codes = grid.cells.flatMap((c) => (c.row0 >= body && columns.has(c.col0) ? comparable(c.text) : []));
  const whole = codes.filter((text) => /^\d{3,7}$/.test(text));
  const others = whole.filter((text) => OTHER_CODES[form.codes!].test(text));
  return others.length >= 3 && others.length >= CODE_SHARE * whole.length;
}

/** Which columns stand under a label head (项目, 科目编码, …) in the first rows. */
function labelColumns(grid: Grid, from: number, form: Form): boolean[] {
  const out = new Array<boolean>(columnCount(grid)).fill(false);
  for (const cell of grid.cells) {
    if (cell.row0 < from || cell.row0 > from + 4 || cell.text === '') continue;
    if (!LABEL_HEAD.test(comparable(cell.text))) continue;
    if (form.layout === 'crossed' && cell.col1 - cell.col0 >= columnCount(grid) - 1) continue;
    for (let c = cell.col0; c <= cell.col1; c++) out[c] = true;
  }
  return out;
}

const WORDS_IN_DATA = /^(合计|小计|基本支出|项目支出|类|款|项)$/;

/** The first data row of the Shanghai fund form carries the heads of three columns; another form 类, 款, 项. */
function hasHeadWords(grid: Grid, row: number, labelColumn: readonly boolean[]): boolean {
  return cellsOfRow(grid, row).some((cell) => {
    const text = comparable(cell.text);
    return labelColumn[cell.col0] ? /^[类款项]$/.test(text) : WORDS_IN_DATA.test(text);
  });
}

function roleOf(grid: Grid, from: number, body: number, headWordsRow: number, column: number, form: Form): Role {
  const path: string[] = [];
  const end = headWordsRow >= 0 ? headWordsRow + 1 : body;
  for (let r = from; r < end; r++) {
    const cell = cellAt(grid, r, column);
    if ((cell.row0 !== r && r !== from) || isRemark(grid, cell.row0)) continue;
    // What stands in the row of the column numbers is never a head, however it was read.
    if (column > 0 && /^栏次/.test(comparable(cellAt(grid, r, 0).text))) continue;
    const text = comparable(cell.text).replace(/"/g, '');
    if (text === '' || COLUMN_NUMBERS.test(text) || /^\(?\d{1,2}\)?$/.test(text)) continue;
    if (r === headWordsRow && !WORDS_IN_DATA.test(text)) continue;
    // 合计 in the label columns of the first data row is the label of that row.
    if (r === headWordsRow && /^(合计|小计)$/.test(text) && path.some((p) => LABEL_HEAD.test(p))) continue;
    if (path.at(-1) !== text) path.push(text);
  }
  if (path.length === 0) return { role: 'blank' };
  const last = path.at(-1)!;
  if (path.some((p) => LINE_HEAD.test(p))) return { role: 'line' };
  if (UNIT_HEAD.test(last)) return { role: 'unit' };
  if (
    path.some((p) => /^(功能分类|经济分类|支出功能分类|支出经济分类).*编码$|科目编码|科目代码/.test(p)) ||
    CODE_HEAD.test(last)
  )
    return { role: 'code' };
  if (LABEL_HEAD.test(last) && !(form.layout !== 'crossed' && last !== '项目' && /^项目支出/.test(last)))
    return { role: 'name' };
  return { role: 'amount', path: path.join('/'), label: last };
}

/** A head that is merged over codes and names has words of one of them: what stands below tells the codes. */
function codesUnderNames(grid: Grid, body: number, roles: Role[]): void {
  roles.forEach((role, c) => {
    if (role.role !== 'name' || roles[c + 1]?.role !== 'name') return;
    const texts = grid.cells.filter(
      (cell) => cell.row0 >= body && cell.col0 === c && cell.col1 === c && cell.text !== '',
    );
    const codes = texts.filter((cell) => /^\d{3,7}$/.test(comparable(cell.text)));
    if (codes.length >= 2 && codes.length >= CODE_SHARE * texts.length) roles[c] = { role: 'code' };
  });
}

/** Where no head names the labels, those of the first column do, whatever it says (年度, 类别, 收入): words stand there and no amount. */
function wordsAsNames(grid: Grid, body: number, roles: Role[], form: Form): void {
  const [first] = roles;
  if (first?.role !== 'amount' || columnKey(first.path, form, '') !== null) return;
  const texts = grid.cells.filter((cell) => cell.row0 >= body && cell.col0 === 0 && cell.text !== '');
  if (texts.length > 0 && texts.every(({ text }) => /\p{Script=Han}/u.test(text))) roles[0] = { role: 'name' };
}

/** 单位名称 names the rows where nothing else does. */
function unitsAsNames(roles: Role[]): void {
  for (const [c, { role }] of roles.entries()) if (role === 'unit') roles[c] = { role: 'name' };
}

/** Of the texts of a column of codes, at least this share are codes. */
const CODE_SHARE = 0.8;

function splitBlocks(grid: Grid, roles: readonly Role[], from: number, form: Form): Block[] {
  const groups: number[][] = [];
  let current: number[] = [];
  let seenAmount = false;
  roles.forEach((role, c) => {
    const isLabel = role.role !== 'amount' && role.role !== 'blank';
    if (isLabel && seenAmount && form.layout !== 'single') {
      groups.push(current);
      current = [];
      seenAmount = false;
    }
    if (role.role === 'amount') seenAmount = true;
    current.push(c);
  });
  if (current.length > 0) groups.push(current);
  return groups.map((group, index) => {
    const section = form.layout === 'sections' ? sectionOf(grid, from, group[0]!, index) : '';
    const another = form.layout === 'sections' ? otherClassification(grid, from, group[0]!) : undefined;
    const amounts: AmountColumn[] = [];
    const over = headOverAll(
      group.flatMap((c) => {
        const role = roles[c]!;
        return role.role === 'amount' ? [role.path] : [];
      }),
    );
    const keyUnder = (path: string): string | null =>
      columnKey(path, form, section) ?? (over ? columnKey(path.slice(over.length), form, section) : null);
    for (const c of group) {
      const role = roles[c]!;
      if (role.role !== 'amount') continue;
      const path = form.layout === 'sections' ? role.path.replace(/^(收入|支出)\/(?=.)/, '') : role.path;
      if (another) amounts.push({ column: c, key: null, label: role.label, path: `${another}/${path}` });
      else amounts.push({ column: c, key: keyUnder(path), label: role.label, path });
    }
    const of = (role: Role['role']): number[] => group.filter((c) => roles[c]!.role === role);
    return {
      section,
      first: group[0]!,
      last: group.at(-1)!,
      codes: of('code'),
      names: of('name'),
      lines: of('line'),
      units: of('unit'),
      amounts: withoutDoubles(amounts, form),
    };
  });
}

/** Words of a head that say of which amounts all columns under it are. */
const OF_OTHER_AMOUNTS = /预算(数|金额|批复)|上年|去年|增减|差异|比较|占|率/;

/**
 * The head that stands over every amount column of a list (一般公共预算财政拨款支出决算数 over 合计, 基本支出 and 项目支出), with its `/`: it
 * names what the table is, and tells no column from another. Empty where there is none.
 */
function headOverAll(paths: readonly string[]): string {
  const [first, ...others] = paths.map((path) => path.split('/'));
  if (!first || others.length === 0) return '';
  let shared = 0;
  while (shared < first.length - 1 && others.every((p) => p.length > shared + 1 && p[shared] === first[shared]))
    shared++;
  const head = first.slice(0, shared);
  return shared === 0 || head.some((part) => OF_OTHER_AMOUNTS.test(part)) ? '' : `${head.join('/')}/`;
}

/** The head of a block that classes the same money in another way, as 项目（按支出性质和经济分类） beside 项目（按功能分类）. */
function otherClassification(grid: Grid, from: number, column: number): string | undefined {
  for (let r = from; r < Math.min(from + 3, rowCount(grid)); r++) {
    const text = comparable(cellAt(grid, r, column).text);
    if (/按支出性质|按(支出)?经济分类/.test(text)) return text;
  }
  return undefined;
}

function sectionOf(grid: Grid, from: number, column: number, index: number): 'revenue' | 'expenditure' {
  const head = comparable(cellAt(grid, from, column).text);
  if (/^收入/.test(head)) return 'revenue';
  if (/^支出/.test(head)) return 'expenditure';
  return index === 0 ? 'revenue' : 'expenditure';
}

function crossedComplete(blocks: readonly Block[], form: Form, grid: Grid, body: number): boolean {
  const keys = blocks.flatMap((b) => b.amounts.map((a) => a.key ?? ''));
  const has = (measure: string): boolean => keys.some((k) => k.endsWith(`/${measure}`));
  if (form.required.every(has)) return true;
  if (has('budget')) return false;
  // 预算数 and 决算数 as labels of the body, or final amounts alone: of items in the head, or in rows under 决算数.
  const items = keys.filter((k) => /^[a-z_]+\//.test(k)).length;
  const labels = grid.cells.filter((c) => c.row0 >= body).map((c) => comparable(c.text).replace(/"/g, ''));
  return items >= 4 || (has('final') && labels.filter((l) => readAxes(l, form).item).length >= 4);
}

/** The columns of the form that a grid has. */
export const keysOf = (layout: Layout): Set<string> =>
  new Set(layout.blocks.flatMap((b) => b.amounts.flatMap((a) => a.key ?? [])));
