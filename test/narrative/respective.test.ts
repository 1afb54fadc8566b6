import { describe, expect, test } from '@jest/globals';
import { paragraphsToStatements } from '../../src/narrative/paragraphsToStatements.js';
import { paragraphsOf } from './text.js';

const OVERALL = '一、收入支出决算总体情况说明';
const read = (heading: string, said: string): string[] =>
  paragraphsToStatements(paragraphsOf([heading, said]), 2024).statements.map(
    (s) => `${s.subject} ${s.measure} ${s.value}${s.unit}`,
  );

describe('numbers that go to several subjects', () => {
  test.each([
    '收、支总计分别为9.00万元、8.00万元',
    '收入、支出总计分别是9.00、8.00万元',
    '收、支总计各是9.00,8.00万元',
  ])('%s', (said) => {
    expect(read(OVERALL, `2024年度${said}。`)).toEqual([
      'revenue_grand amount 9.00万元',
      'expenditure_grand amount 8.00万元',
    ]);
  });

  test('what follows a list goes to the same subjects', () => {
    const said = '与2023年度相比，收、支总计各减少1.00万元、2.00万元，下降10.00%和20.00%。';
    expect(read(OVERALL, said)).toEqual([
      'revenue_grand decrease 1.00万元',
      'expenditure_grand decrease 2.00万元',
      'revenue_grand decrease_rate 10.00%',
      'expenditure_grand decrease_rate 20.00%',
    ]);
  });

  test('shares have their base', () => {
    const said = '基本支出和项目支出分别为3.00万元和1.00万元，分别占本年支出合计的75.00%和25.00%。';
    const { statements } = paragraphsToStatements(paragraphsOf(['三、支出决算情况说明', said]), 2024);
    expect(statements.map((s) => `${s.subject} ${s.measure} ${s.base?.key}`)).toEqual([
      'basic amount undefined',
      'project amount undefined',
      'basic share expenditure_total',
      'project share expenditure_total',
    ]);
  });

  test('the items of “三公”', () => {
    const said = '因公出国（境）费用、公务用车购置及运行维护费、公务接待费支出决算分别为0万元、3.20万元和0.50万元。';
    expect(read('八、“三公”经费支出决算情况说明', said)).toEqual([
      'overseas amount 0万元',
      'vehicle amount 3.20万元',
      'reception amount 0.50万元',
    ]);
  });

  test('shares of the amounts before them', () => {
    const said =
      '政府采购支出总额5.00万元，其中：货物1.00万元、工程1.50万元、服务2.50万元，分别占20.00%、30.00%、50.00%。';
    const lines = read('十二、政府采购支出情况', said);
    expect(lines.slice(-3)).toEqual(['goods share 20.00%', 'works share 30.00%', 'services share 50.00%']);
    const nested =
      '本年支出合计5.00万元，其中基本支出3.00万元（人员经费2.00万元，公用经费1.00万元），项目支出2.00万元，两者分别占60.00%、40.00%。';
    expect(read('三、支出决算情况说明', nested).filter((line) => line.includes('%'))).toEqual([]);
  });

  test('as many numbers as subjects, or none is taken', () => {
    expect(read(OVERALL, '收入总计分别为9.00万元、8.00万元。')).toEqual([]);
    expect(read(OVERALL, '收、支总计及其他各为9.00万元、8.00万元，增长10.00%。')).toEqual([]);
    expect(read(OVERALL, '收、支总计各9.00万元，较上年各增加1.00万元，增长12.50%。')).toEqual([
      'balance_grand amount 9.00万元',
      'balance_grand increase 1.00万元',
      'balance_grand increase_rate 12.50%',
    ]);
  });
});
