import { describe, expect, test } from '@jest/globals';
import { classCode, isSubRow, isTotalName, normaliseName, rowLabel } from '../../src/checks/labels.js';

describe('labels', () => {
  test.each([
    ['二十一、国有资本经营预算支出', '国有资本经营预算支出'],
    ['（一）一般公共预算财政拨款', '一般公共预算财政拨款'],
    ['本 年 收 入 合 计', '本年收入合计'],
    ['使用非财政拨款结余（含专用结余）', '使用非财政拨款结余(含专用结余)'],
    ['1、因公出国（境）费', '因公出国(境)费'],
    ['十.节能环保支出', '节能环保支出'],
  ])('%s → %s', (label, name) => expect(normaliseName(label)).toBe(name));

  test.each([
    ['一般公共服务支出', '201'],
    ['文化旅游体育与传媒支出', '207'],
    ['文化体育与传媒支出', '207'],
    ['医疗卫生与计划生育支出', '210'],
    ['资源勘探工业信息等支出', '215'],
    ['资源勘探信息等支出', '215'],
    ['国土海洋气象等支出', '220'],
    ['国有资本经营预算支出', '223'],
    ['其他支出', '229'],
    ['抗疫特别国债安排的支出', '234'],
  ])('%s is class %s', (name, code) => expect(classCode(name)).toBe(code));

  test('what is no class has no code', () => {
    for (const name of ['本年支出合计', '总计', '', '基本支出']) expect(classCode(name)).toBeNull();
  });

  test('the 26 classes of the form have 26 codes', () => {
    const classes =
      '一般公共服务 外交 国防 公共安全 教育 科学技术 文化旅游体育与传媒 社会保障和就业 卫生健康 节能环保 城乡社区 农林水 交通运输 资源勘探工业信息等 商业服务业等 金融 援助其他地区 自然资源海洋气象等 住房保障 粮油物资储备 国有资本经营预算 灾害防治及应急管理 其他 债务还本 债务付息 抗疫特别国债安排的';
    const codes = classes.split(' ').map((name) => classCode(`${name}支出`));
    expect(codes).not.toContain(null);
    expect(new Set(codes).size).toBe(26);
  });

  test('rows that are part of another row, and totals', () => {
    expect(['其中：教育收费', '（一）基本支出结转'].map(isSubRow)).toEqual([true, true]);
    expect(isSubRow('一、一般公共服务支出')).toBe(false);
    expect(['合计', '小计', '总计', '本年合计'].map(isTotalName)).toEqual([true, true, true, true]);
    expect(isTotalName('人员经费合计')).toBe(false);
    expect(rowLabel({ code: '', name: '', lineNo: '27' })).toBe('行次 27');
  });
});
