import { describe, expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { comparable } from '../../src/normalise/text.js';
import { withHeadWords } from '../../src/ocr/headWords.js';
import { drawnPage } from '../pages/drawn.js';

/** The cells of a table of one row a line, after words of its head were set right. */
const cells = (rows: readonly (readonly string[])[]): string[] =>
  pageToGrids(withHeadWords(drawnPage([{ x: 40, y: 60, widths: [120, 120], rows }]))).grids.flatMap((g) =>
    g.cells.map((c) => comparable(c.text)),
  );

describe('the head of a table that was read from a picture', () => {
  test.each([
    ['�合计', '合计'],
    ['附属单位.上缴收入', '附属单位上缴收入'],
    ['般公共预算财政拨款', '一般公共预算财政拨款'],
    ['--般公共预算财政拨款', '一般公共预算财政拨款'],
    ['木年收入', '本年收入'],
    ['财政拨款收>', '财政拨款收入'],
    ['�目', '项目'],
  ])('%s is %s', (read, word) => {
    expect(
      cells([
        [read, '项目'],
        ['1.00', '2.00'],
      ]),
    ).toEqual([word, '项目', '1.00', '2.00']);
  });

  test.each(['项目名称', '项目名称:', '科目', '合格', '收支', '决算表'])(
    '%s is another word, whole as it is',
    (word) => {
      expect(
        cells([
          [word, '项目'],
          ['1.00', '2.00'],
        ]),
      ).toContain(word);
    },
  );

  test('words that are none of a form stay, dust beside figures too', () => {
    expect(
      cells([
        ['某某收入', '项目'],
        ['�1.00', '2.00'],
      ]),
    ).toEqual(['某某收入', '项目', '�1.00', '2.00']);
  });

  test('a character behind a whole word is made of the frame, where other words of the head are those of a form', () => {
    const page = drawnPage([
      {
        x: 40,
        y: 60,
        widths: [80, 80, 80, 80, 80],
        rows: [['项目', '本年收入合计', '事业收入', '经营收入', '其他收入票']],
      },
    ]);
    const read = (of: typeof page) => pageToGrids(withHeadWords(of)).grids[0]!.cells.map((c) => comparable(c.text));
    expect(read(page)).toEqual(['项目', '本年收入合计', '事业收入', '经营收入', '其他收入']);
    expect(cells([['其他收入票', '项目']])).toEqual(['其他收入票', '项目']);
  });

  test('a stroke of the frame before a total is none of its characters, in any row', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`名称${i}`, '1.00']);
    expect(cells([...rows, ['会合计', '9.00']])).toContain('合计');
  });
});
