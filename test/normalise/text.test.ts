import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparable, foldRadicals, label } from '../../src/normalise/text.js';

test('radical code points are folded to their characters', () => {
  expect(foldRadicals('部⻔⻋辆⼀')).toBe('部门车辆一');
});

test('a label keeps its own brackets and loses white space', () => {
  expect(label('公 务 用 车　运 行 （维护）费')).toBe('公务用车运行（维护）费');
});

test('labels are compared without width, quotes, brackets and the old 決', () => {
  expect(comparable('收入決算表')).toBe('收入决算表');
  expect(comparable('财政拨款“三公”经费')).toBe(comparable('财政拨款"三公"经费'));
  expect(comparable('因公出国（境）费')).toBe('因公出国(境)费');
  expect(comparable('１２３')).toBe('123');
});

test('the comparable form is its own comparable form', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => comparable(comparable(text)) === comparable(text)));
});
