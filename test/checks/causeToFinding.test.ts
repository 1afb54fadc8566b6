import { describe, expect, test } from '@jest/globals';
import { causeToFinding } from '../../src/checks/causeToFinding.js';
import { findingSchema } from '../../src/document/schema.js';
import { account, PLAIN } from './account.js';
import { idOf, onlyCause, run, withValue } from './tables.js';

describe('causeToFinding', () => {
  const tables = withValue(account(PLAIN), 'expenditure', { code: '2080505' }, 'basic', '106.75');
  const cause = onlyCause(run(tables));

  test('stands at the first suspect cell, with what is printed and expected', () => {
    const found = causeToFinding(cause, tables, false);
    expect(findingSchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      rule: cause.rule,
      severity: 'error',
      expected: '160.75',
      actual: '106.75',
      place: {
        page: 1,
        box: [0, 0, 10, 10],
        table: 'expenditure',
        cell: idOf(tables, 'expenditure', { code: '2080505' }, 'basic'),
      },
    });
    expect(found.message).not.toContain('publisher');
  });

  test('says so where both readings agree', () => {
    expect(causeToFinding(cause, tables, true).message).toContain('printed so by the publisher');
  });

  test('without cells it has no place', () => {
    const { place } = causeToFinding({ ...cause, cells: [] }, tables, false);
    expect(place).toEqual({ page: null, box: null, table: null, attachment: null, cell: null });
  });
});
