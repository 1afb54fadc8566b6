import { describe, expect, test } from '@jest/globals';
import { readContents } from '../../src/document/contents.js';
import { readCover } from '../../src/document/cover.js';
import { missingParts, readParts } from '../../src/document/parts.js';
import type { Table } from '../../src/document/schema.js';
import { draftsToTables } from '../../src/document/tables.js';
import { type PageGrids, pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { drawnPage } from '../pages/drawn.js';

const TITLES = ['收入支出决算总表', '收入决算表', '支出决算表', '财政拨款收入支出决算总表'];
const text =
  (...lines: string[]) =>
  (n: number) =>
    pageToGrids(
      drawnPage(
        [],
        lines.map((line, i) => ({ text: line, x: 100, y: 60 + 20 * i })),
        n,
      ),
    );
const tableOf =
  (title: string, ...above: string[]) =>
  (n: number) =>
    pageToGrids(
      drawnPage(
        [
          {
            x: 100,
            y: 140,
            widths: [80, 200, 80, 80, 80, 80],
            rows: [
              ['项目', null, '合计', '基本支出', '项目支出', '上缴上级支出'],
              ['科目编码', '科目名称', '^', '^', '^', '^'],
              ['合计', null, '3.00', '2.00', '1.00', ''],
            ],
          },
        ],
        [...above, title].map((line, i) => ({ text: line, x: 300, y: 60 + 20 * i })),
        n,
      ),
    );
const document = (...pages: ((n: number) => PageGrids)[]): PageGrids[] => pages.map((p, i) => p(i + 1));
const fake = (pages: readonly number[]): Table[] =>
  pages.map((page, i) => ({ key: 'revenue', title: TITLES[i], status: 'present', pages: [page] }) as unknown as Table);
const partsOf = (pages: readonly PageGrids[], tables: readonly number[] = []): string[] =>
  readParts(pages, readContents(pages), fake(tables)).map(
    (p) => `${p.kind} ${p.title} ${p.pages[0]}-${p.pages.at(-1)}`,
  );

const COVER = text('某市某局', '2024年度部门决算');
const LIST = text(
  '目录',
  '第一部分 某局概况',
  '一、主要职责',
  '第二部分 2024年度部门决算情况说明',
  '第三部分 名词解释',
  '第四部分 2024年度部门决算表',
  ...TITLES.map((t, i) => `${'一二三四'[i]}、${t}`),
  '第五部分 附件',
);
const OVERVIEW = text('第一部分 某局概况', '一、主要职责', '负责全市工作。');
const NARRATIVE = text('第二部分 2024年度部门决算情况说明', '一、收入支出决算总体情况说明', '收入总计3.00万元。');
const GLOSSARY = text('第三部分 名词解释', '一、财政拨款收入：指拨款。');

describe('parts', () => {
  test('stand in the document’s own order, the contents list passed over', () => {
    const pages = document(
      COVER,
      LIST,
      OVERVIEW,
      NARRATIVE,
      GLOSSARY,
      tableOf('支出决算表', '第四部分 2024年度部门决算表'),
      text('第五部分 附件'),
    );
    expect(partsOf(pages)).toEqual([
      'overview 某局概况 3-3',
      'narrative 2024年度部门决算情况说明 4-4',
      'glossary 名词解释 5-5',
      'tables 2024年度部门决算表 6-6',
      'attachments 附件 7-7',
    ]);
  });

  test('a title page may break the title; a contents list may go over to a second page', () => {
    const second = text('九、国有资本经营预算财政拨款支出决算表', '十、预算绩效管理情况', '第四部分 名词解释');
    const title = text('第一部分', '某市某局概', '况说明');
    expect(partsOf(document(COVER, LIST, second, title, NARRATIVE, GLOSSARY))).toEqual([
      'overview 某市某局概况说明 4-4',
      'narrative 2024年度部门决算情况说明 5-5',
      'glossary 名词解释 6-6',
    ]);
  });

  test('附表 that hold the nine tables are the tables', () => {
    const pages = document(
      OVERVIEW,
      NARRATIVE,
      GLOSSARY,
      text('第四部分 附表'),
      tableOf(TITLES[0]!),
      tableOf(TITLES[1]!),
      tableOf(TITLES[2]!),
    );
    expect(partsOf(pages, [5, 6, 7])[3]).toBe('tables 附表 4-7');
  });

  test('without numbers the headings say it', () => {
    const pages = document(
      text('某局2024年度部门决算'),
      tableOf('支出决算表'),
      text('一、部门基本情况', '负责全市工作。'),
      text('二、收入支出决算总体情况说明', '收入总计3.00万元。'),
      text('名词解释', '财政拨款收入：指拨款。'),
    );
    expect(partsOf(pages, [2])).toEqual([
      'tables 收入支出决算总表 2-2',
      'overview 部门基本情况 3-3',
      'narrative 收入支出决算总体情况说明 4-4',
      'glossary 名词解释 5-5',
    ]);
  });

  test('a narrative whose title page is a picture begins with its first section', () => {
    const picture = text('');
    const prose = text('一、收入支出决算总体情况说明', '收入总计3.00万元，增加1.00万元。');
    const pages = document(COVER, LIST, OVERVIEW, picture, prose, GLOSSARY, tableOf(TITLES[2]!, '第四部分 部门决算表'));
    expect(partsOf(pages, [7])).toEqual([
      'overview 某局概况 3-4',
      'narrative 收入支出决算总体情况说明 5-5',
      'glossary 名词解释 6-6',
      'tables 部门决算表 7-7',
    ]);
  });

  test('a part that is announced and not there is told', () => {
    const pages = document(COVER, LIST, OVERVIEW, NARRATIVE, GLOSSARY);
    const contents = readContents(pages);
    expect(missingParts(readParts(pages, contents, []), contents).map((f) => f.expected)).toEqual([
      '2024年度部门决算表',
      '附件',
    ]);
  });
});

describe('the contents list', () => {
  const announced = (...pages: PageGrids[]) => draftsToTables(gridsToDrafts(pages), readContents(pages).tables, null);

  test('a table that it announces and that is not there is missing, another one absent', () => {
    const { tables } = announced(...document(COVER, LIST, tableOf('支出决算表')));
    const status = (key: string) => tables.find((t) => t.key === key)!.status;
    expect([status('expenditure'), status('revenue'), status('state_capital')]).toEqual([
      'present',
      'missing',
      'absent',
    ]);
  });

  test('a table under another title than announced is told; a title may be broken over two lines', () => {
    const list = text(
      '目录',
      '一、一般公共预算财政拨款基本支出',
      '决算表',
      '二、国有资本经营预算财政拨款支出决算表.....12',
      '三、收入决算表',
    );
    const { findings, tables } = announced(...document(COVER, list, tableOf('国有资本经营预算财政拨款收入支出决算表')));
    expect(tables.find((t) => t.key === 'general_public_budget_basic')!.status).toBe('missing');
    expect(findings.filter((f) => f.rule === 'title-differs-from-contents').map((f) => [f.expected, f.actual])).toEqual(
      [['国有资本经营预算财政拨款支出决算表', '国有资本经营预算财政拨款收入支出决算表']],
    );
  });
});

describe('the cover', () => {
  test.each([
    [
      ['上海市普陀区人民政府', '长寿路街道办事处', '2024年度部门决算'],
      '上海市普陀区人民政府长寿路街道办事处',
      '部门决算',
      2024,
    ],
    [['某市实验幼儿园', '2023年度单位决算'], '某市实验幼儿园', '单位决算', 2023],
    [['2022年度某省某某厅', '部门决算公开'], '某省某某厅', '部门决算', 2022],
    [['附件1', '某县水务局二〇二四年度', '部门决算'], '某县水务局', '部门决算', 2024],
    [['某县水务局2024年部门预算执行及2023年部门决算'], '某县水务局', '部门决算', 2023],
    [['某县水务局2023午度', '部门决算'], '某县水务局', '部门决算', 2023],
    [['某县水务局关于2024年度决算信息公开的说明'], '某县水务局', '部门决算', 2024],
  ])('%j', (lines, department, kind, fiscalYear) => {
    expect(readCover(document(text(...lines)), '')).toMatchObject({ department, kind, fiscalYear, otherYear: null });
  });

  test('tables of another year than the title', () => {
    const heads = (year: string) => text('收入决算表', `${year}年度`, '单位：万元');
    const title = text('某县水务局', '2024年度部门决算');
    const of = (...years: string[]) => readCover(document(title, ...years.map(heads)), '').otherYear;
    expect(of('2023', '2023', '2023')).toBe(2023);
    expect(of('2023', '2024', '2023')).toBeNull();
    expect(of('2023')).toBeNull();
  });
});
