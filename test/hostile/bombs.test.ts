import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fromRoot } from '../files.js';
import type { PdfObject, PdfParts } from '../fuzz/objects.mjs';
import { account, add, bytesOf, contentOf, enter, pagesOf, plain, soundBytes, stream } from './account.js';

interface Measured {
  /** Tables that are present, or the code. */
  readonly ending: number | string;
  readonly seconds: number;
  readonly mib: number;
}

/** Bounds of one hostile file: CPU seconds and MiB of a whole process. The command ends at 300 s and 2048 MiB by itself. */
const SECONDS = 60;
const MIB = 2048;

function measure(bytes: Uint8Array): Measured {
  const file = join(mkdtempSync(join(tmpdir(), 'juesuan-hostile-')), 'hostile.pdf');
  writeFileSync(file, bytes);
  const run = spawnSync(process.execPath, [fromRoot('test/hostile/measure.mjs'), file], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const measured = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Measured;
  expect(measured.seconds).toBeLessThan(SECONDS);
  expect(measured.mib).toBeLessThan(MIB);
  return measured;
}

/** Deflated noughts: `mib` MiB of them in a thousandth of the size, made without holding them. */
function noughts(mib: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: mib }, () => block), end, Buffer.alloc(4)]);
}
const bomb = (mib: number, dictionary = '', twice = false): PdfObject => {
  const once = noughts(mib);
  return {
    head: `<< ${dictionary} /Length 0 /Filter ${twice ? '[/FlateDecode /FlateDecode]' : '/FlateDecode'} >>`,
    data: (twice ? deflateSync(once) : once).toString('latin1'),
    packed: false,
  };
};
const present = measure(soundBytes()).ending;

test('the account itself is read', () => {
  expect(present).toBeGreaterThan(3);
});

describe('bombs', () => {
  test('a page whose content inflates to a gigabyte', () => {
    const parts = account();
    const number = add(parts, bomb(1024, '', true));
    const page = pagesOf(parts).at(-1)!;
    page.head = page.head.replace(/\/Contents \d+ 0 R/, `/Contents ${number} 0 R`);
    expect(ended(bytesOf(parts))).toMatch(/^juesuan: LIMIT: .*\n$/);
  });

  test('an object stream that inflates to a gigabyte', () => {
    const parts = account();
    const inner = add(parts, bomb(1024, '/Type /ObjStm /N 100000 /First 900000'));
    enter(parts.objects.get(42)!, `/Extra ${inner + 1} 0 R /More ${inner} 0 R`);
    expect(measure(bytesOf(parts)).ending).toBe(present);
  });

  test('a font program, and a map of characters, that inflate to a gigabyte', () => {
    const parts = account();
    const program = add(parts, bomb(1024, '/Length1 1073741824', true));
    const map = add(parts, bomb(512, '', true));
    enter(parts.objects.get(1)!, `/FontFile2 ${program} 0 R`);
    enter(parts.objects.get(3)!, `/ToUnicode ${map} 0 R`);
    expect(ended(bytesOf(parts))).toMatch(/^juesuan: LIMIT: .*\n$/);
  });

  test('a picture of ten thousand million pixels: LIMIT, without a pixel of it', () => {
    const parts = account();
    const size = '/Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB';
    const picture = add(parts, bomb(16, `/Type /XObject /Subtype /Image ${size}`));
    const page = pagesOf(parts)[3]!;
    page.head = page.head.replace(/\/XObject <<\s*>>/, `/XObject << /Im ${picture} 0 R >>`);
    const content = contentOf(parts, page);
    content.data = `q 500 0 0 700 0 0 cm /Im Do Q ${content.data}`;
    expect(measure(bytesOf(parts)).ending).toBe('LIMIT');
  });

  test('forms that draw ten forms each, nine deep: LIMIT', () => {
    const parts = account();
    const first = Math.max(...parts.objects.keys()) + 1;
    for (let n = 0; n < 9; n++) {
      const content = n === 8 ? '0 0 m 9 9 l S' : '/Next Do '.repeat(10);
      const resources = `/Resources << /XObject << /Next ${first + n + 1} 0 R >> >>`;
      add(parts, stream(content, `/Type /XObject /Subtype /Form /BBox [0 0 900 900] ${resources}`));
    }
    const page = pagesOf(parts)[3]!;
    page.head = page.head.replace(/\/XObject <<\s*>>/, `/XObject << /X ${first} 0 R >>`);
    contentOf(parts, page).data += ' /X Do';
    expect(ended(bytesOf(parts))).toMatch(/^juesuan: LIMIT: /);
  });

  test('characters of a thousand million points', () => {
    const parts = account();
    for (const page of pagesOf(parts)) contentOf(parts, page).data += ' BT /F2 1e9 Tf 1 0 0 1 0 0 Tm <3737> Tj ET';
    expect(measure(bytesOf(parts)).ending).toBe(present);
  });
});

describe('trees', () => {
  const withTree = (change: (parts: PdfParts, tree: PdfObject) => void): Uint8Array => {
    const parts = account();
    change(parts, parts.objects.get(6)!);
    return bytesOf(parts);
  };

  test('ten thousand pages: LIMIT', () => {
    const many = withTree((_, tree) => {
      tree.head = `<< /Type /Pages /Count 10000 /Kids [${'8 0 R '.repeat(10_000)}] >>`;
    });
    expect(measure(many).ending).toBe('LIMIT');
  });

  test('a count of ten thousand over seventeen pages: LIMIT or the pages that are there', () => {
    const lying = withTree((_, tree) => {
      tree.head = tree.head.replace('/Count 17', '/Count 10000');
    });
    expect(['LIMIT', 'UNREADABLE', present]).toContain(measure(lying).ending);
  });

  test.each([100, 10_000])('a tree %d nodes deep', (depth) => {
    const deep = withTree((parts, tree) => {
      const kids = /\/Kids \[[^\]]*\]/.exec(tree.head)![0];
      let below = kids;
      for (let n = 0; n < depth; n++)
        below = `/Kids [${add(parts, plain(`<< /Type /Pages /Parent 6 0 R ${below} /Count 17 >>`))} 0 R]`;
      tree.head = `<< /Type /Pages ${below} /Count 17 >>`;
    });
    expect([present, 'UNREADABLE']).toContain(measure(deep).ending);
  });

  test('a tree that is its own child', () => {
    const round = withTree((_, tree) => {
      tree.head = '<< /Type /Pages /Kids [6 0 R 6 0 R] /Count 17 >>';
    });
    expect(measure(round).ending).toBe('UNREADABLE');
  });
});

/** What the command says of a file that it is to end by itself. */
function ended(bytes: Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'juesuan-hostile-')), 'hostile.pdf');
  writeFileSync(file, bytes);
  const bounds = ['--max-seconds', '20', '--max-memory', '1024'];
  const run = spawnSync(
    process.execPath,
    [fromRoot('dist/cli/main.js'), 'extract', file, '--ocr', 'never', ...bounds],
    {
      encoding: 'utf8',
    },
  );
  expect([run.status, run.stdout]).toEqual([3, '']);
  return run.stderr;
}
