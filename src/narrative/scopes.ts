/** What a section of the narrative speaks of, by its heading. */
export type Scope =
  | 'overall'
  | 'revenue'
  | 'expenditure'
  | 'appropriation'
  | 'general'
  | 'basic'
  | 'project'
  | 'three_public'
  | 'fund'
  | 'capital'
  | 'operating_cost'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'none';

/** Headings of the regions, the more special words first. */
const HEADINGS: readonly (readonly [RegExp, Scope])[] = [
  [
    /名词解释|名词说明|专业名词|(?<!收支|决算|支出|收入)概况|职责|职能|机构设置|单位构成|人员(?:构成|情况)|^第.{1,3}部分附[件表录]|^附[件表]|公开表|决算(?:公开)?报?表$/,
    'none',
  ],
  [/绩效/, 'performance'],
  [/"?三公"?经费|因公出国|公务接待费|公务用车购置|会议费|培训费/, 'three_public'],
  [/机[关构]运行/, 'operating_cost'],
  [/政府采购/, 'procurement'],
  [/国有资产|资产占用|车辆(?:占用|购置|情况)/, 'assets'],
  [/政府性基金/, 'fund'],
  [/国有资本/, 'capital'],
  [/基本支出/, 'basic'],
  [/项目支出/, 'project'],
  [/一般公共预算/, 'general'],
  [/财政拨款支出(?!总)/, 'general'],
  [/财政拨款/, 'appropriation'],
  [/收入支出|收支|总体情况|年初结转|年末结转|结余/, 'overall'],
  [/收入/, 'revenue'],
  [/支出/, 'expenditure'],
];

export const scopeOf = (heading: string): Scope | undefined => HEADINGS.find(([words]) => words.test(heading))?.[1];

/**
 * A heading of the narrative and of no other part. Where it stands under 概况 or 决算表, the heading of its own part could not be read: title
 * pages are often pictures.
 */
export const tellsOfAccounts = (heading: string): boolean =>
  /决算.{0,8}情况(?:的?说明)?$|(?:收支|支出|经费).{0,8}情况的?说明$/.test(heading);

/** A part whose sections are called what the tables and sections of the narrative are called. */
export const definesTerms = (heading: string): boolean => /名词|名称解释|附[件表录]/.test(heading);

/** 第一部分 is 0, 一、 is 1, (一) is 2, 1. is 3: a heading closes those of its own level and below. */
export function headingLevel(text: string): number {
  if (/^第.{1,3}部分/.test(text)) return 0;
  if (/^[一二三四五六七八九十]+[、.]/.test(text)) return 1;
  if (/^\([一二三四五六七八九十]+\)/.test(text)) return 2;
  return 3;
}

/** Paragraphs under a heading such as 其他重要事项 say themselves what they speak of. */
const OPENINGS: readonly (readonly [RegExp, Scope])[] = [
  [/^.{0,24}"?三公"?经费.{0,12}(?:预算|支出|决算)/, 'three_public'],
  [/^.{0,16}(?:会议费|培训费)(?:支出|决算)|^.{0,20}开支(?:会议费|培训费)/, 'three_public'],
  [/^.{0,40}机[关构]运行(?:经费|支出)/, 'operating_cost'],
  [/^.{0,30}(?:政府采购(?:支出|金额|总额|预算)|面向中小企业预留)/, 'procurement'],
  [/^截至.{0,12}12月31日|^.{0,30}(?:共有|实有|占用|保有)车辆/, 'assets'],
];

/** The scope of a paragraph that opens so, or undefined. */
export const openingScope = (text: string): Scope | undefined => OPENINGS.find(([words]) => words.test(text))?.[1];

/** Sub-headings inside 三公, 基本支出 and so on change nothing: what their parent says goes on. */
export const STAYS: ReadonlySet<Scope> = new Set([
  'three_public',
  'procurement',
  'assets',
  'performance',
  'operating_cost',
]);
