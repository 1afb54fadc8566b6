import { describe, expect, test } from '@jest/globals';
import { asRunningText } from '../../src/ocr/runningText.js';
import { readingOf } from './reading.js';

const read = (text: string, before = ''): string => asRunningText(readingOf(text), before).text;

describe('running text of a picture', () => {
  test.each<[string, string, string, string]>([
    ['一 before 般, lost', '2023年度般公共预算支出', '2023年度一般公共预算支出', ''],
    ['一 before 般, taken for a dash', '2023年度-般公共预算支出', '2023年度一般公共预算支出', ''],
    ['lost where lines part', '般行政管理事务', '一般行政管理事务', '档案事务（款）'],
    ['at the end of the line before', '般公共服务支出', '般公共服务支出', '以下方面：一'],
    ['words that look alike', '年初其本支出1.00力元，年未结转2.00方元', '年初基本支出1.00万元，年末结转2.00万元', ''],
    ['marks', '（项）·年初1.00万元.占5.00%°', '（项）。年初1.00万元，占5.00%。', ''],
    ['a speck before a number', '（项）.29.24万元，占.5%', '（项）29.24万元，占.5%', ''],
    ['the marks of numbers are not touched', '1.收入1,000.50元', '1.收入1,000.50元', ''],
    ['other 般, 其 and 方', '这般其他方面', '这般其他方面', ''],
  ])('%s', (_, text, expected, before) => {
    expect(read(text, before)).toBe(expected);
  });

  test('a line that needs nothing is the reading itself, and what is put in stands between its neighbours', () => {
    const plain = readingOf('一般公共预算');
    expect(asRunningText(plain, '')).toBe(plain);
    const { chars } = asRunningText(readingOf('年般公共预算'), '');
    expect(chars.map((c) => c.char).join('')).toBe('年一般公共预算');
    expect(chars[1]!.x0).toBeGreaterThanOrEqual(chars[0]!.x1);
    expect(chars[1]!.x1).toBeLessThanOrEqual(chars[2]!.x0);
  });
});
