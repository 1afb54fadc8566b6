// Changes of the page tree, and a file with fewer of its pages.

const pagesOf = ({ objects }) => [...objects].filter(([, o]) => /\/Type\s*\/Page\b(?!s)/.test(o.head)).map(([n]) => n);
const nodesOf = ({ objects }) => [...objects].filter(([, o]) => /\/Type\s*\/Pages\b/.test(o.head)).map(([n]) => n);

/** Keeps some neighbouring pages (and the first, which is the cover) in a flat tree. */
export function keepPages(random, parts, count) {
  const pages = pagesOf(parts);
  const top = nodesOf(parts)[0];
  if (top === undefined || pages.length <= count) return;
  const from = random.below(pages.length - count);
  const kept = [...new Set([pages[0], ...pages.slice(from, from + count)])];
  const node = parts.objects.get(top);
  const references = kept.map((n) => `${n} 0 R`).join(' ');
  node.head = node.head
    .replace(/\/Kids\s*\[[^\]]*\]/, `/Kids [${references}]`)
    .replace(/\/Count\s+\d+/, `/Count ${kept.length}`);
  for (const n of pages) if (!kept.includes(n)) parts.objects.delete(n);
}

const BOXES = [
  '[0 0 0 0]',
  '[0 0 14400000 14400000]',
  '[0 0 1 1]',
  '[-32768 -32768 32767 32767]',
  '[595 842 0 0]',
  '[0 0 1e38 1e38]',
  '[0 0 0.001 842]',
  '[0 0 200]',
  '[(a) null 3 /B]',
  '[10000 10000 10595 10842]',
];

const STEPS = [
  (random, o) => {
    o.head = o.head.replace(/\/MediaBox\s*\[[^\]]*\]/, random.once(5) ? '' : `/MediaBox ${random.pick(BOXES)}`);
  },
  (random, o) => {
    o.head = add(o.head, `/CropBox ${random.pick(BOXES)}`);
  },
  (random, o) => {
    o.head = add(o.head, `/Rotate ${random.pick([90, 180, 270, 45, -90, 1e9, -1, 720, '(x)'])}`);
  },
  (random, o) => {
    o.head = add(o.head, `/UserUnit ${random.pick([2, 0.5, 0, -1, 1e9, 72, '/X'])}`);
  },
  (random, o, parts) => {
    const contents = [...parts.objects].filter(([, x]) => x.data !== null).map(([n]) => `${n} 0 R`);
    if (contents.length === 0) return;
    const list = Array.from({ length: 1 + random.below(random.once(4) ? 200 : 4) }, () => random.pick(contents));
    o.head = o.head.replace(/\/Contents\s*(\d+ \d+ R|\[[^\]]*\])/, `/Contents [${list.join(' ')}]`);
  },
  (random, o) => {
    o.head = o.head.replace(/\/Resources\s*(\d+ \d+ R)/, random.pick(['', '/Resources null', '/Resources 1 0 R']));
  },
  (random, o) => {
    o.head = o.head.replace(/\/Type\s*\/Page\b/, random.pick(['/Type /Pages', '/Type /Font', '', '/Type /Template']));
  },
];

/** Node changes: wrong counts, repeated kids, circles, depth. */
const NODES = [
  (random, o) => {
    o.head = o.head.replace(/\/Count\s+-?\d+/, `/Count ${random.pick([0, -1, 1, 5, 100, 3001, 1e6, 2147483647])}`);
  },
  (random, o, parts, number) => {
    const all = [...pagesOf(parts), number, random.pick([...parts.objects.keys()])];
    const list = Array.from({ length: 1 + random.below(random.once(6) ? 400 : 8) }, () => `${random.pick(all)} 0 R`);
    o.head = o.head.replace(/\/Kids\s*\[[^\]]*\]/, `/Kids [${list.join(' ')}]`);
    if (random.once(2)) o.head = o.head.replace(/\/Count\s+-?\d+/, `/Count ${list.length}`);
  },
  (random, o, parts, number) => {
    // A chain of nodes between this one and its kids.
    const deep = random.pick([3, 60, 1500]);
    let next = Math.max(...parts.objects.keys()) + 1;
    const kids = /\/Kids\s*\[[^\]]*\]/.exec(o.head)?.[0] ?? '/Kids []';
    const count = /\/Count\s+-?\d+/.exec(o.head)?.[0] ?? '/Count 1';
    o.head = o.head.replace(/\/Kids\s*\[[^\]]*\]/, `/Kids [${next} 0 R]`);
    for (let n = 0; n < deep; n++, next++) {
      const below = n === deep - 1 ? kids : `/Kids [${next + 1} 0 R]`;
      const parent = n === 0 ? number : next - 1;
      const head = `<< /Type /Pages /Parent ${parent} 0 R ${below} ${count} >>`;
      parts.objects.set(next, { head, data: null, packed: false });
    }
  },
];

const add = (head, entry) => head.replace(/>>\s*$/, `${entry} >>`);

export function mutateTree(random, parts) {
  const nodes = nodesOf(parts);
  const pages = pagesOf(parts);
  if (nodes.length > 0 && random.once(3)) {
    const number = random.pick(nodes);
    random.pick(NODES)(random, parts.objects.get(number), parts, number);
  } else if (pages.length > 0) random.pick(STEPS)(random, parts.objects.get(random.pick(pages)), parts);
}
