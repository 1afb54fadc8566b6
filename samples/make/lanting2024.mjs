// The accounts of a kindergarten (单位决算): a PDF written by hand, with what real producers do that is hard to read.
import { partNames } from './disclosure.mjs';
import { appropriationBody, basicBody, summaryBody, threePublicLines, treeBody } from './forms.mjs';
import { mid } from './grid.mjs';
import * as heads from './heads.mjs';
import { TITLES } from './layouts/liaoning.mjs';
import { wanGrouped } from './money.mjs';
import { explanation, glossary, overview } from './narrative.mjs';
import { Canvas, textWidth, wrap, writePdf } from './pdf.mjs';
import { drawTable } from './pdfTable.mjs';

const A4 = [595, 842];
const MARGIN = 50;
const PARTS = ['第一部分', '第二部分', '第三部分', '第四部分'];

const ITEMS = [
  ['total', '合计'],
  ['overseas', '1.因公出国（境）费'],
  ['vehicle', '2.公务用车购置及运行费'],
  ['vehicle_purchase', '其中：公务用车购置费'],
  ['vehicle_operation', '公务用车运行费'],
  ['reception', '3.公务接待费'],
];

const REVENUE = ['total', 'appropriation', 'superior_subsidy', 'business', 'business_education_fee'];
const REVENUE_COLUMNS = [...REVENUE, 'operating', 'affiliate_remittance', 'other'];

/** 事业收入 with the sub-column 其中：教育收费. */
function revenueHead() {
  const names = heads.REVENUE_NAMES.map((name) => (name === '事业收入' ? heads.over(name, 2) : heads.down(name)));
  return [
    [heads.over('项目', 2), ...names],
    [mid('科目编码'), mid('科目名称'), mid('小计'), mid('其中：教育收费')],
    heads.columnsRow(2, 8),
  ];
}

const basicHead = [Array.from({ length: 3 }, () => ['科目编码', '科目名称', '决算数'].map((text) => mid(text))).flat()];

/** Each grid with its way of drawing. */
function bodies(account) {
  const printed = { amount: wanGrouped, lineNumbers: true };
  const tree = (key, columns) => treeBody(account, key, columns, printed);
  return {
    revenue_expenditure_summary: {
      widths: [33, 6, 13, 33, 6, 13],
      head: heads.summaryHead(true, '金额'),
      body: summaryBody(account, printed),
      draw: { font: 'F1', style: 'lines', twice: true },
    },
    revenue: {
      widths: [11, 30, 13, 13, 12, 12, 12, 12, 12, 12],
      head: revenueHead(),
      body: tree('revenue', REVENUE_COLUMNS),
      landscape: true,
      draw: { font: 'F1', style: 'rectangles', rotate: true },
    },
    expenditure: {
      widths: [11, 30, 14, 14, 14, 14, 14, 16],
      head: [...heads.treeHead(heads.EXPENDITURE_NAMES, '科目编码'), heads.columnsRow(2, 6)],
      body: tree('expenditure', heads.EXPENDITURE),
      landscape: true,
      draw: { font: 'F2', style: 'lines', form: true },
    },
    appropriation_summary: {
      widths: [27, 5, 12, 28, 5, 12, 14, 14, 14],
      head: heads.appropriationHead(true, '金额'),
      body: appropriationBody(account, printed),
      landscape: true,
      rowHeight: 12.4,
      draw: { font: 'F2', style: 'rectangles', size: 8 },
    },
    general_public_budget: {
      widths: [16, 38, 16, 16, 16],
      head: [...heads.splitHead('小计', '本年支出', '科目编码'), heads.columnsRow(2, 3)],
      body: tree('general_public_budget', heads.SPLIT),
      draw: { font: 'F1', style: 'lines', open: true },
    },
    general_public_budget_basic: {
      widths: [8, 22, 11, 8, 20, 11, 8, 22, 11],
      head: basicHead,
      body: basicBody(account, [['301', '303'], ['302'], ['307', '310', '312', '399']], printed),
      draw: { font: 'F2', style: 'rectangles', size: 7 },
    },
    three_public: {
      widths: [50, 25, 25],
      head: [['项目', '预算数', '决算数'].map((text) => mid(text)), ['栏次', '1', '2'].map((text) => mid(text))],
      body: threePublicLines(account, ITEMS, { amount: wanGrouped, zero: '0.00' }),
      rowHeight: 26,
      draw: { font: 'F1', style: 'dashed' },
    },
    government_fund: {
      widths: [12, 34, 14, 14, 12, 12, 12, 14],
      head: [...heads.fundHead('小计'), heads.columnsRow(2, 6)],
      body: tree('government_fund', heads.FUND),
      landscape: true,
      rowHeight: 22,
      draw: { font: 'F2', style: 'lines' },
    },
    state_capital: {
      widths: [18, 34, 16, 16, 16],
      head: [...heads.splitHead('合计', '本年支出', '科目编码'), heads.columnsRow(2, 3)],
      body: tree('state_capital', heads.SPLIT),
      rowHeight: 22,
      note: `说明：${account.department}${account.year}年度没有国有资本经营预算财政拨款收入和支出，故本表无数据。`,
      draw: { font: 'F1', style: 'rectangles' },
    },
  };
}

export const lantingGrids = (account) =>
  Object.entries(bodies(account)).map(([key, grid], at) => ({
    key,
    title: TITLES[at],
    number: `公开0${at + 1}表`,
    rowHeight: 18,
    ...grid,
  }));

function centred(canvas, text, y, size, font, twice) {
  const x = (canvas.width - textWidth(text, size)) / 2;
  canvas.text(text, x, y, size, font);
  // Bold by drawing twice, a third of a point apart.
  if (twice) canvas.text(text, x + 0.35, y, size, font);
}

function tablePage(account, grid) {
  const { font, style, open, size = 9, twice, form, rotate } = grid.draw;
  const [width, height] = grid.landscape ? [A4[1], A4[0]] : A4;
  const page = new Canvas(width, height);
  const canvas = form ? new Canvas(width, height) : page;
  const [left, right] = [MARGIN, width - MARGIN];
  const toRight = (text, y) => canvas.text(text, right - textWidth(text, 9), y, 9, font);
  centred(canvas, grid.title, 56, 16, font, twice);
  toRight(grid.number, 74);
  canvas.text(`单位：${account.department}`, left, 86, 9, font);
  centred(canvas, `${account.year}年度`, 86, 9, font);
  toRight('金额单位：万元', 86);
  const end = drawTable(canvas, grid, { left, right, top: 91, size, font, style, open });
  if (end > height - 40) throw new Error(`${grid.key} does not fit its page: ${end} of ${height}`);
  if (grid.note) canvas.text(grid.note, left, end + 14, 9, font);
  if (form) page.form(canvas);
  return { canvas: page, rotate };
}

/** Text on as many pages as it takes. */
function textPages(blocks, font) {
  const pages = [];
  let y = Number.POSITIVE_INFINITY;
  const line = (text, x, size, step) => {
    if (y + step > A4[1] - 60) {
      pages.push({ canvas: new Canvas(...A4) });
      y = 56;
    }
    y += step;
    pages.at(-1).canvas.text(text, x ?? (A4[0] - textWidth(text, size)) / 2, y, size, font);
  };
  for (const { kind, text } of blocks) {
    if (kind === 'part') line(text, undefined, 18, 40);
    else if (kind === 'heading') line(text, MARGIN + 20, 13, 28);
    else if (kind === 'entry') line(text, MARGIN + 40, 12, 22);
    else for (const words of wrap(`　　${text}`, 12, A4[0] - 2 * MARGIN - 40)) line(words, MARGIN + 20, 12, 21);
  }
  return pages;
}

function coverPage(account) {
  const canvas = new Canvas(...A4);
  centred(canvas, account.department, 280, 28, 'F1', true);
  centred(canvas, `${account.year}年度${account.kind}决算`, 330, 28, 'F1', true);
  return { canvas };
}

export function handWritten(account, grids) {
  const names = partNames(account, false).map((name, at) => `${PARTS[at]}　${name}`);
  const part = (at) => ({ kind: 'part', text: names[at] });
  const contents = [
    { kind: 'part', text: '目　录' },
    ...names.flatMap((name, at) => [
      { kind: 'heading', text: name },
      ...(at === 1
        ? grids.map(({ title }, k) => ({ kind: 'entry', text: `${'一二三四五六七八九'[k]}、${title}` }))
        : []),
    ]),
  ];
  const pages = [
    coverPage(account),
    ...textPages(contents, 'F1'),
    ...textPages([part(0), ...overview(account)], 'F2'),
    ...textPages([part(1)], 'F2'),
    ...grids.map((grid) => tablePage(account, grid)),
    ...textPages([part(2), ...explanation(account)], 'F2'),
    ...textPages([part(3), ...glossary(account)], 'F1'),
  ];
  pages.forEach(({ canvas }, at) => {
    if (at > 1) centred(canvas, `- ${at - 1} -`, canvas.height - 30, 9, 'F1');
  });
  return writePdf(pages, 'pdf.mjs');
}
