import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ExtractError } from '../../src/errors.js';
import { decodeText, looksLikeAccount } from '../../src/source/decode.js';
import { openSource } from '../../src/source/source.js';

const ACCOUNT = '青州湾市档案局2024年度部门决算\n收入支出决算总表\n'.repeat(8);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decodeText', () => {
  test('UTF-8 with a mark, UTF-16 and GB18030', () => {
    expect(decodeText(utf8(`\uFEFF${ACCOUNT}`))).toBe(ACCOUNT);
    expect(decodeText(new Uint8Array([0xff, 0xfe, ...Buffer.from(ACCOUNT, 'utf16le')]))).toBe(ACCOUNT);
    // 决算 in GB18030.
    expect(decodeText(new Uint8Array([0xbe, 0xf6, 0xcb, 0xe3]))).toBe('决算');
  });

  test('bytes of programs and pictures are no text', () => {
    expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBeUndefined();
    expect(decodeText(new Uint8Array([0x41, 0, 0x42, 0]))).toBeUndefined();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = decodeText(bytes);
        expect(text === undefined || !text.includes('\0')).toBe(true);
      }),
    );
  });
});

describe('what a file is', () => {
  test('the text of an account is taken, a web page that is none is not', () => {
    expect(looksLikeAccount(ACCOUNT)).toBe(true);
    expect(openSource('a.txt', utf8(ACCOUNT))).toMatchObject({ kind: 'text', text: ACCOUNT, damage: [] });
    const page = '<html><h1>404 Not Found</h1><p>您访问的页面不存在或已被删除。</p></html>';
    expect(() => openSource('a.pdf', utf8(page))).toThrow(ExtractError);
    expect(() => openSource('a.pdf', utf8(page))).toThrow(/^UNREADABLE/);
  });

  test('a PDF is a PDF whatever its name', () => {
    expect(openSource('a.txt', utf8('%PDF-1.7\n%%EOF'))).toMatchObject({ kind: 'pdf', text: null });
  });
});
