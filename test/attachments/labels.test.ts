import { expect, test } from '@jest/globals';
import { bareLabel } from '../../src/attachments/labels.js';

test.each([
  ['一、预算执行情况（10分）', '预算执行情况'],
  ['其中：财政拨款', '财政拨款'],
  ['全年（调整）预算数（A）', '全年预算数'],
  ['全年（调整预算数', '全年调整预算数'],
  ['�指标自评得分小计', '指标自评得分小计'],
])('%s as the vocabulary has it', (printed, bare) => {
  expect(bareLabel(printed)).toBe(bare);
});
