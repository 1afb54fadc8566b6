import { describe, expect, test } from '@jest/globals';
import { roundBox } from '../../src/document/finding.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { boxesAsDisplayed, turnedPage } from '../../src/ocr/boxesAsDisplayed.js';
import { bytesToPages } from '../../src/pages/bytesToPages.js';
import { openWithPdfjs } from '../../src/pages/pdfjs/reader.js';
import { type Turn, turnOf, turnPage } from '../../src/pages/upright.js';
import { secondFromPages } from '../../src/readings/secondReading.js';
import { DEFAULT_LIMITS } from '../../src/source/limits.js';
import { openSource } from '../../src/source/source.js';
import { attachmentsOf, told } from '../attachments/forms.js';
import { drawnPage, glyphsOf } from './drawn.js';
import { tinyPdf } from './tinyPdf.js';

const upright = drawnPage(
  [
    {
      x: 20,
      y: 60,
      widths: [90, 90, 90, 90],
      rows: [
        ['项目名称', '档案数字化', '主管部门', '青州湾市档案局'],
        ['项目预算金额', '26.44', '全年执行数', '25.92'],
        ['一级指标', '二级指标', '三级指标', '得分'],
        ['产出指标', '数量指标', '整理档案卷数', '9.5'],
      ],
    },
  ],
  [{ text: '项目支出绩效自评表', x: 120, y: 40 }],
);
/** The same page drawn so that its print leans by so many quarter turns clockwise. */
const leaning = (turn: Turn) => turnPage(upright, ((4 - turn) % 4) as Turn);

describe.each([1, 2, 3] as const)('a page that leans by %d quarter turns', (turn) => {
  test('is found to, and turned back is the upright page', () => {
    const page = leaning(turn);
    expect(turnOf(page)).toBe(turn);
    const back = turnPage(page, turn);
    expect([back.width, back.height]).toEqual([upright.width, upright.height]);
    const cells = (of: typeof page) => pageToGrids(of).grids.map((g) => g.cells.map((c) => [roundBox(c.box), c.text]));
    expect(cells(back)).toEqual(cells(upright));
    expect(attachmentsOf([back]).attachments.map(told)).toEqual(attachmentsOf([upright]).attachments.map(told));
  });

  test('gives its boxes as displayed', () => {
    const page = leaning(turn);
    const { width, height } = page;
    const leaf = turnedPage({
      number: 1,
      width,
      height,
      ruled: true,
      turn,
      pictureShare: 0,
      digits: new Float32Array(0),
    });
    const boxes = (of: typeof page) => of.glyphs.map((g) => ({ page: 1, box: roundBox([g.x0, g.y0, g.x1, g.y1]) }));
    expect(boxesAsDisplayed(boxes(turnPage(page, turn)), new Map([[1, leaf]]))).toEqual(boxes(page));
  });
});

test('a page number that stands upright does not keep a page from being turned; an upright half does', () => {
  const number = glyphsOf('12', 300, 800);
  const page = leaning(3);
  expect(turnOf({ glyphs: [...page.glyphs, ...number] })).toBe(3);
  expect(turnOf({ glyphs: [...page.glyphs, ...upright.glyphs] })).toBe(0);
  expect(turnOf({ glyphs: page.glyphs.slice(0, 5) })).toBe(0);
});

test.each([0, 1, 2, 3] as const)('turning by %d and back loses nothing', (turn) => {
  const back = turnPage(turnPage(upright, turn), ((4 - turn) % 4) as Turn);
  const rounded = (of: typeof back) => ({
    glyphs: of.glyphs.map((g) => [g.turn, ...[g.x0, g.y0, g.x1, g.y1, g.baseline].map((n) => n.toFixed(6))]),
    rules: of.rules.map((r) => [r.axis, ...[r.at, r.from, r.to].map((n) => n.toFixed(6))]),
  });
  expect(rounded(back)).toEqual(rounded(upright));
});

test('a PDF drawn sideways: both readers give the cells of the page turned upright', async () => {
  const text = (x: number, y: number, words: string) => `BT /Latin 8 Tf ${x} ${y} Td (${words}) Tj ET\n`;
  const table = `20 20 m 260 20 l S 20 40 m 260 40 l S 20 60 m 260 60 l S 20 20 m 20 60 l S 140 20 m 140 60 l S 260 20 m 260 60 l S\n${text(24, 46, 'Revenue')}${text(144, 46, '1,234.56')}${text(24, 26, 'Expenditure')}${text(144, 26, '0.00')}`;
  const bytes = tinyPdf({ pages: [{ content: `q 0 1 -1 0 200 0 cm\n${table}Q\n` }] });
  const source = openSource('x.pdf', bytes, DEFAULT_LIMITS);
  const { leaves, made } = await bytesToPages(source, DEFAULT_LIMITS, pageToGrids);
  expect(leaves).toMatchObject([{ turn: 3, width: 200, height: 300 }]);
  const { cells } = made[0]!.grids[0]!;
  expect(cells.map((c) => c.text)).toEqual(['Revenue', '1,234.56', 'Expenditure', '0.00']);
  expect(cells[1]!.box.map(Math.round)).toEqual([140, 140, 260, 160]);
  const second = secondFromPages(await openWithPdfjs(bytes), () => 3);
  expect(
    await second.again(
      1,
      cells.map((c) => ({ box: c.box, raw: c.text })),
    ),
  ).toEqual(cells.map((c) => c.text));
  await second.close();
  const [box] = boxesAsDisplayed([{ page: 1, box: cells[1]!.box }], new Map([[1, turnedPage(leaves[0]!)]]));
  expect(box!.box).toEqual([140, 40, 160, 160]);
});
