/** Sums over the code tree of one table: 类 = Σ 款, 款 = Σ 项, 合计 = Σ 类, for each amount column. */
import { type CodedSheet, roundedParts } from '../codedSheet.js';
import type { Instance } from '../rule.js';
import { figureOf, figuresOf, lostRows } from '../sheet.js';

/** Each coded row that has printed descendants against the nearest of them. */
export function parentSums(sheet: CodedSheet, columns: readonly string[]): readonly Instance[] {
  const excuse = lostRows(sheet);
  const instances: Instance[] = [];
  for (const entry of sheet.coded) {
    const children = sheet.children(entry);
    if (children.length === 0) continue;
    const says = `${entry.row.code} = Σ ${entry.row.code.length === 3 ? '款' : '项'}`;
    for (const column of columns) {
      const left = figureOf(entry, column);
      if (left === undefined) continue;
      const right = figuresOf(children, column);
      instances.push({ relation: '=', left: [left], right, says, excuse, family: `${sheet.key}/${entry.index}` });
    }
  }
  return instances;
}

/**
 * 合计 against the rows at the top of the tree. Publishers round the true 合计 and add up the classes from rounded items
 * (three of five accounts of 2024 are 0.01 off so), hence the tolerance of as many figures as the classes are sums of.
 */
export function totalSums(sheet: CodedSheet, columns: readonly string[]): readonly Instance[] {
  const { total, tops } = sheet;
  if (tops.length === 0) return [];
  const lost = lostRows(sheet);
  if (lost !== null) return [{ at: `${sheet.key}/合计`, why: lost }];
  if (total === null) return [{ at: `${sheet.key}/合计`, why: 'no 合计 row' }];
  return columns.map((column): Instance => {
    const left = figureOf(total, column);
    if (left === undefined) return { at: `${sheet.key}/合计`, why: 'the 合计 row has no such cell' };
    return {
      relation: '=',
      left: [left],
      right: figuresOf(tops, column),
      says: '合计 = Σ 类',
      leaves: roundedParts(sheet, tops, column),
      family: `${sheet.key}/${total.index}`,
    };
  });
}

/**
 * Each row that prints the total column against the parts that the form prints beside it. Where a publisher adds up rounded
 * items in each column, the row adds up only as well as all these items do.
 */
export function rowSums(sheet: CodedSheet, total: string, parts: readonly string[], says: string): readonly Instance[] {
  return sheet.entries.flatMap((entry): readonly Instance[] => {
    const left = figureOf(entry, total);
    const right = parts.flatMap((part) => figureOf(entry, part) ?? []);
    if (left === undefined || right.length === 0) return [];
    let rounded = 0;
    for (const { column } of [left, ...right]) rounded += roundedParts(sheet, [entry], column);
    return [{ relation: '=', left: [left], right, says, withinRow: true, leaves: rounded - 1 }];
  });
}
