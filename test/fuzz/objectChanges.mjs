// Changes of dictionaries: numbers, keys, names, references, types.

const NUMBERS = [
  '0',
  '-1',
  '1',
  '0.0001',
  '-32768',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967295',
  '99999999999999999999',
  '1e38',
  '3.4e38',
  '-0',
  'null',
  '(1)',
  '/X',
];

const anObject = (random, { objects }) => random.pick([...objects.values()]);
const aReference = (random, { objects }) => `${random.pick([...objects.keys()])} 0 R`;

/** Replaces one match, chosen by chance. */
export function replaceOne(random, text, pattern, by) {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const m = random.pick(matches);
  return text.slice(0, m.index) + by(m[0]) + text.slice(m.index + m[0].length);
}

const STEPS = [
  (random, o, _parts) => {
    o.head = replaceOne(random, o.head, /(?<![\d.])-?\d+(\.\d+)?(?!\s+\d+\s+R)/g, () => random.pick(NUMBERS));
  },
  (random, o, parts) => {
    o.head = replaceOne(random, o.head, /\d+ \d+ R/g, () => aReference(random, parts));
  },
  (random, o, _parts) => {
    o.head = replaceOne(random, o.head, /\/[A-Za-z]+/g, () =>
      random.pick(['', '/Type', '/Kids', '/Length', '/Filter', '/Parent', '/Resources']),
    );
  },
  (random, o, _parts) => {
    o.head = replaceOne(random, o.head, /\/[A-Za-z0-9+-]+/g, (name) => `${name}${name}`);
  },
  (random, o, _parts) => {
    o.head = replaceOne(random, o.head, /\/[A-Za-z]+\s+(?=[\d[(<])/g, (key) => `${key} null ${key}`);
  },
  (random, o, _parts) => {
    o.head = replaceOne(random, o.head, /<<|>>|\[|\]/g, () => random.pick(['', '<<', '>>', '[', ']']));
  },
  (random, o, parts) => {
    const other = anObject(random, parts);
    o.head = other.head;
    if (random.once(2)) [o.data, o.packed, o.raw] = [other.data, other.packed, other.raw];
  },
  (random, o, parts) => {
    o.head = random.pick(['null', '[]', '<< >>', '0', '()', 'true', aReference(random, parts)]);
    o.data = null;
  },
  (random, _o, parts) => {
    parts.objects.delete(random.pick([...parts.objects.keys()]));
  },
  (random, o, _parts) => {
    if (o.data === null) return;
    o.head = o.head.replace(/\/Filter\s*(\[[^\]]*\]|\/\w+)/, () => `/Filter ${random.pick(FILTERS)}`);
  },
  (random, o, _parts) => {
    const depth = random.pick([10, 500, 20_000]);
    o.head = o.head.replace(/>>\s*$/, `/Deep ${'['.repeat(depth)}${']'.repeat(depth)} >>`);
  },
  (random, o, _parts) => {
    o.head = replaceOne(random, o.head, /[0-9a-fA-F]{4}/g, () => random.pick(['FFFF', '0000', 'D800', '']));
  },
];

const FILTERS = [
  '/ASCIIHexDecode',
  '/ASCII85Decode',
  '/LZWDecode',
  '/RunLengthDecode',
  '/DCTDecode',
  '/JPXDecode',
  '/CCITTFaxDecode',
  '/JBIG2Decode',
  '/Nothing',
  '[/FlateDecode /FlateDecode]',
  '[/FlateDecode /LZWDecode]',
  '/FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>',
  '/FlateDecode /DecodeParms << /Predictor 2 /Colors 0 /Columns 5 >>',
];

export function mutateObjects(random, parts) {
  if (parts.objects.size === 0) return;
  random.pick(STEPS)(random, anObject(random, parts), parts);
  if (parts.objects.size === 0) parts.objects.set(1, { head: '<< >>', data: null, packed: false });
}
