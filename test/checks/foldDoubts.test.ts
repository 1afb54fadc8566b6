import { expect, test } from '@jest/globals';
import { foldDoubts } from '../../src/checks/foldDoubts.js';
import { finding } from '../../src/document/finding.js';

const doubt = (table: 'revenue' | 'expenditure', value: string, why = 'the table has no rules here') =>
  finding('place-in-doubt', 'warning', `${value}: ${why}`, { page: 3, table, cell: `${table}/1/total` });

test('the cells of a table that are in doubt for one reason are told once, single ones as they are', () => {
  const other = finding('table-partial', 'error', 'rows: lost', { page: 3, table: 'revenue' });
  const many = Array.from({ length: 30 }, (_, i) => doubt('revenue', i % 2 ? `${i}.00` : 'a blank cell'));
  const few = [doubt('expenditure', '1.00'), doubt('revenue', '7.00', 'a rule beside it is only partly drawn')];
  const folded = foldDoubts([...many.slice(0, 10), other, ...few, ...many.slice(10)]);
  expect(folded.map((f) => f.message)).toEqual([
    '30 cells: the table has no rules here',
    other.message,
    ...few.map((f) => f.message),
  ]);
  expect(folded[0]!.place).toMatchObject({ page: 3, table: 'revenue', cell: null });
});
