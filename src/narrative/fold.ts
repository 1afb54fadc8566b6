/**
 * The text of a paragraph with widths, brackets, quotes and dashes folded, character by character: a place in the folded text is the
 * same place in the printed one. A Chinese comma stays what it is: most end a clause.
 */
export function fold(text: string): string {
  return text.replace(/[^\u4e00-\u9fff\d]/g, (c) => FOLDED[c] ?? wide(c));
}

const wide = (c: string): string => {
  const code = c.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e && c !== '，' ? String.fromCharCode(code - 0xfee0) : c;
};

const FOLDED: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  '「': '"',
  '」': '"',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '[': '(',
  ']': ')',
  '—': '-',
  '–': '-',
  '−': '-',
  '﹣': '-',
  '﹪': '%',
  '﹐': '，',
};
