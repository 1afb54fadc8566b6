// Changes of the file as it lies on the disk: bits, runs, lost ends, pieces of other files.

const NASTY = [
  '-1',
  '0',
  '4294967296',
  '1e38',
  '<<',
  '>>',
  '[',
  ']',
  '(',
  'endstream',
  'endobj',
  '%%EOF',
  'R',
  '\0',
  '\uFFFF',
];

const STEPS = {
  flip: (random, bytes) => {
    const out = Buffer.from(bytes);
    for (let n = 1 + random.below(40); n > 0; n--) out[random.below(out.length)] ^= 1 << random.below(8);
    return out;
  },
  overwrite: (random, bytes) => {
    const out = Buffer.from(bytes);
    const at = random.below(out.length);
    out.fill(random.below(256), at, Math.min(out.length, at + 1 + random.below(2000)));
    return out;
  },
  lose: (random, bytes) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(random.pick([4, 200, 20000])))]);
  },
  truncate: (random, bytes) => bytes.subarray(0, 1 + random.below(bytes.length)),
  repeat: (random, bytes) => {
    const at = random.below(bytes.length);
    const piece = bytes.subarray(at, at + 1 + random.below(3000));
    return Buffer.concat([bytes.subarray(0, at), ...Array(1 + random.below(20)).fill(piece), bytes.subarray(at)]);
  },
  splice: (random, bytes, samples) => {
    const other = random.pick(samples).bytes;
    const from = random.below(other.length);
    const at = random.below(bytes.length);
    const piece = other.subarray(from, from + 1 + random.below(20000));
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + piece.length)]);
  },
  insert: (random, bytes) => {
    const at = random.below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(NASTY)), bytes.subarray(at)]);
  },
  numbers: (random, bytes) => {
    const text = bytes.toString('latin1');
    const every = 1 + random.below(400);
    return Buffer.from(
      text.replace(/\d+/g, (digits) => (random.once(every) ? random.pick(NASTY.slice(0, 4)) : digits)),
      'latin1',
    );
  },
};

/** Changes of a text: whole lines and the marks between its cells. */
const LINES = {
  shuffle: (random, bytes) => {
    const lines = bytes.toString('utf8').split('\n');
    for (let n = 1 + random.below(60); n > 0; n--) {
      const [a, b] = [random.below(lines.length), random.below(lines.length)];
      [lines[a], lines[b]] = [lines[b], lines[a]];
    }
    return Buffer.from(lines.join('\n'));
  },
  drop: (random, bytes) =>
    Buffer.from(
      bytes
        .toString('utf8')
        .split('\n')
        .filter(() => !random.once(20))
        .join('\n'),
    ),
  marks: (random, bytes) => {
    const mark = random.pick(['\t', '|', ',', '  ', '<td>', '</tr>', '"']);
    return Buffer.from(
      bytes.toString('utf8').replace(/[\t|, 0-9]/g, (char) => (random.once(100) ? mark.repeat(random.below(9)) : char)),
    );
  },
  long: (random, bytes) => {
    const text = bytes.toString('utf8');
    const at = random.below(text.length);
    return Buffer.from(text.slice(0, at) + random.pick(['\t', '1,', '表', '（', '|']).repeat(50_000) + text.slice(at));
  },
};

/** One to three changes of the bytes; of a text mostly of its lines. */
export function mutateBytes(random, bytes, samples, isText = false) {
  let out = Buffer.from(bytes);
  for (let n = 1 + random.below(3); n > 0 && out.length > 0; n--) {
    const steps = isText && !random.once(4) ? LINES : STEPS;
    out = steps[random.pick(Object.keys(steps))](random, out, samples);
  }
  return out;
}
