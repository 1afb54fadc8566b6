/** Bytes that may be text, as text. Undefined where they are none: wrong sequences, or more than a few control characters. */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return isText(text) ? text : undefined;
    } catch {
      // Not in this encoding: the next one may fit.
    }
  }
  return undefined;
}

function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/** Control characters that a text may hold: tab, line feed, vertical tab, form feed, carriage return. */
function isText(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0) return false;
    if ((c < 0x20 && (c < 9 || c > 13)) || c === 0x7f) controls++;
  }
  return controls * 200 <= text.length;
}

/** Whether a text may be an account: enough Chinese, and the words of public finance. What it is exactly is told later. */
export function looksLikeAccount(text: string): boolean {
  const han = text.slice(0, 400_000).match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 60 && /[决決]算|[预預]算|支出/.test(text);
}
