import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FinalAccounts } from '../../src/document/schema.js';
import type { PdfParts } from '../fuzz/objects.mjs';
import {
  account,
  add,
  bytesOf,
  contentOf,
  enter,
  figures,
  figuresOf,
  pagesOf,
  plain,
  read,
  soundBytes,
  untouched,
} from './account.js';
import { encrypted } from './encrypt.js';

let sound: FinalAccounts;
let expected: Map<string, string>;
beforeAll(async () => {
  sound = await untouched();
  expected = figures(sound);
});
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (file: string): Uint8Array => new Uint8Array(Buffer.from(file, 'latin1'));

describe('encrypted', () => {
  test.each([
    ['with an empty user password', { user: '', owner: '' }, false],
    ['by an owner alone, who forbids copying', { user: '', owner: 'secret' }, false],
    ['by an owner alone, with AES', { user: '', owner: 'secret' }, true],
  ])('%s: it opens without a password, and is read', async (_name, passwords, aes) => {
    expect(await figuresOf(encrypted(account(), passwords, aes))).toEqual(expected);
  });

  test('with a user password: ENCRYPTED', async () => {
    expect(await read(encrypted(account(), { user: 'secret', owner: 'secret' }))).toBe('ENCRYPTED');
    expect(await read(encrypted(account(), { user: 'secret', owner: 'other' }, true))).toBe('ENCRYPTED');
  });
});

describe('scripts and actions', () => {
  test('are never acted on: the figures are those of the page', async () => {
    const parts = account();
    const script = '/S /JavaScript /JS (app.alert\\(1\\); this.getField\\("x"\\).value = 5; while \\(true\\) {})';
    const action = add(parts, plain(`<< /Type /Action ${script} >>`));
    const launch = add(
      parts,
      plain('<< /Type /Action /S /Launch /F (touch) /Next << /S /URI /URI (http://0.0.0.0/) >> >>'),
    );
    const field = add(
      parts,
      plain(
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (9) /Rect [0 0 90 90] /AA << /K ${action} 0 R /C ${action} 0 R >> >>`,
      ),
    );
    enter(
      parts.objects.get(42)!,
      `/OpenAction ${action} 0 R /AcroForm << /Fields [${field} 0 R] /NeedAppearances true >>`,
    );
    enter(parts.objects.get(42)!, `/Names << /JavaScript << /Names [(a) ${action} 0 R] >> >>`);
    for (const page of pagesOf(parts)) enter(page, `/AA << /O ${launch} 0 R >> /Annots [${field} 0 R]`);
    expect(await figuresOf(bytesOf(parts))).toEqual(expected);
  });
});

describe('a broken cross-reference', () => {
  const found = async (file: string): Promise<string[]> => {
    const document = await read(bytes(file));
    if (typeof document === 'string') return [document];
    expect(figures(document)).toEqual(expected);
    return document.findings.map(({ rule }) => rule);
  };

  test('that points nowhere is told, and every figure is read', async () => {
    const file = text(soundBytes());
    expect(await found(file.replace(/startxref\n\d+/, 'startxref\n99999999'))).toContain('xref-repaired');
    expect(await found(file.replace(/startxref\n\d+/, 'startxref\n12'))).toContain('xref-repaired');
    expect(await found(file.replace('startxref', 'startxxxx'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/xref-repaired|file-end-lost/)]),
    );
  });

  test('whose offsets are all wrong is mended', async () => {
    const file = text(soundBytes());
    const wrong = file.replace(
      /\d{10} 00000 n/g,
      (line) => `${String(Number(line.slice(0, 10)) + 7).padStart(10, '0')} 00000 n`,
    );
    expect(await found(wrong)).toEqual(expect.any(Array));
  });

  test('that goes round in a circle ends', async () => {
    const file = text(soundBytes());
    const at = /startxref\n(\d+)/.exec(file)![1];
    expect(await found(file.replace('/Size 44', `/Size 44 /Prev ${at}`))).toEqual(expect.any(Array));
  });
});

test('wrong lengths of streams: every figure, or a finding', async () => {
  for (const change of [-20, -1, 1, 20, 100_000, -1e9]) {
    const wrong = text(soundBytes()).replace(/\/Length (\d+)/g, (_, n) => `/Length ${Math.max(0, Number(n) + change)}`);
    const document = await read(bytes(wrong));
    if (typeof document !== 'string') {
      neverOther(figures(document), expected);
      if (figures(document).size < expected.size) expect(lossesTold(document)).toBe(true);
    }
  }
});

describe('cut off', () => {
  /** The catalog and the tree first, so that what is left of the file still has pages. */
  const reordered = (): Uint8Array => {
    const parts = account();
    const first = [42, 43, 6].map((n) => [n, parts.objects.get(n)!] as const);
    const rest = [...parts.objects].filter(([n]) => !first.some(([m]) => m === n));
    const file = text(bytesOf({ ...parts, objects: new Map([...first, ...rest]) }));
    return bytes(file.replace('\n', '\ntrailer\n<< /Root 42 0 R /Size 44 >>\n'));
  };

  test.each([
    ['as it is', soundBytes],
    ['with its catalog first', reordered],
  ])('at every hundredth, %s: no other figure, and what is lost is told', async (_name, make) => {
    const whole = make();
    const endings = new Map<string, number>();
    for (let hundredth = 1; hundredth < 100; hundredth++) {
      const document = await read(whole.subarray(0, Math.floor((whole.length * hundredth) / 100)));
      const ending = typeof document === 'string' ? document : 'document';
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
      if (typeof document === 'string') continue;
      neverOther(figures(document), expected);
      expect(document.findings.map(({ rule }) => rule)).toContain('file-end-lost');
      if (figures(document).size < expected.size) expect(lossesTold(document)).toBe(true);
    }
    expect([...endings.keys()].filter((e) => !['document', 'UNREADABLE', 'NOT_FINAL_ACCOUNTS'].includes(e))).toEqual(
      [],
    );
  });
});

describe('incremental updates', () => {
  /** Appends an object again: a later revision of the file. */
  const updated = (before: Uint8Array, number: number, body: string): Uint8Array => {
    const file = text(before);
    const previous = [...file.matchAll(/startxref\n(\d+)/g)].at(-1)![1];
    const at = file.length;
    const object = `${number} 0 obj\n${body}\nendobj\n`;
    const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    const trailer = `trailer\n<< /Size 44 /Root 42 0 R /Info 43 0 R /Prev ${previous} >>\nstartxref\n${at + object.length}\n%%EOF\n`;
    return bytes(`${file}${object}${table}${trailer}`);
  };
  const withAmount = (parts: PdfParts, from: string, to: string) => {
    const page = pagesOf(parts).find((p) => contentOf(parts, p).data!.includes(hexOf(from)))!;
    const number = Number(/\/Contents (\d+)/.exec(page.head)![1]);
    const data = contentOf(parts, page).data!.replaceAll(hexOf(from), hexOf(to));
    return { number, body: `<< /Length ${data.length} >>\nstream\n${data}\nendstream` };
  };
  /** ASCII in the font GBK-EUC-H. */
  const hexOf = (amount: string): string => `<${Buffer.from(amount, 'latin1').toString('hex')}>`;

  test('the last one counts', async () => {
    const parts = account();
    const amount = amountsInGbk(parts)[0]!;
    const other = amount.replace(/\d$/, (d) => String((Number(d) + 1) % 10));
    const once = withAmount(account(), amount, other);
    const document = await figuresOf(updated(soundBytes(), once.number, once.body));
    const differing = [...document].filter(([id, value]) => expected.get(id)?.split(' ')[0] !== value.split(' ')[0]);
    expect(differing.length).toBeGreaterThan(0);
    expect(differing.map(([, value]) => value.split(' ')[0])).toContain(other.replaceAll(',', ''));
    // A third revision that takes it back: what the first says stands once more.
    const { data } = contentOf(parts, pagesOf(parts).find((p) => p.head.includes(`/Contents ${once.number} 0 R`))!);
    const back = `<< /Length ${data!.length} >>\nstream\n${data}\nendstream`;
    expect(await figuresOf(updated(updated(soundBytes(), once.number, once.body), once.number, back))).toEqual(
      expected,
    );
  });

  const amountsInGbk = (parts: PdfParts): string[] =>
    pagesOf(parts)
      .flatMap((page) => [...contentOf(parts, page).data!.matchAll(/\/F2 [\d.]+ Tf [^<]*<([0-9a-f]+)> Tj/g)])
      .map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
      .filter((t) => /^\d{2,3}\.\d\d$/.test(t));
});

/** No figure is other than it is in the sound file. */
function neverOther(read: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void {
  const other = [...read].filter(
    ([id, value]) => value.endsWith(' confirmed') && expected.get(id)?.split(' ')[0] !== value.split(' ')[0],
  );
  expect(other).toEqual([]);
}

/** A table that is not whole says so, or a finding does. */
const lossesTold = (document: FinalAccounts): boolean =>
  document.tables.some(({ status }) => status === 'partial' || status === 'missing') ||
  document.findings.some(({ severity }) => severity === 'error');
