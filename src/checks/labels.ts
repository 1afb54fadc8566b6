/**
 * What the labels of the forms mean. Rows are known by their name, never by ordinal or 行次: the form of 2019 has 24
 * classes, that of 2022 has 26, and the Shanghai form leaves two of them out, so the same ordinal names another class.
 */
import { comparable } from '../normalise/text.js';

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

/** Functional classes by name without 支出, from 政府收支分类科目: the names of 2024 first, then older ones and variants. */
const CLASS_NAMES: Readonly<Record<string, readonly string[]>> = {
  201: ['一般公共服务'],
  202: ['外交'],
  203: ['国防'],
  204: ['公共安全'],
  205: ['教育'],
  206: ['科学技术'],
  207: ['文化旅游体育与传媒', '文化体育与传媒'],
  208: ['社会保障和就业', '社会保障与就业'],
  210: ['卫生健康', '医疗卫生与计划生育', '医疗卫生'],
  211: ['节能环保', '环境保护'],
  212: ['城乡社区', '城乡社区事务'],
  213: ['农林水', '农林水事务'],
  214: ['交通运输'],
  215: ['资源勘探工业信息等', '资源勘探信息等', '资源勘探电力信息等', '资源勘探工业信息', '资源勘探信息'],
  216: ['商业服务业等', '商业服务业', '商业服务业等事务'],
  217: ['金融', '金融监管等事务'],
  218: ['地震灾后恢复重建'],
  219: ['援助其他地区'],
  220: ['自然资源海洋气象等', '国土海洋气象等', '国土资源气象等', '自然资源海洋气象', '国土资源气象等事务'],
  221: ['住房保障'],
  222: ['粮油物资储备', '粮油物资储备事务', '粮油物资储备管理事务'],
  223: ['国有资本经营预算'],
  224: ['灾害防治及应急管理'],
  227: ['预备费'],
  228: ['国债还本付息'],
  229: ['其他'],
  230: ['转移性'],
  231: ['债务还本'],
  232: ['债务付息'],
  233: ['债务发行费用'],
  234: ['抗疫特别国债安排的', '抗疫特别国债安排'],
};

const CODE_OF_CLASS: ReadonlyMap<string, string> = new Map(
  Object.entries(CLASS_NAMES).flatMap(([code, names]) => names.map((name): [string, string] => [name, code])),
);

/** The three digit code of a class row (normalised name), or null. */
export const classCode = (name: string): string | null => CODE_OF_CLASS.get(name.replace(/支出$/u, '')) ?? null;

/** The one label of a row for messages: code and name as printed. */
export const rowLabel = (row: { readonly code: string; readonly name: string; readonly lineNo: string }): string =>
  [row.code, row.name].filter((part) => part !== '').join(' ') ||
  (row.lineNo === '' ? '(no label)' : `行次 ${row.lineNo}`);
