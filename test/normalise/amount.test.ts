import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOneNumberOverLines, readAmount, readMoney } from '../../src/normalise/amount.js';

const amountIn = (text: string): string | null => {
  const content = readAmount(text);
  return content.kind === 'amount' ? content.value : null;
};

describe('an amount', () => {
  test.each([
    ['1,245.37', '1245.37'],
    ['1, 245. 37', '1245.37'],
    ['55. 45', '55.45'],
    ['１，２４５．３７', '1245.37'],
    ['20218.21', '20218.21'],
    ['0.00', '0.00'],
    ['-1.23', '-1.23'],
    ['−1.23', '-1.23'],
    ['(1.23)', '-1.23'],
    ['（1,001.23）', '-1001.23'],
    ['1.23-', '-1.23'],
    ['.50', '0.50'],
    ['1245.37①', '1245.37'],
    ['1245.37²', '1245.37'],
  ])('%s is %s', (printed, value) => {
    expect(amountIn(printed)).toBe(value);
  });

  test('zero keeps its decimals and no sign', () => {
    expect(amountIn('-0.00')).toBe('0.00');
    expect(amountIn('0')).toBe('0');
  });

  test.each(['100%', '54.5％', '100%-80%（含）', '2024年', '1.2.3', '12,34.5', '6.2万元', '01', '12.50 13.20'])(
    '%s is none',
    (printed) => {
      expect(readAmount(printed).kind).toBe('text');
    },
  );

  test.each(['—', '--', '…', '。。。', 'XX', 'XXX.XX', '/', '*'])('%s is a mark', (printed) => {
    expect(readAmount(printed).kind).toBe('mark');
  });

  test('money may print its unit, and says which', () => {
    expect(readMoney('1,245.37万元')).toEqual({ content: { kind: 'amount', value: '1245.37' }, unit: '万元' });
    expect(readMoney('（3.20）元')).toEqual({ content: { kind: 'amount', value: '-3.20' }, unit: '元' });
    expect(readMoney('１，２４５．３７万元').content).toEqual({ kind: 'amount', value: '1245.37' });
    expect(readMoney('1,245.37')).toEqual({ content: { kind: 'amount', value: '1245.37' }, unit: null });
    expect(readMoney('——万元').content.kind).toBe('mark');
    expect(readMoney('¥ -').content.kind).toBe('mark');
    expect(readMoney('6辆').content.kind).toBe('text');
    expect(readMoney('12.3.4万元').content.kind).toBe('text');
  });

  test('#### of a column that is too narrow is a figure that is not shown, and no mark', () => {
    expect(readAmount('########')).toEqual({ kind: 'text', doubtful: true });
  });

  test('nothing is blank, and blank is not zero', () => {
    expect(readAmount(' \u3000').kind).toBe('blank');
  });

  test('separators and white space never change the digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        (whole, cents, spaced) => {
          const exact = `${whole}.${String(cents).padStart(2, '0')}`;
          const grouped = exact.replace(/\B(?=(\d{3})+(?=\.))/g, spaced ? ', ' : ',').replace('.', spaced ? '. ' : '.');
          expect(amountIn(grouped)).toBe(exact);
        },
      ),
    );
  });
});

describe('a number over two lines of a cell', () => {
  test('is one where the first line is no number yet', () => {
    expect(isOneNumberOverLines(['1,245.', '37'])).toBe(true);
    expect(isOneNumberOverLines(['12,345,6', '78.90'])).toBe(true);
    expect(isOneNumberOverLines(['12345', '.90'])).toBe(true);
  });

  test('is one where a line between others is a number by itself', () => {
    expect(isOneNumberOverLines(['25,42', '6,330', '.54'])).toBe(true);
    expect(isOneNumberOverLines(['19,77', '8,422', '.03万', '元'])).toBe(true);
    expect(isOneNumberOverLines(['¥2', '.59'])).toBe(true);
    expect(isOneNumberOverLines(['1,2', '34.5', '6.78'])).toBe(false);
    expect(isOneNumberOverLines(['25', '42', '.54'])).toBe(false);
  });

  test('is not one where both lines could be numbers', () => {
    expect(isOneNumberOverLines(['12', '13'])).toBe(false);
    expect(isOneNumberOverLines(['12', '13.45'])).toBe(false);
    expect(isOneNumberOverLines(['1.50', '2.50'])).toBe(false);
  });
});
