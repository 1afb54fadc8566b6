import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PdfObject, PdfParts } from '../fuzz/objects.mjs';
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
  stream,
  untouched,
} from './account.js';

let expected: Map<string, string>;
beforeAll(async () => {
  expected = figures(await untouched());
});

/** Every page with `before` and `after` its content. */
function around(parts: PdfParts, before: string, after: string): PdfParts {
  for (const page of pagesOf(parts)) {
    const content = contentOf(parts, page);
    content.data = `${before}\n${content.data}\n${after}`;
  }
  return parts;
}

/** Amounts all over the page, as `show` shows them; in the font F2 of every page. */
const strewn = (show: string): string => {
  const lines: string[] = [];
  for (let x = 20; x < 820; x += 160)
    for (let y = 20; y < 820; y += 37) lines.push(`1 0 0 1 ${x} ${y} Tm <3737372e3737> Tj`);
  return `q BT /F2 8 Tf ${show} ${lines.join('\n')} ET Q`;
};

describe('what a reader of the page does not see is no part of it', () => {
  test('a layer that is switched off: none of its figures stands unmarked', async () => {
    const parts = account();
    const layer = add(parts, plain('<< /Type /OCG /Name (hidden) >>'));
    enter(parts.objects.get(42)!, `/OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] >> >>`);
    for (const page of pagesOf(parts))
      page.head = page.head.replace('/Resources <<', `/Resources << /Properties << /Off ${layer} 0 R >>`);
    around(parts, '', `/OC /Off BDC ${strewn('')} EMC`);
    // PDFium gives the text of layers that are off: what stands in a layer is disputed.
    const found = [...(await figuresOf(bytesOf(parts))).values()];
    expect(found.filter((figure) => figure.startsWith('777.77 ') && !figure.endsWith('disputed'))).toEqual([]);
    expect(found.filter((figure) => !/^777\.77 /.test(figure)).length).toBeGreaterThan(50);
  });

  test('text outside the page', async () => {
    expect(
      await figuresOf(
        bytesOf(around(account(), '', `q 1 0 0 1 2000 0 cm ${strewn('')} Q q 1 0 0 1 0 -3000 cm ${strewn('')} Q`)),
      ),
    ).toEqual(expected);
  });

  // A layer of text that is not painted may be all that a scan has, so it is read where nothing painted lies on it.
  test('text without ink: no figure is other than printed without a mark', async () => {
    const found = await figuresOf(bytesOf(around(account(), '', strewn('3 Tr'))));
    const confirmed = [...found].filter(([, v]) => v.endsWith(' confirmed'));
    const printed = new Set([...expected.values()].map((v) => v.split(' ')[0]));
    expect(confirmed.filter(([, v]) => !printed.has(v.split(' ')[0]))).toEqual([]);
    expect(found.size).toBeGreaterThan(20);
  });

  test.each([
    ['white', '1 1 1 rg'],
    ['white in gray', '1 g'],
    ['white in the colours of print', '0 0 0 0 k'],
  ])('%s text: what it says is disputed', async (_, color) => {
    const found = [...(await figuresOf(bytesOf(around(account(), '', strewn(color))))).values()];
    const strange = found.filter((figure) => figure.startsWith('777.77 '));
    expect(strange.length).toBeGreaterThan(0);
    expect(strange.filter((figure) => !figure.endsWith(' disputed'))).toEqual([]);
  });

  test('text under the figures, as large as the page', async () => {
    const mark = 'q BT /F2 300 Tf 0.9 g 1 0 0 1 40 300 Tm <3737372e3737> Tj ET Q';
    expect(await figuresOf(bytesOf(around(account(), mark, '')))).toEqual(expected);
  });
});

describe('sizes of pages', () => {
  const resized = (change: (page: PdfObject) => void): Promise<Map<string, string>> => {
    const parts = account();
    for (const page of pagesOf(parts)) change(page);
    return figuresOf(bytesOf(parts));
  };
  const media = (box: string) => (page: PdfObject) => {
    page.head = page.head.replace(/\/MediaBox \[[^\]]*\]/, `/MediaBox ${box}`);
  };

  test('of 200,000 inches: the table in its corner is read', async () => {
    expect(await resized(media('[0 0 14400000 14400000]'))).toEqual(expected);
    expect(await resized(media('[-7200000 -7200000 7200000 7200000]'))).toEqual(expected);
  });

  test('given by no box at all: read as far as the page shows', async () => {
    const found = await resized((page) => {
      page.head = page.head.replace(/\/MediaBox \[[^\]]*\]/, '');
    });
    expect(
      [...found].filter(([id, v]) => v.endsWith(' confirmed') && expected.get(id)?.split(' ')[0] !== v.split(' ')[0]),
    ).toEqual([]);
  });

  test('given upside down', async () => {
    expect(
      await resized((page) => {
        page.head = page.head.replace(/\[0 0 (\d+) (\d+)\]/, '[$1 $2 0 0]');
      }),
    ).toEqual(expected);
  });

  // PDFium (Chrome with it) and poppler show a page at the size of its units, whatever they are said to be worth.
  test.each([0.01, 2, 75, 1e9, -1])(
    'with a user unit of %d: boxes are as the page is shown, figures are the same',
    async (unit) => {
      const parts = account();
      for (const page of pagesOf(parts)) enter(page, `/UserUnit ${unit}`);
      const document = await read(bytesOf(parts));
      expect(document).toMatchObject({ tables: (await untouched()).tables });
    },
  );

  test.each([90, 180, 270, -90, 450])(
    'turned by %d degrees: the figures of a turned page are read upright or not at all',
    async (turn) => {
      const found = await resized((page) => enter(page, `/Rotate ${turn}`));
      // Rows without their labels may come out of a table that lies on its side: partial, and never an amount that is not printed.
      const printed = new Set([...expected.values()].map((v) => v.split(' ')[0]));
      expect([...found.values()].filter((v) => v.endsWith(' confirmed') && !printed.has(v.split(' ')[0]))).toEqual([]);
    },
  );
});

describe('forms', () => {
  const drawing = (content: string, forms: readonly ((own: number) => string)[]): Uint8Array => {
    const parts = account();
    let names = '';
    const first = Math.max(...parts.objects.keys()) + 1;
    forms.forEach((form, i) => {
      const resources = `/Resources << /XObject << ${forms.map((_, k) => `/X${k} ${first + k} 0 R`).join(' ')} >> >>`;
      add(parts, stream(form(i), `/Type /XObject /Subtype /Form /BBox [0 0 900 900] ${resources}`));
      names += `/X${i} ${first + i} 0 R `;
    });
    for (const page of pagesOf(parts)) page.head = page.head.replace(/\/XObject <<\s*>>/, `/XObject << ${names} >>`);
    return bytesOf(around(parts, '', content));
  };

  test('that draw themselves', async () => {
    expect(await figuresOf(drawing('/X0 Do', [() => '/X0 Do']))).toEqual(expected);
  });

  test('that draw each other in a circle', async () => {
    expect(await figuresOf(drawing('/X0 Do', [() => '/X1 Do', () => '/X2 Do', () => '/X0 Do /X1 Do']))).toEqual(
      expected,
    );
  });

  test('nested a hundred deep', async () => {
    const forms = Array.from({ length: 100 }, (_, i) => () => (i === 99 ? '0 0 m 9 9 l S' : `/X${i + 1} Do`));
    expect(await figuresOf(drawing('/X0 Do', forms))).toEqual(expected);
  });
});
