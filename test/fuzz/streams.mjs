// Changes of streams beneath their compression: operators and operands of pages, and the bytes of fonts, maps and pictures.

const NUMBERS = ['0', '-1', '1e9', '-1e9', '0.00001', '99999999999', '32768', '1e38', '', 'x', '()', '[]', '/N'];
const OPERATORS = [
  'q',
  'Q',
  'BT',
  'ET',
  'Tj',
  'TJ',
  'Tf',
  'Tm',
  'Td',
  'T*',
  'cm',
  're',
  'm',
  'l',
  'c',
  'h',
  'W n',
  'f',
  'S',
  'B*',
  'Do',
  'gs',
  'cs',
  'scn',
  'sh',
  'BDC',
  'EMC',
  'BI',
  'ID',
  'EI',
  'w',
  '3 Tr',
  '7 Tr',
  '1 g',
  '0 Tz',
  '"',
  "'",
];

const isContent = ({ head, data }) => data !== null && !/\/(Subtype|Length1|Length2|FunctionType|Width)\b/.test(head);

const CONTENT = [
  // Numbers, some or many.
  (random, data) => {
    const every = random.pick([3, 30, 300, 3000]);
    return data.replace(/-?\d+(\.\d+)?/g, (number) => (random.once(every) ? random.pick(NUMBERS) : number));
  },
  // Digits of what is printed: hexadecimal strings.
  (random, data) => data.replace(/<[0-9A-Fa-f]+>/g, (hex) => (random.once(20) ? shaken(random, hex) : hex)),
  // Operators.
  (random, data) => {
    const every = random.pick([3, 50, 1000]);
    return data.replace(/(?<=[\s\])>])[A-Za-z]{1,3}\*?(?=\s)/g, (operator) =>
      random.once(every) ? random.pick(OPERATORS) : operator,
    );
  },
  // Lines lost, doubled, exchanged.
  (random, data) => {
    const lines = data.split('\n');
    for (let n = 1 + random.below(lines.length / 4 + 2); n > 0; n--) {
      const at = random.below(lines.length);
      const what = random.below(3);
      if (what === 0) lines.splice(at, 1 + random.below(5));
      else if (what === 1) lines.splice(at, 0, ...lines.slice(at, at + random.below(20)));
      else lines[at] = lines[random.below(lines.length)] ?? '';
    }
    return lines.join('\n');
  },
  (random, data) => data + data.slice(random.below(data.length)).repeat(1 + random.below(8)),
  (random, data) =>
    random.pick(['q ', '[', '<<', '(', 'BT ', '/A BMC ', '1 0 0 1 1 1 cm ']).repeat(random.pick([40, 3000, 100_000])) +
    data,
  // The whole page larger, smaller, turned, mirrored, moved away.
  (random, data) =>
    `${random.pick(['1e6 0 0 1e6 0 0', '0 0 0 0 0 0', '0.001 0 0 0.001 0 0', '0 1 -1 0 400 0', '-1 0 0 -1 595 842', '1 0 0 1 50000 0', '0.7 0.7 -0.7 0.7 0 0', '1e38 0 0 1e38 0 0'])} cm\n${data}`,
  (random, data) => data + ' 0 0 m 10 10 l S'.repeat(random.pick([10, 5000])),
  (random, data) => {
    const lines = Array.from(
      { length: 1500 },
      () => `${random.below(600)} ${random.below(800)} m ${random.below(600)} ${random.below(800)} l S`,
    );
    return data + lines.join('\n');
  },
  // A lattice finer than any table.
  (random, data) => {
    const step = random.pick([0.3, 2, 7]);
    let grid = '';
    for (let x = 0; x < 600; x += step) grid += `${x} 0 m ${x} 800 l S\n0 ${x} m 600 ${x} l S\n`;
    return data + grid;
  },
  (random, data) => data.slice(0, random.below(data.length)),
];

const BINARY = [
  (random, data) => {
    const out = Buffer.from(data, 'latin1');
    for (let n = 1 + random.below(60); n > 0 && out.length > 0; n--) out[random.below(out.length)] = random.below(256);
    return out.toString('latin1');
  },
  (random, data) => data.slice(0, random.below(data.length)),
  (random, data) => data.slice(random.below(data.length)) + data,
  (random, data) => data.replace(/<[0-9A-Fa-f]+>/g, (hex) => (random.once(10) ? shaken(random, hex) : hex)),
  (random, _data, samples) => {
    const others = samples
      .flatMap(({ parts }) => (parts ? [...parts.objects.values()] : []))
      .filter((o) => o.data !== null);
    return random.pick(others).data;
  },
];

const shaken = (random, hex) => {
  const at = 1 + random.below(hex.length - 2);
  return hex.slice(0, at) + random.pick(['0', '7', 'F', '']) + hex.slice(at + 1);
};

export function mutateStreams(random, { objects }, samples) {
  const streams = [...objects.values()].filter((o) => o.data !== null && o.data.length > 0);
  if (streams.length === 0) return;
  const stream = random.pick(streams);
  const changes = isContent(stream) ? CONTENT : BINARY;
  stream.data = random.pick(changes)(random, stream.data, samples);
}
