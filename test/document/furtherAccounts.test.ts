import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { furtherAccounts } from '../../src/document/furtherAccounts.js';
import { type PageGrids, pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Draft } from '../../src/tables/draft.js';
import { FORMS } from '../../src/tables/forms/index.js';
import { fromRoot } from '../files.js';
import { drawnPage } from '../pages/drawn.js';

const draft = (form: number, page: number): Draft =>
  ({ form: FORMS[form], title: FORMS[form]!.titles[0], headLost: false, parts: [{ grid: { page } }] }) as Draft;
/** The first `count` forms, one a page from `page` on. */
const account = (page: number, count: number): Draft[] => Array.from({ length: count }, (_, i) => draft(i, page + i));
const pagesWith = (count: number, texts: Readonly<Record<number, readonly string[]>>): PageGrids[] =>
  Array.from({ length: count }, (_, i) =>
    pageToGrids(
      drawnPage(
        [],
        (texts[i + 1] ?? []).map((text, k) => ({ text, x: 100, y: 60 + 20 * k })),
        i + 1,
      ),
    ),
  );
const begins = (pages: readonly PageGrids[], drafts: readonly Draft[]): string[] =>
  furtherAccounts(pages, drafts).map(
    ({ page, title, whole, drafts }) => `${page} ${title} ${whole ? 'whole' : 'tables'} ${drafts.length}`,
  );

describe('another account in the file', () => {
  test('begins with its cover', () => {
    const pages = pagesWith(24, { 14: ['某市某局档案馆', '2024年度单位决算'] });
    expect(begins(pages, [...account(3, 9), ...account(16, 9)])).toEqual(['14 某市某局档案馆2024年度单位决算 whole 9']);
  });

  test('or with its first part', () => {
    const pages = pagesWith(24, { 15: ['第一部分 某局本级概况', '一、主要职责'] });
    expect(begins(pages, [...account(3, 9), ...account(16, 9)])).toEqual(['15 null whole 9']);
  });

  test('has its tables alone where nothing else begins', () => {
    expect(begins(pagesWith(24, {}), [...account(3, 9), ...account(12, 9)])).toEqual(['12 null tables 9']);
  });

  test('is one of many', () => {
    const pages = pagesWith(40, { 12: ['甲馆2024年度单位决算'], 23: ['乙馆2024年度单位决算'] });
    expect(begins(pages, [...account(2, 9), ...account(13, 9), ...account(24, 8)])).toEqual([
      '12 甲馆2024年度单位决算 whole 9',
      '23 乙馆2024年度单位决算 whole 8',
    ]);
  });

  test('is none where a region prints a form or two in another way, too', () => {
    expect(begins(pagesWith(20, {}), [...account(2, 9), draft(4, 12), draft(8, 13)])).toEqual([]);
    expect(
      begins(
        pagesWith(20, {}),
        [0, 0, 1, 1, 2, 2, 3, 3].map((form, i) => draft(form, 2 + i)),
      ),
    ).toEqual([]);
  });
});

test('a file with the accounts of two units is read to the end of the first, and says so', async () => {
  const own = readFileSync(fromRoot('samples/qingzhou-2024.txt'), 'utf8').replace('目  录', '\f目  录');
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const other = own.replaceAll('青州湾市', '南浦县').replaceAll('1', '2');
  const [alone, both] = await Promise.all([
    convert(bytes(own), 'own.txt'),
    convert(bytes(`${own}\f${other}`), 'both.txt'),
  ]);
  expect(both.tables).toEqual(alone.tables);
  expect(both.narrative).toEqual(alone.narrative);
  expect(both.attachments).toEqual(alone.attachments);
  const [first] = both.findings.filter((f) => f.rule === 'further-account');
  expect(first!.place.page).toBe(alone.source.pageCount + 1);
  expect(first!.message).toContain('南浦县');
  expect(both.findings.filter((f) => f.rule !== 'further-account')).toEqual(alone.findings);
  expect(both.otherTables.length).toBeGreaterThanOrEqual(alone.otherTables.length + 4);
});
