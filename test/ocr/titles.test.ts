import { describe, expect, test } from '@jest/globals';
import type { Reading } from '../../src/ocr/engine.js';
import { withTitle } from '../../src/ocr/titles.js';

/** A line as an engine read it, its characters ten pixels wide. */
const reading = (text: string): Reading => ({
  text,
  chars: [...text].map((char, i) => ({ char, x0: i * 10, x1: i * 10 + 10, confidence: 0.9 })),
  confidence: 0.9,
});
const titled = (text: string): string => withTitle(reading(text)).text;

describe('a title that is off by a character or two', () => {
  test('becomes the title it must be, over the same stretch', () => {
    const made = withTitle(reading('般公共预算财政拨款基本支出诀算表'));
    expect(made.text).toBe('一般公共预算财政拨款基本支出决算表');
    expect(made.chars[0]!.x0).toBe(0);
    expect(made.chars.at(-1)!.x1).toBeCloseTo(160);
    expect(made.chars.map((c) => c.char).join('')).toBe(made.text);
  });

  test('becomes it where it reads like another table’s but for characters that look alike', () => {
    expect(titled('一般公共预算财政拔款基本支出决算表')).toBe('一般公共预算财政拨款基本支出决算表');
  });

  test('or but for one character that no title has', () => {
    expect(titled('一般公共预算财政拨款基木支出决算表')).toBe('一般公共预算财政拨款基本支出决算表');
    expect(titled('一般公共预算财政拨款收入决算表')).toBe('一般公共预算财政拨款收入决算表');
  });

  test('keeps its number', () => {
    expect(titled('三、支出次算总表')).toMatch(/^三、支出决算/);
  });

  test.each(['·', '-', '—', '', '一-', '-一'])('has its 一 again where it was read as “%s”', (dash) => {
    expect(titled(`${dash}般公共预算财政拨款“三公”经费支出决算表`)).toMatch(/^一般公共预算财政拨款.*经费支出决算表$/);
    expect(titled(`八、${dash}般公共预算财政拨款支出决算表`)).toBe('八、一般公共预算财政拨款支出决算表');
    expect(titled(`一、${dash}般公共预算财政拨款支出决算表`)).toBe('一、一般公共预算财政拨款支出决算表');
  });

  // Sichuan publishes tables besides the nine whose titles are two characters off one of them.
  test.each(['一般公共预算财政拨款项目支出决算表', '一般公共预算财政拨款支出决算明细表'])(
    'is not made of another table: %s',
    (text) => {
      expect(titled(text)).toBe(text);
    },
  );

  // A scanned budget of Jiangsu: its 收支预算总表 was taken for the 收支决算总表 of final accounts.
  test.each([
    '收支预算总表',
    '收支顶算总表',
    '收入预算总表',
    '支出预算总表',
    '财政拨款收支预算总表',
    '财政拨款收支项算总表',
  ])('of a budget stays one: %s', (text) => {
    expect(titled(text)).toBe(text);
  });
});
