import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable, isPageNumber } from '../normalise/text.js';
import type { Contents } from './contents.js';
import { finding } from './finding.js';
import type { FinalAccounts, Finding, Table } from './schema.js';

type Part = FinalAccounts['parts'][number];

/** What the heading of a part says it is. The narrative's heading contains 决算, so the more special words come first. */
const KINDS: readonly (readonly [RegExp, Part['kind']])[] = [
  [/名词解释|名词说明|专业名词|专业性名词/, 'glossary'],
  [/情况说明|决算说明|数据说明|决算情况|文字说明|情况分析/, 'narrative'],
  [/附件|附表(?!.*决算表)|附录|绩效(自评|评价)/, 'attachments'],
  [/决算(公开)?(报)?表|公开表|报表/, 'tables'],
  [/概况|基本情况|概述|职责|职能|简介/, 'overview'],
];

const PART = /^(第[一二三四五六七八九十\d]{1,2}部分)[:：、]?(.*)$/;
/** What prose about money is, and no list of contents. */
const SENTENCE = /\d(?:万元|元|%)[,;。]/;
const FORM_TITLE = /绩效自评(?:情况|报告|结果)?表(?:\(.{2,10}\))?$/;

/** Where a part begins: the page, and whether something of the part before it stands above. */
interface Start {
  readonly kind: Part['kind'];
  readonly title: string;
  readonly page: number;
  readonly shares: boolean;
}

/**
 * The parts of the document in its own order and what pages each has: 第一部分 …, in whatever order the region has; where parts are
 * not numbered, what their headings say. The pages of the contents list belong to none.
 */
export function readParts(pages: readonly PageGrids[], contents: Contents, tables: readonly Table[]): Part[] {
  const body = pages.filter((p) => !contents.pages.has(p.page));
  const numbered = numberedStarts(body, tables);
  const starts = numbered.length >= 2 ? numbered : landmarks(body, tables);
  if (!starts.some((s) => s.kind === 'tables')) insertTables(starts, tables, contents);
  if (numbered.length >= 2 && !starts.some((s) => s.kind === 'narrative')) insertNarrative(starts, body, tables);
  const last = starts.at(-1);
  if (last && !starts.some((s) => s.kind === 'attachments')) {
    const forms = formsAfter(body, last.page);
    if (forms) starts.push(forms);
  }
  const end = pages.length;
  return starts.map((s, i) => {
    const next = starts[i + 1];
    const to = next ? next.page - (next.shares ? 0 : 1) : end;
    const length = Math.max(1, to - s.page + 1);
    return { kind: s.kind, title: s.title, pages: Array.from({ length }, (_, k) => s.page + k) };
  });
}

/** The nine tables without a heading of their own begin with the first of them. */
function insertTables(starts: Start[], tables: readonly Table[], contents: Contents): void {
  const first = firstTable(tables);
  const at = first ? starts.findLastIndex((s) => s.page <= first.pages[0]!) : -1;
  if (!first || (at >= 0 && starts[at]!.kind === 'attachments')) return;
  const announced = contents.parts.find((p) => kindOf(p.title) === 'tables');
  const start: Start = {
    kind: 'tables',
    title: announced?.title ?? first.title ?? '',
    page: first.pages[0]!,
    shares: false,
  };
  starts.splice(at + 1, 0, start);
}

/** The narrative whose part has no heading that can be read (a title page that is a picture) begins with its first section of prose. */
function insertNarrative(starts: Start[], body: readonly PageGrids[], tables: readonly Table[]): void {
  const told = body.filter((p) => p.lines.some((l) => SENTENCE.test(comparable(l.text))));
  const start = landmarks(told, tables).find((s) => s.kind === 'narrative');
  if (!start || starts.some((s) => s.page === start.page && s.kind !== 'tables')) return;
  starts.splice(starts.findLastIndex((s) => s.page <= start.page) + 1, 0, start);
}

const firstTable = (tables: readonly Table[]): Table | undefined =>
  tables.filter((t) => t.pages.length > 0).sort((a, b) => a.pages[0]! - b.pages[0]!)[0];

/** Parts that the contents list announces and the document does not have. */
export function missingParts(parts: readonly Part[], contents: Contents): Finding[] {
  if (contents.parts.length === 0 || parts.length >= contents.parts.length) return [];
  return contents.parts.flatMap((announced) => {
    const kind = kindOf(announced.title);
    if (!kind || parts.some((p) => p.kind === kind)) return [];
    return [
      finding(
        'part-missing',
        'warning',
        `the contents announce 《${announced.ordinal} ${announced.title}》 and no such part is there`,
        { page: announced.page },
        { expected: announced.title },
      ),
    ];
  });
}

const kindOf = (title: string): Part['kind'] | undefined => KINDS.find(([words]) => words.test(title))?.[1];

function numberedStarts(pages: readonly PageGrids[], tables: readonly Table[]): Start[] {
  const starts = new Map<string, { title: string; page: number; shares: boolean }>();
  for (const page of pages) {
    const lines = page.lines.filter((l) => !isPageNumber(comparable(l.text))).map((l) => comparable(l.text));
    const named = new Set(lines.flatMap((t) => PART.exec(t)?.[1] ?? []));
    if (named.size > 1 && !lines.some((t) => /[。;]/.test(t))) continue;
    lines.forEach((text, at) => {
      const match = PART.exec(text);
      if (!match || text.length > 60 || /[。,;]|[.…]{2,}/.test(text) || starts.has(match[1]!)) return;
      starts.set(match[1]!, {
        title: wholeTitle(match[2]!, lines.slice(at + 1, at + 3)),
        page: page.page,
        shares: at > 0 && lines.slice(0, at).some((l) => l.length > 12),
      });
    });
  }
  const ordered = [...starts.values()].sort((a, b) => a.page - b.page);
  const kinds = ordered.map((s) => kindOf(s.title));
  return ordered.flatMap((s, i): Start[] => {
    let kind = kinds[i];
    if (!kind) return [];
    // Some regions print the nine tables last, as 附表 or 附件.
    const to = ordered[i + 1]?.page ?? Number.POSITIVE_INFINITY;
    const inside = tables.filter((t) => t.pages[0] !== undefined && t.pages[0] >= s.page && t.pages[0] < to).length;
    if (kind === 'attachments' && inside >= 3 && !kinds.includes('tables')) kind = 'tables';
    return [{ ...s, kind }];
  });
}

/** The title behind 第一部分: on the same line, or on the lines beneath; a title page may break it in the middle of a word. */
function wholeTitle(own: string, below: readonly string[]): string {
  const complete = (t: string): boolean => /(概况|情况|说明|解释|表|附件|职责|职能|附录|构成|简介|概述)$/.test(t);
  let title = own;
  for (const line of below) {
    if (title !== '' && (complete(title) ? !/^(?:说明|公开|明细)$/.test(line) : line.length > 20)) break;
    if (/^(?:[一二三四五六七八九十]+[、.]|\()/.test(line) || line.length > 40 || /[。,;]/.test(line)) break;
    title += line;
  }
  return title;
}

const LANDMARKS: readonly (readonly [RegExp, Part['kind']])[] = [
  [/名词解释$/, 'glossary'],
  [
    /(?:决算(?:公开)?(?:情况)?(?:的)?说明|收入支出决算(?:总体)?情况(?:说明)?|收支(?:决算)?总体情况(?:说明)?|决算(?:收支)?情况)$/,
    'narrative',
  ],
  [/^附件\d*(?:[:：].*)?$/, 'attachments'],
  [/(?:概况|主要职责|主要职能|部门职责|单位职责|基本情况|机构设置情况?)$/, 'overview'],
];

/** Where no part is numbered: the first heading of each kind, and the first of the nine tables. */
function landmarks(pages: readonly PageGrids[], tables: readonly Table[]): Start[] {
  const found = new Map<Part['kind'], Start>();
  const first = firstTable(tables);
  if (first) found.set('tables', { kind: 'tables', title: first.title ?? '', page: first.pages[0]!, shares: false });
  for (const page of pages) {
    const lines = page.lines.map((l) => comparable(l.text));
    lines.forEach((text, at) => {
      if (text.length > 45 || /[。,;]/.test(text)) return;
      const bare = text.replace(/^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十]+\)|\d+[、.])/, '');
      const kind = LANDMARKS.find(([words]) => words.test(bare))?.[1];
      if (!kind || found.has(kind) || (kind !== 'overview' && page.page === 1)) return;
      const shares = lines.slice(0, at).some((l) => l.length > 12);
      found.set(kind, { kind, title: bare, page: page.page, shares });
    });
  }
  return [...found.values()].sort((a, b) => a.page - b.page);
}

/** Self-evaluation forms behind the last part are a part of their own, headed or not. */
function formsAfter(pages: readonly PageGrids[], after: number): Start | undefined {
  for (const page of pages) {
    if (page.page <= after) continue;
    const title = page.lines.map((l) => comparable(l.text)).find((t) => FORM_TITLE.test(t) && t.length <= 40);
    if (title && page.grids.length > 0) return { kind: 'attachments', title, page: page.page, shares: false };
  }
  return undefined;
}
