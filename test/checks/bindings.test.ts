import { describe, expect, test } from '@jest/globals';
import { account, PLAIN } from './account.js';
import { find, idOf, nine, run, table, withValue } from './tables.js';

const rows = (
  values: readonly (readonly [code: string, total: string | null, basic: string | null, project: string | null])[],
) =>
  values.map(([code, total, basic, project]) => ({
    code,
    name: code === '' ? '合计' : '',
    cells: { total, basic, project },
  }));

describe('bindings', () => {
  test('a row that adds up in itself supports nothing', () => {
    const { bindings } = run(nine(table('general_public_budget', rows([['2010301', '3.00', '1.00', '2.00']]))));
    expect(bindings.get('general_public_budget/0/total')).toEqual({
      checks: ['E1/general_public_budget/0/total'],
      supported: false,
      exact: false,
      contradicted: false,
      addsUp: true,
    });
  });

  test('a sum over rows supports the total and its addends, noughts and blanks alone support nothing', () => {
    const { bindings } = run(
      nine(
        table(
          'general_public_budget',
          rows([
            ['', '3.00', '0.00', null],
            ['201', '1.00', '0.00', null],
            ['208', '2.00', '0.00', null],
          ]),
        ),
      ),
    );
    for (const at of [0, 1, 2]) {
      expect(bindings.get(`general_public_budget/${at}/total`)?.supported).toBe(true);
      expect(bindings.get(`general_public_budget/${at}/basic`)?.supported).toBe(false);
    }
  });

  test('≤ supports only where both sides are equal', () => {
    const equal = account(PLAIN);
    const where = { name: 'reception' };
    const alone = equal.filter(({ key }) => key === 'three_public');
    const basic = equal
      .filter(({ key }) => key === 'general_public_budget_basic')
      .map((one) => ({ ...one, rows: one.rows.filter(({ code }) => code === '30217') }));
    const bare = nine(
      ...basic,
      ...alone.map((one) => ({ ...one, rows: one.rows.filter(({ name }) => name === 'reception') })),
    );
    const id = idOf(bare, 'general_public_budget_basic', { code: '30217' }, 'amount');
    expect(run(bare).bindings.get(id)?.supported).toBe(true);
    const more = withValue(bare, 'three_public', where, 'final', '999.00');
    expect(run(more).bindings.get(id)?.supported).toBe(false);
  });

  test('a violated ≤ contradicts only what nothing else bears out', () => {
    const tables = withValue(account(PLAIN), 'three_public', { name: 'reception' }, 'budget', null);
    const low = withValue(tables, 'three_public', { name: 'reception' }, 'final', '0.01');
    const { bindings, causes } = run(low);
    const basic = idOf(low, 'general_public_budget_basic', { code: '30217' }, 'amount');
    expect(causes.some(({ rule }) => rule === 'K15' || rule === 'G1')).toBe(true);
    expect(bindings.get(basic)).toMatchObject({ supported: true, contradicted: false });
  });

  test('a failing sum without a culprit contradicts every printed figure in it', () => {
    const tables = nine(
      table(
        'general_public_budget',
        rows([
          ['', '9.00', null, null],
          ['201', '1.00', null, null],
          ['208', '2.00', null, null],
          ['210', null, null, null],
        ]),
      ),
    );
    const { bindings } = run(tables);
    expect([0, 1, 2, 3].map((at) => bindings.get(`general_public_budget/${at}/total`)?.contradicted)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(find(tables, 'general_public_budget', { code: '208' }).index).toBe(2);
  });
});
