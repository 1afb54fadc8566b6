// How well tables are read in whatever way regions set them up: the made-up accounts with random changes to titles, heads, rows, units and
// notes, printed by Chromium, read, and compared with their truth. The same seed gives the same changes.
//
// --scan KIND: read from a scan of it, of a kind of samples/make/scan.mjs.
// --through writer|calc: printed by LibreOffice, without the changes that are styles of a browser.
//
//   npm run structures [-- [--seed N] [--count N] [--only a,b] [--without a,b] [--scan KIND] [--through writer|calc] [--keep]]        Chromium and the fonts of samples/README.md are needed
import { readFileSync, writeFileSync } from 'node:fs';
import { convert } from '../dist/index.js';
import { htmlToPdf, officeToPdf } from '../samples/make/convert.mjs';
import { deriveAccount } from '../samples/make/derive.mjs';
import { disclosure } from '../samples/make/disclosure.mjs';
import { flatSheets } from '../samples/make/fods.mjs';
import { flatText } from '../samples/make/fodt.mjs';
import { truthCsv } from '../samples/make/grid.mjs';
import { htmlDocument } from '../samples/make/html.mjs';
import { scanOf } from '../samples/make/scan.mjs';
import { flowToSheets } from './flowToSheets.mjs';
import { LAYOUTS, random, readOptions, readPrinted } from './madeUp.mjs';
import { ROUGHER, SHEETS } from './rougher.mjs';
import { parseCsv } from './score.mjs';
import { WIDER } from './wider.mjs';

const values = readOptions({ only: undefined, without: '', scan: undefined, through: 'chromium' });

const cells = (grid) => [...grid.head, ...grid.body].flat();
const amounts = (grid) => grid.body.flat().filter((cell) => cell.fact);
const labels = (grid) => cells(grid).filter((cell) => !cell.fact);
const across = (grid, text, align = 'left') => [{ text, align, span: grid.widths.length }];
const isCode = (text) => /^\d{3,7}$/.test(text);
/** Whether rows may be put in before row `at`: no cell reaches over its edge. */
const isOpen = (grid, at) => grid.body.slice(0, at).every((row, i) => row.every(({ down = 1 }) => i + down <= at));
/** Its rows are no sums and its blocks have no common rows. */
const BLOCKS = 'general_public_budget_basic';

/** Other words that regions have for the heads of the forms. */
const WORDS = {
  科目编码: ['功能分类科目编码', '科目代码', '编码'],
  科目名称: ['功能分类科目名称', '名称'],
  本年收入合计: ['合计', '收入合计'],
  本年支出合计: ['支出合计', '合计'],
  决算数: ['本年决算数', '决算金额'],
  一般公共预算财政拨款: ['一般公共预算'],
  年初结转和结余: ['上年结转和结余', '年初结转结余'],
  年末结转和结余: ['年末结转结余', '结转下年'],
  项目: ['项目名称'],
  上级补助收入: ['上级补助'],
  公务用车购置及运行费: ['公务用车购置及运行维护费'],
  行次: ['序号'],
};

/** Each changes one grid; `pick` chooses one of a list, the same for all grids of a document where `once` asks it. */
const CHANGES = {
  ...WIDER,
  ...ROUGHER,
  'title with more before it': (grid, { account, pick }) => {
    grid.title = pick([
      `${account.year}年度${grid.title}`,
      `${account.department}${account.year}年度${grid.title}`,
      `${account.year}年度部门决算${grid.title}`,
      `附表${grid.at}：${grid.title}`,
      `${grid.at}.${grid.title}`,
    ]);
  },
  'title in two lines': (grid, { pick }) => {
    const ends = [...grid.title.matchAll(/拨款(?:收入)?|预算|经费|基本/g)].map((m) => m.index + m[0].length);
    const cuts = ends.filter((at) => at < grid.title.length - 3);
    if (cuts.length === 0) return;
    const at = pick(cuts);
    grid.title = `${grid.title.slice(0, at)}\n${grid.title.slice(at)}`;
  },
  'other words in the heads': (grid, { once }) => {
    for (const cell of grid.head.flat()) {
      const key = cell.text.replace(/\s/g, '');
      if (WORDS[key]) cell.text = once(key, WORDS[key]);
    }
  },
  'total last': (grid) => {
    const at = grid.body.findIndex((row) => row.some((c) => /^合\s*计$/.test(c.text)) && row.some((c) => c.fact));
    if (at < 0 || at > 2 || !isOpen(grid, at) || !isOpen(grid, at + 1)) return;
    if (grid.key !== BLOCKS && grid.key !== 'three_public') grid.body.push(...grid.body.splice(at, 1));
  },
  'head again among the rows': (grid) => {
    const at = Math.floor(grid.body.length / 2);
    if (at > 3 && grid.key !== BLOCKS && isOpen(grid, at)) grid.body.splice(at, 0, ...structuredClone(grid.head));
  },
  'a column 备注': (grid) => {
    grid.widths.push(8);
    grid.head[0].push({ text: '备注', align: 'center', down: grid.head.length });
    grid.body = grid.body.map((row) => [...row, { text: '', align: 'left' }]);
  },
  'a remark under the head': (grid) => grid.head.push(across(grid, '（本表金额四舍五入，可能有尾差）', 'center')),
  'a note in the grid': (grid) => grid.body.push(across(grid, '注：本表反映本年度收支情况，2023年为12,345.67万元。')),
  'signatures in the grid': (grid) =>
    grid.body.push(across(grid, '单位负责人：张三      财务负责人：李四      填表人：王五      2025年8月20日')),
  'signatures under the table': (grid) => {
    grid.notes = [...(grid.notes ?? []), '单位负责人：张三      填表人：李四      电话：87654321'];
  },
  'title in the grid': (grid, { account, unit }) => {
    grid.inside = true;
    grid.head.unshift(
      across(grid, grid.title, 'center'),
      across(grid, `公开0${grid.at}表`, 'right'),
      across(grid, `编制单位：${account.department}      ${account.year}年度      金额单位：${unit}`),
    );
  },
  'nought where nothing is': (grid) => {
    for (const cell of amounts(grid)) if (cell.text.trim() === '') cell.text = '0.00';
  },
  'no commas': (grid) => {
    for (const cell of amounts(grid)) cell.text = cell.text.replace(/,/g, '');
  },
  'spaces in numbers': (grid) => {
    for (const cell of amounts(grid)) cell.text = cell.text.trim().replace(/,/g, ', ').replace(/\./, '. ');
  },
  'full-width numbers': (grid) => {
    for (const cell of amounts(grid))
      cell.text = cell.text.replace(/[\d.,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  },
  'wide labels': (grid) => {
    for (const cell of labels(grid))
      if (/^\p{Script=Han}\s*\p{Script=Han}$/u.test(cell.text))
        cell.text = [...cell.text.replace(/\s/g, '')].join('     ');
  },
  'no spaces in labels': (grid) => {
    for (const cell of labels(grid)) cell.text = cell.text.replace(/[ \u3000]+/g, '');
  },
  'spaces in codes': (grid) => {
    for (const cell of labels(grid))
      if (isCode(cell.text)) cell.text = cell.text.replace(/^(\d{3})(\d\d)(\d\d)?$/, '$1 $2 $3').trim();
  },
  'names set in by level': (grid) => {
    for (const row of grid.body) {
      const at = row.findIndex((cell) => isCode(cell.text));
      if (at >= 0 && row[at + 1] && !row[at + 1].fact)
        row[at + 1].text = '\u3000'.repeat((row[at].text.length - 3) / 2) + row[at + 1].text;
    }
  },
  'empty rows at the end': (grid) => {
    if (grid.key === BLOCKS) return;
    for (let i = 0; i < 3; i++) grid.body.push(grid.widths.map(() => ({ text: '', align: 'left' })));
  },
  'no notes': (grid) => {
    grid.note = undefined;
    grid.notes = [];
  },
};

async function printed(seed, path) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const chosen = new Map();
  const once = (key, list) => chosen.get(key) ?? chosen.set(key, pick(list)).get(key);
  const [source, titles, gridsOf, unit] = LAYOUTS[seed % LAYOUTS.length];
  const account = deriveAccount(source);
  const some = (names, share) =>
    names.filter((name) => (values.only ? values.only.split(',').includes(name) : next() < share));
  const without = values.without.split(',');
  const changes = some(Object.keys(CHANGES), 0.2).filter((name) => !without.includes(name));
  const grids = gridsOf(account).map((grid, i) => ({ ...structuredClone(grid), at: i + 1 }));
  for (const name of changes) for (const grid of grids) CHANGES[name](grid, { account, unit, pick, once });

  const number = pick(['公开0#表', '表#', '财决公开0#表', '附件#', '']);
  const place = pick(['beside', 'right', 'in the title']);
  const oneSheet = next() < 0.25 && values.through !== 'calc';
  const section = (grid) => ({
    landscape: grid.landscape && !oneSheet,
    blocks: [
      ...(grid.inside ? [{ kind: 'gap', lines: 1 }] : heading(grid, number, place, account, unit)),
      { kind: 'table', grid },
      ...[grid.note, ...(grid.notes ?? [])].flatMap((text) => (text ? [{ kind: 'note', text }] : [])),
    ],
  });
  const sections = grids.map(section);
  const tableSections = oneSheet ? [{ blocks: sections.flatMap(({ blocks }) => blocks) }] : sections;
  const sheets = some(Object.keys(SHEETS), 0.1).filter((name) => !without.includes(name));
  const flow = disclosure(account, { titles, tableSections });
  if (values.through === 'writer') officeToPdf(flatText(flow), 'fodt', path);
  else if (values.through === 'calc') officeToPdf(flatSheets(flowToSheets(flow)), 'fods', path);
  else {
    const style = `${sheets.map((name) => SHEETS[name]).join('\n')}</style>`;
    htmlToPdf(htmlDocument(account.department, flow).replace('</style>', style), path);
  }
  if (values.scan) await scan(path);
  return {
    truth: parseCsv(truthCsv(grids)).map((row) => ({
      ...row,
      value: row.value
        .normalize('NFKC')
        .replace(/[\s,¥元万]/g, '')
        .replace(/^[-/—.无]+$/, ''),
    })),
    kind: oneSheet ? 'one under the other' : 'a page each',
    words: [...changes, ...sheets, number, `unit ${place}`, ...(oneSheet ? ['one under the other'] : [])].join(', '),
  };
}

/** Its first two pages and those with tables, as a scan. */
async function scan(path) {
  const { tables } = await convert(new Uint8Array(readFileSync(path)), 'printed.pdf');
  const pages = [...new Set([1, 2, ...tables.flatMap((t) => t.pages)])].sort((a, b) => a - b);
  writeFileSync(path, await scanOf(path, pages, values.scan));
}

function heading(grid, number, place, account, unit) {
  const title = grid.title + (place === 'in the title' ? `（单位：${unit}）` : '');
  const line = [`部门：${account.department}`, `${account.year}年度`, `金额单位：${unit}`];
  return [
    ...title.split('\n').map((text) => ({ kind: 'title', text })),
    ...(number ? [{ kind: 'right', text: number.replace('#', grid.at) }] : []),
    ...(place === 'beside' ? [{ kind: 'line', parts: line }] : []),
    ...(place === 'right' ? [{ kind: 'right', text: `单位：${unit}` }] : []),
  ];
}

await readPrinted({ seed: Number(values.seed), count: Number(values.count), keep: values.keep }, printed);
