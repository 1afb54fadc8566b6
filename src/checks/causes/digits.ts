/** How a printed amount differs from the one that the identities agree on, as a person would say it. */

/** Both without point and sign, with the same number of decimals. */
function aligned(a: string, b: string): readonly [string, string] {
  const split = (value: string): readonly [string, string] => {
    const [whole = '', fraction = ''] = value.replace('-', '').split('.');
    return [whole, fraction];
  };
  const [wholeA, fractionA] = split(a);
  const [wholeB, fractionB] = split(b);
  const decimals = Math.max(fractionA.length, fractionB.length);
  return [wholeA + fractionA.padEnd(decimals, '0'), wholeB + fractionB.padEnd(decimals, '0')];
}

const without = (digits: string, index: number): string => digits.slice(0, index) + digits.slice(index + 1);

const drops = (longer: string, shorter: string): boolean =>
  longer.length === shorter.length + 1 && [...longer].some((_, index) => without(longer, index) === shorter);

/** The one slip of a digit that turns `expected` into `printed`, or null if it takes more than that. */
export function digitSlip(printed: string, expected: string): string | null {
  if (printed.startsWith('-') !== expected.startsWith('-')) return null;
  const [is, should] = aligned(printed, expected);
  if (is === should) return null;
  if (drops(should, is)) return 'one digit is lost';
  if (drops(is, should)) return 'one digit too many';
  if (is.length !== should.length) return null;
  const differing = [...is].flatMap((digit, index) => (digit === should[index] ? [] : [index]));
  const [first, second] = differing;
  if (first === undefined) return null;
  if (differing.length === 1) return 'one digit differs';
  if (differing.length === 2 && second === first + 1 && is[first] === should[second] && is[second] === should[first]) {
    return 'two neighbouring digits are swapped';
  }
  return null;
}
