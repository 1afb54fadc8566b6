import { expect, test } from '@jest/globals';
import { linesToCsv } from '../../src/outputs/csv.js';

test('facts as CSV: a head, the columns asked for in their order, each field as printed', () => {
  const lines = [
    { page: 5, name: '行政运行', value: '1,082.94', other: 'left out' },
    { page: null, name: '“三公”\n经费, "total"', value: null },
    { name: '=1+1', value: '-0.10' },
  ];
  expect(linesToCsv(['name', 'value', 'page'], lines)).toBe(
    ['name,value,page', '行政运行,"1,082.94",5', '"“三公”\n经费, ""total""",,', '=1+1,-0.10,', ''].join('\n'),
  );
  expect(linesToCsv(['name'], [])).toBe('name\n');
});
