import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellsOfRow, type Grid, rowCount } from '../../../src/grids/grid.js';
import { pageToGrids } from '../../../src/grids/pageToGrids.js';
import { textToPages } from '../../../src/pages/text/textToPages.js';

const read = (text: string) => textToPages(text).map(pageToGrids);
const gridsOf = (text: string): Grid[] => read(text).flatMap((p) => [...p.grids]);
const remarksOf = (text: string): string[] =>
  read(text).flatMap((p) => p.remarks.filter((r) => r.rule !== '').map((r) => r.rule));
/** A grid as it is read: one line a row, merged cells once. */
const drawn = (grid: Grid): string[] =>
  Array.from({ length: rowCount(grid) }, (_, r) =>
    cellsOfRow(grid, r)
      .map((c) => (c.row0 === r ? c.text : '^') + (c.doubt ? '?' : ''))
      .join('|'),
  );

const REVENUE = [
  '科目编码\t科目名称\t合计\t基本支出\t项目支出',
  '栏次\t\t1\t2\t3',
  '合计\t\t60.00\t40.00\t20.00',
  '201\t一般公共服务支出\t30.00\t20.00\t10.00',
  '20103\t政府办公厅事务\t30.00\t20.00\t10.00',
  '2010301\t行政运行\t20.00\t20.00\t',
  '2010302\t一般行政管理事务\t10.00\t\t10.00',
  '208\t社会保障和就业支出\t30.00\t20.00\t10.00',
  '20805\t养老支出\t30.00\t20.00\t10.00',
];

const FORM = [
  '绩效指标\t一级指标\t二级指标\t三级指标\t运算符号\t指标值\t度量单位\t全年完成值\t分值\t得分\t改进措施',
  '\t产出指标\t数量指标\t甲数\t>=\t1\t次\t1\t10\t10\t',
  '\t\t\t乙数\t>=\t2\t次\t2\t10\t10\t',
  '\t\t质量指标\t丙率\t=\t100\t%\t100\t10\t10\t',
  '\t\t\t丁率\t=\t100\t%\t98\t10\t9.8\t加强管理',
  '\t效益指标\t社会效益指标\t戊率\t>=\t90\t%\t95\t10\t10\t',
  '\t\t\t己率\t>=\t90\t%\t95\t10\t10\t',
];

describe('tables in other writings', () => {
  const rows = ['甲|乙|丙', '一|1.00|2.00', '二||3.00', '三|4.00|'];

  test('tabs', () => {
    expect(drawn(gridsOf(rows.map((r) => r.replace(/\|/g, '\t')).join('\n'))[0]!)).toEqual(rows);
  });

  test('Markdown, whose row of dashes is notation', () => {
    const text = rows.map((r) => `| ${r.replace(/\|/g, ' | ')} |`);
    const whole = [text[0], '|---|---:|---:|', ...text.slice(1)].join('\n');
    expect(drawn(gridsOf(whole)[0]!)).toEqual(rows);
    expect(remarksOf(whole)).not.toContain('separator-row');
  });

  test('HTML with spans, over lines', () => {
    const html =
      '<table border=1><tr><th rowspan="2">项目</th><th colspan=2>支出&nbsp;数</th></tr>\n<tr><th>甲</th><th>乙</th></tr>\n<tr><td><p>一</p></td><td>1.00</td><td>2.00</td></tr></table>';
    expect(drawn(gridsOf(html)[0]!)).toEqual(['项目|支出数', '^|甲|乙', '一|1.00|2.00']);
  });

  test('commas, quoted where a number has one', () => {
    expect(drawn(gridsOf('甲,乙,丙\n一,"1,234.00",2\n二,,3\n三,4,5')[0]!)).toEqual([
      '甲|乙|丙',
      '一|1,234.00|2',
      '二||3',
      '三|4|5',
    ]);
  });

  test('prose with tabs or commas is no table', () => {
    expect(gridsOf('\t一、主要职责\n\t负责档案工作，开展宣传。\n决算,预算,支出。\n单位：\t万元')).toEqual([]);
  });
});

describe('heads', () => {
  test('groups reach over their columns, single heads over the rows', () => {
    const [grid] = gridsOf(
      '项目\t\t本年支出\t\t\n编码\t名称\t小计\t基本支出\t项目支出\n201\t服务\t3.00\t1.00\t2.00\n202\t外交\t3.00\t1.00\t2.00',
    );
    expect(drawn(grid!).slice(0, 2)).toEqual(['项目|本年支出', '编码|名称|小计|基本支出|项目支出']);
  });

  test('a total over two blocks reaches up to its amount', () => {
    const head = '科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数';
    const [grid] = gridsOf(
      `${head}\n301\t工资\t1.00\t302\t商品\t2.00\t310\t资本\t\n人员经费合计\t\t1.00\t公用经费合计\t\t\t\t\t2.00`,
    );
    expect(drawn(grid!).at(-1)).toBe('人员经费合计|1.00|公用经费合计|2.00');
  });

  test('a second row out of place is put back as the same head has it elsewhere', () => {
    const good = ['名称\t年度目标值\t\t得分', '\t内容\t度量单位\t'];
    const row = '甲\t1.00\t次\t10';
    const text = [...good, row, row, '', '第二张表', ...[good[0], '内容\t度量单位\t\t'], row, row].join('\n');
    const grids = gridsOf(text);
    expect(drawn(grids[1]!).slice(0, 2)).toEqual(drawn(grids[0]!).slice(0, 2));
    expect(remarksOf(text)).toContain('head-restored');
  });
});

describe('what an extractor lost', () => {
  test('a row of dashes and a blank line end no table', () => {
    const rows = [...REVENUE.slice(0, -1), '', REVENUE.at(-1)!, '---\t---\t---\t---\t---'];
    const grids = gridsOf(rows.join('\n'));
    expect(grids.map(rowCount)).toEqual([REVENUE.length - 1, 1]);
    expect(grids[1]!.xs).toEqual(grids[0]!.xs);
    expect(remarksOf(rows.join('\n')).sort()).toEqual(['separator-row', 'table-goes-on']);
  });

  test('rows one column to the left go back where the columns say so', () => {
    const shifted = [...FORM.slice(0, 5), '', ...FORM.slice(5).map((r) => r.replace(/^\t/, ''))];
    const more = [...FORM, '', ...FORM.slice(1)].join('\n');
    const grids = gridsOf([...shifted, '', '另一张表', ...more.split('\n')].join('\n'));
    expect(grids[1]!.cells.every((c) => c.doubt === null)).toBe(true);
    expect(drawn(grids[1]!)).toEqual(FORM.slice(5).map((r, i) => (i > 0 ? '^' : '') + r.replace(/\t/g, '|')));
  });

  test('a name that slid to the left goes back under its head', () => {
    const broken = FORM.map((r) => (r.includes('己率') ? '己率\t\t\t>=\t90\t%\t95\t10\t10\t\t' : r));
    const text = [...broken, '', '另一张表', ...FORM].join('\n');
    expect(drawn(gridsOf(text)[0]!).at(-1)).toBe(FORM.at(-1)!.replace(/\t/g, '|').replace(/^\|/, '^|'));
    expect(remarksOf(text)).toContain('columns-shifted');
  });

  test('a lost cell that may have stood in two places leaves all in doubt', () => {
    const rows = [...REVENUE.slice(0, 6), '2010302\t一般行政管理事务\t10.00\t10.00', ...REVENUE.slice(7)];
    const [grid] = gridsOf(rows.join('\n'));
    expect(drawn(grid!)[6]).toBe('2010302?|一般行政管理事务?|10.00?|10.00?|?');
    expect(drawn(grid!)[5]).toBe('2010301|行政运行|20.00|20.00|');
    expect(remarksOf(rows.join('\n'))).toEqual(['row-not-aligned']);
  });

  test('a blank amount is no reason to move a row', () => {
    expect(remarksOf(REVENUE.join('\n'))).toEqual([]);
  });

  test('spaces beside the marks of a number close; between digits they leave a doubt', () => {
    const rows = [...REVENUE.slice(0, 3), '201\t服务\t1, 030. 00\t1 020.00\t10.00', ...REVENUE.slice(4)];
    const [grid] = gridsOf(rows.join('\n'));
    expect(drawn(grid!)[3]).toBe('201|服务|1,030.00|1020.00?|10.00');
    expect(remarksOf(rows.join('\n')).sort()).toEqual(['number-with-space', 'spaces-closed']);
  });

  test('a sentence goes on after a page break, a heading does not', () => {
    const text =
      '二、项目支出决算情况说明，其余支出不作说明\n\n本年度项目支出主要包括档案抢救项目，档案馆库建设和\n\n数字化加工等支出。\n\n三、其他。';
    const lines = read(text)[0]!.lines.map((l) => l.text);
    expect(lines[1]).toBe('本年度项目支出主要包括档案抢救项目，档案馆库建设和数字化加工等支出。');
    expect(lines).toHaveLength(3);
  });

  test('levels above a break are in doubt where the part below prints its own', () => {
    const rows = [...FORM.slice(0, 5), '', ...FORM.slice(5)];
    const [above] = gridsOf(rows.join('\n'));
    expect(drawn(above!).at(-1)).toBe('^|?|?|丁率|=|100|%|98|10|9.8|加强管理');
  });
});

describe('pages and places', () => {
  test('form feeds make pages; without them the parts do', () => {
    expect(read('一\f二\n三\f')).toHaveLength(2);
    expect(
      read('目录\n第一部分 概况\n第二部分 表\n第一部分 概况\n甲\n第二部分 表\n乙').map((p) => p.lines.length),
    ).toEqual([3, 2, 2]);
  });

  test('every cell knows its line and its columns, blank ones too', () => {
    const [page] = textToPages(['标题', '项目\t行次\t金额', '收入\t\t1.00', '支出\t2\t3.00'].join('\n'));
    expect(page!.places!.filter((p) => p.line === 3).map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [4, 4],
      [5, 8],
    ]);
  });

  test('arbitrary text is drawn without a loss or a crash', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\t',
        '\n',
        '\f',
        '|',
        ',',
        '---',
        '<table>',
        '<tr>',
        '<td colspan=3>',
        '</table>',
        ' ',
        '1,234.50',
        '合计',
        '栏次',
        '三级指标',
        '分值',
        '第一部分',
        '>=',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const pages = read(text);
        expect(pages.length).toBeGreaterThan(0);
        // Digits outside tags are neither lost nor invented.
        if (/[<&]/.test(text)) return;
        const digits = (s: string): number => [...s].filter((c) => /\d/.test(c)).length;
        const shown = pages.reduce(
          (n, p) =>
            n + digits([...p.lines.map((l) => l.text), ...p.grids.flatMap((g) => g.cells.map((c) => c.text))].join('')),
          0,
        );
        expect(shown).toBe(digits(text));
      }),
      { numRuns: 300 },
    );
  });
});

test('a row of a web page without cells is a blank one', () => {
  const [page] = textToPages('<table><tr></tr><tr><td>合计</td><td>7</td></tr></table>');
  expect(page!.glyphs.map((g) => g.char).join('')).toBe('合计7');
  expect(read('<table><tr><tr><td colspan=3>')).toHaveLength(1);
});

describe('what other programs make of merged cells', () => {
  test('their text in every place that they cover is taken once', () => {
    const text = [
      '项目\t项目\t合计\t基本支出\t项目支出',
      '科目编码\t科目名称\t合计\t基本支出\t项目支出',
      '栏次\t栏次\t1\t2\t3',
      '合计\t合计\t60.00\t60.00\t',
      '201\t一般公共服务支出\t60.00\t60.00\t',
    ].join('\n');
    expect(drawn(gridsOf(text)[0]!)).toEqual([
      '项目|合计|基本支出|项目支出',
      '科目编码|科目名称|^|^|^',
      '栏次||1|2|3',
      '合计|60.00|60.00|',
      '201|一般公共服务支出|60.00|60.00|',
    ]);
    expect(remarksOf(text)).toContain('merged-cells-repeated');
  });

  test('款 and 项 with the same digits, and equal amounts, are no merged cells', () => {
    const text = ['项目\t项目\t项目\t合计\t基本支出', '类\t款\t项\t合计\t基本支出', '208\t05\t05\t9.00\t9.00'].join(
      '\n',
    );
    expect(drawn(gridsOf(text)[0]!).at(-1)).toBe('208|05|05|9.00|9.00');
  });

  test('a head of four rows, one with a single word', () => {
    const text = [
      '项目\t\t\t\t合计',
      '支出功能分类\t\t\t科目名称\t',
      '科目编码\t\t\t\t',
      '类\t款\t项\t\t',
      '208\t05\t05\t养老\t9.00',
    ].join('\n');
    expect(drawn(gridsOf(text)[0]!)).toEqual([
      '项目|合计',
      '支出功能分类|科目名称',
      '科目编码',
      '类|款|项',
      '208|05|05|养老|9.00',
    ]);
  });

  test('a piece with as many cells as the head has words, behind the number of a page', () => {
    const wide = FORM.map((line) => line.replace(/^((?:[^\t]*\t){4})/, '$1\t'));
    const text = [...wide, '', '- 12 -', '', '\t\t\t庚率\t>=\t90\t%\t95\t10\t10\t'].join('\n');
    expect(gridsOf(text).flatMap(drawn).at(-1)).toBe('|||庚率||>=|90|%|95|10|10|');
    expect(remarksOf(text)).toEqual(['table-goes-on', 'columns-matched']);
  });

  test('one cell too many among rows that end with blank cells may stand anywhere', () => {
    const text = [
      ...REVENUE.slice(0, 5),
      '2010301\t\t行政运行\t20.00\t20.00\t',
      ...REVENUE.slice(6),
      '20899\t其他支出\t\t\t',
    ].join('\n');
    expect(remarksOf(text)).toContain('row-not-aligned');
  });
});
