import { describe, expect, test } from '@jest/globals';
import { isPageNumber } from '../../src/normalise/text.js';
import { isTableMeta, readPrintedNumber, readTitle, readUnit } from '../../src/tables/titles.js';

const keyOf = (line: string): string | undefined => {
  const title = readTitle(line);
  return title?.kind === 'form' ? title.form.key : title?.kind;
};

describe('a title', () => {
  test.each([
    ['收入支出决算总表', 'revenue_expenditure_summary'],
    ['支 出 决 算 表', 'expenditure'],
    ['支出决算表', 'expenditure'],
    ['收入決算表', 'revenue'],
    ['财政拨款收入支出决算总表', 'appropriation_summary'],
    ['一般公共预算财政拨款支出决算表', 'general_public_budget'],
    ['一般公共预算财政拨款基本支出决算明细表', 'general_public_budget_basic'],
    ['财政拨款"三公"经费支出决算表', 'three_public'],
    ['一般公共预算财政拨款“三公”经费支出决算表', 'three_public'],
    ['六、一般公共预算财政拨款基本支出决算表', 'general_public_budget_basic'],
    ['表1：收入支出决算总表', 'revenue_expenditure_summary'],
    ['附表2 收入决算表', 'revenue'],
    ['附表7“三公”经费支出决算表', 'three_public'],
    ['2024年度收入决算表', 'revenue'],
    ['青州湾市档案局2024年度支出决算表', 'expenditure'],
    ['国有资本经营预算财政拨款收入支出决算表', 'state_capital'],
    ['收入支出决算总体情况表', 'revenue_expenditure_summary'],
    ['部门收支决算总体情况表', 'revenue_expenditure_summary'],
    ['一般公共预算支出决算情况表', 'general_public_budget'],
    ['一般公共预算财政拨款支出决算表（按功能分类科目）', 'general_public_budget'],
    ['一般公共预算基本支出决算经济分类表', 'general_public_budget_basic'],
    ['一般公共预算支出决算表（功能科目）', 'general_public_budget'],
    ['一般公共预算基本支出决算表（经济科目）', 'general_public_budget_basic'],
    ['一般公共预算财政拨款基本支出经济分类决算表', 'general_public_budget_basic'],
    ['公共预算财政拨款支出决算表', 'general_public_budget'],
    ['财政拨款支出决算表（功能科目）', 'other'],
    ['收入决算表（分科目）', 'revenue'],
    ['收入支出决算总表（汇总）', 'revenue_expenditure_summary'],
    ['国有资本经营预算财政拨款支出决算表（本部门无此项支出）', 'state_capital'],
    ['政府性基金预算财政拨款收入支出决算表（此表为空）', 'government_fund'],
    ['收支决算总表（财决01表）', 'revenue_expenditure_summary'],
    ['财决01表 收入支出决算总表', 'revenue_expenditure_summary'],
    ['01收入支出决算总表', 'revenue_expenditure_summary'],
    ['1-3支出决算表', 'expenditure'],
    ['青州湾市档案局（本级）支出决算表', 'expenditure'],
    ['青州湾市林场支出决算表', 'expenditure'],
    ['支出决算表（项目支出）', undefined],
    ['收入决算表（分单位）', 'other'],
    ['支出决算总表（按所属单位）', 'other'],
    ['一般公共预算财政拨款“三公”经费及机关运行经费支出决算表', 'three_public'],
    ['一般公共预算财政拨款“三公”经费、会议费、培训费支出决算表', 'three_public'],
    ['“三公”经费财政拨款支出决算表', 'three_public'],
    ['一般公共预算财政拨款“三公”经费支出情况表', 'three_public'],
    ['财政拨款“三公”经费支出决算表（含会议费、培训费）', 'three_public'],
    ['政府性基金预算财政拨款“三公”经费支出决算表', 'other'],
    ['“三公”经费支出增减变化情况表', 'other'],
    ['国有资本经营财政拨款支出决算表', 'state_capital'],
    ['政府性基金预算财政拨款收入支出决算总表', 'government_fund'],
    ['公开05表一般公共预算财政拨款支出决算表', 'general_public_budget'],
    ['财决公开05表 一般公共预算财政拨款支出决算表', 'general_public_budget'],
    ['部门决算公开表5 一般公共预算财政拨款支出决算表', 'general_public_budget'],
    ['公开表五一般公共预算财政拨款支出决算表', 'general_public_budget'],
    ['收入支出决算总表（2024年度）', 'revenue_expenditure_summary'],
    ['收入决算表（单位：万元）', 'revenue'],
    ['收入决算表（单位：人民币万元）', 'revenue'],
    ['2024年支出决算公开表', 'expenditure'],
    ['2024年度部门决算收入支出决算总表', 'revenue_expenditure_summary'],
    ['青州湾市档案局2024年度部门决算公开表支出决算表', 'expenditure'],
    ['2024年度单位决算支出决算表', 'expenditure'],
    ['一般公共预算财政拨款项目支出决算表', 'other'],
    ['一般公共预算财政拨款支出决算明细表', 'other'],
    ['机关运行经费支出决算表', 'other'],
    ['收入支出决算批复表', 'revenue_expenditure_summary'],
    ['支出决算批复表（财决批复03表）', 'expenditure'],
    ['财决批复07表 政府性基金预算财政拨款收入支出决算批复表', 'government_fund'],
    ['政府性基金预算财政拨款“三公”经费支出决算批复表', 'other'],
    ['支出总表', undefined],
    ['国有资产占用情况表', 'other'],
  ])('%s is %s', (line, key) => {
    expect(keyOf(line)).toBe(key);
  });

  test.each(['详见《收入支出决算总表》。', '收入支出决算总体情况说明', '本年支出合计', '三、支出决算情况说明'])(
    '%s is none',
    (line) => {
      expect(keyOf(line)).toBeUndefined();
    },
  );

  test('支出决算表 within another title is not that table', () => {
    expect(keyOf('政府性基金预算财政拨款收入支出决算表')).toBe('government_fund');
  });
});

test('the head of a table: number, unit, department', () => {
  expect(readPrintedNumber('公开 01 表')).toBe('公开01表');
  expect(readPrintedNumber('收入支出决算总表')).toBeNull();
  expect(readUnit('金额单位：万元')).toBe('万元');
  expect(readUnit('单位：元')).toBe('元');
  expect(readUnit('部门：某局')).toBeNull();
  expect(readUnit('编制单位：元谋县水务局')).toBeNull();
  expect(readUnit('编制单位：元谋县水务局 金额单位：万元')).toBe('万元');
  expect(readUnit('单位：元 部门：某局')).toBe('元');
  expect(readUnit('（元）')).toBe('元');
  expect(readUnit('单位：人民币（万元）')).toBe('万元');
  expect(readUnit('单位：元角分')).toBe('元');
  // The end of （单位：万元） that a narrow line breaks.
  expect(readUnit('元）')).toBeNull();
  expect(isTableMeta('部门：青州湾市档案局2024年度金额单位：万元')).toBe(true);
  expect(isTableMeta('本部门2024年收入总计为1.00万元。')).toBe(false);
});

test('page numbers', () => {
  expect(['12', '- 12 -', '—12—', '第12页共20页', '12/45'].map((t) => isPageNumber(t.replace(/\s/g, '')))).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(isPageNumber('1.23万元')).toBe(false);
});
