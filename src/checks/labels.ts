/**
 * What the labels of the forms mean. Rows are known by their name, never by ordinal or 行次: the form of 2019 has 24
 * classes, that of 2022 has 26, and the Shanghai form leaves two of them out, so the same ordinal names another class.
 */
import { comparable } from '../normalise/text.js';

export { classCode } from '../catalog/functionalClasses.js';

const NUMBERING = /^(?:[一二三四五六七八九十]+[、.．]|\([一二三四五六七八九十]+\)|\d+[、.]|\(\d+\))/u;

/** `comparable` without the numbering in front: 二十一、 （一） 1. (2) */
export const normaliseName = (label: string): string => comparable(label).replace(NUMBERING, '');

/** A row that is part of the row above it (其中：…, （一）…), so no addend beside it. */
export const isSubRow = (label: string): boolean => /^(?:其中|包括|\()/u.test(comparable(label));

/** 合计 rows carry no code. */
export const isTotalName = (name: string): boolean => /^(?:本年)?(?:合计|小计|总计)$/u.test(name);

/** Rows by kind of spending under the classes of some old forms of 公开01表: the same money once more. */
export const isKindOfSpending = (name: string): boolean =>
  /^(?:基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出|人员经费|公用经费|日常公用经费)$/u.test(name);

/** The one label of a row for messages: code and name as printed. */
export const rowLabel = (row: { readonly code: string; readonly name: string; readonly lineNo: string }): string =>
  [row.code, row.name].filter((part) => part !== '').join(' ') ||
  (row.lineNo === '' ? '(no label)' : `行次 ${row.lineNo}`);
