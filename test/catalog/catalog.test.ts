import { expect, test } from '@jest/globals';
import { catalog } from '../../src/catalog/catalog.js';

test('a code has the name of today first, then those of earlier years', () => {
  const { names, namesOf } = catalog('functional');
  expect(namesOf('20805')).toEqual(['行政事业单位养老支出', '行政事业单位离退休']);
  expect(namesOf('201')).toEqual(['一般公共服务支出']);
  expect(namesOf('2999999x')).toEqual([]);
  for (const code of ['207', '210', '21208', '21305', '220']) {
    expect(namesOf(code).length).toBeGreaterThan(1);
    expect(namesOf(code)[0]).toBe(names.get(code));
  }
});
